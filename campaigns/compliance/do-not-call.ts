/** Do-not-call entries: of the organisation for every campaign, or of one campaign. */
import type { CallRule, Objection } from "./call-rule.ts";
import type { CallQuestion, DoNotCallEntry } from "./decision.ts";

/** Does the entry speak about this call? One that cannot be read is taken to. An entry that has expired does not. */
export function entryApplies(entry: DoNotCallEntry, question: Pick<CallQuestion, "campaign" | "now">): boolean {
  if (entry.expiresAt !== null && entry.expiresAt <= question.now) return false;
  const isOfAnotherCampaign =
    entry.scope === "campaign" && entry.campaignId !== null && question.campaign !== null && entry.campaignId !== question.campaign.id;
  return !isOfAnotherCampaign;
}

function objectionTo(entry: DoNotCallEntry): Objection {
  const code = "do-not-call";
  const whose = entry.scope === "campaign" ? "this campaign's" : "the organisation's";
  if (entry.expiresAt === null || !Number.isFinite(entry.expiresAt))
    return { answer: "never", code, detail: `The number is on ${whose} do-not-call list.` };
  return { answer: "wait", until: entry.expiresAt, code, detail: `The number is on ${whose} do-not-call list for a time.` };
}

export const doNotCallRule: CallRule = {
  id: "house/do-not-call",
  version: 1,
  judge: (question) => question.history.doNotCall.filter((entry) => entryApplies(entry, question)).map(objectionTo),
};
