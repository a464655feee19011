import { ABANDON_SPAN_MS, campaignStatus, type CampaignStatus } from "../../../campaigns/measures/campaign-status.ts";
import { MINUTE_MS } from "../../../campaigns/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";

/** An answer is used again for so many times as long as it took: counting never takes more than a tenth of one connection. */
const REUSED_FOR = 10;
/** Fewest and most milliseconds that an answer is used again. */
const [LEAST_MS, MOST_MS] = [250, MINUTE_MS];

type Answer = { status: Promise<CampaignStatus | undefined>; goodUntil: number };

/**
 * How far a campaign has come; `undefined`: there is no such campaign. Whoever asks while it is being counted
 * gets the same answer, so a hundred screens cost what one does.
 */
export function makeCampaignStatus({ stores, clock }: { stores: Stores; clock: Clock }) {
  const answers = new Map<string, Answer>();
  const count = async (id: string): Promise<CampaignStatus | undefined> => {
    const campaign = await stores.campaigns.find(id);
    if (!campaign) return undefined;
    const now = clock.now();
    return campaignStatus(campaign, await stores.campaignReports.tally(id, { now, since: now - ABANDON_SPAN_MS }), now);
  };
  const ask = (id: string): Answer => {
    const askedAt = clock.now();
    const answer: Answer = { status: count(id), goodUntil: Number.POSITIVE_INFINITY };
    answers.set(id, answer);
    const settle = (): void => {
      const tookMs = clock.now() - askedAt;
      answer.goodUntil = clock.now() + Math.min(Math.max(tookMs * REUSED_FOR, LEAST_MS), MOST_MS);
    };
    answer.status.then(settle, () => answers.delete(id));
    return answer;
  };
  const forgetOld = (): void => {
    for (const [id, { goodUntil }] of answers) if (goodUntil <= clock.now()) answers.delete(id);
  };
  return function status(id: string): Promise<CampaignStatus | undefined> {
    forgetOld();
    return (answers.get(id) ?? ask(id)).status;
  };
}
