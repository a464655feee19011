/** Invariant 1 by law: no call leaves outside the hours of any candidate zone and jurisdiction, whatever its kind. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CALL_KINDS, type CallKind } from "../../../campaigns/compliance/call-kind.ts";
import { decideCall } from "../../../campaigns/compliance/decide-call.ts";
import type { CallDecision, Place } from "../../../campaigns/compliance/decision.ts";
import { explainCall } from "../../../campaigns/compliance/explain/explain-call.ts";
import { permittedWindows } from "../../../campaigns/compliance/explain/permitted-windows.ts";
import type { LawQuery } from "../../../campaigns/compliance/explain/query.ts";
import { isPlaceOpen, openingAt, permittedTime } from "../../../campaigns/compliance/permitted-time.ts";
import { RULEBOOK } from "../../../campaigns/compliance/rulebook/rulebook.ts";
import { AREA_CODE_LIST } from "../../../campaigns/contacts/area-codes.ts";
import { placeOf } from "../../../campaigns/contacts/place.ts";
import { consent, hours, question, terms, utc } from "./questions.ts";
import { lawAllowsSlowly } from "./slow-law.ts";
import { maySlowly } from "./slow-window.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const numbers = ["+33612345678", "+61491570006", "+61265631234", "+442079460018", "+4915112345678", "+34612345678", "+262692123456"];
const more = ["+390612345678", "+573001234567", "+380501234567", "+81312345678", "+27821234567", "+31612345678", "+971501234567"];
const aNumber = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...AREA_CODE_LIST).map((code) => `+1${code}5550100`) },
  { weight: 1, arbitrary: fc.constantFrom(...numbers, ...more) },
);
/** A number, or a number with an address in a state. */
const aPlaceWithRegion: fc.Arbitrary<Place> = fc.oneof(
  { weight: 4, arbitrary: aNumber.map((phone) => placeOf({ phone })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(aNumber, fc.constantFrom("US-PA", "US-RI", "US-TX", "US-KY", "US-MS", "US-DC", "US-AL", "US-LA", "CA-BC"))
      .map(([phone, region]) => placeOf({ phone, region })),
  },
);
/** The same, or a person of whom only the country is known. */
const aPlace = fc.oneof(
  { weight: 6, arbitrary: aPlaceWithRegion },
  { weight: 1, arbitrary: fc.constant<Place>({ zones: ["America/New_York"], jurisdictions: ["US"], source: "country" }) },
);
/** Days on which laws, clocks or holidays change, and any moment of five years. */
const edges = [
  "2026-10-18",
  "2026-11-01",
  "2026-03-08",
  "2026-08-11",
  "2026-12-25",
  "2027-01-01",
  "2026-11-26",
  "2026-07-04",
  "2026-04-05",
];
const anInstant = fc.oneof(
  fc.integer({ min: utc("2025-01-01T00:00") / 1_000, max: utc("2030-01-01T00:00") / 1_000 }).map((seconds) => seconds * 1_000),
  fc
    .tuple(fc.constantFrom(...edges), fc.integer({ min: -30 * 60, max: 54 * 60 }))
    .map(([date, minutes]) => utc(`${date}T00:00`) + minutes * MINUTE_MS),
);
const aKind = fc.constantFrom<CallKind>(...CALL_KINDS);
const asked = fc.record({ place: aPlace, kind: aKind, now: anInstant });

const law = (callKind: CallKind) => ({ callKind, conditions: [], waivedRules: [] });
const exactly = (place: Place, kind: CallKind, now: number) =>
  openingAt({ law: law(kind), window: null, ringTimeoutSeconds: null, place }, now);

describe("the fast reckoning of the law and a slow reading of the rulebook", () => {
  it("agree whether a call is allowed at that second", () => {
    const seen = { open: 0, closed: 0 };
    fc.assert(
      fc.property(asked, ({ place, kind, now }) => {
        const opening = exactly(place, kind, now);
        expect(opening.open).toBe(lawAllowsSlowly(place, kind, now));
        seen[opening.open ? "open" : "closed"] += 1;
      }),
      { numRuns: 1_500 },
    );
    expect(Math.min(seen.open, seen.closed)).toBeGreaterThan(300);
  });

  it("agree on the first second at which a call is allowed, and on the last", () => {
    let edgesSeen = 0;
    fc.assert(
      fc.property(asked, ({ place, kind, now }) => {
        const opening = exactly(place, kind, now);
        const edge = opening.open ? opening.until : opening.nextAt;
        if (edge === null || edge > now + 60 * DAY_MS) return;
        edgesSeen += 1;
        expect(lawAllowsSlowly(place, kind, edge)).toBe(!opening.open);
        expect(lawAllowsSlowly(place, kind, edge - 1_000)).toBe(opening.open);
        for (let look = now; look < Math.min(edge, now + 3 * DAY_MS); look += 97 * MINUTE_MS)
          expect(lawAllowsSlowly(place, kind, look)).toBe(opening.open);
      }),
      { numRuns: 500 },
    );
    expect(edgesSeen).toBeGreaterThan(200);
  });

  it("agree on every quarter of an hour of three days, and on every edge to the second", () => {
    fc.assert(
      fc.property(asked, ({ place, kind, now }) => {
        const from = now - (now % (15 * MINUTE_MS));
        const to = from + 3 * DAY_MS;
        const spans = permittedTime(law(kind), place, [from, to]);
        for (let look = from; look < to; look += 15 * MINUTE_MS)
          expect(spans.some(([opens, closes]) => opens <= look && look < closes)).toBe(lawAllowsSlowly(place, kind, look));
        for (const [opens, closes] of spans) {
          expect(lawAllowsSlowly(place, kind, opens) && lawAllowsSlowly(place, kind, closes - 1_000)).toBe(true);
          if (opens > from) expect(lawAllowsSlowly(place, kind, opens - 1_000)).toBe(false);
          if (closes < to) expect(lawAllowsSlowly(place, kind, closes)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("a further candidate, zone or jurisdiction never opens a second", () => {
    fc.assert(
      fc.property(aPlaceWithRegion, aPlaceWithRegion, fc.record({ kind: aKind, now: anInstant }), (place, other, { kind, now }) => {
        const both: Place = {
          zones: [...new Set([...place.zones, ...other.zones])],
          jurisdictions: [...new Set([...place.jurisdictions, ...other.jurisdictions])],
          source: "both",
        };
        if (exactly(both, kind, now).open) {
          expect(exactly({ ...both, jurisdictions: place.jurisdictions }, kind, now).open).toBe(true);
          expect(exactly({ ...both, zones: place.zones }, kind, now).open || place.zones.length === 0).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

const registers = [...new Set(RULEBOOK.flatMap(({ scrub }) => (scrub ? [scrub.register] : [])))];
const windows = [hours("09:00-20:00"), hours("00:00-24:00"), hours("10:00-12:30,14:00-23:00", { 7: "" })];
const gateQuestion = fc.record({
  place: aPlace,
  kind: aKind,
  now: anInstant,
  window: fc.constantFrom(...windows),
  ring: fc.constantFrom(25, 90),
});

/** May a call start that rings so long? Every minute of it, and its end, must be inside law and window. */
function mayStart(
  { place, kind, window, ring }: { place: Place; kind: CallKind; window: ReturnType<typeof hours>; ring: number },
  at: number,
) {
  const ringMs = Math.max(60, ring) * 1_000;
  const looks = [...Array.from({ length: Math.ceil(ringMs / MINUTE_MS) }, (_, minute) => at + minute * MINUTE_MS), at + ringMs];
  return looks.every((look) => lawAllowsSlowly(place, kind, look)) && maySlowly(window, place.zones, at, ring);
}

const ask = ({
  place,
  kind,
  now,
  window,
  ring,
}: {
  place: Place;
  kind: CallKind;
  now: number;
  window: ReturnType<typeof hours>;
  ring: number;
}) =>
  question({
    place,
    now,
    subject: { numberType: "landline" },
    history: {
      registers: registers.map((register) => ({ register, kind: "national" as const, asOf: now, isListed: false })),
      consents: [
        consent({ basis: "written", obtainedAt: now - DAY_MS }),
        consent({ id: "consent-2", basis: "contract", obtainedAt: now - DAY_MS }),
      ],
    },
    campaign: { callKind: kind, callingWindow: window, ringTimeoutSeconds: ring, isAutomatic: false },
  });

const HOURS = new Set(["outside-legal-hours", "legal-holiday", "banned-day", "unknown-rule", "outside-calling-window"]);
/** Is nothing but the time against the call? */
const isAboutHours = (decision: CallDecision): decision is Extract<CallDecision, { answer: "wait" }> =>
  decision.answer === "wait" && decision.reasons.every(({ code }) => HOURS.has(code));

describe("the gate under the laws of the place", () => {
  it("never lets a call go at a second that any candidate place forbids, nor while it could still ring there", () => {
    const seen = { call: 0, wait: 0, never: 0 };
    fc.assert(
      fc.property(gateQuestion, (wanted) => {
        const decision = decideCall(ask(wanted));
        seen[decision.answer] += 1;
        if (decision.answer === "call") expect(mayStart(wanted, wanted.now)).toBe(true);
        if (isAboutHours(decision)) expect(mayStart(wanted, wanted.now)).toBe(false);
      }),
      { numRuns: 1_200 },
    );
    expect(Math.min(seen.call, seen.wait, seen.never)).toBeGreaterThan(40);
  });

  it("ends a wait at the first second at which the call may start: the one before is refused", () => {
    let waits = 0;
    fc.assert(
      fc.property(gateQuestion, (wanted) => {
        const decision = decideCall(ask(wanted));
        if (!isAboutHours(decision) || decision.until > wanted.now + 25 * DAY_MS) return;
        waits += 1;
        expect(mayStart(wanted, decision.until)).toBe(true);
        expect(mayStart(wanted, decision.until - 1_000)).toBe(false);
        expect(decideCall(ask({ ...wanted, now: decision.until })).answer).toBe("call");
        expect(decideCall(ask({ ...wanted, now: decision.until - 1_000 })).answer).not.toBe("call");
        for (let look = wanted.now; look < Math.min(decision.until, wanted.now + 2 * DAY_MS); look += 53 * MINUTE_MS)
          expect(mayStart(wanted, look)).toBe(false);
      }),
      { numRuns: 500 },
    );
    expect(waits).toBeGreaterThan(100);
  });

  it("and the hopper agree: a place is open exactly when the hours have nothing against a call", () => {
    fc.assert(
      fc.property(gateQuestion, (wanted) => {
        const { place, kind, now, window, ring } = wanted;
        const opening = isPlaceOpen(terms({ callKind: kind, callingWindow: window, ringTimeoutSeconds: ring }), place, now);
        const decision = decideCall(ask(wanted));
        if (decision.answer === "call") expect(opening.open).toBe(true);
        if (isAboutHours(decision) && kind !== "requested-callback") expect(opening).toEqual({ open: false, nextAt: decision.until });
      }),
      { numRuns: 800 },
    );
  });
});

const lawQuery = fc.record({
  place: aPlace,
  callKind: aKind,
  consent: fc.constantFrom(null, "none", "express", "written", "contract", "request"),
  numberType: fc.constantFrom("mobile", "landline"),
  isAutomatic: fc.boolean(),
  now: anInstant,
});

describe("explain and windows", () => {
  it("say the same at every edge", () => {
    let edgesSeen = 0;
    fc.assert(
      fc.property(lawQuery, ({ now, ...rest }) => {
        // A consent that nobody spoke of leaves the spans as they are, and forbids the call.
        const query: LawQuery = { ...rest, consent: rest.consent ?? "none", phone: "+12025550100", postalCode: null };
        const to = now + 4 * DAY_MS;
        const isCall = (at: number): boolean => explainCall({ ...query, at }).decision === "call";
        const { intervals } = permittedWindows({ ...query, from: now, to });
        for (const [opens, closes] of intervals) {
          edgesSeen += 1;
          expect([isCall(opens), isCall(closes - 1_000)]).toEqual([true, true]);
          if (opens > now) expect(isCall(opens - 1_000)).toBe(false);
          if (closes < to) expect(isCall(closes)).toBe(false);
        }
        const first = explainCall({ ...query, at: now });
        if (first.until !== null && first.until < to) expect(intervals[0]?.[0]).toBe(first.until);
        if (first.decision === "call") expect(intervals[0]?.[0]).toBe(now);
        if (intervals.length === 0) expect(first.decision).not.toBe("call");
      }),
      { numRuns: 400 },
    );
    expect(edgesSeen).toBeGreaterThan(300);
  });
});
