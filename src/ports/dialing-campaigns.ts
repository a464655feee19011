import type { Campaign } from "../../campaigns/campaign.ts";

/** Campaigns as dialing sees them; marketers' side is the campaign store. */
export interface DialingCampaigns {
  find(id: string): Promise<Campaign | undefined>;
  /** Read under a shared lock until the transaction ends: a pause waits for releases under way, and stops all later ones. */
  findForDialing(id: string): Promise<Campaign | undefined>;
  running(): Promise<Campaign[]>;
  /** Any caller id of a running campaign: an agent's own telephone is rung with it. */
  anyCallerId(): Promise<string | undefined>;
}
