/**
 * Makes campaigns/compliance/holidays/tables.json: public holidays as civil dates, from the date-holidays package.
 *
 *   npx tsx scripts/make-holidays.ts
 *
 * Only this script uses the package; what the gate reads is the file. Run it after an update of the package, read the
 * difference, and put what the package does not know into overlay.ts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import Holidays, { type HolidaysTypes } from "date-holidays";
import { civilDate, dayNumber } from "../campaigns/contacts/local-time.ts";

const FIRST_YEAR = 2020;
const LAST_YEAR = 2037;

/** Calendar id, country of the package, and the package's regions by our code; a country without regions has one list. */
type Wanted = { calendar: string; country: string; regions: Readonly<Record<string, string>> };

const states = (country: string, names: string): Record<string, string> =>
  Object.fromEntries(names.split(" ").map((state) => [`${country}-${state}`, state]));

const WANTED: readonly Wanted[] = [
  { calendar: "co", country: "CO", regions: {} },
  { calendar: "es", country: "ES", regions: states("ES", "AN AR AS CB CE CL CM CN CT EX GA IB MC MD ML NC PV RI VC") },
  {
    calendar: "fr",
    country: "FR",
    // Overseas parts have country codes of their own; the two days of Alsace and Moselle belong to three departments.
    regions: { ...states("FR", "57 67 68"), BL: "BL", GF: "GF", GP: "GP", MF: "MF", MQ: "MQ", RE: "RE", YT: "YT" },
  },
  { calendar: "gb", country: "GB", regions: states("GB", "ENG NIR SCT WLS") },
  { calendar: "it", country: "IT", regions: { "IT-32": "32" } },
  { calendar: "mx", country: "MX", regions: {} },
  { calendar: "pt", country: "PT", regions: {} },
  { calendar: "ro", country: "RO", regions: {} },
  { calendar: "ua", country: "UA", regions: {} },
  { calendar: "za", country: "ZA", regions: {} },
];

/** Holidays by the moon are computed; the sighting may put them a day later, so that day counts too. */
const BY_THE_MOON = /Muharram|Shawwal|Dhu al/;

const DAY_MS = 86_400_000;
const padded = (value: number): string => String(value).padStart(2, "0");

/** Civil dates that the holiday touches: a holiday of an evening counts for the whole of that day. */
function datesOf(holiday: HolidaysTypes.Holiday): string[] {
  const [date = "", time = "00:00"] = holiday.date.split(" ");
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const startsAt = (Number(time.slice(0, 2)) * DAY_MS) / 24;
  // Rounded, because a day on which clocks change has 23 or 25 hours.
  const lasts = Math.max(1, Math.round((startsAt + holiday.end.getTime() - holiday.start.getTime()) / DAY_MS));
  const length = BY_THE_MOON.test(holiday.rule) ? lasts + 1 : lasts;
  return Array.from({ length }, (_, index) => {
    const civil = civilDate(dayNumber(year, month, day) + index);
    return `${civil.year}-${padded(civil.month)}-${padded(civil.day)}`;
  });
}

/** Every public and bank holiday of one place in these years: its name and its dates, substitute days beside the real ones. */
export function holidaysOf(country: string, state: string | null, years: readonly number[]): Map<string, Set<string>> {
  const source = state === null ? new Holidays(country) : new Holidays(country, state);
  const found = new Map<string, Set<string>>();
  for (const year of years) {
    for (const holiday of source.getHolidays(year)) {
      if (holiday.type !== "public" && holiday.type !== "bank") continue;
      // "Natale (giorno sostitutivo)" goes with "Natale".
      const name = holiday.name.replace(/ \([^()]*(?:substitu|sustituto|замінити|sostitu)[^()]*\)$/i, "");
      const dates = found.get(name) ?? found.set(name, new Set()).get(name);
      for (const date of datesOf(holiday)) dates?.add(date);
    }
  }
  return found;
}

const allDates = (holidays: ReadonlyMap<string, ReadonlySet<string>>): Set<string> =>
  new Set([...holidays.values()].flatMap((dates) => [...dates]));

/** Without the dates in `known`; a holiday of which nothing is left is left out. */
function without(holidays: ReadonlyMap<string, ReadonlySet<string>>, known: ReadonlySet<string>): Map<string, Set<string>> {
  const left = [...holidays].map(([name, dates]) => [name, new Set([...dates].filter((date) => !known.has(date)))] as const);
  return new Map(left.filter(([, dates]) => dates.size > 0));
}

/** Tables by place: the calendar's id for what holds in all of the country, a region's code for what it has beyond that. */
function tablesOf(wanted: Wanted, years: readonly number[]): [place: string, holidays: Map<string, Set<string>>][] {
  const national = holidaysOf(wanted.country, null, years);
  const regions = Object.entries(wanted.regions).map(([code, state]) => [code, holidaysOf(wanted.country, state, years)] as const);
  const everywhere = allDates(national);
  return [
    [wanted.calendar, national],
    ...regions.map(([code, own]): [string, Map<string, Set<string>>] => [code, without(own, everywhere)]),
  ];
}

const yearsOfTable = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/** Every date of these years in order, names in the order of the year: what tables.json holds under "places". */
export function placesOf(years: readonly number[]): Record<string, Record<string, string>> {
  const tables = WANTED.flatMap((wanted) => tablesOf(wanted, years));
  return Object.fromEntries(
    tables.map(([place, holidays]) => [
      place,
      Object.fromEntries([...holidays].map(([name, dates]): [string, string] => [name, [...dates].toSorted().join(" ")])),
    ]),
  );
}

function textOf(): string {
  const manifest = readFileSync(new URL("../node_modules/date-holidays/package.json", import.meta.url), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const file = {
    about: [
      "Made by scripts/make-holidays.ts; changed by running it, never by hand.",
      "The dates are data of date-holidays, https://github.com/commenthol/date-holidays, licensed CC BY 3.0",
      "(https://creativecommons.org/licenses/by/3.0/), which credits Wikipedia and the statutes named in its country files.",
      "Changed: only the public and bank holidays of these places and years are taken, written as civil dates.",
      "Keys in small letters are calendars: what holds in all of the country. Keys in capitals are parts of it and have",
      "only what they keep beyond that. Each holiday has all its days, those on which it is observed instead among them.",
    ],
    version: `date-holidays ${version}`,
    firstYear: FIRST_YEAR,
    lastYear: LAST_YEAR,
    places: placesOf(yearsOfTable),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const isStarted = process.argv[1]?.endsWith("make-holidays.ts") === true;
if (isStarted) writeFileSync(new URL("../campaigns/compliance/holidays/tables.json", import.meta.url), textOf());
