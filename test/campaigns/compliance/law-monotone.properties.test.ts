/** Whatever was tried, stopped, agreed or asked: what adds a reason not to call never makes a call possible. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { autodialMinutesRule } from "../../../campaigns/compliance/autodial-minutes-rule.ts";
import { CALL_KINDS } from "../../../campaigns/compliance/call-kind.ts";
import type { CallRule } from "../../../campaigns/compliance/call-rule.ts";
import { CONSENT_BASES, type ConsentRecord } from "../../../campaigns/compliance/consent.ts";
import { consentRule } from "../../../campaigns/compliance/consent-rule.ts";
import { coolDownRule } from "../../../campaigns/compliance/cool-downs.ts";
import type { CallQuestion, PastOutcome } from "../../../campaigns/compliance/decision.ts";
import { doNotCallRule } from "../../../campaigns/compliance/do-not-call.ts";
import { emergencyStopRule } from "../../../campaigns/compliance/emergency-stop-rule.ts";
import { legalCapsRule } from "../../../campaigns/compliance/legal-caps.ts";
import { numberTypeRule } from "../../../campaigns/compliance/number-type-rule.ts";
import { registerRule } from "../../../campaigns/compliance/register-rule.ts";
import { RULEBOOK } from "../../../campaigns/compliance/rulebook/rulebook.ts";
import { attempt, consent, doNotCallEntry, NOON, question, register, stop } from "./questions.ts";

const HOUR_MS = 3_600_000;
const COUNTING = [legalCapsRule, coolDownRule, autodialMinutesRule];
const EVERY_RULE = [...COUNTING, consentRule, numberTypeRule, registerRule, emergencyStopRule, doNotCallRule];
/** Every place that the rulebook knows, those with caps and cool-downs more often. */
const CODES = [
  ...new Set(RULEBOOK.map((rule) => rule.jurisdiction)),
  ...RULEBOOK.filter((rule) => rule.caps.length + rule.coolDowns.length > 0).flatMap(
    (rule) => Array(4).fill(rule.jurisdiction) as string[],
  ),
];
const OUTCOMES: readonly PastOutcome[] = ["conversation", "refusal", "abandoned", "machine", "hung-up", "none"];

const aName = fc.constantFrom(null, "one", "two");
const aPhone = fc.constantFrom("+12025550100", "+12025550101");
/** Whole hours, so that spans end to the second now and then; sometimes the clock of another machine was ahead. */
const anHourAgo = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 200 }) },
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 9_500 }) },
);
const anAttempt = fc
  .record({ hours: anHourAgo, phone: aPhone, subject: aName, debtId: aName, outcomes: fc.subarray([...OUTCOMES], { minLength: 1 }) })
  .map(({ hours, ...changed }) => attempt(hours, changed));
const aConversation = fc.record({ at: anHourAgo.map((hours) => NOON - hours * HOUR_MS), subject: aName, debtId: aName });
/** For every call and number more often than not, so that it matters. */
const aConsent: fc.Arbitrary<ConsentRecord> = fc
  .record({
    basis: fc.constantFrom(...CONSENT_BASES),
    daysAgo: fc.integer({ min: -3, max: 800 }),
    phone: fc.option(aPhone, { nil: null, freq: 1 }),
    callKinds: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...CALL_KINDS]) }),
    subject: fc.option(fc.constantFrom("one", "two"), { nil: null, freq: 1 }),
    until: fc.option(
      fc.integer({ min: -100, max: 4_000 }).map((hours) => NOON + hours * HOUR_MS),
      { nil: null, freq: 1 },
    ),
  })
  .map(consent);
const anEntry = fc
  .record({
    target: fc.constantFrom("number", "person", "prefix"),
    hours: anHourAgo,
    expires: fc.option(fc.integer({ min: -50, max: 500 }), { nil: null }),
  })
  .map(({ target, hours, expires }) =>
    doNotCallEntry({ target, createdAt: NOON - hours * HOUR_MS, expiresAt: expires === null ? null : NOON + expires * HOUR_MS }),
  );
const aStop = fc
  .record({
    scope: fc.constantFrom("everything", "jurisdiction", "campaign"),
    jurisdiction: fc.constantFrom(null, ...CODES),
    campaignId: fc.constantFrom(null, "campaign-1", "campaign-2"),
  })
  .map(stop);

