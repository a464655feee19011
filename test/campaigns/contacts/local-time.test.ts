import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { civilDate, dayNumber, instantOf, isoLocal, wallClockAt, weekdayAt } from "../../../campaigns/contacts/local-time.ts";
import { timeZoneNames, type TzdbZone, zoneNamed } from "../../../campaigns/contacts/tzdb.ts";

function zone(name: string): TzdbZone {
  const found = zoneNamed(name);
  if (!found) throw new Error(`no zone ${name}`);
  return found;
}

const anInstant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2036, 11, 31) });
const aZone = fc.constantFrom(...timeZoneNames()).map(zone);
const wall = (iso: string) => {
  const time = DateTime.fromISO(iso, { zone: "utc" });
  return { year: time.year, month: time.month, day: time.day, minuteOfDay: time.hour * 60 + time.minute };
};
const written = (instant: number): string | null => DateTime.fromMillis(instant, { zone: "utc" }).toISO({ suppressMilliseconds: true });

describe("local time", () => {
  it("is the same as luxon's at any instant in any zone", () => {
    fc.assert(
      fc.property(aZone, anInstant, (somewhere, instant) => {
        const theirs = DateTime.fromMillis(instant, { zone: somewhere });
        expect(isoLocal(somewhere, instant)).toBe(
          theirs.startOf("second").toISO({ suppressMilliseconds: true, format: "extended" })?.replace("Z", "+00:00"),
        );
        expect(weekdayAt(somewhere, instant)).toBe(theirs.weekday);
        expect(wallClockAt(somewhere, instant)).toEqual({
          year: theirs.year,
          month: theirs.month,
          day: theirs.day,
          minuteOfDay: theirs.hour * 60 + theirs.minute,
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it("counts days of the calendar forth and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const { year, month, day: dayOfMonth } = civilDate(day);
        expect(dayNumber(year, month, dayOfMonth)).toBe(day);
      }),
    );
    expect(civilDate(0)).toEqual({ year: 1970, month: 1, day: 1 });
    expect(civilDate(dayNumber(2028, 2, 29))).toEqual({ year: 2028, month: 2, day: 29 });
  });
});

describe("which instant a wall clock means", () => {
  it("is found again from what the clock shows, at any instant in any zone", () => {
    fc.assert(
      fc.property(aZone, anInstant, (somewhere, instant) => {
        const minute = instant - (instant % 60_000);
        const answer = instantOf(somewhere, wallClockAt(somewhere, minute));
        const meant = answer.kind === "once" ? [answer.instant] : answer.kind === "overlap" ? [answer.first, answer.second] : [];
        expect(meant).toContain(minute);
      }),
      { numRuns: 2_000 },
    );
  });

  it("the 23-hour day in New York: half past two on 14 March 2027 never comes and becomes half past three", () => {
    const answer = instantOf(zone("America/New_York"), wall("2027-03-14T02:30"));
    expect(answer).toEqual({ kind: "gap", movedTo: Date.UTC(2027, 2, 14, 7, 30) });
    expect(isoLocal(zone("America/New_York"), Date.UTC(2027, 2, 14, 7, 30))).toBe("2027-03-14T03:30:00-04:00");
  });

  it("the 25-hour day in New York: half past one on 1 November 2026 comes twice, and the first is told first", () => {
    const answer = instantOf(zone("America/New_York"), wall("2026-11-01T01:30"));
    expect(answer).toEqual({ kind: "overlap", first: Date.UTC(2026, 10, 1, 5, 30), second: Date.UTC(2026, 10, 1, 6, 30) });
  });

  it.each([
    ["Santiago skips midnight to one", "America/Santiago", "2026-09-06T00:30", "2026-09-06T04:30:00Z"],
    ["Cairo skips midnight to one", "Africa/Cairo", "2027-04-30T00:30", "2027-04-29T22:30:00Z"],
    ["Newfoundland skips two to three, by its own half hour", "America/St_Johns", "2027-03-14T02:30", "2027-03-14T06:00:00Z"],
    ["Chatham skips a quarter to three to a quarter to four", "Pacific/Chatham", "2026-09-27T03:00", "2026-09-26T14:15:00Z"],
    ["Lord Howe skips half an hour", "Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45:00Z"],
  ])("%s", (_title, name, local, movedTo) => {
    const answer = instantOf(zone(name), wall(local));
    expect(answer.kind).toBe("gap");
    expect(answer.kind === "gap" && written(answer.movedTo)).toBe(movedTo);
  });

  it("Lord Howe shows the half hour before two o'clock twice in April", () => {
    const answer = instantOf(zone("Australia/Lord_Howe"), wall("2027-04-04T01:45"));
    expect(answer.kind === "overlap" && answer.second - answer.first).toBe(30 * 60_000);
  });

  it("Chatham stands at three quarters past the hour and goes back at a quarter to four", () => {
    const answer = instantOf(zone("Pacific/Chatham"), wall("2027-04-04T03:00"));
    expect(answer.kind === "overlap" && [written(answer.first), written(answer.second)]).toEqual([
      "2027-04-03T13:15:00Z",
      "2027-04-03T14:15:00Z",
    ]);
  });

  it("Eucla is a quarter to nine ahead all year, and no hour there is missing or double", () => {
    for (const month of ["01", "04", "07", "10"])
      expect(instantOf(zone("Australia/Eucla"), wall(`2027-${month}-04T12:00`))).toEqual({
        kind: "once",
        instant: Date.parse(`2027-${month}-04T03:15:00Z`),
      });
  });
});
