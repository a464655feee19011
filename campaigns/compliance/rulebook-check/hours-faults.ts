/** Faults of the hours of a rule, of its holidays and of the clock they are read on. */
import type { LegalRule } from "../rulebook/legal-rule.ts";
import { type Fault, faultIn, type KnownNames, type RuleCheck, shown, unless } from "./fault.ts";

const DAYS = ["weekday", "saturday", "sunday", "holiday"] as const;

/** Minutes from midnight; undefined when it is no time of a day. 24:00 is its end. */
function minuteOf(text: unknown): number | undefined {
  const found = typeof text === "string" ? /^(\d{2}):(\d{2})$/.exec(text) : null;
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  const total = hour * 60 + minute;
  return minute < 60 && total <= 24 * 60 ? total : undefined;
}

function spanFaults(field: string, spans: readonly unknown[]): Fault[] {
  if (spans.length === 0) return [faultIn(field, spans, '"banned" or "unrestricted" when there are no spans')];
  const faults: Fault[] = [];
  let lastClose = 0;
  for (const [index, span] of spans.entries()) {
    const name = `${field}[${index}]`;
    const [opensAt, closesAt] = Array.isArray(span) ? span.map(minuteOf) : [];
    if (opensAt === undefined || closesAt === undefined) {
      faults.push({ field: name, found: shown(span), expected: 'two times of a day, like "09:00" and "20:00"' });
      continue;
    }
    faults.push(...unless(opensAt < closesAt, faultIn(name, span, "an opening before the closing")));
    faults.push(...unless(opensAt >= lastClose, faultIn(name, span, "a span that begins after the one before it has ended")));
    lastClose = Math.max(lastClose, closesAt);
  }
  return faults;
}

function dayFaults(day: (typeof DAYS)[number], hours: unknown): Fault[] {
  const field = `hours.${day}`;
  if (Array.isArray(hours)) return spanFaults(field, hours);
  const words = day === "weekday" ? ["unrestricted", "banned"] : ["unrestricted", "banned", "same"];
  return unless(words.includes(String(hours)), faultIn(field, hours, `spans, or one of ${words.join(", ")}`));
}

function holidayFaults({ hours, holidays }: LegalRule, known: KnownNames): Fault[] {
  if (holidays === null)
    return unless(
      hours.holiday === "same",
      faultIn("holidays", holidays, "a calendar, since holidays have hours of their own in this rule"),
    );
  return [
    ...unless(known.isCalendar(holidays), faultIn("holidays", holidays, "a calendar that is known")),
    ...unless(hours.holiday !== "same", faultIn("hours.holiday", hours.holiday, `hours for the days of the calendar ${holidays}`)),
  ];
}

function clockFaults({ clock }: LegalRule, known: KnownNames): Fault[] {
  if (!clock) return [];
  return [
    ...unless(known.isZone(clock.zone), faultIn("clock.zone", clock.zone, "an IANA time zone")),
    ...unless(["also", "instead"].includes(clock.counts), faultIn("clock.counts", clock.counts, "also or instead")),
  ];
}

export const hoursFaults: RuleCheck = (rule, known) => [
  ...DAYS.flatMap((day) => dayFaults(day, rule.hours[day])),
  ...holidayFaults(rule, known),
  ...clockFaults(rule, known),
];
