/** Where the rules of the rulebook begin to answer otherwise: between two edges contacts may be judged as one. */
import type { Condition } from "../compliance/condition.ts";
import type { LegalRule } from "../compliance/rulebook/legal-rule.ts";
import { RULEBOOK } from "../compliance/rulebook/rulebook.ts";
import { DAY_MS, HOUR_MS } from "../instant.ts";

/** Proven by what a person permitted or asked for; all other conditions with an age are proven by a relationship. */
const BY_PERMISSION: ReadonlySet<Condition | null> = new Set<Condition>(["consent", "written-consent", "request", "agreed-time"]);

const ascending = (ages: readonly number[]): number[] => [...new Set(ages)].sort((one, other) => one - other);

/** A relationship of at most so many days still counts at the very end of the last one. */
const agesOf = ({ exemptions }: LegalRule, isPermission: boolean): number[] =>
  exemptions.flatMap(({ when, withinDays }) =>
    withinDays !== undefined && BY_PERMISSION.has(when) === isPermission ? [withinDays * DAY_MS + 1] : [],
  );

/** The ages at which a consent begins to count otherwise, in milliseconds, ascending: what was permitted, and what was had in common. */
export const CONSENT_AGES_MS: Readonly<Record<"permission" | "relationship", readonly number[]>> = {
  // A consent that lives so many days ends with the last of them.
  permission: ascending(
    RULEBOOK.flatMap((rule) => [...(rule.consent?.lifeDays ? [rule.consent.lifeDays * DAY_MS] : []), ...agesOf(rule, true)]),
  ),
  relationship: ascending(RULEBOOK.flatMap((rule) => agesOf(rule, false))),
};

/** The ages at which a request not to be called no longer keeps a law's silence, in milliseconds, ascending. */
export const REQUEST_AGES_MS: readonly number[] = ascending(
  RULEBOOK.flatMap(({ coolDowns }) => coolDowns.flatMap(({ after, hours }) => (after === "do-not-call-request" ? [hours * HOUR_MS] : []))),
);

export type PostalPart = { jurisdiction: string; prefixes: readonly string[] };

/** The parts of jurisdictions for which a rule holds, each by the beginnings of its postal codes. */
export const POSTAL_PARTS: readonly PostalPart[] = RULEBOOK.flatMap(({ jurisdiction, onlyIn }) =>
  onlyIn ? [{ jurisdiction, prefixes: onlyIn.postalPrefixes }] : [],
);
