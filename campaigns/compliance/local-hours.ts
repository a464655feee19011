/**
 * Hours on a wall clock, and the instants they mean.
 *
 * A span is half-open: at 20:00:00 hours to 20:00 are over. A wall clock that is put forward never shows some minutes
 * and one that is put back shows some twice: openings are found by walking the spans of constant offset, so both come
 * out as the clock reads.
 */
import type { TzdbZone } from "../contacts/tzdb.ts";
import { DAY_MS, MINUTE_MS } from "../instant.ts";
import { type Interval, merged } from "./intervals.ts";

/** Milliseconds after midnight as the clock counts them, sorted or not, end exclusive. */
export type DaySpans = readonly { opensAtMs: number; closesAtMs: number }[];

/** Which hours hold on a civil date (`dayNumber`). */
export type HoursOfDay = (day: number) => DaySpans;

export const WHOLE_DAY: DaySpans = [{ opensAtMs: 0, closesAtMs: DAY_MS }];
export const NO_HOURS: DaySpans = [];

const LOCAL_TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** "08:30" in milliseconds after midnight; undefined when it is no local time from 00:00 to 24:00. */
export function readLocalTime(text: unknown): number | undefined {
  const found = typeof text === "string" ? LOCAL_TIME.exec(text) : null;
  if (!found) return undefined;
  return found[1] === undefined ? DAY_MS : (Number(found[1]) * 60 + Number(found[2])) * MINUTE_MS;
}

/** Spans of local time in numbers; undefined when one cannot be read. */
export function readSpans(spans: Iterable<readonly [opensAt: unknown, closesAt: unknown]>): DaySpans | undefined {
  const read: { opensAtMs: number; closesAtMs: number }[] = [];
  for (const [opensAt, closesAt] of spans) {
    const opensAtMs = readLocalTime(opensAt);
    const closesAtMs = readLocalTime(closesAt);
    if (opensAtMs === undefined || closesAtMs === undefined || opensAtMs >= closesAtMs) return undefined;
    read.push({ opensAtMs, closesAtMs });
  }
  return read;
}

/** The hours that lie in both. */
export function commonHours(one: DaySpans, other: DaySpans): DaySpans {
  if (one === WHOLE_DAY || one === other) return other;
  if (other === WHOLE_DAY) return one;
  return one.flatMap((a) =>
    other
      .map((b) => ({ opensAtMs: Math.max(a.opensAtMs, b.opensAtMs), closesAtMs: Math.min(a.closesAtMs, b.closesAtMs) }))
      .filter(({ opensAtMs, closesAtMs }) => opensAtMs < closesAtMs),
  );
}

/** The spans of [from, to) in which the zone's wall clock is inside the hours. */
export function openingsInZone(hoursOf: HoursOfDay, zone: TzdbZone, [from, to]: Interval): Interval[] {
  const spans: Interval[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(zone.nextChange(start), to);
    const offsetMs = zone.offset(start) * MINUTE_MS;
    const lastDay = Math.floor((end - 1 + offsetMs) / DAY_MS);
    for (let day = Math.floor((start + offsetMs) / DAY_MS); day <= lastDay; day += 1) {
      const midnight = day * DAY_MS - offsetMs;
      for (const { opensAtMs, closesAtMs } of hoursOf(day))
        spans.push([Math.max(start, midnight + opensAtMs), Math.min(end, midnight + closesAtMs)]);
    }
    start = end;
  }
  return merged(spans);
}
