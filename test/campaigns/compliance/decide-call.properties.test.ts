/** Invariant 1: no call leaves outside the allowed time of any candidate place, whatever its kind. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ATTEMPT_KINDS, ATTEMPT_STATES, type AttemptState } from "../../../campaigns/attempts/attempt.ts";
import { CAMPAIGN_STATES } from "../../../campaigns/campaign.ts";
import { decideCall } from "../../../campaigns/compliance/decide-call.ts";
import type { CallQuestion, Place } from "../../../campaigns/compliance/decision.ts";
import { isPlaceOpen } from "../../../campaigns/compliance/permitted-time.ts";
import { AREA_CODE_LIST } from "../../../campaigns/contacts/area-codes.ts";
import { placeOf } from "../../../campaigns/contacts/place.ts";
import { at, attempt, doNotCallEntry, hours, question, utc } from "./questions.ts";
import { maySlowly } from "./slow-window.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The quarter of a year that holds most changes of the clocks, and the year around it. */
const base = utc("2026-11-01T00:00");

/** The clocks of a number under a law without demands: the laws have their own properties in legal-time.properties.test.ts. */
const clocksOf = (phone: string): Place => at(...placeOf({ phone }).zones);
const aPlace = fc.oneof(
  fc.constantFrom(...AREA_CODE_LIST).map((code) => clocksOf(`+1${code}5550100`)),
  fc.constantFrom("+61491570006", "+442079460018", "+5511912345678", "+34612345678").map(clocksOf),
  fc.constantFrom(at(), at("Mars/Olympus"), at("Australia/Lord_Howe"), at("America/New_York", "Europe/Berlin")),
);
const anOffset = fc.integer({ min: -40 * 24 * 60, max: 40 * 24 * 60 });
const aPhone = fc.constantFrom("+12025550100", "+12025550101");

const aQuestion: fc.Arbitrary<CallQuestion> = fc
  .record({
    place: aPlace,
    offset: anOffset,
    kind: fc.constantFrom(...ATTEMPT_KINDS),
    state: fc.oneof(
      { weight: 6, arbitrary: fc.constant("running" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...CAMPAIGN_STATES) },
    ),
    window: fc.constantFrom(
      hours("09:00-20:00"),
      hours("08:00-21:00", { 6: "10:00-17:00", 7: "" }),
      hours("10:00-13:00,14:00-20:00"),
      hours("00:00-24:00"),
      hours("22:00-24:00", { 1: "00:00-03:00" }),
    ),
    ring: fc.constantFrom(15, 25, 90),
    placed: fc.array(fc.tuple(fc.integer({ min: -2, max: 40 * 60 }), aPhone), { maxLength: 6 }),
    placedForContact: fc.integer({ min: 0, max: 7 }),
    open: fc.oneof(
      { weight: 5, arbitrary: fc.constant<AttemptState[]>([]) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...ATTEMPT_STATES), { maxLength: 2 }) },
    ),
    entries: fc.oneof(
      { weight: 5, arbitrary: fc.constant<(number | null)[]>([]) },
      { weight: 1, arbitrary: fc.array(fc.option(fc.integer({ min: -100, max: 6_000 }), { nil: null }), { maxLength: 2 }) },
    ),
    caps: fc.constantFrom(
      [{ per: "person" as const, attempts: 3, hours: 24 }],
      [
        { per: "number" as const, attempts: 1, hours: 6 },
        { per: "person" as const, attempts: 2, hours: 30 },
      ],
      [],
    ),
  })
  .map((made) => {
    const now = base + made.offset * MINUTE_MS;
    return question({
      now,
      kind: made.kind,
      place: made.place,
      history: {
        placedForContact: made.placedForContact,
        placed: made.placed.map(([ago, phone]) => attempt(0, { phone, placedAt: now - ago * MINUTE_MS })),
        openAttempts: made.open.map((state, index) => ({ attemptId: `o-${index}`, phone: "+12025550101", state })),
        doNotCall: made.entries.map((expires) => doNotCallEntry({ expiresAt: expires === null ? null : now + expires * MINUTE_MS })),
      },
      campaign: { state: made.state, callingWindow: made.window, ringTimeoutSeconds: made.ring, frequencyCaps: made.caps },
    });
  });

