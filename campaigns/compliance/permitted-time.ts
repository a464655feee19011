/**
 * When calls may be placed: the time at which every legal rule allows it in every zone where the person may be, and at
 * which the campaign's calling window is open in all of them.
 *
 * A call may start only if it can ring to its timeout before the time is over, so with a campaign each opening ends
 * early by that much and never by less than a minute. Without one the answer is the law alone, to the second.
 *
 * What is reckoned depends on few things: zones, rules, window and ring time. It is kept by them in pieces of four days,
 * so a million contacts in a few hundred places cost what the few hundred places cost.
 */
import { type TzdbZone, zoneNamed } from "../contacts/tzdb.ts";
import { DAY_MS, type Instant, SECOND_MS } from "../instant.ts";
import { type ReadWindow, readWindow } from "./calling-window.ts";
import type { CampaignTerms, Place } from "./decision.ts";
import { type Interval, type IntervalSet, intersection, merged, spanAtOrAfter, within, withoutLast } from "./intervals.ts";
import { type LegalHours, legalHoursOf, type LegalTerms } from "./legal-hours.ts";
import { openingsInZone } from "./local-hours.ts";

const LEAST_MARGIN_SECONDS = 60;
/** Longer than a year, so that every change of every zone's clock has had its turn. */
const HORIZON_MS = 400 * DAY_MS;
/** Long enough for most waits, and short, since a question about a place that nobody asked before pays for all of it. */
const CHUNK_MS = 4 * DAY_MS;
const MOST_OPENINGS = 10_000;
const MOST_CHUNKS = 50_000;

/** What the permitted time depends on, of a campaign's settings. */
export type WindowTerms = LegalTerms & Pick<CampaignTerms, "callingWindow" | "ringTimeoutSeconds">;

/** Spans in which the person agreed to be called. "at-will": as if they had agreed to any. */
export type AgreedTime = IntervalSet | "at-will";

export type TimeQuestion = {
  /** null: no law is asked, only the window. */
  law: LegalTerms | null;
  /** null: no campaign's window is asked. */
  window: Pick<CampaignTerms, "callingWindow"> | null;
  /** How long a call may ring; null: openings do not end early. */
  ringTimeoutSeconds: number | null;
  place: Place;
  agreed?: AgreedTime;
};

/** What the openings depend on, apart from time. */
type Openings = {
  zones: readonly TzdbZone[];
  law: LegalHours | null;
  /** What the law leaves open in the time agreed to, when that is more. */
  agreed: { law: LegalHours; spans: IntervalSet } | null;
  window: ReadWindow | null;
  marginMs: number;
  chunks: Map<number, IntervalSet>;
};

/** How long before the end of the permitted time the last call may start. */
export const closingMarginMs = (ringTimeoutSeconds: number): number => Math.max(LEAST_MARGIN_SECONDS, ringTimeoutSeconds) * SECOND_MS;

const REMEMBERED = new Map<string, Openings | null>();
let chunkCount = 0;

function zonesOf({ zones }: Place): readonly TzdbZone[] | null {
  const found: TzdbZone[] = [];
  for (const name of zones) {
    const zone = zoneNamed(name);
    if (!zone) return null;
    found.push(zone);
  }
  return found.length > 0 ? found : null;
}

/** null: never open, whatever the time, or unreadable. */
function openingsOf(question: TimeQuestion): Openings | null {
  const { place, agreed } = question;
  const isAtWill = agreed === "at-will";
  const law = question.law && legalHoursOf(question.law, place, isAtWill);
  const window = question.window && readWindow(question.window.callingWindow);
  const marginMs = question.ringTimeoutSeconds === null ? 0 : closingMarginMs(question.ringTimeoutSeconds);
  if (window === undefined || !Number.isFinite(marginMs) || (law && law.unknown !== null)) return null;
  const spans = agreed === undefined || isAtWill ? null : agreed;
  const lenient = question.law && spans && spans.length > 0 ? legalHoursOf(question.law, place, true) : null;
  if (lenient && spans) {
    // One person's agreement: not kept, since nobody else shares it.
    const zones = zonesOf(place);
    return zones && { zones, law, window, marginMs, agreed: { law: lenient, spans }, chunks: new Map() };
  }
  const key = `${law ? law.id : "-"}|${window ? window.id : "-"}|${marginMs}|${place.zones.join()}`;
  const known = REMEMBERED.get(key);
  if (known !== undefined) return known;
  const zones = zonesOf(place);
  const openings = zones && { zones, law, window, marginMs, agreed: null, chunks: new Map() };
  if (REMEMBERED.size >= MOST_OPENINGS) REMEMBERED.clear();
  REMEMBERED.set(key, openings);
  return openings;
}

