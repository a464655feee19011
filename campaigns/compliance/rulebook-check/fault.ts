/** What the checks of the rulebook have in common. */
import { civilDate, dayNumber } from "../../contacts/local-time.ts";
import type { LegalRule } from "../rulebook/legal-rule.ts";

/** What is wrong with one field of one rule. */
export type Fault = { field: string; found: string; expected: string };

/** What the check asks about names that stand outside the rulebook. */
export type KnownNames = {
  /** Is it a zone of the pinned tzdb? */
  isZone(name: string): boolean;
  /** Is it a calendar of holidays/calendars.ts? */
  isCalendar(id: string): boolean;
};

export type RuleCheck = (rule: LegalRule, known: KnownNames) => readonly Fault[];

/** As a fault shows it: text in quotes, lists as they are written. */
export const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

export const faultIn = (field: string, found: unknown, expected: string): Fault => ({ field, found: shown(found), expected });

/** No fault when it is as it should be. */
export const unless = (isRight: boolean, fault: Fault): Fault[] => (isRight ? [] : [fault]);

export const isWholeFrom = (least: number, value: number): boolean => Number.isSafeInteger(value) && value >= least;

export const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** Days from 1970-01-01 for "2026-08-11"; undefined for anything else, "2026-02-30" among it. */
export function readDate(text: unknown): number | undefined {
  const found = typeof text === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const count = dayNumber(year, month, day);
  const back = civilDate(count);
  return back.year === year && back.month === month && back.day === day ? count : undefined;
}

/** First and last day in force, both included. A date that cannot be read is a fault of its own and taken for none here. */
export const inForceDays = ({ effectiveFrom, effectiveTo }: LegalRule): readonly [first: number, last: number] => [
  readDate(effectiveFrom) ?? Number.NEGATIVE_INFINITY,
  readDate(effectiveTo) ?? Number.POSITIVE_INFINITY,
];

/** Is there a day on which both are in force? */
export function overlapInTime(one: LegalRule, other: LegalRule): boolean {
  const [oneFirst, oneLast] = inForceDays(one);
  const [otherFirst, otherLast] = inForceDays(other);
  return oneFirst <= otherLast && otherFirst <= oneLast;
}
