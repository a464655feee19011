/**
 * The hours that a set of legal rules leaves open on each civil date.
 *
 * Which rules are in force changes on a few days only; between two of them ("an epoch") the hours of a date depend on
 * its weekday and on whose holiday it is, and are reckoned once for each such combination.
 */
import { weekdayOfDay } from "../contacts/local-time.ts";
import { isHoliday } from "./holidays/calendars.ts";
import { daysInForce, inForceOn } from "./legal-rules-of.ts";
import { commonHours, type DaySpans, type HoursOfDay, NO_HOURS, readSpans, WHOLE_DAY } from "./local-hours.ts";
import type { Hours, LegalRule } from "./rulebook/legal-rule.ts";

/** Which parts of the rule a condition of the campaign or an agreement with the person lifts. */
export type LiftedRule = { rule: LegalRule; liftsHours: boolean; liftsHolidays: boolean };

export type DayKind = "weekday" | "saturday" | "sunday" | "holiday";
export type RuleHours = { kind: DayKind; spans: DaySpans };

/** Hours that cannot be read are taken for none. */
function readHours(hours: Hours): DaySpans {
  if (hours === "unrestricted") return WHOLE_DAY;
  return hours === "banned" ? NO_HOURS : (readSpans(hours) ?? NO_HOURS);
}

type ReadRule = {
  rule: LegalRule;
  /** Monday to Friday, Saturday, Sunday. */
  ordinary: readonly [DaySpans, DaySpans, DaySpans];
  /** undefined: the rule treats holidays as the day they fall on. */
  holiday: DaySpans | undefined;
};

const READ = new WeakMap<LiftedRule, ReadRule>();

function readRule(lifted: LiftedRule): ReadRule {
  const known = READ.get(lifted) ?? readAnew(lifted);
  READ.set(lifted, known);
  return known;
}

function readAnew({ rule, liftsHours, liftsHolidays }: LiftedRule): ReadRule {
  const { weekday, saturday, sunday, holiday } = rule.hours;
  const week = readHours(weekday);
  const ordinary = [week, saturday === "same" ? week : readHours(saturday), sunday === "same" ? week : readHours(sunday)] as const;
  const keepsHolidays = rule.holidays !== null && holiday !== "same" && !liftsHolidays;
  return {
    rule,
    ordinary: liftsHours ? [WHOLE_DAY, WHOLE_DAY, WHOLE_DAY] : ordinary,
    holiday: keepsHolidays ? readHours(holiday) : undefined,
  };
}

/** 0: Monday to Friday, 1: Saturday, 2: Sunday. */
const dayClass = (day: number): 0 | 1 | 2 => {
  const weekday = weekdayOfDay(day);
  return weekday === 7 ? 2 : weekday === 6 ? 1 : 0;
};
const KINDS = ["weekday", "saturday", "sunday"] as const;

/** What one rule says about a date, were it the only one. The date must be one on which it is in force. */
export function hoursOfRule(lifted: LiftedRule, day: number, jurisdictions: readonly string[]): RuleHours {
  const { ordinary, holiday } = readRule(lifted);
  if (holiday && isHoliday({ calendar: lifted.rule.holidays ?? "", jurisdictions, dayNumber: day }))
    return { kind: "holiday", spans: holiday };
  const index = dayClass(day);
  return { kind: KINDS[index], spans: ordinary[index] };
}

type Epoch = {
  firstDay: number;
  isLawKnown: boolean;
  ordinary: readonly ReadRule[];
  keepingHolidays: readonly ReadRule[];
  remembered: Map<number, DaySpans>;
};

export type TimetableRules = {
  rules: readonly LiftedRule[];
  /** On a date on which no rule of one of these sets is in force, the law is not known: no hours. */
  grounds: readonly (readonly LegalRule[])[];
  jurisdictions: readonly string[];
};

/** Is the law of every candidate jurisdiction known on that date? */
export const isLawKnownOn = (grounds: TimetableRules["grounds"], day: number): boolean =>
  grounds.every((ground) => ground.some((rule) => inForceOn(rule, day)));

function epochsOf({ rules, grounds }: TimetableRules): Epoch[] {
  const days = new Set([Number.NEGATIVE_INFINITY]);
  for (const rule of [...rules.map(({ rule }) => rule), ...grounds.flat()]) {
    const { firstDay, lastDay } = daysInForce(rule);
    if (Number.isFinite(firstDay)) days.add(firstDay);
    if (Number.isFinite(lastDay)) days.add(lastDay + 1);
  }
  const read = rules.map(readRule);
  return [...days]
    .sort((one, other) => one - other)
    .map((firstDay) => {
      const inForce = read.filter(({ rule }) => inForceOn(rule, firstDay));
      return {
        firstDay,
        isLawKnown: isLawKnownOn(grounds, firstDay),
        ordinary: inForce.filter(({ holiday }) => !holiday),
        keepingHolidays: inForce.filter(({ holiday }) => holiday),
        remembered: new Map<number, DaySpans>(),
      };
    });
}

/** The hours that all of the rules leave open, by civil date. */
export function makeTimetable(table: TimetableRules): HoursOfDay {
  const epochs = epochsOf(table);
  const { jurisdictions } = table;
  return (day) => {
    let epoch = epochs[0];
    for (const next of epochs) if (next.firstDay <= day) epoch = next;
    if (!epoch?.isLawKnown) return NO_HOURS;
    const index = dayClass(day);
    let key: number = index;
    let weight = 3;
    for (const { rule } of epoch.keepingHolidays) {
      if (isHoliday({ calendar: rule.holidays ?? "", jurisdictions, dayNumber: day })) key += weight;
      weight *= 2;
    }
    const known = epoch.remembered.get(key);
    if (known) return known;
    const hours = hoursOn(epoch, index, Math.floor(key / 3));
    epoch.remembered.set(key, hours);
    return hours;
  };
}

function hoursOn({ ordinary, keepingHolidays }: Epoch, index: 0 | 1 | 2, holidays: number): DaySpans {
  let hours = WHOLE_DAY;
  for (const rule of ordinary) hours = commonHours(hours, rule.ordinary[index]);
  let left = holidays;
  for (const rule of keepingHolidays) {
    hours = commonHours(hours, left % 2 === 1 ? (rule.holiday ?? NO_HOURS) : rule.ordinary[index]);
    left = Math.floor(left / 2);
  }
  return hours;
}
