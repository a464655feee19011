import { describe, expect, it } from "vitest";
import { autodialMinutesRule } from "../../../campaigns/compliance/autodial-minutes-rule.ts";
import type { PlacedAttempt } from "../../../campaigns/compliance/decision.ts";
import { legalCapsRule } from "../../../campaigns/compliance/legal-caps.ts";
import { firstFreeHour, PLACES, saysOf } from "./law-says.ts";
import { attempt, consent, NOON, question } from "./questions.ts";

const ONE = "+12025550100";
const OTHER = "+12025550101";
/** Attempts so many hours ago, each from another campaign, to two numbers of the person in turn. */
const rotated = (...hoursAgo: number[]): PlacedAttempt[] =>
  hoursAgo.map((hours, index) =>
    attempt(hours, { attemptId: `a-${index}`, phone: index % 2 === 0 ? ONE : OTHER, campaignId: `campaign-${index}` }),
  );
type Asked = Parameters<typeof question>[0];
const capsOf = (asked: Asked): string[] => saysOf(legalCapsRule, question(asked));

describe("caps of the law, each by its name", () => {
  it.each<[string, NonNullable<Asked>, string[]]>([
    [
      "Florida: three in 24 hours to a person, over two numbers, three campaigns and any caller id",
      { place: PLACES.florida, history: { placed: rotated(1, 5, 20) } },
      ["us-fl legal-cap 4"],
    ],
    ["Florida: two are allowed", { place: PLACES.florida, history: { placed: rotated(1, 20) } }, []],
    ["Florida: the third is free again to the second", { place: PLACES.florida, history: { placed: rotated(1, 5, 24) } }, []],
    [
      "Florida: attempts about another subject do not count",
      {
        place: PLACES.florida,
        campaign: { subject: "roofs" },
        history: { placed: rotated(1, 2, 3).map((placed) => ({ ...placed, subject: "solar-panels" })) },
      },
      [],
    ],
    [
      "Florida: attempts about nobody knows what count as the same subject",
      { place: PLACES.florida, campaign: { subject: "roofs" }, history: { placed: rotated(1, 2, 3) } },
      ["us-fl legal-cap 21"],
    ],
    [
      "Florida: a campaign that does not say its subject counts all of them",
      { place: PLACES.florida, history: { placed: rotated(1, 2, 3).map((placed) => ({ ...placed, subject: "solar-panels" })) } },
      ["us-fl legal-cap 21"],
    ],
    ["Oregon: three in 24 hours", { place: PLACES.oregon, history: { placed: rotated(1, 2, 3) } }, ["us-or legal-cap 21"]],
    [
      "Oregon: a purchase within 18 months lifts the cap",
      { place: PLACES.oregon, history: { placed: rotated(1, 2, 3), consents: [consent({ basis: "purchase", daysAgo: 500 })] } },
      [],
    ],
    [
      "Oregon: an older purchase does not",
      { place: PLACES.oregon, history: { placed: rotated(1, 2, 3), consents: [consent({ basis: "purchase", daysAgo: 560 })] } },
      ["us-or legal-cap 21"],
    ],
    [
      "Regulation F: seven in seven days about one debt",
      {
        place: PLACES.ohio,
        campaign: { callKind: "debt" },
        subject: { debtId: "debt-1" },
        history: { placed: rotated(2, 20, 40, 60, 80, 100, 160).map((placed) => ({ ...placed, debtId: "debt-1" })) },
      },
      ["us-regf legal-cap 8"],
    ],
    [
      "Regulation F: another debt counts by itself",
      {
        place: PLACES.ohio,
        campaign: { callKind: "debt" },
        subject: { debtId: "debt-2" },
        history: { placed: rotated(2, 20, 40, 60, 80, 100, 160).map((placed) => ({ ...placed, debtId: "debt-1" })) },
      },
      [],
    ],
    [
      "Regulation F: an attempt about no known debt counts as about this one",
      {
        place: PLACES.ohio,
        campaign: { callKind: "debt" },
        subject: { debtId: "debt-2" },
        history: { placed: rotated(2, 20, 40, 60, 80, 100, 160) },
      },
      ["us-regf legal-cap 8"],
    ],
    [
      "France: four attempts in 30 days, answered or not",
      { place: PLACES.france, history: { placed: rotated(24, 240, 480, 700) } },
      ["fr-optin legal-cap 20"],
    ],
    [
      "Massachusetts: two in seven days about a debt, and two in 30 since the kind of number is not known",
      { place: PLACES.massachusetts, campaign: { callKind: "debt" }, history: { placed: rotated(10, 100) } },
      ["us-ma-debt legal-cap 68", "us-ma-debt legal-cap 620"],
    ],
    [
      "New York City: three in seven days about a debt, with a ZIP of the city",
      {
        place: PLACES.newYork,
        campaign: { callKind: "debt" },
        subject: { postalCode: "11201" },
        history: { placed: rotated(10, 50, 100) },
      },
      ["us-ny-nyc-debt legal-cap 68"],
    ],
    [
      "New York City: without a ZIP the person may live there",
      { place: PLACES.newYork, campaign: { callKind: "debt" }, history: { placed: rotated(10, 50, 100) } },
      ["us-ny-nyc-debt legal-cap 68"],
    ],
    [
      "New York City: not in Buffalo",
      {
        place: PLACES.newYork,
        campaign: { callKind: "debt" },
        subject: { postalCode: "14201" },
        history: { placed: rotated(10, 50, 100) },
      },
      [],
    ],
    [
      "Maine: one recorded call in eight hours to a number",
      { place: PLACES.maine, campaign: { callKind: "prerecorded" }, history: { placed: [attempt(3)], consents: [consent()] } },
      ["us-me-adad legal-cap 5"],
    ],
    [
      "Maine: the person's other number has its own eight hours",
      {
        place: PLACES.maine,
        campaign: { callKind: "prerecorded" },
        history: { placed: [attempt(3, { phone: OTHER })], consents: [consent()] },
      },
      [],
    ],
    [
      "British Columbia: one in 30 days about the same offer",
      {
        place: PLACES.britishColumbia,
        campaign: { subject: "windows" },
        history: { placed: [attempt(24, { subject: "windows", phone: OTHER })] },
      },
      ["ca-bc legal-cap 696"],
    ],
    [
      "British Columbia: another offer is another contact",
      { place: PLACES.britishColumbia, campaign: { subject: "windows" }, history: { placed: [attempt(24, { subject: "doors" })] } },
      [],
    ],
    [
      "Colombia: one a day, and one a week in the stricter reading",
      { place: PLACES.colombia, history: { placed: [attempt(3)] } },
      ["co legal-cap 21", "co legal-cap 165"],
    ],
  ])("%s", (_title, asked, expected) => {
    expect(capsOf(asked)).toEqual(expected);
  });

  it("stand in the reason with the law and how sure it is", () => {
    const [objection] = legalCapsRule.judge(question({ place: PLACES.florida, history: { placed: rotated(1, 2, 3) } }));
    expect(objection).toMatchObject({ legalRule: "us-fl@2021-07-01", confidence: "high" });
    expect(objection?.citation).toContain("501.616");
    expect(objection?.detail).toBe(
      "Florida: at most 3 attempts about the same subject to one person in 24 hours, and so many were placed.",
    );
  });

  it("are counted for the record, whether or not they are reached", () => {
    expect(legalCapsRule.counts?.(question({ place: PLACES.florida, history: { placed: rotated(1, 2, 30) } }))).toEqual({
      "us-fl 24h person": 2,
    });
  });

  it("of every place where the person may be hold together", () => {
    const place = { ...PLACES.florida, jurisdictions: ["US", "US-FL", "US-OR"] };
    expect(capsOf({ place, history: { placed: rotated(1, 2, 3) } })).toEqual(["us-fl legal-cap 21", "us-or legal-cap 21"]);
  });

  it("hold for a callback that the person asked for, too", () => {
    expect(capsOf({ place: PLACES.florida, campaign: { callKind: "requested-callback" }, history: { placed: rotated(1, 2, 3) } })).toEqual([
      "us-fl legal-cap 21",
    ]);
  });

  it("are borrowed by surveys where no rule speaks of them, and the reason says so", () => {
    const [objection] = legalCapsRule.judge(
      question({ place: PLACES.france, campaign: { callKind: "research" }, history: { placed: rotated(1, 2, 3, 4) } }),
    );
    expect(objection?.detail).toContain("Borrowed: no rule of FR speaks of research calls.");
  });

  it("do not hold before their law does", () => {
    // Oregon's cap is in force since 2026-01-01, on its own clock: eight in the morning in Greenwich.
    const midnight = Date.UTC(2026, 0, 1, 8);
    const placed = [1, 2, 3].map((hours) => attempt(0, { placedAt: midnight - hours * 3_600_000 }));
    expect(capsOf({ place: PLACES.oregon, now: midnight - 1, history: { placed } })).toEqual([]);
    expect(capsOf({ place: PLACES.oregon, now: midnight, history: { placed } })).toEqual(["us-or legal-cap 21"]);
  });

  it("do not hold where the campaign's administrator has waived the law", () => {
    expect(capsOf({ place: PLACES.florida, campaign: { waivedRules: ["us-fl"] }, history: { placed: rotated(1, 2, 3) } })).toEqual([]);
  });

  it("demand nothing of a call that no campaign stands behind", () => {
    expect(capsOf({ place: PLACES.florida, campaign: null, history: { placed: rotated(1, 2, 3) } })).toEqual([]);
  });
});

describe("Ukraine's half an hour a day of dialing by a machine", () => {
  const placed = (count: number): PlacedAttempt[] =>
    Array.from({ length: count }, (_, index) => attempt(1 + index / 10, { attemptId: `a-${index}` }));
  const asked = (count: number, isAutomatic = true) =>
    question({
      place: PLACES.ukraine,
      now: NOON,
      campaign: { callKind: "debt", ringTimeoutSeconds: 600, isAutomatic },
      history: { placed: placed(count) },
    });

  it("counts each attempt as long as a call may ring: three of ten minutes are all", () => {
    expect(saysOf(autodialMinutesRule, asked(2))).toEqual([]);
    expect(saysOf(autodialMinutesRule, asked(3))).toEqual(["ua-debt autodial-minutes 22.8"]);
    expect(firstFreeHour(autodialMinutesRule, asked(3))).toBe(23);
  });

  it("is not for an agent who dials by hand", () => {
    expect(saysOf(autodialMinutesRule, asked(3, false))).toEqual([]);
  });
});
