import { ABANDON_SPAN_MS, campaignStatus, type CampaignStatus } from "../../../campaigns/measures/campaign-status.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { makeSharedAnswer } from "./shared-answer.ts";

/** How far a campaign has come; `undefined`: there is no such campaign. Counted once for all who ask at the same time. */
export function makeCampaignStatus({ stores, clock }: { stores: Stores; clock: Clock }) {
  const shared = makeSharedAnswer<CampaignStatus | undefined>(clock);
  const count = async (id: string): Promise<CampaignStatus | undefined> => {
    const campaign = await stores.campaigns.find(id);
    if (!campaign) return undefined;
    const now = clock.now();
    return campaignStatus(campaign, await stores.campaignReports.tally(id, { now, since: now - ABANDON_SPAN_MS }), now);
  };
  return (id: string): Promise<CampaignStatus | undefined> => shared(id, () => count(id));
}
