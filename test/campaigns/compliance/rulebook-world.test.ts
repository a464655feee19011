import { describe, expect, it } from "vitest";
import type { Condition } from "../../../campaigns/compliance/condition.ts";
import { isHoliday } from "../../../campaigns/compliance/holidays/calendars.ts";
import type { Hours, LegalRule, Lifts } from "../../../campaigns/compliance/rulebook/legal-rule.ts";
import { RULEBOOK, RULEBOOK_VERSION, ruleById, rulesOf } from "../../../campaigns/compliance/rulebook/rulebook.ts";
import { dayNumber } from "../../../campaigns/contacts/local-time.ts";

function ruleNamed(id: string): LegalRule {
  const rule = ruleById(id);
  if (!rule) throw new Error(`No rule ${id}.`);
  return rule;
}

const written = (hours: Hours | "same"): string =>
  typeof hours === "string" ? hours : hours.map(([opensAt, closesAt]) => `${opensAt}-${closesAt}`).join(" ");

const week = ({ hours }: LegalRule): string[] => [hours.weekday, hours.saturday, hours.sunday, hours.holiday].map(written);

const capsOf = ({ caps }: LegalRule): string => caps.map(({ attempts, hours, per }) => `${attempts}/${hours}h/${per}`).join(" ");

/** What a condition lifts of a rule. */
const liftedBy = (id: string, when: Condition): Lifts[] =>
  ruleNamed(id)
    .exemptions.filter((exemption) => exemption.when === when)
    .flatMap(({ lifts }) => [...lifts]);

const NO_HOURS = ["unrestricted", "same", "same", "same"];
const CANADA = ["09:00-21:30", "10:00-18:00", "10:00-18:00"];
const FRANCE = ["10:00-13:00 14:00-20:00", "banned", "banned", "banned"];

/** Read on 2026-11-21: id, hours, oldest answer of the register in days, years of records, confidence. */
const READ: readonly [id: string, hours: string[], scrubDays: number | null, retentionYears: number | null, confidence: string][] = [
  ["ca-utr", [...CANADA, "same"], 31, 3, "medium"],
  ["ca-adad", [...CANADA, "same"], null, null, "medium"],
  ["ca-bc", [...CANADA, "banned"], null, null, "high"],
  ["gb-ofcom", NO_HOURS, null, null, "medium"],
  ["gb-pecr", NO_HOURS, 28, null, "high"],
  ["ie", NO_HOURS, 28, null, "medium"],
  ["fr-optin", FRANCE, null, 3, "medium"],
  ["fr-2023", FRANCE, 30, null, "high"],
  ["de", NO_HOURS, null, 5, "high"],
  ["es", ["09:00-21:00", "banned", "banned", "banned"], null, null, "high"],
  ["it", ["09:00-20:00", "10:00-19:00", "banned", "banned"], 15, null, "medium"],
  ["pt", ["09:00-22:00", "same", "same", "same"], null, null, "medium"],
  ["nl", NO_HOURS, null, null, "medium"],
  ["be", NO_HOURS, 5, null, "low"],
  ["pl", NO_HOURS, null, null, "high"],
  ["ro-debt", ["09:00-20:00", "banned", "banned", "banned"], null, null, "low"],
  ["ro", NO_HOURS, null, null, "low"],
  ["lt", NO_HOURS, null, null, "low"],
  ["dk", NO_HOURS, 15, null, "high"],
  ["ua-debt", ["09:00-20:00", "banned", "banned", "banned"], null, null, "high"],
  ["au", ["09:00-20:00", "09:00-17:00", "banned", "banned"], 30, null, "high"],
  ["nz", NO_HOURS, null, null, "low"],
  ["in", ["09:00-21:00", "same", "same", "same"], null, null, "low"],
  ["in-debt", ["08:00-19:00", "same", "same", "same"], null, null, "low"],
  ["sg", NO_HOURS, 21, null, "medium"],
  ["br", NO_HOURS, 30, null, "medium"],
  ["mx", NO_HOURS, 30, null, "medium"],
  ["mx-debt", ["07:00-22:00", "banned", "banned", "banned"], null, null, "low"],
  ["co", ["07:00-19:00", "08:00-15:00", "banned", "banned"], null, null, "medium"],
  ["za", ["08:00-20:00", "09:00-13:00", "banned", "banned"], null, null, "high"],
  ["jp", NO_HOURS, null, null, "low"],
];