const aQuestion: fc.Arbitrary<CallQuestion> = fc
  .record({
    code: fc.constantFrom(...CODES),
    other: fc.option(fc.constantFrom(...CODES), { nil: null, freq: 3 }),
    callKind: fc.constantFrom(...CALL_KINDS),
    subject: aName,
    debtId: aName,
    isAgentHeld: fc.boolean(),
    numberType: fc.constantFrom("mobile", "landline", "unknown"),
    ringTimeoutSeconds: fc.constantFrom(25, 600),
    placed: fc.array(anAttempt, { maxLength: 8 }),
    inboundConversations: fc.array(aConversation, { maxLength: 1 }),
    consents: fc.array(aConsent, { maxLength: 2 }),
    registers: fc.constantFrom([], [register()], [register({ isListed: true })]),
    doNotCall: fc.array(anEntry, { maxLength: 1 }),
  })
  .map((made) =>
    question({
      place: {
        zones: ["America/New_York"],
        jurisdictions: [...new Set([made.code, made.other].flatMap((code) => (code ? [code.split("-", 1)[0] ?? "", code] : [])))],
        source: "test",
      },
      subject: { debtId: made.debtId, isAgentHeld: made.isAgentHeld, numberType: made.numberType },
      campaign: { callKind: made.callKind, subject: made.subject, ringTimeoutSeconds: made.ringTimeoutSeconds },
      history: {
        placed: made.placed,
        inboundConversations: made.inboundConversations,
        consents: made.consents,
        registers: made.registers,
        doNotCall: made.doNotCall,
      },
    }),
  );
const withMore = (asked: CallQuestion, more: Partial<CallQuestion["history"]>): CallQuestion => ({
  ...asked,
  history: { ...asked.history, ...more },
});

/** When the rule allows the call: now, at an instant, or at no time that is known. */
function freeAt(rule: CallRule, asked: CallQuestion): number {
  return rule
    .judge(asked)
    .reduce(
      (latest, objection) =>
        Math.max(latest, objection.answer === "wait" && objection.until !== null ? objection.until : Number.POSITIVE_INFINITY),
      asked.now,
    );
}

describe("whatever the law and the history", () => {
  it("one more attempt never brings a call nearer", () => {
    let later = 0;
    fc.assert(
      fc.property(aQuestion, anAttempt, (asked, more) => {
        const placed = [...asked.history.placed, more];
        for (const rule of EVERY_RULE) {
          const before = freeAt(rule, asked);
          const after = freeAt(rule, withMore(asked, { placed }));
          expect(after).toBeGreaterThanOrEqual(before);
          if (after > before) later += 1;
        }
      }),
      { numRuns: 1_500 },
    );
    // The order would mean nothing if an attempt never mattered.
    expect(later).toBeGreaterThan(50);
  });

  it("one more conversation, entry or stop never brings a call nearer", () => {
    let later = 0;
    fc.assert(
      fc.property(aQuestion, aConversation, anEntry, aStop, (asked, conversation, entry, emergencyStop) => {
        const { history } = asked;
        const changes = [
          { inboundConversations: [...history.inboundConversations, conversation] },
          { doNotCall: [...history.doNotCall, entry] },
          { stops: [...history.stops, emergencyStop] },
        ];
        for (const rule of EVERY_RULE)
          for (const more of changes) {
            const before = freeAt(rule, asked);
            const after = freeAt(rule, withMore(asked, more));
            expect(after).toBeGreaterThanOrEqual(before);
            if (after > before) later += 1;
          }
      }),
      { numRuns: 800 },
    );
    expect(later).toBeGreaterThan(200);
  });

  it("one more consent never puts a call off", () => {
    let sooner = 0;
    fc.assert(
      fc.property(aQuestion, aConsent, (asked, more) => {
        const consents = [...asked.history.consents, more];
        for (const rule of EVERY_RULE) {
          const before = freeAt(rule, asked);
          const after = freeAt(rule, withMore(asked, { consents }));
          expect(after).toBeLessThanOrEqual(before);
          if (after < before) sooner += 1;
        }
      }),
      { numRuns: 1_500 },
    );
    expect(sooner).toBeGreaterThan(20);
  });

  it("the wait of each rule that counts ends at the first instant at which it allows the call", () => {
    let waits = 0;
    fc.assert(
      fc.property(aQuestion, (asked) => {
        for (const rule of COUNTING) {
          const until = freeAt(rule, asked);
          if (until === asked.now || !Number.isFinite(until)) continue;
          waits += 1;
          // A consent that lifts a cap today may end before the day of the wait: judged without.
          const bare = withMore(asked, { consents: [] });
          const first = freeAt(rule, bare);
          expect(freeAt(rule, { ...bare, now: first })).toBe(first);
          expect(freeAt(rule, { ...bare, now: first - 1 })).toBe(first);
          for (let look = asked.now; look < Math.min(first, asked.now + 100 * HOUR_MS); look += 7 * HOUR_MS)
            expect(rule.judge({ ...bare, now: look })).not.toEqual([]);
        }
      }),
      { numRuns: 1_500 },
    );
    expect(waits).toBeGreaterThan(200);
  });
});
