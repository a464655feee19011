/** Which registers the laws of the rulebook demand to be asked, and how old the answer may be. */
import type { RegisterScrub } from "./decision.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";
import { RULEBOOK } from "./rulebook/rulebook.ts";

export type RegisterDemand = {
  /** "us-national" */
  register: string;
  kind: RegisterScrub["kind"];
  jurisdiction: string;
  /** The strictest of the rules. */
  mostAgeDays: number;
  /** Ids of the rules that demand it. */
  rules: readonly string[];
};

/** By the name of the register. A register of a country is national, one of a state is the state's. */
export function registerDemands(rules: readonly LegalRule[] = RULEBOOK): Map<string, RegisterDemand> {
  const demands = new Map<string, RegisterDemand>();
  for (const { id, jurisdiction, scrub } of rules) {
    if (!scrub) continue;
    const { register, mostAgeDays } = scrub;
    const before = demands.get(register);
    // A register that a state demands as well as its country is the country's.
    const whose = before && before.jurisdiction.length <= jurisdiction.length ? before.jurisdiction : jurisdiction;
    demands.set(register, {
      register,
      kind: whose.includes("-") ? "state" : "national",
      jurisdiction: whose,
      mostAgeDays: Math.min(mostAgeDays, before?.mostAgeDays ?? mostAgeDays),
      rules: [...(before?.rules ?? []), id],
    });
  }
  return demands;
}