describe("the rulebook outside the United States", () => {
  it("has every rule that was read", () => {
    expect(READ.filter(([id]) => !ruleById(id))).toEqual([]);
    expect(READ).toHaveLength(31);
  });

  it.each(READ)("%s has the hours and figures that were read", (id, hours, scrubDays, retentionYears, confidence) => {
    const rule = ruleNamed(id);
    expect(week(rule)).toEqual(hours);
    expect(rule).toMatchObject({ retentionYears, confidence });
    expect(rule.scrub?.mostAgeDays ?? null).toBe(scrubDays);
  });

  it("says what is uncertain wherever the confidence is low", () => {
    const silent = RULEBOOK.filter(
      ({ jurisdiction, confidence, notes }) => !jurisdiction.startsWith("US") && confidence === "low" && notes.length === 0,
    );
    expect(silent).toEqual([]);
  });

  it("finds the rules of a jurisdiction without those of the country above", () => {
    expect(rulesOf("CA-BC").map(({ id }) => id)).toEqual(["ca-bc"]);
    expect(rulesOf("JP").map(({ id }) => id)).toEqual(["jp", "jp-debt"]);
    expect(rulesOf("ZZ")).toEqual([]);
    expect(ruleById("zz")).toBeUndefined();
  });

  it("is called by the day of reading and a digest", () => {
    expect(RULEBOOK_VERSION).toMatch(/^\d{4}-\d{2}-\d{2}\+[0-9a-f]{8}$/);
  });
});

describe("traps that dialers fall into", () => {
  it("France closes for lunch, on weekends and on holidays, overseas by the local clock", () => {
    expect(week(ruleNamed("fr-optin"))).toEqual(FRANCE);
    expect(ruleNamed("fr-optin")).toMatchObject({ jurisdiction: "FR", holidays: "fr" });
    expect(ruleNamed("fr-optin").clock).toBeUndefined();
  });

  it.each(["fr-2023", "fr-optin"])("%s allows four attempts in 30 days and none in the 60 full days after the day of a refusal", (id) => {
    expect(capsOf(ruleNamed(id))).toBe("4/720h/person");
    expect(ruleNamed(id).coolDowns).toMatchObject([{ after: "refusal", per: "person", about: "anything", hours: 61 * 24 }]);
  });

  it("France asks for consent, for a year, from 2026-08-11 and not a day before", () => {
    expect(ruleNamed("fr-2023")).toMatchObject({ effectiveFrom: "2023-03-01", effectiveTo: "2026-08-10", consent: null });
    expect(ruleNamed("fr-optin")).toMatchObject({
      effectiveFrom: "2026-08-11",
      effectiveTo: null,
      replaces: "fr-2023",
      consent: { level: "express", lifeDays: 365 },
    });
  });

  it("the Netherlands lets customers be called until 2026-06-30 only", () => {
    expect(ruleNamed("nl-2021")).toMatchObject({ effectiveFrom: "2021-07-01", effectiveTo: "2026-06-30" });
    expect(liftedBy("nl-2021", "customer")).toEqual(["consent"]);
    expect(ruleNamed("nl")).toMatchObject({ effectiveFrom: "2026-07-01", effectiveTo: null, consent: { level: "express" } });
    expect(liftedBy("nl", "customer")).toEqual([]);
  });

  it("a Saturday ends at 13:00 in South Africa, at 15:00 in Colombia and at 17:00 in Australia", () => {
    const ends = ["za", "co", "au"].map((id) => written(ruleNamed(id).hours.saturday));
    expect(ends).toEqual(["09:00-13:00", "08:00-15:00", "09:00-17:00"]);
  });

  it.each([
    ["ca-bc", "ca-bc"],
    ["fr-optin", "fr"],
    ["es", "es"],
    ["it", "it"],
    ["ro-debt", "ro"],
    ["ua-debt", "ua"],
    ["au", "au-national"],
    ["mx-debt", "mx"],
    ["co", "co"],
    ["za", "za"],
  ])("%s is silent on the holidays of the calendar %s", (id, holidays) => {
    expect(ruleNamed(id)).toMatchObject({ holidays, hours: { holiday: "banned" } });
  });

  it.each([
    ["ca-bc", "1/720h/person"],
    ["ro-debt", "2/168h/person"],
    ["ua-debt", "2/24h/person"],
    ["co", "1/24h/person 1/168h/person"],
  ])("%s allows %s attempts", (id, caps) => {
    expect(capsOf(ruleNamed(id))).toBe(caps);
  });

  it("the day before a holiday in Italy is as short as a Saturday", () => {
    expect(week(ruleNamed("it-eves"))).toEqual(["unrestricted", "same", "same", written(ruleNamed("it").hours.saturday)]);
    const isEve = (day: number): boolean => isHoliday({ calendar: "it-eve", jurisdictions: ["IT"], dayNumber: dayNumber(2026, 6, day) });
    // 2 June is the Festa della Repubblica.
    expect([1, 2, 3].map(isEve)).toEqual([true, false, false]);
  });

  it("Ukraine lets a machine dial one debtor for 30 minutes a day", () => {
    expect(ruleNamed("ua-debt").autodialMinutesPerDay).toBe(30);
  });

  it("an abandoned call in the United Kingdom is followed by 72 hours of silence, for every purpose, unless an agent is held", () => {
    const rule = ruleNamed("gb-ofcom");
    expect(rule.coolDowns[0]).toMatchObject({ after: "abandoned", per: "number", hours: 72, unlessAgentHeld: true });
    expect(rule.covers).toEqual(expect.arrayContaining(["telemarketing", "debt", "informational", "research", "fundraising"]));
  });

  it("the United Kingdom counts abandoned calls by the day, Canada by the month", () => {
    expect(ruleNamed("gb-ofcom").abandonment).toMatchObject({
      mostShare: 0.03,
      window: "day",
      countedFrom: "start-of-speech",
      message: { mustName: ["caller", "callback-number"] },
    });
    expect(ruleNamed("ca-utr").abandonment).toMatchObject({ mostShare: 0.05, window: "month" });
  });

  it("Ireland lets mobiles be called with consent or as customers only", () => {
    expect(ruleNamed("ie").numberTypeBan).toMatchObject({ type: "mobile", unless: ["consent", "customer"] });
  });

  it("lenders in Japan keep silent from 21:00 to 08:00, as is believed", () => {
    expect(week(ruleNamed("jp-debt"))).toEqual(["08:00-21:00", "same", "same", "same"]);
    expect(ruleNamed("jp")).toMatchObject({ covers: ["telemarketing"] });
  });

  it("a date of a detail does not put off the hours of Spain, Germany or Brazil", () => {
    for (const id of ["es", "de", "br"])
      expect(ruleNamed(id)).toMatchObject({ effectiveFrom: null, datesNote: expect.stringContaining("20") });
  });
});

