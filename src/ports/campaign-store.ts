import type { Campaign, CampaignSettings, CampaignState } from "../../campaigns/campaign.ts";
import type { Instant } from "../../campaigns/instant.ts";
import type { Page, PageQuery } from "./page.ts";

/** A campaign as marketers see it, with its history. How dialing sees it: dialing-campaigns.ts. */
export type CampaignRecord = Campaign & {
  stateReason: string | null;
  /** Attached, oldest first. */
  listIds: readonly string[];
  startsAt: Instant | null;
  createdBy: string | null;
  createdAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
};

export type NewCampaign = { id: string; name: string; settings: CampaignSettings; createdBy: string | null; createdAt: Instant };

export type CampaignChanges = Partial<{
  name: string;
  settings: CampaignSettings;
  state: CampaignState;
  stateReason: string | null;
  startsAt: Instant | null;
  startedAt: Instant;
  endedAt: Instant | null;
}>;

export interface CampaignStore {
  add(campaign: NewCampaign): Promise<void>;
  find(id: string): Promise<CampaignRecord | undefined>;
  /** Read and lock the row for a change, until the transaction ends: waits for every release that read it for dialing. */
  lock(id: string): Promise<CampaignRecord | undefined>;
  /** Newest first. */
  page(query: PageQuery & { state?: CampaignState | undefined }): Promise<Page<CampaignRecord>>;
  /** Scheduled campaigns whose time has come. */
  dueToStart(now: Instant): Promise<string[]>;
  /**
   * Running campaigns of which no contact is left to try. One without contacts, or with a list that is still
   * being imported, is not among them.
   */
  finished(limit: number): Promise<string[]>;
  /** Is this campaign one of those? */
  isFinished(id: string): Promise<boolean>;
  /** Write the changes and count the version up. */
  change(id: string, changes: CampaignChanges): Promise<CampaignRecord>;
  /** `false`: it was attached before. */
  attachList(campaignId: string, listId: string, at: Instant): Promise<boolean>;
  /** Campaigns that the list is attached to and that are not over. */
  withList(listId: string): Promise<string[]>;
  /**
   * Put every contact of the list into the campaign, once; returns how many are new. One statement whatever the
   * size of the list. A contact without a good number comes in as finished.
   */
  addContacts(campaignId: string, listId: string): Promise<number>;
}
