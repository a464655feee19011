import { expect, it } from "vitest";
import { registerDemands } from "../../../campaigns/compliance/register-demands.ts";
import type { LegalRule } from "../../../campaigns/compliance/rulebook/legal-rule.ts";

it("a register that several rules demand is asked by the strictest of them", () => {
  const rule = (id: string, jurisdiction: string, mostAgeDays: number | null) =>
    ({ id, jurisdiction, scrub: mostAgeDays === null ? null : { register: "us-national", mostAgeDays } }) as LegalRule;
  const demands = registerDemands([rule("us-ma", "US-MA", 92), rule("us-tsr", "US", 31), rule("us-fl", "US-FL", null)]);
  expect([...demands.values()]).toEqual([
    { register: "us-national", kind: "national", jurisdiction: "US", mostAgeDays: 31, rules: ["us-ma", "us-tsr"] },
  ]);
});

it("the rulebook demands the registry of the United States and the lists of states", () => {
  const demands = registerDemands();
  expect(demands.get("us-national")).toMatchObject({ kind: "national", jurisdiction: "US", mostAgeDays: 31 });
  expect(demands.get("us-tx")).toMatchObject({ kind: "state", jurisdiction: "US-TX" });
});
