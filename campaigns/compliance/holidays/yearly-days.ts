/** Rules by which a holiday falls in a year, as functions from the year to days counted from 1970-01-01. */
import { dayNumber, weekdayOfDay } from "../../contacts/local-time.ts";

/** The days of one holiday in a year: usually one, two when it is also observed on another day, none before it existed. */
export type DaysIn = (year: number) => readonly number[];

export type YearlyHoliday = { name: string; daysIn: DaysIn };

/** ISO weekdays, as `weekdayOfDay` counts them. */
export const MONDAY = 1;
export const TUESDAY = 2;
export const THURSDAY = 4;
export const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

/** The same date each year. Months count from 1. */
export const on =
  (month: number, day: number): DaysIn =>
  (year) => [dayNumber(year, month, day)];

/** First such weekday of the month at or after `day`: `firstFrom(MONDAY, 1, 15)` is the third Monday of January. */
export const firstFrom =
  (weekday: number, month: number, day: number): DaysIn =>
  (year) => {
    const from = dayNumber(year, month, day);
    return [from + ((weekday - weekdayOfDay(from) + 7) % 7)];
  };

/** The n-th such weekday of the month, n from 1. */
export const nth = (n: number, weekday: number, month: number): DaysIn => firstFrom(weekday, month, (n - 1) * 7 + 1);

/** The last such weekday of a month that is not December. */
export const last =
  (weekday: number, month: number): DaysIn =>
  (year) => {
    const end = dayNumber(year, month + 1, 1) - 1;
    return [end - ((weekdayOfDay(end) - weekday + 7) % 7)];
  };

/** Easter Sunday of the western churches (the anonymous Gregorian computation, Nature, 20 April 1876). */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - ((year % 100) % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** So many days after Easter Sunday; negative: before it. */
export const afterEaster =
  (days: number): DaysIn =>
  (year) => [easterSunday(year) + days];

export const GOOD_FRIDAY = afterEaster(-2);
export const EASTER_MONDAY = afterEaster(1);
/** Shrove Tuesday, the eve of Ash Wednesday. */
export const MARDI_GRAS = afterEaster(-47);

/** No such holiday before `year`. */
export const since =
  (firstYear: number, daysIn: DaysIn): DaysIn =>
  (year) =>
    year < firstYear ? [] : daysIn(year);

/** Only in years that are a multiple of `step`: elections. */
export const everyYears =
  (step: number, daysIn: DaysIn): DaysIn =>
  (year) =>
    year % step === 0 ? daysIn(year) : [];

/**
 * How a holiday on a weekend is observed beside its own day:
 *   nearest       Saturday on the Friday before, Sunday on the Monday after
 *   after-sunday  Sunday on the Monday after
 *   monday        Saturday and Sunday on the Monday after
 * Law and practice differ on whether the day itself remains a holiday; both are kept, the stricter reading.
 */
export type Observance = "nearest" | "after-sunday" | "monday";

const SHIFT: Readonly<Record<Observance, Readonly<Record<number, number>>>> = {
  nearest: { [SATURDAY]: -1, [SUNDAY]: 1 },
  "after-sunday": { [SUNDAY]: 1 },
  monday: { [SATURDAY]: 2, [SUNDAY]: 1 },
};

/** The holiday's own day, and the weekday on which it is observed when it falls on a weekend. */
export const observed =
  (observance: Observance, daysIn: DaysIn): DaysIn =>
  (year) =>
    daysIn(year).flatMap((day) => {
      const shift = SHIFT[observance][weekdayOfDay(day)];
      return shift === undefined ? [day] : [day, day + shift];
    });
