import type { Instant } from "../../campaigns/instant.ts";
import type { AbandonmentCount, AbandonmentQuestion } from "../../campaigns/compliance/abandonment/ledger.ts";
import type { CampaignTally } from "../../campaigns/measures/campaign-status.ts";

export interface CampaignReports {
  /** Reads indexes only; the time it takes grows with the number of contacts and attempts. `since`: from when abandoned calls count. */
  tally(campaignId: string, times: { now: Instant; since: Instant }): Promise<CampaignTally>;
  /** Live and abandoned answers, in the order of the questions. Reads one index once for each. */
  abandonment(campaignId: string, questions: readonly AbandonmentQuestion[]): Promise<AbandonmentCount[]>;
}
