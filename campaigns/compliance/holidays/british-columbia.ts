import { firstFrom, GOOD_FRIDAY, MONDAY, nth, observed, on, since, type YearlyHoliday } from "./yearly-days.ts";

/**
 * Statutory holidays of British Columbia: Employment Standards Act, RSBC 1996, c. 113, section 1. Family Day is the third
 * Monday of February since 2019, 30 September a holiday since 2023 (Bill 2 of 2023). Canada Day on a Sunday is kept on
 * the Monday under the federal Holidays Act, R.S.C. 1985, c. H-5.
 */
export const BRITISH_COLUMBIA: readonly YearlyHoliday[] = [
  { name: "New Year's Day", daysIn: on(1, 1) },
  { name: "Family Day", daysIn: nth(3, MONDAY, 2) },
  { name: "Good Friday", daysIn: GOOD_FRIDAY },
  { name: "Victoria Day", daysIn: firstFrom(MONDAY, 5, 18) },
  { name: "Canada Day", daysIn: observed("after-sunday", on(7, 1)) },
  { name: "British Columbia Day", daysIn: nth(1, MONDAY, 8) },
  { name: "Labour Day", daysIn: nth(1, MONDAY, 9) },
  { name: "National Day for Truth and Reconciliation", daysIn: since(2023, on(9, 30)) },
  { name: "Thanksgiving Day", daysIn: nth(2, MONDAY, 10) },
  { name: "Remembrance Day", daysIn: on(11, 11) },
  { name: "Christmas Day", daysIn: on(12, 25) },
];
