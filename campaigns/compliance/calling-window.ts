/**
 * When the campaign's calling window is open at a place.
 *
 * The window is read on the wall clock of every zone in which the person may be, and all of them must be open.
 * A span is half-open: at 20:00:00 a window to 20:00 is closed. A call may start only if it can ring to its
 * timeout before the window closes, so each opening ends early by that much and never by less than a minute.
 *
 * A wall clock that is put forward never shows some minutes and one that is put back shows some twice: the
 * openings are found by walking the spans of constant offset, so both come out as the clock reads.
 */
import type { CallingWindow } from "../campaign.ts";
import { type TzdbZone, zoneNamed } from "../contacts/tzdb.ts";
import { weekdayOfDay } from "../contacts/local-time.ts";
import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from "../instant.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import type { CampaignTerms, Place } from "./decision.ts";
import { type Interval, intersection, merged, spanAtOrAfter, within, withoutLast } from "./intervals.ts";

const LEAST_MARGIN_SECONDS = 60;
/** Longer than a year, so that every change of every zone's clock has had its turn. */
const HORIZON_MS = 400 * DAY_MS;
/** Openings are reckoned and remembered for this much time at once. */
const CHUNK_MS = 14 * DAY_MS;
const MOST_REMEMBERED = 20_000;

type DaySpans = readonly { opensAtMs: number; closesAtMs: number }[];
type ReadWindow = {
  /** By ISO weekday, 1 to 7; index 0 is not used. */
  days: readonly DaySpans[];
  /** Openings by zones, margin and chunk: the same question has the same answer for ever, so it is safe to keep. */
  remembered: Map<string, readonly Interval[]>;
};

/** How long before the end of the window the last call may start. */
const closingMarginMs = (ringTimeoutSeconds: number): number => Math.max(LEAST_MARGIN_SECONDS, ringTimeoutSeconds) * SECOND_MS;

const LOCAL_TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

function readTime(text: unknown): number | undefined {
  const found = typeof text === "string" ? LOCAL_TIME.exec(text) : null;
  if (!found) return undefined;
  return found[1] === undefined ? DAY_MS : (Number(found[1]) * 60 + Number(found[2])) * MINUTE_MS;
}

