/** The traps of hours, days and clocks, each by name. */
import { describe, expect, it } from "vitest";
import type { CallKind } from "../../../campaigns/compliance/call-kind.ts";
import { decideCall } from "../../../campaigns/compliance/decide-call.ts";
import type { CallDecision, Place } from "../../../campaigns/compliance/decision.ts";
import { inForceOn, legalRulesOf } from "../../../campaigns/compliance/legal-rules-of.ts";
import { isPlaceOpen, permittedTime } from "../../../campaigns/compliance/permitted-time.ts";
import { RULEBOOK } from "../../../campaigns/compliance/rulebook/rulebook.ts";
import { isoLocal } from "../../../campaigns/contacts/local-time.ts";
import { placeOf } from "../../../campaigns/contacts/place.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";
import { consent, hours, local, placeIn, question, terms, utc } from "./questions.ts";

const DAY_MS = 86_400_000;
const law = (callKind: CallKind = "telemarketing") => ({ callKind, conditions: [], waivedRules: [] });

/** The permitted spans of one local day, as the clock of the zone shows them: "08:00-20:00". */
function day(place: Place, date: string, { zone = place.zones[0] ?? "", kind }: { zone?: string; kind?: CallKind } = {}): string {
  const clock = zoneNamed(zone);
  if (!clock) throw new Error(`no zone ${zone}`);
  const from = local(zone, `${date}T00:00`);
  const next = new Date(utc(`${date}T00:00`) + DAY_MS).toISOString().slice(0, 10);
  const to = local(zone, `${next}T00:00`);
  const text = (at: number): string => (at === to ? "24:00" : isoLocal(clock, at).slice(11, 16));
  return permittedTime(law(kind), place, [from, to])
    .map(([opens, closes]) => `${text(opens)}-${text(closes)}`)
    .join(" ");
}

const numbered = (phone: string): Place => placeOf({ phone });
const codes = (decision: CallDecision): string[] => (decision.answer === "call" ? [] : decision.reasons.map(({ code }) => code));

