import { describe, expect, test } from "vitest";
import type { CallKind } from "../../../campaigns/compliance/call-kind.ts";
import { countedUntil, dateOf, keptUntil, legalRetention, retentionYears } from "../../../campaigns/compliance/retention.ts";
import { HOUR_MS } from "../../../campaigns/instant.ts";

const AT = Date.UTC(2026, 10, 18, 15);
const call = (jurisdictions: string[], callKind: CallKind | null = "telemarketing") => ({ jurisdictions, callKind, at: AT });

describe("the record of a call is kept", () => {
  test.each<[where: string[], years: number | null]>([
    [["US", "US-NY"], 5],
    [["US", "US-HI"], 5],
    [["FR"], 3],
    [["FR", "US"], 5],
    [["IT"], null],
    [[], null],
  ])("in %j for %s years by law", (where, years) => {
    expect(legalRetention(call(where)).years).toBe(years);
    expect(retentionYears(call(where), 9)).toBe(years ?? 9);
  });

  test("for as long as any kind of call would be, when nobody knows of which kind it was", () => {
    expect(legalRetention(call(["US"], null)).years).toBe(5);
  });

  test("by the rules that name the longest time, and they are named", () => {
    const { rules } = legalRetention(call(["FR", "US"]));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.every((rule) => rule.startsWith("us-"))).toBe(true);
  });
});

describe("the last day of its time", () => {
  test.each<[day: string, years: number, last: string]>([
    ["2026-11-18", 5, "2031-11-18"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2024-02-29", 5, "2029-02-28"],
    ["2026-12-31", 1, "2027-12-31"],
  ])("of a record of %s kept for %s years is %s", (day, years, last) => {
    const [first, lastMoment] = [Date.parse(`${day}T00:00:00Z`), Date.parse(`${day}T23:59:59.999Z`)];
    expect([keptUntil(first, years), keptUntil(lastMoment, years)]).toEqual([last, last]);
    expect([dateOf(first), dateOf(lastMoment)]).toEqual([day, day]);
  });
});

test("a call is remembered for as long as the longest cap or cool-down of its law looks back", () => {
  expect(countedUntil(call(["US", "US-FL"]))?.until).toBeGreaterThanOrEqual(AT + 24 * HOUR_MS);
  expect(countedUntil(call([]))).toBeNull();
});
