/**
 * Makes campaigns/compliance/holidays/tables.ts: public holidays as civil dates, from the date-holidays package.
 *
 *   npx tsx scripts/make-holidays.ts
 *
 * Only this script uses the package; what the gate reads is the file. Run it after an update of the package, read the
 * difference, and put what the package does not know into overlay.ts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import Holidays, { type HolidaysTypes } from "date-holidays";
import { civilDate, dayNumber } from "../campaigns/contacts/local-time.ts";

export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2037;

/** Calendar id, country of the package, and the package's regions by our code; a country without regions has one list. */
type Wanted = { calendar: string; country: string; regions: Readonly<Record<string, string>> };

const states = (country: string, names: string): Record<string, string> =>
  Object.fromEntries(names.split(" ").map((state) => [`${country}-${state}`, state]));

export const WANTED: readonly Wanted[] = [
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

const DAY_MS = 86_400_000;
const padded = (value: number): string => String(value).padStart(2, "0");

/** Civil dates that the holiday touches: a holiday of an evening counts for the whole of that day. */
function datesOf(holiday: HolidaysTypes.Holiday): string[] {
  const [date = "", time = "00:00"] = holiday.date.split(" ");
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const startsAt = (Number(time.slice(0, 2)) * DAY_MS) / 24;
  // Rounded, because a day on which clocks change has 23 or 25 hours.
  const length = Math.max(1, Math.round((startsAt + holiday.end.getTime() - holiday.start.getTime()) / DAY_MS));
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
export function tablesOf(wanted: Wanted, years: readonly number[]): [place: string, holidays: Map<string, Set<string>>][] {
  const national = holidaysOf(wanted.country, null, years);
  const regions = Object.entries(wanted.regions).map(([code, state]) => [code, holidaysOf(wanted.country, state, years)] as const);
  const everywhere = allDates(national);
  return [
    [wanted.calendar, national],
    ...regions.map(([code, own]): [string, Map<string, Set<string>>] => [code, without(own, everywhere)]),
  ];
}

const yearsOfTable = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

function textOf(): string {
  const { version } = JSON.parse(readFileSync(new URL("../node_modules/date-holidays/package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  const lines = WANTED.flatMap((wanted) =>
    tablesOf(wanted, yearsOfTable).flatMap(([place, holidays]) => [
      `  ${JSON.stringify(place)}: {`,
      ...[...holidays].map(([name, dates]) => `    ${JSON.stringify(name)}: ${JSON.stringify([...dates].toSorted().join(" "))},`),
      "  },",
    ]),
  );
  return `/**
 * Generated by scripts/make-holidays.ts from date-holidays ${version}; changed by running it, never by hand.
 *
 * The dates are data of date-holidays, https://github.com/commenthol/date-holidays, licensed CC BY 3.0
 * (https://creativecommons.org/licenses/by/3.0/), which credits the Wikipedia pages and statutes named in its
 * data/countries/*.yaml. Changed here: only public and bank holidays of these places and years, as civil dates.
 *
 * A lower-case key is a calendar: what holds in all of the country. A key in capitals is a part of it and lists only
 * what it has beyond that. Each holiday has all its days, those on which it is observed instead among them.
 */
export const TABLES_VERSION = "date-holidays ${version}";
export const FIRST_YEAR = ${FIRST_YEAR};
export const LAST_YEAR = ${LAST_YEAR};

export const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${lines.join("\n")}
};
`;
}

if (process.argv[1]?.endsWith("make-holidays.ts"))
  writeFileSync(new URL("../campaigns/compliance/holidays/tables.ts", import.meta.url), textOf());
