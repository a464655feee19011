import { describe, expect, it } from "vitest";
import type { LegalRule } from "../../../campaigns/compliance/rulebook/legal-rule.ts";
import { RULEBOOK } from "../../../campaigns/compliance/rulebook/rulebook.ts";

const US_RULES = RULEBOOK.filter(({ jurisdiction }) => jurisdiction === "US" || jurisdiction.startsWith("US-"));

function ruleOf(id: string): LegalRule {
  const rule = US_RULES.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id} in the rulebook`);
  return rule;
}

const ADAD = ["prerecorded-telemarketing"];

describe("how often in the United States", () => {
  it.each([
    ["Florida: 3 in 24 hours on one subject, over all numbers", "us-fl", ["person same-subject 3/24"]],
    ["Oklahoma: the same", "us-ok", ["person same-subject 3/24"]],
    ["Maryland: the same", "us-md", ["person same-subject 3/24"]],
    ["Oregon: 3 in 24 hours, whatever the subject", "us-or", ["person anything 3/24"]],
    ["Regulation F: 7 in 7 days about one debt", "us-regf", ["person same-debt 7/168"]],
    ["Massachusetts: 2 in 7 days and 2 in 30 about one debt", "us-ma-debt", ["person same-debt 2/168", "person same-debt 2/720"]],
    ["New York City: 3 in 7 days about one debt", "us-ny-nyc-debt", ["person same-debt 3/168"]],
    ["a machine calls a number in Maine once in 8 hours", "us-me-adad", ["number anything 1/8"]],
    [
      "recordings that sell nothing: 3 in 30 days; healthcare 3 a week and 1 a day",
      "us-tcpa-prerecorded-exempt",
      ["number anything 3/720", "number anything 3/168 healthcare", "number anything 1/24 healthcare"],
    ],
    ["the federal rules on sales calls know no cap", "us-tsr", []],
  ])("%s", (_title, id, caps) => {
    const readable = ruleOf(id).caps.map((cap) =>
      [cap.per, cap.about, `${cap.attempts}/${cap.hours}`, cap.when].filter((word) => word !== undefined).join(" "),
    );
    expect(readable).toEqual(caps);
  });

  it.each([
    ["Regulation F: 7 days of silence after a conversation about the debt", "us-regf", "conversation", "person", 168],
    ["Washington: a year on every number of somebody who wants no calls", "us-wa", "do-not-call-request", "person", 8760],
    ["Nevada: a machine never calls back somebody who hung up", "us-nv-adad", "hung-up", "number", 876_000],
    ["District of Columbia: no call after a stated refusal", "us-dc", "do-not-call-request", "person", 876_000],
  ])("%s", (_title, id, after, per, hours) => {
    expect(ruleOf(id).coolDowns).toEqual([expect.objectContaining({ after, per, hours })]);
  });

  it("New York City's rule holds in the five boroughs and not on Long Island", () => {
    const prefixes = ruleOf("us-ny-nyc-debt").onlyIn?.postalPrefixes ?? [];
    const isIn = (postalCode: string) => prefixes.some((prefix) => postalCode.startsWith(prefix));
    expect(
      ["10001", "10280", "10301", "10451", "11201", "11004", "11101", "11354", "11432", "11691"].filter((code) => !isIn(code)),
    ).toEqual([]);
    expect(["10550", "10701", "11010", "11501", "11701", "12207", "00501"].filter(isIn)).toEqual([]);
  });
});

describe("consent and number types in the United States", () => {
  it.each([
    ["a recording that advertises needs it in writing everywhere", "us-tcpa", "written", ADAD, undefined],
    ["Connecticut: in writing, for live calls too", "us-ct", "written", ["telemarketing", ...ADAD], undefined],
    ["Florida: in writing when a machine selects and dials", "us-fl", "written", ["telemarketing"], true],
    ["Florida: in writing for a recording, whoever dials", "us-fl-recorded", "written", ADAD, undefined],
    ["Maryland: in writing when a machine selects or dials", "us-md", "written", ["telemarketing", ...ADAD], true],
    ["Oklahoma: in writing when a machine selects or dials", "us-ok", "written", ["telemarketing", ...ADAD], true],
    ["Utah: for recordings", "us-ut", "express", ADAD, undefined],
  ])("%s", (_title, id, level, purposes, onlyIfAutomatic) => {
    const demand = ruleOf(id).consent;
    expect([demand?.level, demand?.for, demand?.onlyIfAutomatic]).toEqual([level, purposes, onlyIfAutomatic]);
  });

  it.each([
    ["Arizona", "us-az", ["consent", "written-consent"]],
    ["Louisiana", "us-la", ["consent", "written-consent"]],
    ["New Jersey", "us-nj", ["written-consent", "contract", "customer"]],
  ])("%s closes mobiles to unsolicited sales calls", (_title, id, unless) => {
    expect(ruleOf(id).numberTypeBan).toMatchObject({ type: "mobile", unless });
  });

  it("no other place closes mobiles", () => {
    expect(
      US_RULES.filter(({ numberTypeBan }) => numberTypeBan)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["us-az", "us-la", "us-nj"]);
  });
});

describe("exemptions in the United States", () => {
  const lifted = (id: string): string[] =>
    ruleOf(id).exemptions.flatMap(({ when, lifts, withinDays }) =>
      when === null ? [] : [`${when}${withinDays ? ` ${withinDays}d` : ""}: ${lifts.join(", ")}`],
    );

  it.each([
    [
      "a relationship lifts the register and never the federal hours",
      "us-tsr",
      ["agreed-time: hours", "purchase 546d: register", "inquiry 89d: register", "written-consent: register", "business: hours, register"],
    ],
    [
      "nothing at all lifts the hours of the FCC",
      "us-tcpa",
      ["emergency: consent", "consent: register", "purchase 546d: register", "inquiry 89d: register", "charity: register"],
    ],
    [
      "Utah: consent opens nights, Sundays and holidays",
      "us-ut",
      ["consent: hours, holidays", "purchase 546d: consent", "inquiry 546d: consent"],
    ],
    [
      "Oregon: a transaction of 18 months lifts the cap only",
      "us-or",
      ["purchase 546d: caps", "business: hours, caps", "reply: hours, caps"],
    ],
    ["New York: an agreed time", "us-ny", ["agreed-time: hours"]],
    [
      "Maryland: consent only, hours and cap stay",
      "us-md",
      ["business: consent", "charity: consent", "inquiry 89d: consent", "reply: consent"],
    ],
    ["Regulation F: consent of the last week, and the person's attorney", "us-regf", ["consent 7d: caps", "representative: caps"]],
    ["Kentucky: calls between merchants", "us-ky", ["business: hours"]],
    ["Pennsylvania until 2026: holidays only", "us-pa-2019", ["purchase 365d: holidays", "charity: holidays", "political: holidays"]],
    ["Pennsylvania now: nothing, since the text was not read", "us-pa", []],
    ["Washington: nothing, since a second statute has no exceptions", "us-wa", []],
    ["Louisiana: nothing", "us-la", []],
    ["Florida protects businesses too", "us-fl", ["customer: consent"]],
    ["Illinois protects businesses too", "us-il", []],
  ])("%s", (_title, id, expected) => {
    expect(lifted(id)).toEqual(expected);
  });

  it("lets no relationship and no consent lift hours, but for Utah's", () => {
    const relations = new Set(["purchase", "inquiry", "contract", "customer", "member", "consent", "written-consent"]);
    const lifting = US_RULES.filter(({ exemptions }) =>
      exemptions.some(({ when, lifts }) => when !== null && relations.has(when) && lifts.includes("hours")),
    );
    expect(lifting.map(({ id }) => id)).toEqual(["us-ut"]);
  });
});

describe("ringing, abandonment, registers and records in the United States", () => {
  it("a call rings for 15 seconds, and in the District of Columbia 15 times at most", () => {
    expect([ruleOf("us-tsr").ring, ruleOf("us-tcpa").ring, ruleOf("us-dc").ring]).toEqual([
      { leastSeconds: 15 },
      { leastSeconds: 15 },
      { mostRings: 15 },
    ]);
  });

  it.each(["us-tsr", "us-tcpa"])(
    "%s allows 3 in 100 live answers of a campaign in 30 days, counted from 2 seconds after the greeting",
    (id) => {
      expect(ruleOf(id).abandonment).toMatchObject({
        mostShare: 0.03,
        window: "30-days",
        denominator: "live-answers",
        connectWithinSeconds: 2,
        countedFrom: "end-of-greeting",
      });
    },
  );

  it("the FCC's message has a key to opt out, the FTC's a number to call back", () => {
    expect(ruleOf("us-tcpa").abandonment?.message?.mustName).toEqual(["caller", "purpose-telemarketing", "opt-out-number", "opt-out-key"]);
    expect(ruleOf("us-tsr").abandonment?.message?.mustName).toEqual(["caller", "callback-number"]);
    expect(ruleOf("us-va").abandonment?.message?.mustName).toEqual(["caller", "opt-out-number"]);
  });

  it.each([
    ["us-tsr", 5],
    ["us-tcpa", 5],
    ["us-pr", 5],
    ["us-ny-nyc-debt", 3],
    ["us-hi", 2],
  ])("%s keeps records for %d years", (id, years) => {
    expect(ruleOf(id).retentionYears).toBe(years);
  });

  it.each([
    ["us-tsr", "us-national", 31],
    ["us-tcpa", "us-national", 31],
    ["us-ct", "us-national", 92],
    ["us-ma", "us-ma", 92],
    ["us-tx", "us-tx", 92],
  ])("%s asks the register %s, at most %d days old", (id, register, mostAgeDays) => {
    expect(ruleOf(id).scrub).toEqual({ register, mostAgeDays });
  });

  it("Louisiana and New York stop calls in an emergency", () => {
    expect(
      US_RULES.filter(({ emergencyBan }) => emergencyBan)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["us-la", "us-ny"]);
  });

  it.each(["us-ia", "us-sd", "us-vt", "us-pr", "us-wa-debt", "us-wv-debt", "us-il-adad"])("%s says that it is not certain", (id) => {
    expect(ruleOf(id).confidence).toBe("low");
  });
});
