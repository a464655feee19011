/**
 * Does the rulebook make sense? It is asked once, when the rulebook is loaded: a rule that contradicts itself or another
 * one stops everything, since nobody can say what it would allow.
 */

import type { LegalRule } from "./rulebook/legal-rule.ts";
import { conditionFaults } from "./rulebook-check/condition-faults.ts";
import type { Fault, KnownNames } from "./rulebook-check/fault.ts";
import { faultsBetween } from "./rulebook-check/faults-between.ts";
import { figureFaults } from "./rulebook-check/figure-faults.ts";
import { hoursFaults } from "./rulebook-check/hours-faults.ts";
import { identityFaults } from "./rulebook-check/identity-faults.ts";

/** What is wrong: in which rule and field, what was found and what was expected. */
export type RuleFault = Fault & { rule: string };

const CHECKS = [identityFaults, hoursFaults, figureFaults, conditionFaults];

/** Everything that is wrong with the rules, rule by rule; none: they may be used. */
export function rulebookFaults(rules: readonly LegalRule[], known: KnownNames): RuleFault[] {
  const byId = new Map<string, LegalRule>();
  for (const rule of rules) if (!byId.has(rule.id)) byId.set(rule.id, rule);
  return rules.flatMap((rule) =>
    [...CHECKS.flatMap((check) => check(rule, known)), ...faultsBetween(rule, { all: rules, byId })].map((fault) => ({
      rule: rule.id,
      ...fault,
    })),
  );
}

/** The rulebook contradicts itself. Trying again does not help: a rule must be mended. */
export class RulebookContradiction extends Error {
  readonly code = "rulebook-contradiction";
  readonly faults: readonly RuleFault[];

  constructor(faults: readonly RuleFault[]) {
    const lines = faults.map(({ rule, field, found, expected }) => `${rule}: ${field}: found ${found}, expected ${expected}.`);
    super(`The rulebook contradicts itself, so nothing may be decided by it.\n${lines.join("\n")}`);
    this.name = "RulebookContradiction";
    this.faults = faults;
  }
}

/**
 * The same rules, when nothing is wrong with them.
 * @throws {RulebookContradiction} with every fault that was found.
 */
export function checkedRulebook(rules: readonly LegalRule[], known: KnownNames): readonly LegalRule[] {
  const faults = rulebookFaults(rules, known);
  if (faults.length > 0) throw new RulebookContradiction(faults);
  return rules;
}
