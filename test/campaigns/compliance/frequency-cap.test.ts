import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FrequencyCap } from "../../../campaigns/compliance/decision.ts";
import { capAllowsAt } from "../../../campaigns/compliance/frequency-cap.ts";
import { attempt, noHistory, NOON as now, question } from "./questions.ts";

const HOUR_MS = 3_600_000;
const threeADay: FrequencyCap = { per: "person", attempts: 3, hours: 24 };

/** Attempts placed that many hours ago, to one number or to several. */
const placed = (...hoursAgo: (number | readonly [number, string])[]) =>
  hoursAgo.map((entry, index) => {
    const [hours, phone] = typeof entry === "number" ? [entry, "+12025550100"] : entry;
    return attempt(hours, { attemptId: `attempt-${index}`, phone });
  });
const allowedAt = (cap: FrequencyCap, attempts: ReturnType<typeof placed>): number =>
  (capAllowsAt(cap, { subject: question().subject, history: { ...noHistory, placed: attempts }, campaign: null, now }) - now) / HOUR_MS;

describe("a frequency cap", () => {
  it.each([
    ["nothing was placed", [], 0],
    ["one fewer than the cap", [1, 2], 0],
    ["as many as the cap: until the first of them is a day old", [1, 5, 23], 1],
    ["the oldest is a day old to the second", [1, 5, 24], 0],
    ["more than the cap: until enough have left", [1, 2, 3, 4, 5], 21],
    ["in any order", [23, 1, 5], 1],
    ["an attempt that a faster clock placed in the future counts", [-1, 1, 2], 22],
  ])("%s", (_title, hoursAgo, wait) => {
    expect(allowedAt(threeADay, placed(...hoursAgo))).toBe(wait);
  });

  it("per person counts every number of the person, over all campaigns", () => {
    expect(allowedAt(threeADay, placed([1, "+12025550101"], [2, "+12025550102"], [3, "+12025550103"]))).toBe(21);
  });

  it("per number counts that number only", () => {
    const cap: FrequencyCap = { per: "number", attempts: 2, hours: 24 };
    expect(allowedAt(cap, placed([1, "+12025550101"], [2, "+12025550102"], 3))).toBe(0);
    expect(allowedAt(cap, placed(1, 3))).toBe(21);
  });

  it("names the first instant at which fewer than the cap are left in the span", () => {
    const aCap = fc.record({
      per: fc.constant("person" as const),
      attempts: fc.integer({ min: 1, max: 5 }),
      hours: fc.integer({ min: 1, max: 720 }),
    });
    fc.assert(
      fc.property(aCap, fc.array(fc.integer({ min: -5, max: 800 }), { maxLength: 20 }), (cap, hoursAgo) => {
        const attempts = placed(...hoursAgo);
        const leftAt = (hour: number) => hoursAgo.filter((ago) => ago + hour < cap.hours).length;
        let first = 0;
        while (leftAt(first) >= cap.attempts) first += 1;
        expect(allowedAt(cap, attempts)).toBe(first);
      }),
    );
  });
});