/** Everything that is demanded, each looked at by itself and in the plainest way. */
function mayBeCalled(asked: CallQuestion, now: number): boolean {
  const { campaign, history, place, subject } = asked;
  if (campaign?.state !== "running") return false;
  const isOnACall = history.openAttempts.some(({ state }) => state !== "closed" && state !== "released");
  const isForbidden = history.doNotCall.some(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const isUsedUp = history.placedForContact >= campaign.mostAttemptsPerContact;
  const isCapped = campaign.frequencyCaps.some(
    (cap) =>
      history.placed.filter(
        (attempt) => (cap.per === "person" || attempt.phone === subject.phone) && now - attempt.placedAt < cap.hours * HOUR_MS,
      ).length >= cap.attempts,
  );
  const isOpen = maySlowly(campaign.callingWindow, place.zones, now, campaign.ringTimeoutSeconds);
  return !isOnACall && !isForbidden && !isUsedUp && !isCapped && isOpen;
}

describe("whatever is asked", () => {
  it("a call is allowed exactly when everything that is demanded allows it", () => {
    const answers = { call: 0, wait: 0, never: 0 };
    fc.assert(
      fc.property(aQuestion, (asked) => {
        const decision = decideCall(asked);
        expect(decision.answer === "call").toBe(mayBeCalled(asked, asked.now));
        answers[decision.answer] += 1;
      }),
      { numRuns: 3_000 },
    );
    // The agreement would mean nothing if one of the answers never came up.
    expect(Math.min(answers.call, answers.wait, answers.never)).toBeGreaterThan(100);
  });

  it("the end of a wait is the first minute at which the call is allowed, and no minute before it is", () => {
    let waits = 0;
    fc.assert(
      fc.property(aQuestion, (asked) => {
        const decision = decideCall(asked);
        const isHeld = asked.history.openAttempts.some(({ state }) => state !== "closed" && state !== "released");
        if (decision.answer !== "wait" || isHeld || asked.campaign?.state !== "running") return;
        waits += 1;
        expect(mayBeCalled(asked, decision.until)).toBe(true);
        for (let look = asked.now; look < Math.min(decision.until, asked.now + 30 * HOUR_MS); look += 7 * MINUTE_MS)
          expect(mayBeCalled(asked, look)).toBe(false);
        expect(mayBeCalled(asked, decision.until - 1_000)).toBe(false);
      }),
      { numRuns: 600 },
    );
    expect(waits).toBeGreaterThan(50);
  });

  it("never means never: no minute of the next days is allowed", () => {
    let refusals = 0;
    fc.assert(
      fc.property(aQuestion, (asked) => {
        if (decideCall(asked).answer !== "never") return;
        refusals += 1;
        for (let look = asked.now; look < asked.now + 9 * 24 * HOUR_MS; look += 37 * MINUTE_MS)
          expect(mayBeCalled(asked, look)).toBe(false);
      }),
      { numRuns: 300 },
    );
    expect(refusals).toBeGreaterThan(30);
  });

  it("a wait always ends later, and asking twice gives the same answer", () => {
    fc.assert(
      fc.property(aQuestion, (asked) => {
        const decision = decideCall(asked);
        if (decision.answer === "wait") expect(decision.until).toBeGreaterThan(asked.now);
        expect(decideCall(asked)).toEqual(decision);
      }),
    );
  });

  it("the hopper is offered a place exactly when the gate's window is open there", () => {
    fc.assert(
      fc.property(aQuestion, (asked) => {
        if (!asked.campaign) return;
        const opening = isPlaceOpen(asked.campaign, asked.place, asked.now);
        const alone = decideCall(question({ place: asked.place, now: asked.now, campaign: { ...asked.campaign, state: "running" } }));
        expect(opening.open).toBe(alone.answer === "call");
        if (!opening.open && alone.answer === "wait") expect(opening.nextAt).toBe(alone.until);
      }),
      { numRuns: 1_000 },
    );
  });
});
