/**
 * Holidays of the United States and of the states whose law forbids or shortens calls on holidays, each from its own
 * statute. A day that is observed on another day is kept on both.
 */
import {
  type DaysIn,
  everyYears,
  FRIDAY,
  firstFrom,
  GOOD_FRIDAY,
  last,
  MARDI_GRAS,
  MONDAY,
  nth,
  type Observance,
  observed,
  on,
  since,
  THURSDAY,
  TUESDAY,
  type YearlyHoliday,
} from "./yearly-days.ts";

const KING = nth(3, MONDAY, 1);
const PRESIDENTS = nth(3, MONDAY, 2);
const MEMORIAL = last(MONDAY, 5);
const LABOR = nth(1, MONDAY, 9);
const COLUMBUS = nth(2, MONDAY, 10);
const THANKSGIVING = nth(4, THURSDAY, 11);
const DAY_AFTER_THANKSGIVING = firstFrom(FRIDAY, 11, 23);
/** The Tuesday after the first Monday of November. */
const ELECTION = firstFrom(TUESDAY, 11, 2);
/** Federal since 2021-06-17, Public Law 117-17. */
const JUNETEENTH = since(2021, on(6, 19));

const named = (days: Readonly<Record<string, DaysIn>>): YearlyHoliday[] => Object.entries(days).map(([name, daysIn]) => ({ name, daysIn }));

/** The days that the nation and all these states keep, with the state's way of observing those that have a fixed date. */
const common = (observance: Observance): YearlyHoliday[] =>
  named({
    "New Year's Day": observed(observance, on(1, 1)),
    "Martin Luther King Jr. Day": KING,
    "Presidents' Day": PRESIDENTS,
    "Memorial Day": MEMORIAL,
    "Independence Day": observed(observance, on(7, 4)),
    "Labor Day": LABOR,
    "Columbus Day": COLUMBUS,
    "Veterans Day": observed(observance, on(11, 11)),
    Thanksgiving: THANKSGIVING,
    Christmas: observed(observance, on(12, 25)),
  });

/** 5 U.S.C. 6103 (a), (b). Inauguration Day is a holiday in and around Washington only and is not kept here. */
export const US_FEDERAL: readonly YearlyHoliday[] = [...common("nearest"), ...named({ Juneteenth: observed("nearest", JUNETEENTH) })];

/**
 * Ala. Code 1-3-8 (read at law.uslawyerdatabase.com, and at archives.alabama.gov in the wording of Act 91-250): a Sunday
 * holiday is kept on Monday, a Saturday one on Friday. Mardi Gras is a holiday of Mobile and Baldwin counties; the county
 * is not known, so it holds in the whole state. Juneteenth is a holiday by law since 2025 and was proclaimed each year
 * from 2021.
 */
export const US_ALABAMA: readonly YearlyHoliday[] = [
  ...US_FEDERAL,
  ...named({
    "Mardi Gras": MARDI_GRAS,
    "Confederate Memorial Day": nth(4, MONDAY, 4),
    "Jefferson Davis' Birthday": nth(1, MONDAY, 6),
  }),
];

/**
 * The Public Service Commission bans calls on legal holidays (General Order R-29617, V(A)(2)) and keeps a list of its own,
 * of which only the marks are public: Mardi Gras, Good Friday, All Saints' Day. Kept here: the days on which La. R.S. 1:55
 * closes the state's offices (legis.la.gov), with the Friday and Monday it gives to weekend days. January 8 and August 30 of
 * the same statute are left out: the Commission told vendors that such days do not restrict calls
 * (leadmanagerhelp.clickpointsoftware.com, 2025-07; dnc.com, 2018-01).
 *
 * The Governor also proclaims days around Christmas and New Year, other ones each year and too late for any table: 24 and
 * 31 December in 2020, 26 December in 2023 and 2 January in 2024 (dnc.com; Louisiana State Civil Service in
 * news.yahoo.com, 2023-12). All four are taken for holidays every year.
 */
export const US_LOUISIANA: readonly YearlyHoliday[] = [
  ...US_FEDERAL,
  ...named({
    "Mardi Gras": MARDI_GRAS,
    "Good Friday": GOOD_FRIDAY,
    "General Election Day": everyYears(2, ELECTION),
    "All Saints' Day": observed("nearest", on(11, 1)),
    "Acadian Day": DAY_AFTER_THANKSGIVING,
    "Governor's holiday, as in other years": (year) => [on(1, 2), on(12, 24), on(12, 26), on(12, 31)].flatMap((daysIn) => daysIn(year)),
  }),
];

/**
 * The thirteen days of the Telemarketer Registration Act as amended by Act 73 of 2019 (HB 318, in force 2019-12-03), as the
 * update of dnc.com lists them. Juneteenth is not among them.
 */
export const US_PENNSYLVANIA: readonly YearlyHoliday[] = [
  ...common("nearest"),
  ...named({ "Good Friday": GOOD_FRIDAY, "Flag Day": observed("nearest", on(6, 14)), "Election Day": ELECTION }),
];

/**
 * R.I. Gen. Laws 25-1-1, and every federal holiday, because 5-61-3.6 names both. A Sunday holiday is kept on Monday by all,
 * a Saturday one on Monday by the state's employees and on Friday by the federal ones: all three days are kept.
 */
export const US_RHODE_ISLAND: readonly YearlyHoliday[] = [
  ...US_FEDERAL,
  ...common("monday"),
  ...named({
    Juneteenth: observed("monday", JUNETEENTH),
    "Rhode Island Independence Day": observed("after-sunday", on(5, 4)),
    "Victory Day": nth(2, MONDAY, 8),
    "Election Day": everyYears(2, ELECTION),
  }),
];

/** June 19 on a Tuesday to Friday is kept on the Monday before, on a weekend on the Monday after. */
const UTAH_JUNETEENTH: DaysIn = (year) => [...on(6, 19)(year), ...firstFrom(MONDAY, 6, 15)(year), ...observed("monday", on(6, 19))(year)];

/**
 * Utah Code 63G-1-301 as in force from 2026-05-06 (self-law.org), with Juneteenth since 2022 (HB 238 of that year) and Good
 * Friday since 2026. A Saturday holiday is kept on Friday, a Sunday one on Monday. That text is superseded on 2027-01-01;
 * HB 104 of 2026 as introduced would add Election Day from that date. Whether it passed was not found, so the day is kept.
 */
export const US_UTAH: readonly YearlyHoliday[] = [
  ...common("nearest"),
  ...named({
    "Pioneer Day": observed("nearest", on(7, 24)),
    Juneteenth: since(2022, UTAH_JUNETEENTH),
    "Good Friday": since(2026, GOOD_FRIDAY),
    "Election Day": since(2027, ELECTION),
  }),
];

/** Neb. Rev. Stat. 62-301 (nebraskalegislature.gov), which takes the federal day of observance too. */
export const US_NEBRASKA: readonly YearlyHoliday[] = [
  ...US_FEDERAL,
  ...named({ "Arbor Day": last(FRIDAY, 4), "Day after Thanksgiving": DAY_AFTER_THANKSGIVING }),
];
