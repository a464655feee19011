import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallDecision, DecisionEvidence, DecisionReason } from "../../../campaigns/compliance/decision.ts";
import { type ContactGroup, weigh, wholeCounts } from "../../../campaigns/measures/dialability-sample.ts";
import { funnelOf, type FunnelQuestion, movedBetween } from "../../../campaigns/measures/dialability.ts";
import { endsByItself, reasonWords, REASONS } from "../../../campaigns/measures/reasons.ts";
import { HOUR_MS } from "../../../campaigns/instant.ts";

const NOW = Date.UTC(2026, 10, 18, 15);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const evidence = {} as DecisionEvidence;
const because = (code: string, rule = `house/${code}@1`): DecisionReason => ({
  code,
  rule,
  detail: "",
  citation: null,
  confidence: "high",
});
const call: CallDecision = { answer: "call", evidence };
const wait = (until: number, ...codes: string[]): CallDecision => ({
  answer: "wait",
  until,
  reasons: codes.map((code) => because(code)),
  evidence,
});
const never = (...codes: string[]): CallDecision => ({ answer: "never", reasons: codes.map((code) => because(code)), evidence });

function funnel(judged: readonly [weight: number, decision: CallDecision][], settled: Partial<FunnelQuestion["settled"]> = {}) {
  return funnelOf({
    campaign: { id: "c", state: "running", assumesRunning: false },
    settled: { finished: [], onHopper: 0, inAttempt: 0, waiting: [], ...settled },
    sample: { judged: judged.map(([weight]) => ({ who: null, weight })), isSampled: false },
    decisions: judged.map(([, decision]) => decision),
    now: NOW,
  });
}

describe("the funnel of a campaign", () => {
  it("counts each contact once: finished, in hand, waiting, held under its first reason, or dialable", () => {
    const later = NOW + HOUR_MS;
    const found = funnel(
      [
        [10, call],
        [4, wait(later, "outside-legal-hours", "outside-calling-window")],
        [3, wait(later + HOUR_MS, "outside-calling-window")],
        [2, never("do-not-call", "consent-required")],
      ],
      {
        finished: [
          { code: "final-disposition", count: 1 },
          { code: "do-not-call", count: 5 },
        ],
        onHopper: 6,
        inAttempt: 7,
        waiting: [{ code: "recycled", count: 8, dueAt: later }],
      },
    );
    expect(found).toMatchObject({
      loaded: 46,
      finished: { count: 6, reasons: [{ code: "do-not-call", count: 5 }, { code: "final-disposition" }] },
      inHand: { count: 13, onHopper: 6, inAttempt: 7 },
      waiting: { count: 8, reasons: [{ code: "recycled", count: 8, nextDueAt: later }] },
      dialableNow: 10,
      openings: [
        { opensAt: later, count: 12 },
        { opensAt: later + HOUR_MS, count: 3 },
      ],
    });
    expect(found.held.count).toBe(9);
    expect(found.held.reasons.map(({ code, count, concernedCount }) => [code, count, concernedCount])).toEqual([
      ["outside-legal-hours", 4, 4],
      ["outside-calling-window", 3, 7],
      ["do-not-call", 2, 2],
      ["consent-required", 0, 2],
    ]);
    expect(found.held.reasons[1]).toMatchObject({ nextOpensAt: later + HOUR_MS, nextOpensCount: 3 });
  });

  it("names no opening where somebody must do something first, whatever the hour", () => {
    const found = funnel([[5, wait(NOW + 60_000, "register-not-loaded", "outside-legal-hours")]]);
    expect(found.openings).toEqual([]);
    expect(found.held.reasons[0]).toMatchObject({ code: "register-not-loaded", nextOpensAt: null, nextOpensCount: 0 });
  });

  it("tells what a change moves, and leaves out what stays", () => {
    const before = funnel([
      [5, call],
      [5, wait(NOW + 1, "outside-calling-window")],
      [2, never("do-not-call")],
    ]);
    const after = funnel([
      [10, call],
      [2, never("do-not-call")],
    ]);
    expect(movedBetween(before, after)).toEqual([
      { code: "dialable", from: 5, to: 10 },
      { code: "outside-calling-window", from: 5, to: 0 },
    ]);
    expect(movedBetween(before, before)).toEqual([]);
  });
});

const group = fc.record({
  key: fc.constantFrom("a", "b", "c"),
  count: fc.integer({ min: 1, max: 900 }),
  who: fc.nat(),
  kind: fc.constantFrom<ContactGroup<number>["kind"]>("alike", "picked", "rest"),
});

describe("contacts that stand for others", () => {
  it("stand for as many as there are, however many are judged", () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 80 }), fc.integer({ min: 2, max: 100 }), (groups, most) => {
        const { judged } = weigh(groups, most);
        expect(judged.length).toBeLessThanOrEqual(Math.max(most, 2));
        expect(sum(judged.map(({ weight }) => weight))).toBeCloseTo(sum(groups.map(({ count }) => count)), 6);
      }),
    );
  });

  it("are not estimates while each contact with a past was judged itself", () => {
    const each = [1, 2, 3].map((who): ContactGroup<number> => ({ key: "a", count: 1, who, kind: "picked" }));
    expect(weigh(each, 10)).toEqual({ judged: each.map(({ who }) => ({ who, weight: 1 })), isSampled: false });
    const more: ContactGroup<number> = { key: "a", count: 97, who: 4, kind: "rest" };
    expect(weigh([...each, more], 10)).toMatchObject({
      judged: [{ weight: 25 }, { weight: 25 }, { weight: 25 }, { weight: 25 }],
      isSampled: true,
    });
  });

  it("are rounded to whole contacts that add up", () => {
    expect(wholeCounts([1.5, 1.5, 1], 4)).toEqual([2, 1, 1]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 50 }), (weights) => {
        const total = Math.round(sum(weights));
        const counts = wholeCounts(weights, total);
        expect(sum(counts)).toBe(total);
        expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
      }),
    );
  });
});

describe("the table of reasons", () => {
  it("has words for every code that the gate may say", () => {
    const files = readdirSync("campaigns/compliance").filter((file) => file.endsWith(".ts") && file !== "rulebook-check.ts");
    const source = files.map((file) => readFileSync(`campaigns/compliance/${file}`, "utf8")).join("\n");
    const codes = [...source.matchAll(/\bcode(?::|\s=)\s"([a-z-]+)"/g)].map((found) => found[1] ?? "");
    const sortedOut = [...source.matchAll(/code: kind === "holiday" \? "([a-z-]+)" : "([a-z-]+)"/g)].flatMap((found) => found.slice(1));
    expect(codes.length).toBeGreaterThan(20);
    expect(sortedOut).toEqual(["legal-holiday", "banned-day"]);
    expect([...new Set([...codes, ...sortedOut])].filter((code) => REASONS[code]?.isOfTheGate !== true)).toEqual([]);
  });

  it("reads an unknown code as it is written and waits for nothing by it", () => {
    expect([reasonWords("made-up-code"), endsByItself("made-up-code"), reasonWords("constructor")]).toEqual([
      "made up code",
      false,
      "constructor",
    ]);
  });
});