describe("the hours of the law", () => {
  it.each([
    ["France rests from 13:00 to 14:00", "+33140000000", "2026-11-23", "10:00-13:00 14:00-20:00"],
    ["France on a Saturday", "+33140000000", "2026-11-21", ""],
    ["France on Armistice Day, a Wednesday", "+33140000000", "2026-11-11", ""],
    ["Texas on a Sunday begins at noon", "+15125550100", "2026-11-22", "12:00-21:00"],
    ["Texas on a weekday begins at nine", "+15125550100", "2026-11-23", "09:00-21:00"],
    ["Rhode Island on a weekday ends at six", "+14015550100", "2026-11-23", "09:00-18:00"],
    ["Rhode Island on a Saturday", "+14015550100", "2026-11-21", "10:00-17:00"],
    ["Rhode Island on a Sunday", "+14015550100", "2026-11-22", ""],
    ["Pennsylvania on the last Sunday before its new law", "+12155550100", "2026-10-11", "08:00-21:00"],
    ["Pennsylvania on the day before its new law", "+12155550100", "2026-10-17", "08:00-21:00"],
    ["Pennsylvania on the first day of its new law, which is a Sunday", "+12155550100", "2026-10-18", ""],
    ["Pennsylvania on the Monday after", "+12155550100", "2026-10-19", "09:00-19:00"],
    ["Kentucky begins at ten", "+15025550100", "2026-11-23", "10:00-21:00"],
    ["Alabama on a Sunday", "+12055550100", "2026-11-22", ""],
    ["Australia on a Saturday, where Adelaide opens and Perth has not", "+61882345678", "2026-11-21", "11:30-17:00"],
    ["the United Kingdom has no hours in its law", "+442079460018", "2026-11-22", "00:00-24:00"],
  ])("%s", (_title, phone, date, expected) => {
    expect(day(numbered(phone), date)).toBe(expected);
  });

  it("Réunion keeps the hours of France on its own clock", () => {
    expect(day(placeIn("Indian/Reunion", "FR", "RE"), "2026-11-23")).toBe("10:00-13:00 14:00-20:00");
  });

  it("Mississippi reads its hours on Central Standard Time too, an hour behind the clock on the wall in summer", () => {
    const place = placeIn("America/Chicago", "US", "US-MS");
    expect(day(place, "2026-07-15")).toBe("09:00-20:00");
    expect(day(place, "2026-12-15")).toBe("08:00-20:00");
  });

  it("the District of Columbia reads its hours for debts on Eastern time, wherever the person is", () => {
    const place = placeIn("America/Los_Angeles", "US", "US-DC");
    // Regulation F allows 08:00 to 21:00 on the person's own clock; the District from 05:00 to 18:00 there.
    expect(day(place, "2026-11-23", { kind: "debt" })).toBe("08:00-18:00");
  });

  it("Kentucky's second clock: 270 is allowed from ten in the west to nine in the evening in the east", () => {
    const place = numbered("+12705550100");
    expect(place.zones).toHaveLength(2);
    expect(day(place, "2026-11-23", { zone: "America/Chicago" })).toBe("10:00-20:00");
  });

  it("Indiana's 812 and its overlay 930 straddle a line, and both lose an hour", () => {
    for (const phone of ["+18125550100", "+19305550100"])
      expect(day(numbered(phone), "2026-11-23", { zone: "America/Chicago" })).toBe("08:00-20:00");
  });

  it("Arizona and the Navajo Nation: 928 loses an hour in summer and none in winter", () => {
    const place = numbered("+19285550100");
    expect(day(place, "2026-07-15", { zone: "America/Phoenix" })).toBe("08:00-20:00");
    expect(day(place, "2026-12-15", { zone: "America/Phoenix" })).toBe("08:00-21:00");
  });

  it("British Columbia stays on summer time for good, so its evening ends at half past four in Greenwich", () => {
    const spans = permittedTime(law(), placeIn("America/Vancouver", "CA", "CA-BC"), [utc("2026-12-01T12:00"), utc("2026-12-02T12:00")]);
    expect(spans).toEqual([[utc("2026-12-01T16:00"), utc("2026-12-02T04:30")]]);
  });

  it("Lord Howe moves its clocks by half an hour, and the hours with them", () => {
    const place: Place = { zones: ["Australia/Lord_Howe"], jurisdictions: ["AU"], source: "test" };
    const opens = (date: string) => permittedTime(law(), place, [utc(`${date}T12:00`), utc(`${date}T12:00`) + DAY_MS])[0]?.[0];
    // Friday before and Monday after the change of 2026-10-04.
    expect(opens("2026-10-01")).toBe(utc("2026-10-01T22:30"));
    expect(opens("2026-10-06")).toBe(utc("2026-10-06T22:00"));
  });

  it("the 23-hour day in New York opens an hour earlier in Greenwich and is as long as any other", () => {
    const place = placeIn("America/New_York", "US", "US-NY");
    const span = (date: string) => permittedTime(law(), place, [utc(`${date}T06:00`), utc(`${date}T06:00`) + DAY_MS]);
    expect(span("2026-03-07")).toEqual([[utc("2026-03-07T13:00"), utc("2026-03-08T02:00")]]);
    expect(span("2026-03-08")).toEqual([[utc("2026-03-08T12:00"), utc("2026-03-09T01:00")]]);
  });

  it("the 25-hour day in New York opens an hour later in Greenwich", () => {
    const place = placeIn("America/New_York", "US", "US-NY");
    const from = utc("2026-11-01T06:00");
    expect(permittedTime(law(), place, [from, from + DAY_MS])).toEqual([[utc("2026-11-01T13:00"), utc("2026-11-02T02:00")]]);
  });

  it("a person who may be anywhere in the United States has the hours that every state leaves", () => {
    const place: Place = { zones: ["America/New_York"], jurisdictions: ["US"], source: "country" };
    expect(day(place, "2026-11-23")).toBe("10:00-18:00");
    expect(day(place, "2026-11-21")).toBe("10:00-17:00");
    expect(day(place, "2026-11-22")).toBe("");
    expect(day(place, "2026-12-25")).toBe("");
  });

  it("an address in one state and a number of another keep the hours of both", () => {
    const place = placeOf({ phone: "+15025550100", region: "US-RI" });
    expect(day(place, "2026-11-23", { zone: "America/New_York" })).toBe("10:00-18:00");
  });

  it("a holiday is that of the zone's own date", () => {
    const place = placeIn("Europe/Paris", "FR");
    // 23:30 in Greenwich on Christmas Eve is Christmas in Paris.
    expect(permittedTime(law(), place, [utc("2026-12-24T00:00"), utc("2026-12-26T12:00")])).toEqual([
      [utc("2026-12-24T09:00"), utc("2026-12-24T12:00")],
      [utc("2026-12-24T13:00"), utc("2026-12-24T19:00")],
    ]);
  });
});

