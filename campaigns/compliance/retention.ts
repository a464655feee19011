/**
 * How long the record of a call is kept: as long as the law of any jurisdiction demands that the call belonged to, the
 * longest of them; where none names a time, as long as the house has set. Rules that the campaign set aside count too:
 * whoever sets a law aside has the more to prove.
 */
import { civilDate } from "../contacts/local-time.ts";
import { DAY_MS, HOUR_MS, type Instant } from "../instant.ts";
import { CALL_KINDS, type CallKind } from "./call-kind.ts";
import { daysInForce, legalRuleName, legalRulesOf } from "./legal-rules-of.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";

/** Years, where no law names any: as long as the longest that a law of the rulebook names (16 CFR 310.5(b), since 2024-10-15). */
export const DEFAULT_RETENTION_YEARS = 5;

export type RecordedCall = {
  jurisdictions: readonly string[];
  /** null: not known, so that the rules for calls of every kind count. */
  callKind: CallKind | null;
  /** When it was decided or placed. */
  at: Instant;
};

/** `years` null: no law names a time. `rules` are those that name the longest. */
export type LegalRetention = { years: number | null; rules: readonly string[] };

const civilDayOf = (at: Instant): number => Math.floor(at / DAY_MS);

function rulesOf({ jurisdictions, callKind, at }: RecordedCall): { own: LegalRule[]; borrowed: LegalRule[] } {
  const own = new Set<LegalRule>();
  const borrowed = new Set<LegalRule>();
  for (const kind of callKind === null ? CALL_KINDS : [callKind]) {
    const answer = legalRulesOf({ jurisdictions, callKind: kind, waivedRules: [] });
    for (const rule of answer.rules) (answer.borrowed.has(rule.id) ? borrowed : own).add(rule);
  }
  // A day either side of the date in Greenwich: the called place may be a day ahead or behind.
  const lives = (rule: LegalRule): boolean => daysInForce(rule).lastDay >= civilDayOf(at) - 1;
  return { own: [...own].filter(lives), borrowed: [...borrowed].filter(lives) };
}

/** What the laws say. A rule that ended before the call says nothing; one that came later does, if it is stricter. */
export function legalRetention(call: RecordedCall): LegalRetention {
  const named = rulesOf(call).own.filter((rule) => rule.retentionYears !== null);
  const years = named.reduce<number | null>((most, rule) => Math.max(most ?? 0, rule.retentionYears ?? 0), null);
  return { years, rules: named.filter((rule) => rule.retentionYears === years).map(legalRuleName) };
}

/** `otherwise`: years where no law names any. */
export const retentionYears = (call: RecordedCall, otherwise: number): number => legalRetention(call).years ?? otherwise;

/** How long the law counts the call towards a cap or lets a cool-down run from it; null: no law does. */
export function countedUntil(call: RecordedCall): { until: Instant; rules: readonly string[] } | null {
  const { own, borrowed } = rulesOf(call);
  const hoursOf = (rule: LegalRule): number => Math.max(0, ...[...rule.caps, ...rule.coolDowns].map(({ hours }) => hours));
  const all = [...own, ...borrowed];
  const hours = Math.max(0, ...all.map(hoursOf));
  if (hours === 0) return null;
  return { until: call.at + hours * HOUR_MS, rules: all.filter((rule) => hoursOf(rule) === hours).map(legalRuleName) };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const padded = (value: number, width = 2): string => String(value).padStart(width, "0");

/** A moment's date in Greenwich: "2026-11-22". */
export function dateOf(at: Instant): string {
  const { year, month, day } = civilDate(civilDayOf(at));
  return `${padded(year, 4)}-${padded(month)}-${padded(day)}`;
}

/** The last day, a date in Greenwich, on which a record of that moment is kept: its anniversary. "2031-11-22". */
export function keptUntil(at: Instant, years: number): string {
  const { year, month, day } = civilDate(civilDayOf(at));
  const fits = month === 2 && day === 29 && !isLeap(year + years) ? 28 : day;
  return `${padded(year + years, 4)}-${padded(month)}-${padded(fits)}`;
}
