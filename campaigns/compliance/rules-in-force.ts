/**
 * The rules that hold at a place at an instant. They change only where one begins or ends, so they are picked once for
 * each stretch of days in between: the same rules are the same object, and what follows from them can be kept by it.
 */
import { wallMs } from "../contacts/local-time.ts";
import { zoneNamed } from "../contacts/tzdb.ts";
import { DAY_MS, type Instant } from "../instant.ts";
import type { Place } from "./decision.ts";
import { coversPostalCode } from "./legal-parts.ts";
import { daysInForce, inForceOn, type LegalRulesAnswer } from "./legal-rules-of.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";

export type RulesInForce = { rules: readonly LegalRule[] };

type Stretches = {
  /** The days on which a rule begins or is no more in force, sorted. */
  changes: readonly number[];
  /** Rules for a part of their jurisdiction. */
  partial: readonly LegalRule[];
  picked: Map<string, RulesInForce>;
};

const REMEMBERED = new WeakMap<LegalRulesAnswer, Stretches>();

function stretchesOf(answer: LegalRulesAnswer): Stretches {
  const known = REMEMBERED.get(answer);
  if (known) return known;
  const days = new Set<number>();
  for (const rule of answer.rules) {
    const { firstDay, lastDay } = daysInForce(rule);
    if (Number.isFinite(firstDay)) days.add(firstDay);
    if (Number.isFinite(lastDay)) days.add(lastDay + 1);
  }
  const changes = [...days].sort((one, other) => one - other);
  const made = { changes, partial: answer.rules.filter(({ onlyIn }) => onlyIn), picked: new Map<string, RulesInForce>() };
  REMEMBERED.set(answer, made);
  return made;
}

/** The civil dates of the zones, each once; that of Greenwich where no zone is known. */
function datesAt({ zones }: Place, now: Instant): number[] {
  const days: number[] = [];
  for (const name of zones.length > 0 ? zones : ["UTC"]) {
    const zone = zoneNamed(name);
    const day = Math.floor((zone ? wallMs(zone, now) : now) / DAY_MS);
    if (!days.includes(day)) days.push(day);
  }
  return days;
}

/** The days on which a rule begins or is no more in force, sorted, counted from 1970-01-01 on the calendar of the place. */
export const changesOf = (answer: LegalRulesAnswer): readonly number[] => stretchesOf(answer).changes;

/** The rules in force on the civil date of any zone of the place, for the person's postal code. */
export function rulesInForce(
  answer: LegalRulesAnswer,
  { place, postalCode, now }: { place: Place; postalCode: string | null; now: Instant },
): RulesInForce {
  const { changes, partial, picked } = stretchesOf(answer);
  const days = datesAt(place, now);
  let key = "";
  for (const day of days) key += `${changes.findLastIndex((change) => change <= day)},`;
  for (const rule of partial) key += coversPostalCode(rule, postalCode) ? "+" : "-";
  let found = picked.get(key);
  if (!found) {
    found = { rules: answer.rules.filter((rule) => coversPostalCode(rule, postalCode) && days.some((day) => inForceOn(rule, day))) };
    picked.set(key, found);
  }
  return found;
}
