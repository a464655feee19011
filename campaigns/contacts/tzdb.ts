/**
 * All local time of Callkeeper. The rules of the clocks come from a pinned release of the IANA time zone
 * database (the data file of the moment-timezone package; none of its code is loaded) and not from Node:
 * Node's own copy follows Node's releases, and Node 20.20.2 (tzdb 2025c) is an hour off in seven zones on
 * 2026-11-21, Winnipeg, Vancouver and Casablanca among them.
 *
 * The data ends in 2037; a later instant gets the last offset known.
 */
import { Zone, type ZoneOffsetFormat, type ZoneOffsetOptions } from "luxon";
import packed from "moment-timezone/data/packed/latest.json" with { type: "json" };
import { type Instant, MINUTE_MS } from "../instant.ts";

/** Which release of tzdb decides, for example "2026f". Kept with every decision. */
export const TZDB_VERSION: string = packed.version;

/** Offset `offsets[i]` (minutes east of UTC) is in force before `untils[i]` and from `untils[i - 1]` on. */
type Timeline = { offsets: readonly number[]; untils: readonly Instant[]; names: readonly string[] };

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX";

/** A number as moment-timezone packs it: base 60, with an optional sign and fraction. */
function unpackNumber(text: string): number {
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = (negative ? text.slice(1) : text).split(".");
  let value = 0;
  for (const digit of whole) value = value * 60 + DIGITS.indexOf(digit);
  let weight = 1;
  for (const digit of fraction) {
    weight /= 60;
    value += DIGITS.indexOf(digit) * weight;
  }
  return negative ? -value : value;
}

/** One line of the data file: name|names of offsets|minutes west|which offset in turn|minutes between changes|population. */
function unpackZone(line: string): Timeline {
  const [, names = "", west = "", turns = "", gaps = ""] = line.split("|");
  const allNames = names.split(" ");
  const allOffsets = west.split(" ").map((text) => -unpackNumber(text));
  const indices = turns.split("").map(unpackNumber);
  const steps = gaps.split(" ");
  let at = 0;
  const untils = indices.map((_, turn) => {
    if (turn === indices.length - 1) return Number.POSITIVE_INFINITY;
    at = Math.round(at + unpackNumber(steps[turn] ?? "") * MINUTE_MS);
    return at;
  });
  return {
    untils,
    offsets: indices.map((index) => (allOffsets[index] ?? Number.NaN) + 0),
    names: indices.map((index) => allNames[index] ?? ""),
  };
}

/** A zone of the pinned tzdb, fit for luxon. Get one from `zoneNamed`. */
export class TzdbZone extends Zone {
  readonly #name: string;
  readonly #timeline: Timeline;
  /** The interval that answered last: most questions are about the same half year. */
  #last = 0;

  constructor(name: string, timeline: Timeline) {
    super();
    this.#name = name;
    this.#timeline = timeline;
  }

  override get type(): string {
    return "tzdb";
  }

  override get name(): string {
    return this.#name;
  }

  override get isUniversal(): boolean {
    return this.#timeline.offsets.length === 1;
  }

  override get isValid(): true {
    return true;
  }

  #turnAt(instant: Instant): number {
    const { untils } = this.#timeline;
    const last = this.#last;
    if (instant < (untils[last] ?? 0) && (last === 0 || instant >= (untils[last - 1] ?? 0))) return last;
    let low = 0;
    let high = untils.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (instant < (untils[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    this.#last = low;
    return low;
  }

  /** Minutes east of UTC at `instant`. Whole minutes since 1972 everywhere; local mean times before may have fractions. */
  override offset(instant: Instant): number {
    return this.#timeline.offsets[this.#turnAt(instant)] ?? Number.NaN;
  }

  /** The first instant after `instant` at which the clocks are changed; Infinity when none is known. */
  nextChange(instant: Instant): Instant {
    return this.#timeline.untils[this.#turnAt(instant)] ?? Number.POSITIVE_INFINITY;
  }

  override offsetName(instant: Instant, _options?: ZoneOffsetOptions): string {
    return this.#timeline.names[this.#turnAt(instant)] ?? "";
  }

  override formatOffset(instant: Instant, format: ZoneOffsetFormat): string {
    return formatOffset(this.offset(instant), format);
  }

  override equals(other: Zone): boolean {
    return other instanceof TzdbZone && other.name === this.#name;
  }
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** "-3:30" (narrow), "-03:30" (short) or "-0330" (techie). */
function formatOffset(minutes: number, format: ZoneOffsetFormat): string {
  const sign = minutes < 0 ? "-" : "+";
  const whole = Math.round(Math.abs(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (format === "narrow") return `${sign}${hours}${rest === 0 ? "" : `:${twoDigits(rest)}`}`;
  return `${sign}${twoDigits(hours)}${format === "short" ? ":" : ""}${twoDigits(rest)}`;
}

/** Names in lower case to the line of data and the name in its usual spelling. */
const SOURCES = new Map<string, { name: string; line: string }>();
for (const line of packed.zones) {
  const name = line.slice(0, line.indexOf("|"));
  SOURCES.set(name.toLowerCase(), { name, line });
}
for (const link of packed.links) {
  const [target = "", name = ""] = link.split("|");
  const source = SOURCES.get(target.toLowerCase());
  if (source) SOURCES.set(name.toLowerCase(), { name, line: source.line });
}

const ZONES = new Map<string, TzdbZone>();

/** The zone with this IANA name (old names too; upper and lower case are one), or undefined. */
export function zoneNamed(name: string): TzdbZone | undefined {
  const known = ZONES.get(name);
  if (known) return known;
  const source = SOURCES.get(name.toLowerCase());
  if (!source) return undefined;
  const zone = ZONES.get(source.name) ?? new TzdbZone(source.name, unpackZone(source.line));
  ZONES.set(source.name, zone);
  return zone;
}

/** Every name that `zoneNamed` knows, in its usual spelling, sorted. */
export const timeZoneNames = (): string[] => [...SOURCES.values()].map((source) => source.name).sort();

const TARGETS = new Map(
  packed.links.map((link): [string, string] => {
    const [target = "", name = ""] = link.split("|");
    return [name, target];
  }),
);

/** The table names a shared zone beside the country's own name for it (Asia/Dubai and Indian/Reunion): the own one stays. */
function ownNames(names: readonly string[]): readonly string[] {
  const targets = new Set(names.map((name) => TARGETS.get(name)));
  return names.filter((name) => !targets.has(name));
}

const COUNTRIES = new Map(
  packed.countries.map((line): [string, readonly string[]] => {
    const [country = "", zones = ""] = line.split("|");
    return [country, ownNames(zones.split(" "))];
  }),
);

/** The zones that tzdb's own zone tables list for an ISO 3166-1 country; empty when they know none. */
export const zonesInTableOf = (country: string): readonly string[] => COUNTRIES.get(country) ?? [];

/** Every country of tzdb's zone tables. */
export const COUNTRIES_IN_TABLE: readonly string[] = [...COUNTRIES.keys()];

/** The name that an old one stands for ("US/Eastern" is America/New_York), or the name itself. */
export const currentName = (name: string): string => TARGETS.get(name) ?? name;