function readDay(hours: unknown): DaySpans | undefined {
  if (!Array.isArray(hours)) return undefined;
  const spans: { opensAtMs: number; closesAtMs: number }[] = [];
  for (const span of hours as { opensAt?: unknown; closesAt?: unknown }[]) {
    const opensAtMs = readTime(span?.opensAt);
    const closesAtMs = readTime(span?.closesAt);
    if (opensAtMs === undefined || closesAtMs === undefined || opensAtMs >= closesAtMs) return undefined;
    spans.push({ opensAtMs, closesAtMs });
  }
  return spans;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const READ_WINDOWS = new Map<string, ReadWindow | undefined>();
/** By the object that said it, with a copy of what it said: one that was changed in place is read anew. */
const READ_OBJECTS = new WeakMap<CallingWindow, { copy: CallingWindow; read: ReadWindow }>();

function saysTheSame(one: CallingWindow, other: CallingWindow): boolean {
  for (const weekday of WEEKDAYS) {
    const hours = one[weekday];
    const others = other[weekday];
    if (!Array.isArray(hours) || hours.length !== others.length) return false;
    for (const [index, span] of hours.entries())
      if (span?.opensAt !== others[index]?.opensAt || span?.closesAt !== others[index]?.closesAt) return false;
  }
  return true;
}

/** The window in numbers; undefined when it cannot be read, which is never taken for open. */
function readWindow(window: CallingWindow): ReadWindow | undefined {
  if (typeof window !== "object" || window === null) return undefined;
  const known = READ_OBJECTS.get(window);
  if (known && saysTheSame(window, known.copy)) return known.read;
  const key = JSON.stringify(window);
  const read = READ_WINDOWS.has(key) ? READ_WINDOWS.get(key) : newlyRead(window);
  if (READ_WINDOWS.size >= MOST_REMEMBERED) READ_WINDOWS.clear();
  READ_WINDOWS.set(key, read);
  if (read) READ_OBJECTS.set(window, { copy: JSON.parse(key) as CallingWindow, read });
  return read;
}

function newlyRead(window: CallingWindow): ReadWindow | undefined {
  const days = WEEKDAYS.map((weekday) => readDay(window[weekday]));
  return days.every((day) => day !== undefined) ? { days: [[], ...days], remembered: new Map() } : undefined;
}

export const isReadableWindow = (window: CallingWindow): boolean => readWindow(window) !== undefined;

/** The spans of [from, to) in which the zone's wall clock is inside the window. */
function openingsInZone(days: ReadWindow["days"], zone: TzdbZone, [from, to]: Interval): Interval[] {
  const spans: Interval[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(zone.nextChange(start), to);
    const offsetMs = zone.offset(start) * MINUTE_MS;
    const lastDay = Math.floor((end - 1 + offsetMs) / DAY_MS);
    for (let day = Math.floor((start + offsetMs) / DAY_MS); day <= lastDay; day += 1) {
      const midnight = day * DAY_MS - offsetMs;
      for (const { opensAtMs, closesAtMs } of days[weekdayOfDay(day)] ?? [])
        spans.push([Math.max(start, midnight + opensAtMs), Math.min(end, midnight + closesAtMs)]);
    }
    start = end;
  }
  return merged(spans);
}

/** One window over one set of zones: what the openings depend on, apart from time. */
type Openings = { window: ReadWindow; zones: readonly TzdbZone[]; marginMs: number };

function openingsOf({ callingWindow, ringTimeoutSeconds }: WindowTerms, place: Place): Openings | undefined {
  const window = readWindow(callingWindow);
  const marginMs = closingMarginMs(ringTimeoutSeconds);
  const zones: TzdbZone[] = [];
  for (const name of place.zones) {
    const zone = zoneNamed(name);
    if (!zone) return undefined;
    zones.push(zone);
  }
  return window && zones.length > 0 && Number.isFinite(marginMs) ? { window, zones, marginMs } : undefined;
}

/** When a call may start, in the chunk of time with this number. */
function openingsInChunk({ window, zones, marginMs }: Openings, chunk: number): readonly Interval[] {
  let key = `${chunk}|${marginMs}`;
  for (const zone of zones) key += `|${zone.name}`;
  const known = window.remembered.get(key);
  if (known) return known;
  const from = chunk * CHUNK_MS;
  const to = from + CHUNK_MS;
  const common = zones.map((zone) => openingsInZone(window.days, zone, [from, to + marginMs])).reduce((all, one) => intersection(all, one));
  const openings = within(withoutLast(common, marginMs), [from, to]);
  if (window.remembered.size >= MOST_REMEMBERED) window.remembered.clear();
  window.remembered.set(key, openings);
  return openings;
}

/** The first span at or after `now` in which calls may start, however many chunks it goes through. */
function nextSpan(openings: Openings, now: Instant): Interval | undefined {
  const lastChunk = Math.floor((now + HORIZON_MS) / CHUNK_MS);
  let found: Interval | undefined;
  for (let chunk = Math.floor(now / CHUNK_MS); chunk <= lastChunk; chunk += 1) {
    const spans = openingsInChunk(openings, chunk);
    const span = found ? spans[0] : spanAtOrAfter(spans, now);
    if (found && span?.[0] !== found[1]) return found;
    if (span) found = [found?.[0] ?? span[0], span[1]];
    if (found && found[1] < (chunk + 1) * CHUNK_MS) return found;
  }
  return found;
}

/** What the openings depend on, of a campaign's settings. */
export type WindowTerms = Pick<CampaignTerms, "callingWindow" | "ringTimeoutSeconds">;

export type PlaceOpening =
  /** Calls may start now, and until then (exclusive; at most 400 days are looked at). */
  | { open: true; until: Instant }
  /** The first instant at which calls may start; null: not within 400 days, or the place or the window is unreadable. */
  | { open: false; nextAt: Instant | null };

/**
 * Is the calling window open at a place? The rule of `decideCall` asks this and nothing else, so that the hopper
 * may ask SQL for the contacts of open places only and hide nobody whom the gate would allow.
 */
export function isPlaceOpen(terms: WindowTerms, place: Place, now: Instant): PlaceOpening {
  const openings = openingsOf(terms, place);
  const span = openings && Number.isFinite(now) ? nextSpan(openings, now) : undefined;
  if (!span) return { open: false, nextAt: null };
  return span[0] <= now ? { open: true, until: span[1] } : { open: false, nextAt: span[0] };
}

export const callingWindowRule: CallRule = {
  id: "campaign/calling-window",
  version: 1,
  judge({ campaign, place, now }): readonly Objection[] {
    if (!campaign || place.zones.length === 0) return [];
    const opening = isPlaceOpen(campaign, place, now);
    if (opening.open) return [];
    if (opening.nextAt !== null)
      return [
        {
          answer: "wait",
          until: opening.nextAt,
          code: "outside-calling-window",
          detail:
            "It is outside the campaign's calling window, or too close to its end, in at least one time zone where the person may be.",
        },
      ];
    return [
      {
        answer: "never",
        code: "no-common-calling-time",
        detail: "There is no time at which the campaign's calling window is open in every time zone where the person may be.",
      },
    ];
  },
};
