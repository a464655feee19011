/** Where the rules of the rulebook begin to answer otherwise: so that contacts between two edges may be judged as one. */
import { RULEBOOK } from "../compliance/rulebook/rulebook.ts";
import { DAY_MS } from "../instant.ts";

/**
 * In milliseconds, ascending. A consent that lives so many days ends with the last of them; a relationship of at most so
 * many days still counts at the very end of the last one.
 */
export const CONSENT_AGES_MS: readonly number[] = [
  ...new Set(
    RULEBOOK.flatMap(({ consent, exemptions }) => [
      ...(consent?.lifeDays ? [consent.lifeDays * DAY_MS] : []),
      ...exemptions.flatMap(({ withinDays }) => (withinDays === undefined ? [] : [withinDays * DAY_MS + 1])),
    ]),
  ),
].sort((one, other) => one - other);

/** The beginnings of postal codes by which rules tell parts of a jurisdiction apart. */
export const POSTAL_PREFIXES: readonly string[] = [...new Set(RULEBOOK.flatMap(({ onlyIn }) => onlyIn?.postalPrefixes ?? []))];
