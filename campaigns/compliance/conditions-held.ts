/**
 * Is a condition of the law true of this call? What the campaign is, it declares; what the person agreed to or is to
 * us, the consent ledger proves. Whatever cannot be read is taken not to hold.
 */
import { DAY_MS } from "../instant.ts";
import type { Condition } from "./condition.ts";
import type { ConsentBasis, ConsentRecord } from "./consent.ts";
import type { CallQuestion } from "./decision.ts";
import type { LegalRule, Lifts } from "./rulebook/legal-rule.ts";

/** Which entries of the ledger prove a condition; a condition that is not here is the campaign's to declare. */
const PROVEN_BY: Readonly<Partial<Record<Condition, readonly ConsentBasis[]>>> = {
  consent: ["express", "written", "request"],
  "written-consent": ["written"],
  request: ["request"],
  purchase: ["purchase"],
  inquiry: ["inquiry"],
  contract: ["contract"],
  customer: ["customer", "contract"],
  member: ["member"],
};

/** Does the entry speak of such a call to this number at all, whether or not it has ended? */
export const consentSpeaksOf = ({ phone, callKinds, subject }: ConsentRecord, { subject: called, campaign }: CallQuestion): boolean =>
  campaign !== null &&
  (phone === null || phone === called.phone) &&
  (callKinds.length === 0 || callKinds.includes(campaign.callKind)) &&
  (subject === null || subject === campaign.subject);

/** Has it been given, and has it not ended by itself? */
const hasNotEnded = ({ obtainedAt, until }: ConsentRecord, { now }: CallQuestion): boolean =>
  obtainedAt <= now && (until === null || until > now);

/** Does the entry of the ledger hold for such a call to this number, now? */
export const consentHolds = (record: ConsentRecord, question: CallQuestion): boolean =>
  consentSpeaksOf(record, question) && hasNotEnded(record, question);

function agreesToNow({ agreedTime }: ConsentRecord, { now }: CallQuestion): boolean {
  if (agreedTime === null) return false;
  return agreedTime === "any" || (agreedTime[0] <= now && now < agreedTime[1]);
}

/**
 * Is the condition true of this call?
 * @param withinDays for purchases and inquiries: how long ago at most; left out: however long ago.
 */
export function conditionHolds(condition: Condition, question: CallQuestion, { withinDays }: { withinDays?: number } = {}): boolean {
  const { campaign, history, now } = question;
  if (!campaign) return false;
  if (condition === "agreed-time")
    return history.consents.some((record) => consentHolds(record, question) && agreesToNow(record, question));
  const bases = PROVEN_BY[condition];
  if (!bases) return campaign.conditions.includes(condition);
  return history.consents.some(
    (record) =>
      bases.includes(record.basis) &&
      consentHolds(record, question) &&
      (withinDays === undefined || now - record.obtainedAt <= withinDays * DAY_MS),
  );
}

/** Does an exemption of the rule that is met lift this part of it? */
export const isLifted = (rule: LegalRule, part: Lifts, question: CallQuestion): boolean =>
  rule.exemptions.some(
    ({ when, lifts, withinDays }) =>
      when !== null &&
      (lifts.includes(part) || lifts.includes("everything")) &&
      conditionHolds(when, question, withinDays === undefined ? {} : { withinDays }),
  );
