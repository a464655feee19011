/**
 * The holidays that calling rules speak of, by calendar. A rule of the rulebook names its calendar; the gate asks it for
 * each zone's own civil date.
 *
 * Three sources, joined: lists computed from a statute (united-states.ts, british-columbia.ts, australia.ts), dates made
 * from date-holidays (tables.json), and days proclaimed for one year (overlay.ts). Where law or practice moves a day, its own
 * date and the day on which it is observed are both holidays. A holiday that the law itself puts on a Monday (Colombia's
 * Ley 51 de 1983, Mexico's article 74) is that Monday alone.
 */
import { dayNumber } from "../../contacts/local-time.ts";
import { AUSTRALIA_NATIONAL } from "./australia.ts";
import { BRITISH_COLUMBIA } from "./british-columbia.ts";
import { OVERLAY } from "./overlay.ts";
import tables from "./tables.json" with { type: "json" };
import { US_ALABAMA, US_FEDERAL, US_LOUISIANA, US_NEBRASKA, US_PENNSYLVANIA, US_RHODE_ISLAND, US_UTAH } from "./united-states.ts";
import type { YearlyHoliday } from "./yearly-days.ts";

const { firstYear: FIRST_YEAR, lastYear: LAST_YEAR } = tables;
/** By place, the holidays and their dates: "2026-05-14 2027-05-06". */
const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = tables.places;

/** Which lists decided. Kept with every decision that a holiday had a part in. */
export const HOLIDAYS_VERSION = `${tables.version}; statutes and overlay of 2026-11-21`;

const STATUTES: Readonly<Record<string, readonly YearlyHoliday[]>> = {
  "au-national": AUSTRALIA_NATIONAL,
  "ca-bc": BRITISH_COLUMBIA,
  "us-al": US_ALABAMA,
  "us-federal": US_FEDERAL,
  "us-la": US_LOUISIANA,
  "us-ne": US_NEBRASKA,
  "us-pa": US_PENNSYLVANIA,
  "us-ri": US_RHODE_ISLAND,
  "us-ut": US_UTAH,
};

/** Parts of a country with days of their own, as keys of the tables. */
type Parts = {
  codes: ReadonlySet<string>;
  /**
   * Whose days hold when the place names none of these parts:
   *   all   each part's: the place may be in any of them
   *   none  the country's alone
   */
  unnamed: "all" | "none";
};

const codesOf = (country: string): Set<string> => new Set(Object.keys(TABLES).filter((place) => place.startsWith(`${country}-`)));

const PARTS: Readonly<Record<string, Parts>> = {
  // All nineteen communities and cities have days of their own, so an unknown one has everybody's.
  es: { codes: codesOf("ES"), unnamed: "all" },
  // D. 223-9 code de la consommation names the eleven days of L. 3133-1 code du travail and no others. The days that
  // Alsace, Moselle and the overseas parts have beyond those are kept only where the place is known to be there.
  fr: { codes: new Set([...codesOf("FR"), "BL", "GF", "GP", "MF", "MQ", "RE", "YT"]), unnamed: "none" },
  gb: { codes: codesOf("GB"), unnamed: "all" },
  // Whit Monday of South Tyrol: the code of conduct speaks of holidays without saying whose.
  it: { codes: codesOf("IT"), unnamed: "all" },
};

/** Other codes of the same places: a region that holds the departments, the numbers of the overseas ones, the province. */
const SAME_PLACE: Readonly<Record<string, string>> = {
  "FR-6AE": "FR-67",
  "FR-GES": "FR-67",
  "FR-971": "GP",
  "FR-972": "MQ",
  "FR-973": "GF",
  "FR-974": "RE",
  "FR-976": "YT",
  "FR-977": "BL",
  "FR-978": "MF",
  "IT-BZ": "IT-32",
};

/** Calendars of the days before the holidays of another one: by their own id, that one's. */
const EVES: Readonly<Record<string, string>> = { "it-eve": "it" };

/** Names by day counted from 1970-01-01. */
type NamedDays = ReadonlyMap<number, string>;

