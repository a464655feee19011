/** Which legal rules forbid an instant, and how to say so. */
import { civilDate, wallMs } from "../contacts/local-time.ts";
import type { TzdbZone } from "../contacts/tzdb.ts";
import { DAY_MS, type Instant, MINUTE_MS } from "../instant.ts";
import { holidayName } from "./holidays/calendars.ts";
import type { LegalHours } from "./legal-hours.ts";
import { inForceOn } from "./legal-rules-of.ts";
import { type DayKind, hoursOfRule, isLawKnownOn, type LiftedRule } from "./legal-timetable.ts";
import type { DaySpans } from "./local-hours.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";

export type Forbidden = { rule: LegalRule; code: "outside-legal-hours" | "legal-holiday" | "banned-day"; detail: string };

const twoDigits = (value: number): string => String(value).padStart(2, "0");
const clockText = (ms: number): string => `${twoDigits(Math.floor(ms / (60 * MINUTE_MS)))}:${twoDigits(Math.floor(ms / MINUTE_MS) % 60)}`;

/** "2026-11-22" */
export function dateText(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

const ON: Readonly<Record<DayKind, string>> = {
  weekday: "on a weekday",
  saturday: "on a Saturday",
  sunday: "on a Sunday",
  holiday: "on a holiday",
};

/** "from 10:00 to 13:00 and from 14:00 to 20:00" */
const hoursText = (spans: DaySpans): string =>
  spans.map(({ opensAtMs, closesAtMs }) => `from ${clockText(opensAtMs)} to ${clockText(closesAtMs)}`).join(" and ");

/** Clocks that a law names and that are no place's, in the law's words. */
const NAMED_CLOCKS: Readonly<Record<string, string>> = { "Etc/GMT+6": "Central Standard Time (UTC-6), which this law names" };

/** What the clock is called in a sentence. */
const clockName = (zone: string): string => NAMED_CLOCKS[zone] ?? zone;

type Look = { lifted: LiftedRule; zone: TzdbZone; at: Instant; jurisdictions: readonly string[] };

/** What the rule has against that instant on the clock of one zone. */
function lookInZone({ lifted, zone, at, jurisdictions }: Look): { code: Forbidden["code"]; law: string; here: string } | undefined {
  const local = wallMs(zone, at);
  const day = Math.floor(local / DAY_MS);
  if (!inForceOn(lifted.rule, day)) return undefined;
  const { kind, spans } = hoursOfRule(lifted, day, jurisdictions);
  const time = local - day * DAY_MS;
  if (spans.some(({ opensAtMs, closesAtMs }) => opensAtMs <= time && time < closesAtMs)) return undefined;
  const name = kind === "holiday" ? holidayName({ calendar: lifted.rule.holidays ?? "", jurisdictions, dayNumber: day }) : undefined;
  const here = `${clockText(time)} of ${dateText(day)}${name ? ` (${name})` : ""} in ${clockName(zone.name)}`;
  if (spans.length > 0) return { code: "outside-legal-hours", law: `calls ${ON[kind]} only ${hoursText(spans)}`, here };
  return { code: kind === "holiday" ? "legal-holiday" : "banned-day", law: `no calls ${ON[kind]}`, here };
}

/** Every rule that forbids the instant, each reason once whatever the number of zones it holds in. */
export function forbiddenBy(
  law: LegalHours,
  { zones, jurisdictions, at }: { zones: readonly TzdbZone[]; jurisdictions: readonly string[]; at: Instant },
): Forbidden[] {
  const found = new Map<string, { rule: LegalRule; code: Forbidden["code"]; law: string; here: string[] }>();
  const look = (lifted: LiftedRule, zone: TzdbZone): void => {
    const seen = lookInZone({ lifted, zone, at, jurisdictions });
    if (!seen) return;
    const key = `${lifted.rule.id} ${seen.code} ${seen.law}`;
    const known = found.get(key);
    if (!known) found.set(key, { rule: lifted.rule, code: seen.code, law: seen.law, here: [seen.here] });
    else if (!known.here.includes(seen.here)) known.here.push(seen.here);
  };
  for (const lifted of law.local) for (const zone of zones) look(lifted, zone);
  for (const { zone, rules } of law.fixed) if (zone) for (const lifted of rules) look(lifted, zone);
  return [...found.values()].map(({ rule, code, law, here }) => ({ rule, code, detail: `${law}; it is ${here.join(" and ")}.` }));
}

/** The zones on whose date no rule of some candidate jurisdiction is in force, so that the law of the day is not known. */
export const datesWithoutLaw = (law: LegalHours, zones: readonly TzdbZone[], at: Instant): string[] => {
  const days = zones.map((zone) => Math.floor(wallMs(zone, at) / DAY_MS));
  return [...new Set(days.filter((day) => !isLawKnownOn(law.grounds, day)))].map(dateText);
};