/** Where the law leaves time open, without margin. */
function legalTime(law: LegalHours, zones: readonly TzdbZone[], span: Interval): IntervalSet {
  let open: IntervalSet = [span];
  for (const zone of zones) open = intersection(open, openingsInZone(law.localHours, zone, span));
  for (const { zone, hours } of law.fixed) open = zone ? intersection(open, openingsInZone(hours, zone, span)) : [];
  return open;
}

/** When a call may start, in [from, to). */
function openingsWithin({ zones, law, agreed, window, marginMs }: Openings, [from, to]: Interval): IntervalSet {
  const span: Interval = [from, to + marginMs];
  let open: IntervalSet = law ? legalTime(law, zones, span) : [span];
  if (agreed) open = merged([...open, ...intersection(legalTime(agreed.law, zones, span), agreed.spans)]);
  if (window) for (const zone of zones) open = intersection(open, openingsInZone(window.hoursOf, zone, span));
  return marginMs === 0 ? open : within(withoutLast(open, marginMs), [from, to]);
}

/** When a call may start, in the chunk of time with this number. */
function openingsInChunk(openings: Openings, chunk: number): IntervalSet {
  const known = openings.chunks.get(chunk);
  if (known) return known;
  const found = openingsWithin(openings, [chunk * CHUNK_MS, (chunk + 1) * CHUNK_MS]);
  chunkCount += 1;
  if (chunkCount > MOST_CHUNKS) {
    REMEMBERED.clear();
    chunkCount = 0;
  }
  openings.chunks.set(chunk, found);
  return found;
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

export type PlaceOpening =
  /** Calls may start now, and until then (exclusive; at most 400 days are looked at). */
  | { open: true; until: Instant }
  /** The first instant at which calls may start; null: not within 400 days, or something is unknown or unreadable. */
  | { open: false; nextAt: Instant | null };

/** May a call start now, as far as time goes, and until when, or when next? */
export function openingAt(question: TimeQuestion, now: Instant): PlaceOpening {
  const openings = openingsOf(question);
  const span = openings && Number.isFinite(now) ? nextSpan(openings, now) : undefined;
  if (!span) return { open: false, nextAt: null };
  return span[0] <= now ? { open: true, until: span[1] } : { open: false, nextAt: span[0] };
}

/** The question for a campaign: its law, its window, its ring time. */
export const timeQuestionOf = (terms: WindowTerms, place: Place, agreed?: AgreedTime): TimeQuestion => ({
  law: terms,
  window: terms,
  ringTimeoutSeconds: terms.ringTimeoutSeconds,
  place,
  ...(agreed === undefined ? {} : { agreed }),
});

/**
 * May calls of the campaign start at a place? The rules of `decideCall` ask the same function, so that the hopper may ask
 * SQL for the contacts of open places only and hide nobody whom the gate would allow. What a person agreed to is not
 * known here; where an agreement could open an hour, the place counts as open and the gate looks at each contact.
 */
export const isPlaceOpen = (terms: WindowTerms, place: Place, now: Instant): PlaceOpening =>
  openingAt(timeQuestionOf(terms, place, "at-will"), now);

/**
 * The permitted time in [from, to), as sorted, disjoint, half-open spans. By the law alone: with neither window nor
 * margin, to the second. Empty when the place or its law is not known.
 */
export function permittedTime(law: LegalTerms, place: Place, span: Interval): IntervalSet {
  const openings = openingsOf({ law, window: null, ringTimeoutSeconds: null, place });
  return openings && span[0] < span[1] ? openingsWithin(openings, span) : [];
}