describe("law that is not known", () => {
  it.each([
    ["a country that is not in the rulebook", "+971501234567", "telemarketing", "unknown-jurisdiction"],
    ["a number that is nowhere", "+18005550100", "telemarketing", "unknown-place"],
    ["a country whose rules do not speak of debts", "+33140000000", "debt", "unknown-rule"],
  ] as const)("forbids the call: %s", (_title, phone, callKind, code) => {
    const decision = decideCall(question({ phone, place: numbered(phone), campaign: { callKind } }));
    expect([decision.answer, codes(decision)]).toEqual(["never", [code]]);
    expect(permittedTime(law(callKind), numbered(phone), [utc("2026-11-23T00:00"), utc("2026-11-30T00:00")])).toEqual([]);
    expect(isPlaceOpen(terms({ callKind }), numbered(phone), utc("2026-11-23T12:00"))).toEqual({ open: false, nextAt: null });
  });

  it("a clock without a law forbids it too", () => {
    const decision = decideCall(question({ place: { zones: ["America/New_York"], jurisdictions: [], source: "explicit-zone" } }));
    expect(codes(decision)).toEqual(["unknown-jurisdiction"]);
  });

  it("one unknown jurisdiction among several forbids it", () => {
    const place: Place = { zones: ["America/New_York"], jurisdictions: ["AE", "US", "US-NY"], source: "test" };
    expect(legalRulesOf({ ...law(), jurisdictions: place.jurisdictions })).toMatchObject({
      unknown: "unknown-jurisdiction",
      unknownIn: ["AE"],
    });
    expect(decideCall(question({ place })).answer).toBe("never");
  });

  it("days before the first rule of a country are days without a call", () => {
    const place = placeIn("Europe/Warsaw", "PL");
    // Poland's telemarketing law of 2024-11-10 is the first of it in the rulebook.
    expect(permittedTime(law(), place, [utc("2024-11-08T00:00"), utc("2024-11-11T00:00")])).toEqual([
      [local("Europe/Warsaw", "2024-11-10T00:00"), utc("2024-11-11T00:00")],
    ]);
  });

  it("an informational call in a country that speaks of sales calls only borrows their hours, and says so", () => {
    const answer = legalRulesOf({ ...law("informational"), jurisdictions: ["FR"] });
    expect(answer.unknown).toBeNull();
    expect(answer.borrowed.has("fr-optin")).toBe(true);
    const decision = decideCall(
      question({
        place: placeIn("Europe/Paris", "FR"),
        now: local("Europe/Paris", "2026-11-23T13:30"),
        campaign: { callKind: "informational" },
      }),
    );
    expect(codes(decision)).toEqual(["outside-legal-hours"]);
    expect(JSON.stringify(decision)).toContain("Borrowed");
  });
});

describe("what a legal reason says", () => {
  const inRhodeIsland = (iso: string, more: Parameters<typeof question>[0] = {}) =>
    question({
      place: placeIn("America/New_York", "US", "US-RI"),
      now: local("America/New_York", iso),
      campaign: { callingWindow: hours("00:00-24:00") },
      history: { registers: [], consents: [consent({ basis: "written" })] },
      ...more,
    });
  const reasons = (asked: Parameters<typeof decideCall>[0]) => {
    const decision = decideCall(asked);
    return decision.answer === "call"
      ? []
      : decision.reasons.filter(({ citation, code }) => citation !== null && !code.startsWith("register"));
  };

  it("names the rule with its first day, the law and how sure it is, and the hour there in plain words", () => {
    expect(reasons(inRhodeIsland("2026-11-23T18:30"))).toEqual([
      {
        code: "outside-legal-hours",
        rule: "us-ri@-",
        citation: expect.stringContaining("5-61-3.6") as string,
        confidence: "high",
        detail: "Rhode Island: calls on a weekday only from 09:00 to 18:00; it is 18:30 of 2026-11-23 in America/New_York.",
        until: local("America/New_York", "2026-11-24T09:00"),
      },
    ]);
  });

  it.each([
    ["a day without calls", "2026-11-22T12:00", "banned-day", "no calls on a Sunday"],
    ["a holiday", "2026-12-25T12:00", "legal-holiday", "no calls on a holiday; it is 12:00 of 2026-12-25 (Christmas"],
    ["an end that is too close for the call to ring", "2026-11-23T17:59:30", "outside-legal-hours", "could ring past the end"],
  ])("tells %s", (_title, iso, code, words) => {
    expect(reasons(inRhodeIsland(iso))).toEqual([expect.objectContaining({ code, detail: expect.stringContaining(words) as string })]);
  });

  it("says each law that forbids the hour, and no other", () => {
    const rules = reasons(inRhodeIsland("2026-11-23T05:00")).map(({ rule }) => rule);
    expect(rules.toSorted()).toEqual(["us-ri@-", "us-tcpa@2003-10-01", "us-tsr@2003-10-01"]);
  });

  it("says that the Sunday of South Dakota is uncertain, and keeps it", () => {
    const place = placeIn("America/Chicago", "US", "US-SD");
    const sunday = question({ place, now: local("America/Chicago", "2026-11-22T12:00") });
    const [found] = reasons(sunday).filter(({ rule }) => rule === "us-sd@-");
    expect(found).toMatchObject({ code: "banned-day", confidence: "low" });
    expect(found?.detail).toContain("uncertain");
  });
});

describe("a rule's days", () => {
  it("are its first and its last, both included", () => {
    const [rule] = RULEBOOK.filter(({ id }) => id === "fr-2023");
    expect(rule).toBeDefined();
    if (!rule) return;
    const dayOf = (date: string) => utc(`${date}T00:00`) / DAY_MS;
    expect(["2023-02-28", "2023-03-01", "2026-08-10", "2026-08-11"].map((date) => inForceOn(rule, dayOf(date)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("that cannot be read do not end it", () => {
    const [rule] = RULEBOOK;
    expect(rule && inForceOn({ ...rule, effectiveFrom: "soon", effectiveTo: "later" }, 20_000)).toBe(true);
  });
});