export const HOLIDAY_CALENDARS: readonly string[] = [
  ...Object.keys(STATUTES),
  ...Object.keys(EVES),
  ...Object.keys(TABLES).filter((place) => place === place.toLowerCase()),
].toSorted();

const KNOWN: ReadonlySet<string> = new Set(HOLIDAY_CALENDARS);

export const isCalendar = (id: string): boolean => KNOWN.has(id);

const FIRST_DAY = dayNumber(FIRST_YEAR, 1, 1);
const LAST_DAY = dayNumber(LAST_YEAR + 1, 1, 1) - 1;

function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return dayNumber(year, month, day);
}

function addStatute(days: Map<number, string>, holidays: readonly YearlyHoliday[]): void {
  // A year more on each side: New Year's Day on a Saturday is observed in the year before.
  for (let year = FIRST_YEAR - 1; year <= LAST_YEAR + 1; year += 1) {
    for (const { name, daysIn } of holidays) for (const day of daysIn(year)) if (!days.has(day)) days.set(day, name);
  }
}

function readPlace(place: string): NamedDays {
  const days = new Map<number, string>();
  addStatute(days, STATUTES[place] ?? []);
  for (const [name, dates] of Object.entries(TABLES[place] ?? {})) for (const date of dates.split(" ")) days.set(dayOf(date), name);
  for (const change of OVERLAY.filter((entry) => entry.place === place)) {
    if (change.change === "added") days.set(dayOf(change.on), change.name);
    else days.delete(dayOf(change.on));
  }
  return days;
}

const read = new Map<string, NamedDays>();

/** The days of one calendar or part, made once: some hundred entries. */
function daysOf(place: string): NamedDays {
  const known = read.get(place);
  if (known) return known;
  const made = readPlace(place);
  read.set(place, made);
  return made;
}

/** The calendar is one of HOLIDAY_CALENDARS; jurisdictions are those of the place; the day counts from 1970-01-01. */
export type HolidayQuestion = { calendar: string; jurisdictions: readonly string[]; dayNumber: number };

/** The days of every part of the country in one. */
function allParts(calendar: string, parts: Parts): NamedDays {
  const known = read.get(`all of ${calendar}`);
  if (known) return known;
  const made = new Map([...parts.codes].flatMap((code) => [...daysOf(code)]));
  read.set(`all of ${calendar}`, made);
  return made;
}

/** What the day is called in the parts of the country that the place may be in. */
function nameInParts(parts: Parts, question: HolidayQuestion): string | undefined {
  let isNamed = false;
  for (const jurisdiction of question.jurisdictions) {
    const code = SAME_PLACE[jurisdiction] ?? jurisdiction;
    if (!parts.codes.has(code)) continue;
    isNamed = true;
    const name = daysOf(code).get(question.dayNumber);
    if (name !== undefined) return name;
  }
  return isNamed || parts.unnamed === "none" ? undefined : allParts(question.calendar, parts).get(question.dayNumber);
}

/** What the day is called there, or undefined when it is no holiday, outside the years of the tables, or the calendar unknown. */
export function holidayName(question: HolidayQuestion): string | undefined {
  if (question.dayNumber < FIRST_DAY || question.dayNumber > LAST_DAY) return undefined;
  const dayAfter = EVES[question.calendar];
  if (dayAfter !== undefined) {
    const holiday = holidayName({ ...question, calendar: dayAfter, dayNumber: question.dayNumber + 1 });
    return holiday && `Day before ${holiday}`;
  }
  const name = daysOf(question.calendar).get(question.dayNumber);
  if (name !== undefined) return name;
  const parts = PARTS[question.calendar];
  return parts && nameInParts(parts, question);
}

/**
 * Is the day a holiday of the calendar at the place? Every day is one for a calendar that does not exist and before 2020 or
 * after 2037, because nobody here knows (fail closed).
 */
export function isHoliday(question: HolidayQuestion): boolean {
  if (question.dayNumber < FIRST_DAY || question.dayNumber > LAST_DAY || !isCalendar(question.calendar)) return true;
  return holidayName(question) !== undefined;
}