describe("recorded sales calls", () => {
  it.each(["ca-adad", "gb-pecr-automated", "de-automated", "pt-automated", "nl-automated", "be", "ro", "pl"])(
    "%s demands consent",
    (id) => {
      expect(ruleNamed(id).consent?.for).toContain("prerecorded-telemarketing");
    },
  );

  it.each(["gb-pecr", "pt", "be", "ro"])("%s demands none of a live call", (id) => {
    expect(ruleNamed(id).consent?.for ?? []).not.toContain("telemarketing");
  });

  it("no relationship and no trade excuses a machine in Canada, Germany or the Netherlands", () => {
    for (const id of ["ca-adad", "de-automated", "nl-automated"])
      expect(ruleNamed(id).exemptions.filter(({ when }) => when !== null)).toEqual([]);
  });
});

describe("what a condition lifts", () => {
  it.each<[string, Condition, Lifts[]]>([
    ["ca-utr", "purchase", ["register"]],
    ["ca-utr", "consent", ["register"]],
    ["fr-2023", "agreed-time", ["hours", "holidays"]],
    ["fr-2023", "contract", ["register"]],
    ["fr-optin", "contract", ["consent"]],
    ["fr-optin", "press", ["consent"]],
    ["fr-optin", "agreed-time", []],
    ["de", "business", ["consent"]],
    ["es", "customer", ["consent"]],
    ["nl", "charity", ["consent"]],
    ["nl", "press", ["consent"]],
    ["nl", "lottery", ["consent"]],
    ["dk", "books", ["consent"]],
    ["dk", "press", ["consent"]],
    ["dk", "insurance", ["consent"]],
    ["dk", "rescue", ["consent"]],
    ["dk", "consent", ["register"]],
    ["pl", "business", []],
    ["gb-pecr", "consent", ["register"]],
    ["ie", "customer", ["register"]],
    ["pt", "agreed-time", ["hours"]],
    ["au", "agreed-time", ["hours", "holidays"]],
    ["au", "charity", ["register"]],
    ["za", "agreed-time", ["hours", "holidays"]],
    ["za", "request", []],
    ["sg", "consent", ["register"]],
    ["sg", "customer", []],
    ["co", "transaction-message", ["everything"]],
    ["co", "request", []],
  ])("in %s, %s lifts %j", (id, when, lifts) => {
    expect(liftedBy(id, when)).toEqual(lifts);
  });

  it.each<[string, Condition, number]>([
    ["ca-utr", "purchase", 546],
    ["ca-utr", "inquiry", 181],
    ["es", "customer", 365],
    ["nl-2021", "customer", 1095],
  ])("in %s, %s counts for %i days", (id, when, days) => {
    expect(ruleNamed(id).exemptions.find((exemption) => exemption.when === when)?.withinDays).toBe(days);
  });
});

describe("the number that is shown", () => {
  it.each([
    ["au", /30 days/],
    ["fr-optin", /assigned to the business/],
    ["fr-optin", /hidden/],
    ["fr-optin", /barred/],
    ["in", /140 series/],
    ["in", /1600 series/],
    ["es", /code of their own/],
    ["br", /Origem Verificada/],
    ["ca-utr", /hiding it is forbidden/],
    ["ca-bc", /blocked/],
    ["ua-debt", /hidden/],
    ["sg", /conceal/],
    ["nl", /anonymous/],
  ])("%s has a duty about it that says %s", (id, words) => {
    expect(ruleNamed(id).callerId.join(" ")).toMatch(words);
  });
});
