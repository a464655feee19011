/** What screens hear of campaigns; within the transaction that made the change. */
import type { CampaignRecord } from "../../ports/campaign-store.ts";
import type { Stores } from "../../ports/stores.ts";

export const announceCampaign = (stores: Stores, campaign: CampaignRecord): Promise<unknown> =>
  stores.announcer.announce({
    kind: "campaign.changed",
    data: { campaignId: campaign.id, state: campaign.state, stateReason: campaign.stateReason, version: campaign.version },
  });
