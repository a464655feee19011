/**
 * Cool-downs of the law: no call for so long after something happened, whatever number or campaign it happened on.
 * What cannot be told apart counts: an event about nothing known, a conversation on a line that nobody noted.
 */
import { HOUR_MS, type Instant } from "../instant.ts";
import { isAboutTheSame } from "./attempts-counted.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import { consentHolds, isLifted } from "./conditions-held.ts";
import type { CallQuestion, PlacedAttempt } from "./decision.ts";
import { neverByLaw, waitByLaw } from "./legal-objection.ts";
import { holdsNow, legalPartsOf } from "./legal-parts.ts";
import type { CoolDown, LegalRule } from "./rulebook/legal-rule.ts";

/** Ten years: nobody waits for the end of a cool-down that is longer. The law says "never again". */
const FOR_EVER_HOURS = 87_600;

const WHAT_HAPPENED: Readonly<Record<CoolDown["after"], string>> = {
  conversation: "the person was spoken to",
  refusal: "the person said no",
  abandoned: "the person answered and no agent came",
  machine: "a machine answered",
  "hung-up": "the person hung up",
  "do-not-call-request": "the person asked not to be called",
};

/** Who said no may ask to be called after all, and then is called back. */
const ENDED_BY_A_REQUEST: ReadonlySet<CoolDown["after"]> = new Set<CoolDown["after"]>(["refusal", "hung-up", "do-not-call-request"]);

function happenedOn({ outcomes }: PlacedAttempt, after: CoolDown["after"]): boolean {
  // Whoever refused was spoken to.
  if (after === "conversation") return outcomes.includes("conversation") || outcomes.includes("refusal");
  return after !== "do-not-call-request" && outcomes.includes(after);
}

/** When it last happened, after `since`; undefined: it did not. */
function lastHappened({ after, per, about }: CoolDown, question: CallQuestion, since: Instant): Instant | undefined {
  const { history, subject } = question;
  let last: Instant | undefined;
  const note = (at: Instant): void => {
    if (at > since && (last === undefined || at > last)) last = at;
  };
  for (const attempt of history.placed)
    if ((per === "person" || attempt.phone === subject.phone) && happenedOn(attempt, after) && isAboutTheSame(about, attempt, question))
      note(attempt.endedAt ?? attempt.placedAt);
  if (after === "conversation")
    for (const conversation of history.inboundConversations) if (isAboutTheSame(about, conversation, question)) note(conversation.at);
  if (after === "do-not-call-request")
    for (const { target, createdAt } of history.doNotCall)
      if (target !== "prefix") note(Number.isFinite(createdAt) ? createdAt : question.now);
  return last;
}

/** When the person last asked for a call, if this is that call. */
function requestedAt(question: CallQuestion): Instant {
  if (question.campaign?.callKind !== "requested-callback") return Number.NEGATIVE_INFINITY;
  const requests = question.history.consents.filter((record) => record.basis === "request" && consentHolds(record, question));
  return Math.max(Number.NEGATIVE_INFINITY, ...requests.map(({ obtainedAt }) => obtainedAt));
}

/**
 * Caps and the silence after a conversation are one limit on how often a person is spoken to, so what lifts the one
 * lifts the other (12 CFR 1006.14(b)(3) excepts the same calls from both, read 2026-11-21). The other cool-downs answer
 * to something that the person did, and only what lifts the whole rule lifts them.
 */
const isLiftedFor = (rule: LegalRule, { after }: CoolDown, question: CallQuestion): boolean =>
  isLifted(rule, after === "conversation" ? "caps" : "everything", question);

function objectionTo(rule: LegalRule, coolDown: CoolDown, question: CallQuestion): Objection | undefined {
  if (coolDown.unlessAgentHeld && question.subject.isAgentHeld) return undefined;
  const spanMs = coolDown.hours * HOUR_MS;
  const since = ENDED_BY_A_REQUEST.has(coolDown.after) ? requestedAt(question) : Number.NEGATIVE_INFINITY;
  const last = lastHappened(coolDown, question, Math.max(since, question.now - spanMs));
  if (last === undefined || isLiftedFor(rule, coolDown, question)) return undefined;
  const said = { rule, question, code: "cool-down" };
  const what = WHAT_HAPPENED[coolDown.after];
  if (coolDown.hours >= FOR_EVER_HOURS) return neverByLaw({ ...said, detail: `no call after ${what}.` });
  return waitByLaw(last + spanMs, { ...said, detail: `no call for ${coolDown.hours} hours after ${what}.` });
}

export const coolDownRule: CallRule = {
  id: "law/cool-downs",
  version: 1,
  judge(question): readonly Objection[] {
    const objections: Objection[] = [];
    for (const rule of legalPartsOf(question).coolDowns) {
      if (!holdsNow(rule, question)) continue;
      for (const coolDown of rule.coolDowns) {
        const objection = objectionTo(rule, coolDown, question);
        if (objection) objections.push(objection);
      }
    }
    return objections;
  },
};
