import { weekdayOfDay } from "../../contacts/local-time.ts";
import { type DaysIn, EASTER_MONDAY, GOOD_FRIDAY, MONDAY, observed, on, type YearlyHoliday } from "./yearly-days.ts";

/** Christmas and Boxing Day are neighbours: on a weekend each is kept two days later, which is never the other's day. */
const twoDaysLaterOnWeekend =
  (daysIn: DaysIn): DaysIn =>
  (year) =>
    daysIn(year).flatMap((day) => (weekdayOfDay(day) < MONDAY + 5 ? [day] : [day, day + 2]));

/**
 * The public holidays that all states and territories of Australia share, which is how the Telemarketing and Research Calls
 * Industry Standard 2017 is read here (its definition was not seen; donotcall.gov.au speaks of national public holidays).
 * Days that only some states keep are not among them. A weekend day is also kept on the weekday on which any state observes it.
 */
export const AUSTRALIA_NATIONAL: readonly YearlyHoliday[] = [
  { name: "New Year's Day", daysIn: observed("monday", on(1, 1)) },
  { name: "Australia Day", daysIn: observed("monday", on(1, 26)) },
  { name: "Good Friday", daysIn: GOOD_FRIDAY },
  { name: "Easter Monday", daysIn: EASTER_MONDAY },
  { name: "Anzac Day", daysIn: observed("monday", on(4, 25)) },
  { name: "Christmas Day", daysIn: twoDaysLaterOnWeekend(on(12, 25)) },
  { name: "Boxing Day", daysIn: twoDaysLaterOnWeekend(on(12, 26)) },
];
