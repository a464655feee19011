import { describe, expect, it } from "vitest";
import {
  HOLIDAY_CALENDARS,
  HOLIDAYS_VERSION,
  holidayName,
  isCalendar,
  isHoliday,
} from "../../../campaigns/compliance/holidays/calendars.ts";
import { OVERLAY } from "../../../campaigns/compliance/holidays/overlay.ts";
import { RULEBOOK } from "../../../campaigns/compliance/rulebook/rulebook.ts";
import { civilDate, dayNumber } from "../../../campaigns/contacts/local-time.ts";
import { holidaysOf, placesOf } from "../../../scripts/make-holidays.ts";
import tables from "../../../campaigns/compliance/holidays/tables.json" with { type: "json" };

const dayOf = (date: string): number => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return dayNumber(year, month, day);
};
const holds = (calendar: string, date: string, ...jurisdictions: string[]): boolean =>
  isHoliday({ calendar, jurisdictions, dayNumber: dayOf(date) });

/** Every holiday of a calendar in a year as "MM-DD". */
function year(calendar: string, of: number, ...jurisdictions: string[]): string[] {
  const days = Array.from({ length: dayNumber(of + 1, 1, 1) - dayNumber(of, 1, 1) }, (_, index) => dayNumber(of, 1, 1) + index);
  return days
    .filter((day) => isHoliday({ calendar, jurisdictions, dayNumber: day }))
    .map((day) => civilDate(day))
    .map(({ month, day }) => `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

describe("holidays that a statute lists", () => {
  it.each([
    ["us-federal", 2027, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31"],
    ["us-pa", 2026, "01-01 01-19 02-16 04-03 05-25 06-14 06-15 07-03 07-04 09-07 10-12 11-03 11-11 11-26 12-25"],
    ["us-ut", 2026, "01-01 01-19 02-16 04-03 05-25 06-15 06-19 07-03 07-04 07-24 09-07 10-12 11-11 11-26 12-25"],
    ["us-ne", 2026, "01-01 01-19 02-16 04-24 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 11-27 12-25"],
    ["us-al", 2026, "01-01 01-19 02-16 02-17 04-27 05-25 06-01 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25"],
    ["ca-bc", 2026, "01-01 02-16 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25"],
    ["au-national", 2026, "01-01 01-26 04-03 04-06 04-25 04-27 12-25 12-26 12-28"],
    ["fr", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"],
    ["za", 2026, "01-01 03-21 04-03 04-06 04-27 05-01 06-16 08-09 08-10 09-24 11-04 12-16 12-25 12-26"],
    ["co", 2026, "01-01 01-12 03-23 04-02 04-03 04-05 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25"],
    ["ro", 2026, "01-01 01-02 01-06 01-07 01-24 04-10 04-12 04-13 05-01 05-31 06-01 08-15 11-30 12-01 12-25 12-26"],
    ["mx", 2026, "01-01 02-02 03-16 04-02 04-03 05-01 09-16 11-02 11-16 12-12 12-25"],
  ])("%s in %i", (calendar, of, days) => {
    expect(year(calendar, of)).toEqual(days.split(" "));
  });

  it.each([
    ["Pennsylvania keeps Flag Day", "us-pa", "2027-06-14"],
    ["Pennsylvania keeps Election Day", "us-pa", "2026-11-03"],
    ["Utah keeps Pioneer Day", "us-ut", "2026-07-24"],
    ["Utah keeps Pioneer Day of a Saturday on the Friday too", "us-ut", "2027-07-23"],
    ["Utah keeps Juneteenth of a Friday on the Monday before", "us-ut", "2026-06-15"],
    ["Utah keeps Juneteenth of a Saturday on the Monday after", "us-ut", "2027-06-21"],
    ["Alabama keeps a Sunday Fourth of July", "us-al", "2027-07-04"],
    ["Alabama keeps a Sunday Fourth of July on Monday too", "us-al", "2027-07-05"],
    ["Alabama keeps a Saturday Christmas on Friday too", "us-al", "2027-12-24"],
    ["Alabama keeps next year's New Year's Day on 31 December", "us-al", "2027-12-31"],
    ["Alabama keeps Mardi Gras everywhere", "us-al", "2027-02-09"],
    ["Alabama keeps Confederate Memorial Day", "us-al", "2027-04-26"],
    ["Alabama keeps Jefferson Davis' Birthday", "us-al", "2027-06-07"],
    ["Louisiana keeps Mardi Gras", "us-la", "2027-02-09"],
    ["Louisiana keeps All Saints' Day", "us-la", "2027-11-01"],
    ["Louisiana keeps a day that its governor proclaimed", "us-la", "2023-07-03"],
    ["Louisiana keeps the day after Christmas, which its governor may proclaim", "us-la", "2026-12-26"],
    ["Rhode Island keeps Victory Day", "us-ri", "2026-08-10"],
    ["Rhode Island keeps a Saturday Fourth of July on the federal Friday", "us-ri", "2026-07-03"],
    ["Rhode Island keeps a Saturday Fourth of July on its own Monday", "us-ri", "2026-07-06"],
    ["British Columbia keeps Family Day", "ca-bc", "2027-02-15"],
    ["France keeps Ascension", "fr", "2027-05-06"],
    ["France keeps 14 July", "fr", "2027-07-14"],
    ["Australia keeps Anzac Day", "au-national", "2027-04-25"],
    ["Australia keeps a Sunday Anzac Day on Monday too", "au-national", "2027-04-26"],
    ["South Africa keeps a Sunday holiday on Monday too", "za", "2026-08-10"],
    ["South Africa keeps the day of its local elections", "za", "2021-11-01"],
    ["Ukraine keeps Christmas in December", "ua", "2026-12-25"],
    ["Italy keeps Saint Francis since 2026", "it", "2026-10-04"],
    ["Scotland keeps the day of the World Cup", "gb", "2026-06-15", "GB", "GB-SCT"],
  ])("%s", (_title, calendar, date, ...jurisdictions) => {
    expect(holds(calendar, date, ...jurisdictions)).toBe(true);
  });

  it.each([
    ["Pennsylvania does not list Juneteenth", "us-pa", "2026-06-19"],
    ["British Columbia had no Truth and Reconciliation Day in 2022", "ca-bc", "2022-09-30"],
    ["Utah had no Good Friday in 2025", "us-ut", "2025-04-18"],
    ["nobody kept Juneteenth in 2020", "us-al", "2020-06-19"],
    ["Louisiana has no election in odd years", "us-la", "2027-11-02"],
    ["Colombia moves Epiphany away from 6 January", "co", "2026-01-06"],
    ["Mexico no longer changes its President in December", "mx", "2030-12-01"],
    ["Australia's national days are not those of one state", "au-national", "2026-06-08", "AU", "AU-NSW"],
    ["England does not keep Scotland's day", "gb", "2026-06-15", "GB", "GB-ENG"],
    ["an ordinary Tuesday", "us-federal", "2026-11-24"],
  ])("not: %s", (_title, calendar, date, ...jurisdictions) => {
    expect(holds(calendar, date, ...jurisdictions)).toBe(false);
  });
});

describe("holidays of a part of a country", () => {
  const madridsDay = "2026-05-02";

  it("hold in that part", () => {
    expect(holds("es", madridsDay, "ES", "ES-MD")).toBe(true);
    expect(holds("es", madridsDay, "ES", "ES-CT")).toBe(false);
    expect(holds("es", "2026-09-11", "ES", "ES-CT")).toBe(true);
  });

  it("hold in every part of Spain when nobody knows which, or the region's code is not one", () => {
    expect(holds("es", madridsDay, "ES")).toBe(true);
    expect(holds("es", madridsDay)).toBe(true);
    expect(holds("es", "2026-09-11", "ES", "ES-XX")).toBe(true);
  });

  it("add up when a person may be in two parts", () => {
    expect(holds("es", madridsDay, "ES", "ES-CT", "ES-MD")).toBe(true);
  });

  it("leave the days of the whole country as they are", () => {
    expect(holds("es", "2026-10-12", "ES", "ES-MD")).toBe(true);
  });

  it("hold in France only where the law of 11 days is known to be joined by local ones", () => {
    expect(holds("fr", "2026-12-26", "FR")).toBe(false);
    expect(holds("fr", "2026-12-26", "FR", "FR-67")).toBe(true);
    expect(holds("fr", "2026-12-26", "FR", "FR-6AE")).toBe(true);
    expect(holds("fr", "2026-05-27", "FR", "GP")).toBe(true);
    expect(holds("fr", "2026-05-27", "FR", "RE")).toBe(false);
  });

  it("are kept a day longer when they go by the moon", () => {
    expect(holds("es", "2026-05-26", "ES", "ES-CE")).toBe(true);
    expect(holds("es", "2026-05-27", "ES", "ES-CE")).toBe(true);
  });
});

describe("what nobody knows is a holiday", () => {
  it.each(["2019-12-31", "2038-01-01", "1999-06-08", "2100-06-08"])("a day outside the years of the tables: %s", (date) => {
    expect(holds("us-federal", date)).toBe(true);
    expect(holidayName({ calendar: "us-federal", jurisdictions: [], dayNumber: dayOf(date) })).toBeUndefined();
  });

  it("the first and the last day of the tables are read", () => {
    expect(holds("us-federal", "2020-01-02")).toBe(false);
    expect(holds("us-federal", "2037-12-30")).toBe(false);
  });

  it("a calendar that does not exist", () => {
    expect(isCalendar("us-xx")).toBe(false);
    expect(holds("us-xx", "2026-11-24")).toBe(true);
  });
});

describe("the lists of holidays", () => {
  it("know every calendar that a rule names", () => {
    const named = RULEBOOK.flatMap((rule) => (rule.holidays === null ? [] : [rule.holidays]));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((calendar) => !isCalendar(calendar))).toEqual([]);
  });

  it.each(HOLIDAY_CALENDARS)("%s has at least seven holidays in each year", (calendar) => {
    for (let of = tables.firstYear; of <= tables.lastYear; of += 1) expect(year(calendar, of).length, String(of)).toBeGreaterThanOrEqual(7);
  });

  it("tell the name of a holiday and the version of the lists", () => {
    expect(holidayName({ calendar: "us-pa", jurisdictions: ["US", "US-PA"], dayNumber: dayOf("2027-06-14") })).toBe("Flag Day");
    expect(holidayName({ calendar: "us-la", jurisdictions: [], dayNumber: dayOf("2027-12-24") })).toBe("Christmas");
    expect(HOLIDAYS_VERSION).toContain(tables.version);
  });

  it("change by days that exist, in places that exist, each with who appointed it", () => {
    const places = new Set([...HOLIDAY_CALENDARS, ...Object.keys(tables.places)]);
    for (const change of OVERLAY) {
      const { year: of, month, day } = civilDate(dayOf(change.on));
      expect(`${of}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`).toBe(change.on);
      expect(places.has(change.place), change.place).toBe(true);
      expect(change.source.length).toBeGreaterThan(10);
    }
    const removed = OVERLAY.filter((change) => change.change === "removed");
    const listed: Record<string, Record<string, string>> = tables.places;
    expect(removed.filter((change) => !Object.values(listed[change.place] ?? {}).some((dates) => dates.includes(change.on)))).toEqual([]);
  });
});

describe("the generated table", () => {
  it("is what the generator makes of the package today, in a sample year", () => {
    const inYear = (places: Record<string, Record<string, string>>): Record<string, string[]> =>
      Object.fromEntries(
        Object.entries(places).map(([place, holidays]) => [
          place,
          Object.entries(holidays)
            .flatMap(([name, dates]) => dates.split(" ").map((date) => `${date} ${name}`))
            .filter((line) => line.startsWith("2027-"))
            .toSorted(),
        ]),
      );
    expect(inYear(tables.places)).toEqual(inYear(placesOf([2027])));
  });

  it.each([
    ["us-federal", null],
    ["us-al", "AL"],
    ["us-la", "LA"],
    ["us-ri", "RI"],
    ["us-ne", "NE"],
  ])("%s by its statute has every day that date-holidays knows", (calendar, state) => {
    const known = [...holidaysOf("US", state, [2026, 2027, 2028]).values()].flatMap((dates) => [...dates]);
    expect(known.length).toBeGreaterThan(30);
    expect(known.filter((date) => !holds(calendar, date))).toEqual([]);
  });
});
