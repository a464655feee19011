import { describe, expect, it } from "vitest";
import type { NumberType } from "../../../campaigns/compliance/decision.ts";
import { numberTypeRule } from "../../../campaigns/compliance/number-type-rule.ts";
import { ringTimeRule } from "../../../campaigns/compliance/ring-time-rule.ts";
import { PLACES, saysOf } from "./law-says.ts";
import { consent, question } from "./questions.ts";

const banned = ["us-az mobile-ban never"];

describe("Arizona's ban on sales calls to mobiles", () => {
  const asked = (numberType: NumberType) => question({ place: PLACES.arizona, subject: { numberType } });

  it.each<[NumberType, string[]]>([
    ["landline", []],
    ["mobile", banned],
    ["unknown", banned],
    ["pager" as NumberType, banned],
  ])("a number of type %s: %s", (numberType, expected) => {
    expect(saysOf(numberTypeRule, asked(numberType))).toEqual(expected);
  });

  it("says that a number of unknown type is taken for a mobile", () => {
    expect(numberTypeRule.judge(asked("unknown"))[0]?.detail).toContain("The number's type is not known, so it is taken for a mobile.");
    expect(numberTypeRule.judge(asked("mobile"))[0]?.detail).not.toContain("not known");
  });

  it("is lifted by prior consent, and for a callback that was asked for", () => {
    const subject = { numberType: "mobile" } as const;
    expect(saysOf(numberTypeRule, question({ place: PLACES.arizona, subject, history: { consents: [consent()] } }))).toEqual([]);
    expect(saysOf(numberTypeRule, question({ place: PLACES.arizona, subject, campaign: { callKind: "requested-callback" } }))).toEqual([]);
  });

  it("is not for calls that sell nothing, nor for other states", () => {
    const subject = { numberType: "mobile" } as const;
    expect(saysOf(numberTypeRule, question({ place: PLACES.arizona, subject, campaign: { callKind: "informational" } }))).toEqual([]);
    expect(saysOf(numberTypeRule, question({ place: PLACES.ohio, subject }))).toEqual([]);
  });
});

describe("how long a call rings", () => {
  it.each([
    ["Ohio: 15 seconds at least", PLACES.ohio, 14, ["us-tcpa ring-time held", "us-tsr ring-time held"]],
    ["Ohio: 15 seconds are enough", PLACES.ohio, 15, []],
    ["Ohio: no law says how long at most", PLACES.ohio, 600, []],
    ["the District of Columbia: 15 rings at most, which are 90 seconds", PLACES.washingtonDc, 90, []],
    ["the District of Columbia: one second more", PLACES.washingtonDc, 91, ["us-dc ring-time held"]],
    ["the United Kingdom: 15 seconds at least", PLACES.unitedKingdom, 10, ["gb-ofcom ring-time held"]],
  ])("%s", (_title, place, ringTimeoutSeconds, expected) => {
    expect(saysOf(ringTimeRule, question({ place, campaign: { ringTimeoutSeconds } })).sort()).toEqual(expected);
  });
});
