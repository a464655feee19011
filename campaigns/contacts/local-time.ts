/** What the clock on the wall shows, and which instant a clock on the wall means. */
import { DAY_MS, type Instant, MINUTE_MS } from "../instant.ts";
import type { TzdbZone } from "./tzdb.ts";

/** A reading of a wall clock. Months and days count from 1; minuteOfDay is 0 to 1439, never a whole hour by assumption. */
export type WallClock = { year: number; month: number; day: number; minuteOfDay: number };

/** Milliseconds since 1970-01-01T00:00 as the wall clock counts them. */
export const wallMs = (zone: TzdbZone, instant: Instant): number => instant + zone.offset(instant) * MINUTE_MS;

/** ISO weekday at the place: 1 is Monday, 7 is Sunday. */
export const weekdayAt = (zone: TzdbZone, instant: Instant): number => weekdayOfDay(Math.floor(wallMs(zone, instant) / DAY_MS));

/** ISO weekday of a day counted from 1970-01-01, which was a Thursday. */
export const weekdayOfDay = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Days from 1970-01-01 to a civil date of the Gregorian calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The civil date of a day counted from 1970-01-01: the inverse of `dayNumber`. */
export function civilDate(dayCount: number): { year: number; month: number; day: number } {
  const shifted = dayCount + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** The wall clock of the zone at `instant`, seconds dropped. */
export function wallClockAt(zone: TzdbZone, instant: Instant): WallClock {
  const local = wallMs(zone, instant);
  const days = Math.floor(local / DAY_MS);
  return { ...civilDate(days), minuteOfDay: Math.floor((local - days * DAY_MS) / MINUTE_MS) };
}

const padded = (value: number, width = 2): string => String(value).padStart(width, "0");

/** The local time with its offset, to the second: "2026-11-01T01:30:00-05:00". */
export function isoLocal(zone: TzdbZone, instant: Instant): string {
  const local = wallMs(zone, instant);
  const days = Math.floor(local / DAY_MS);
  const { year, month, day } = civilDate(days);
  const second = Math.floor((local - days * DAY_MS) / 1_000);
  const time = `${padded(Math.floor(second / 3_600))}:${padded(Math.floor(second / 60) % 60)}:${padded(second % 60)}`;
  return `${padded(year, 4)}-${padded(month)}-${padded(day)}T${time}${zone.formatOffset(instant, "short")}`;
}

/**
 * The instant that a wall clock means:
 *   once      the ordinary day
 *   overlap   the clock is put back and shows it twice; both are given, the earlier is the one to take
 *   gap       the clock is put forward over it and never shows it; `movedTo` is the same time counted on from
 *             before the change, which the clock shows as a later hour
 */
export type WallTimeAnswer =
  | { kind: "once"; instant: Instant }
  | { kind: "overlap"; first: Instant; second: Instant }
  | { kind: "gap"; movedTo: Instant };

/** Which instant the zone's wall clock means by `wall`. Never a guess that depends on today's date. */
export function instantOf(zone: TzdbZone, wall: WallClock): WallTimeAnswer {
  const local = dayNumber(wall.year, wall.month, wall.day) * DAY_MS + wall.minuteOfDay * MINUTE_MS;
  // No two changes of one zone's clock lie within a day of each other, and no clock moves by more than a day.
  const before = zone.offset(local - DAY_MS);
  const after = zone.offset(local + DAY_MS);
  const found = [...new Set([before, after])]
    .map((offset) => local - offset * MINUTE_MS)
    .filter((instant) => wallMs(zone, instant) === local)
    .sort((one, other) => one - other);
  const [first, second] = found;
  if (first === undefined) return { kind: "gap", movedTo: local - before * MINUTE_MS };
  return second === undefined ? { kind: "once", instant: first } : { kind: "overlap", first, second };
}
