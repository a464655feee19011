/** Faults that show only when rules are laid beside each other: parents, successors, parts of a state. */
import type { Hours, LegalRule } from "../rulebook/legal-rule.ts";
import { type Fault, faultIn, inForceDays, overlapInTime, shown, unless } from "./fault.ts";

export type Rules = { all: readonly LegalRule[]; byId: ReadonlyMap<string, LegalRule> };

/** "us-pa-2026" and "us-pa" are of one family: the same law at different times. */
const familyOf = ({ id }: LegalRule): string => id.replace(/-(19|20)\d{2}$/, "");

const isAtOrAbove = (upper: string, lower: string): boolean => upper === lower || lower.startsWith(`${upper}-`);

function parentFaults(rule: LegalRule, { byId }: Rules): Fault[] {
  return rule.inherits.flatMap((id, index) => {
    const field = `inherits[${index}]`;
    const parent = byId.get(id);
    if (!parent) return [faultIn(field, id, "the id of a rule that exists")];
    return [
      ...unless(parent !== rule, faultIn(field, id, "another rule than itself")),
      ...unless(
        isAtOrAbove(parent.jurisdiction, rule.jurisdiction),
        faultIn(field, `${id} (${parent.jurisdiction})`, `a rule of ${rule.jurisdiction} or of the country above it`),
      ),
      ...unless(overlapInTime(rule, parent), faultIn(field, id, "a parent that is in force at the same time")),
    ];
  });
}

function successionFaults(rule: LegalRule, { byId }: Rules): Fault[] {
  if (rule.replaces === undefined) return [];
  const replaced = byId.get(rule.replaces);
  if (!replaced || replaced === rule) return [faultIn("replaces", rule.replaces, "the id of another rule")];
  const [first] = inForceDays(rule);
  const [, last] = inForceDays(replaced);
  return [
    ...unless(replaced.jurisdiction === rule.jurisdiction, faultIn("replaces", rule.replaces, `a rule of ${rule.jurisdiction}`)),
    ...unless(
      Number.isFinite(first) && last === first - 1,
      faultIn(
        "replaces",
        `${replaced.id}, which ends on ${replaced.effectiveTo ?? "no day"}, before a beginning on ${rule.effectiveFrom ?? "no day"}`,
        "a rule that ends on the day before this one begins",
      ),
    ),
  ];
}

function familyFaults(rule: LegalRule, { all }: Rules): Fault[] {
  const rivals = all.filter(
    (other) =>
      other !== rule &&
      other.id < rule.id &&
      other.jurisdiction === rule.jurisdiction &&
      familyOf(other) === familyOf(rule) &&
      overlapInTime(other, rule),
  );
  return rivals.map(({ id, effectiveFrom, effectiveTo }) => ({
    field: "effectiveFrom",
    found: `in force at the same time as ${id} (${effectiveFrom ?? "…"} to ${effectiveTo ?? "…"})`,
    expected: "one rule of a family at a time",
  }));
}

const DAYS = ["weekday", "saturday", "sunday", "holiday"] as const;

function hoursOn({ hours }: LegalRule, day: (typeof DAYS)[number]): Hours | "same" {
  const own = hours[day];
  return own === "same" && day !== "holiday" ? hours.weekday : own;
}

/**
 * Hours are reckoned for a whole state, without postal codes, so a part of one must not have its own.
 */
function partFaults(rule: LegalRule, { byId }: Rules): Fault[] {
  if (!rule.onlyIn) return [];
  const { postalPrefixes } = rule.onlyIn;
  const parents = rule.inherits.flatMap((id) => byId.get(id) ?? []);
  return [
    ...unless(postalPrefixes.length > 0, faultIn("onlyIn.postalPrefixes", postalPrefixes, "at least one")),
    ...postalPrefixes.flatMap((prefix, index) =>
      unless(
        /^[A-Z0-9]{1,10}$/.test(prefix),
        faultIn(`onlyIn.postalPrefixes[${index}]`, prefix, "how a postal code begins, without spaces"),
      ),
    ),
    ...DAYS.flatMap((day) => {
      const own = hoursOn(rule, day);
      const isHarmless = own === "unrestricted" || own === "same" || parents.some((parent) => shown(hoursOn(parent, day)) === shown(own));
      return unless(isHarmless, faultIn(`hours.${day}`, own, "no hours, or those of a parent: a part of a state cannot have its own"));
    }),
  ];
}

/** The faults of one rule beside the others. */
export const faultsBetween = (rule: LegalRule, rules: Rules): readonly Fault[] => [
  ...unless(rules.byId.get(rule.id) === rule, faultIn("id", rule.id, "an id of its own")),
  ...parentFaults(rule, rules),
  ...successionFaults(rule, rules),
  ...familyFaults(rule, rules),
  ...partFaults(rule, rules),
];
