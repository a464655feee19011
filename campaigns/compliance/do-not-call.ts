/** Do-not-call entries: of the organisation for every campaign, or of one campaign; for a number, a person or a prefix. */
import type { CallRule, Objection } from "./call-rule.ts";
import type { CallQuestion, DoNotCallEntry } from "./decision.ts";

/**
 * Does the entry speak about this call? The history holds those that name the number, the person or a prefix of the
 * number. One that cannot be read is taken to speak. An entry that has expired does not.
 */
export function entryApplies(entry: DoNotCallEntry, question: Pick<CallQuestion, "campaign" | "now">): boolean {
  if (entry.expiresAt !== null && entry.expiresAt <= question.now) return false;
  const isOfAnotherCampaign =
    entry.scope === "campaign" && entry.campaignId !== null && question.campaign !== null && entry.campaignId !== question.campaign.id;
  return !isOfAnotherCampaign;
}

const WHO_IS_ON: Readonly<Record<DoNotCallEntry["target"], string>> = {
  number: "The number is",
  person: "The person, with every number of theirs, is",
  prefix: "Every number that begins as this one does is",
};

function objectionTo(entry: DoNotCallEntry): Objection {
  const code = "do-not-call";
  const whose = entry.scope === "campaign" ? "this campaign's" : "the organisation's";
  const what = `${WHO_IS_ON[entry.target] ?? WHO_IS_ON.number} on ${whose} do-not-call list`;
  if (entry.expiresAt === null || !Number.isFinite(entry.expiresAt)) return { answer: "never", code, detail: `${what}.` };
  return { answer: "wait", until: entry.expiresAt, code, detail: `${what} for a time.` };
}

export const doNotCallRule: CallRule = {
  id: "house/do-not-call",
  version: 2,
  judge: (question) => question.history.doNotCall.filter((entry) => entryApplies(entry, question)).map(objectionTo),
};
