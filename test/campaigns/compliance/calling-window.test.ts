import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallingWindow } from "../../../campaigns/campaign.ts";
import { openingAt, type PlaceOpening } from "../../../campaigns/compliance/permitted-time.ts";
import { isoLocal } from "../../../campaigns/contacts/local-time.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";
import { at, hours, local, utc } from "./questions.ts";
import { isOnTheClock, maySlowly } from "./slow-window.ts";

const MINUTE_MS = 60_000;
const nineToEight = hours("09:00-20:00");
const ask = (callingWindow: CallingWindow, zones: string[], now: number, ringTimeoutSeconds = 25): PlaceOpening =>
  openingAt({ law: null, window: { callingWindow }, ringTimeoutSeconds, place: at(...zones) }, now);

/** The first opening at or after `now`, as the clock in the zone shows it. */
function opensAt(callingWindow: CallingWindow, zones: [string, ...string[]], now: number): string | null {
  const opening = ask(callingWindow, zones, now);
  const instant = opening.open ? now : opening.nextAt;
  const zone = zoneNamed(zones[0]);
  return instant === null || !zone ? null : isoLocal(zone, instant);
}

/** Minutes of a span of time in which calls may start. */
function openMinutes(callingWindow: CallingWindow, zones: string[], [from, to]: [number, number]): number {
  let open = 0;
  for (let now = from; now < to; now += MINUTE_MS) if (ask(callingWindow, zones, now).open) open += 1;
  return open;
}

describe("the calling window at a place", () => {
  it("opens on the second and is closed at its end", () => {
    const opening = local("America/New_York", "2026-11-18T09:00");
    expect(ask(nineToEight, ["America/New_York"], opening - 1)).toEqual({ open: false, nextAt: opening });
    expect(ask(nineToEight, ["America/New_York"], opening)).toMatchObject({ open: true });
    expect(ask(nineToEight, ["America/New_York"], local("America/New_York", "2026-11-18T20:00")).open).toBe(false);
  });

  it.each([
    ["a minute at least", 25, "2026-11-18T19:59"],
    ["as long as the call may ring", 120, "2026-11-18T19:58"],
  ])("takes no call that could ring past its end: %s", (_title, ringSeconds, lastAt) => {
    const end = local("America/New_York", lastAt);
    expect(ask(nineToEight, ["America/New_York"], end - 1, ringSeconds)).toEqual({ open: true, until: end });
    expect(ask(nineToEight, ["America/New_York"], end, ringSeconds).open).toBe(false);
  });

  it("runs on over midnight without a break", () => {
    const now = local("America/New_York", "2026-11-18T23:59:30");
    expect(ask(hours("00:00-24:00"), ["America/New_York"], now).open).toBe(true);
    expect(ask(hours("00:00-06:00,20:00-24:00"), ["America/New_York"], now)).toEqual({
      open: true,
      until: local("America/New_York", "2026-11-19T05:59"),
    });
  });

  it("keeps a break at noon", () => {
    const window = hours("10:00-13:00,14:00-20:00");
    expect(ask(window, ["Europe/Paris"], local("Europe/Paris", "2026-11-18T13:30"))).toEqual({
      open: false,
      nextAt: local("Europe/Paris", "2026-11-18T14:00"),
    });
  });

  it("goes by the weekday of the place, not of Greenwich", () => {
    const noSunday = hours("09:00-20:00", { 7: "" });
    // Saturday evening in Honolulu is Sunday in Greenwich; Monday morning in Guam is Sunday there.
    expect(ask(noSunday, ["Pacific/Honolulu"], utc("2026-11-22T04:00")).open).toBe(true);
    expect(ask(noSunday, ["Pacific/Guam"], utc("2026-11-22T23:30")).open).toBe(true);
    expect(ask(noSunday, ["Pacific/Guam"], utc("2026-11-21T23:30")).open).toBe(false);
  });

  it("must be open in every zone where the person may be", () => {
    const zones = ["America/Boise", "America/Los_Angeles"];
    const boise = (iso: string) => local("America/Boise", iso);
    expect(ask(nineToEight, zones, boise("2026-11-18T09:30"))).toEqual({ open: false, nextAt: boise("2026-11-18T10:00") });
    expect(ask(nineToEight, zones, boise("2026-11-18T10:00"))).toEqual({ open: true, until: boise("2026-11-18T19:59") });
  });

  it("is never open where the zones leave no common hour, and says so", () => {
    expect(ask(hours("09:00-12:00"), ["America/New_York", "Asia/Tokyo"], utc("2026-11-18T15:00"))).toEqual({ open: false, nextAt: null });
    expect(ask(hours(""), ["America/New_York"], utc("2026-11-18T15:00"))).toEqual({ open: false, nextAt: null });
  });

  it("finds an opening that only a change of the clocks brings", () => {
    // London and Lagos share an hour from half past eight to half past nine only while London is on summer time.
    const window = hours("08:30-09:00");
    expect(ask(window, ["Europe/London", "Africa/Lagos"], utc("2026-11-18T12:00"))).toEqual({
      open: false,
      nextAt: utc("2027-03-28T07:30"),
    });
  });

  it.each([
    ["no zone", []],
    ["a zone that does not exist", ["America/New_York", "Mars/Olympus"]],
  ])("is closed for a place with %s", (_title, zones) => {
    expect(ask(hours("00:00-24:00"), zones, utc("2026-11-18T15:00"))).toEqual({ open: false, nextAt: null });
  });

  it.each([
    ["null", null],
    ["a missing day", { ...nineToEight, 3: undefined }],
    ["a time that is none", hours("9:00-20:00")],
    ["an end before its beginning", hours("20:00-09:00")],
    ["an hour that does not exist", hours("09:00-25:00")],
  ])("is closed when it cannot be read: %s", (_title, window) => {
    expect(ask(window as CallingWindow, ["America/New_York"], utc("2026-11-18T15:00"))).toEqual({ open: false, nextAt: null });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("is closed at an instant that is none: %s", (now) => {
    expect(ask(hours("00:00-24:00"), ["America/New_York"], now).open).toBe(false);
    expect(ask(hours("00:00-24:00"), ["America/New_York"], utc("2026-11-18T15:00"), now).open).toBe(false);
  });

  it("is read anew when it was changed in place", () => {
    const window = hours("09:00-20:00");
    const now = local("America/New_York", "2026-11-18T12:00");
    expect(ask(window, ["America/New_York"], now).open).toBe(true);
    window[3] = [];
    expect(ask(window, ["America/New_York"], now).open).toBe(false);
  });
});

describe("the calling window when clocks change", () => {
  it("the 23-hour day in New York: a night shift from midnight to six has five hours", () => {
    const day: [number, number] = [local("America/New_York", "2027-03-14T00:00"), local("America/New_York", "2027-03-15T00:00")];
    expect((day[1] - day[0]) / 3_600_000).toBe(23);
    expect(openMinutes(hours("00:00-06:00"), ["America/New_York"], day)).toBe(5 * 60 - 1);
    expect(openMinutes(nineToEight, ["America/New_York"], day)).toBe(11 * 60 - 1);
  });

  it("the 25-hour day in New York: the hour from one to two counts twice", () => {
    const day: [number, number] = [local("America/New_York", "2026-11-01T00:00"), local("America/New_York", "2026-11-02T00:00")];
    expect((day[1] - day[0]) / 3_600_000).toBe(25);
    expect(openMinutes(hours("00:00-06:00"), ["America/New_York"], day)).toBe(7 * 60 - 1);
    // Closed when the clock goes back at two, open again as it shows half past one.
    expect(opensAt(hours("00:00-01:30"), ["America/New_York"], utc("2026-11-01T05:40"))).toBe("2026-11-01T01:00:00-05:00");
  });

  it("a window that opens inside the hour that never comes opens when the clock has jumped", () => {
    expect(opensAt(hours("02:30-20:00"), ["America/New_York"], utc("2027-03-14T05:00"))).toBe("2027-03-14T03:00:00-04:00");
  });

  it("a window that lies wholly in the hour that never comes is not open that day", () => {
    expect(opensAt(hours("02:10-02:50"), ["America/New_York"], utc("2027-03-14T05:00"))).toBe("2027-03-15T02:10:00-04:00");
  });

  it("Arizona and the Navajo Nation: an hour is lost in summer and none in winter", () => {
    const zones = ["America/Phoenix", "America/Denver"];
    const noon = (iso: string) => utc(`${iso}T07:00`);
    expect(openMinutes(nineToEight, zones, [noon("2026-07-15"), noon("2026-07-16")])).toBe(10 * 60 - 1);
    expect(openMinutes(nineToEight, zones, [noon("2027-01-15"), noon("2027-01-16")])).toBe(11 * 60 - 1);
  });

  it("Lord Howe: half an hour is moved, not a whole one", () => {
    const winter = opensAt(nineToEight, ["Australia/Lord_Howe"], utc("2026-10-02T12:00"));
    const summer = opensAt(nineToEight, ["Australia/Lord_Howe"], utc("2026-10-04T12:00"));
    expect([winter, summer]).toEqual(["2026-10-03T09:00:00+10:30", "2026-10-05T09:00:00+11:00"]);
    const change: [number, number] = [utc("2026-10-03T13:30"), utc("2026-10-04T13:00")];
    expect(openMinutes(hours("00:00-24:00", { 1: "" }), ["Australia/Lord_Howe"], change)).toBe((change[1] - change[0]) / MINUTE_MS - 1);
  });

  it("Newfoundland: half past the hour everywhere else", () => {
    expect(ask(nineToEight, ["America/St_Johns"], utc("2026-01-15T10:00"))).toEqual({ open: false, nextAt: utc("2026-01-15T12:30") });
  });

  it("Manitoba stays on summer time in November 2026, so its evening ends an hour earlier in Greenwich than Node believes", () => {
    expect(ask(nineToEight, ["America/Winnipeg"], utc("2026-11-21T18:00"))).toEqual({ open: true, until: utc("2026-11-22T00:59") });
    expect(ask(nineToEight, ["America/Winnipeg"], utc("2026-11-22T01:30")).open).toBe(false);
  });

  it("Morocco is on Greenwich time since September 2026: its morning begins an hour later than Node believes", () => {
    expect(ask(nineToEight, ["Africa/Casablanca"], utc("2026-11-21T08:30"))).toEqual({ open: false, nextAt: utc("2026-11-21T09:00") });
  });

  it("Cairo and Santiago change at midnight: the day then begins at one", () => {
    expect(opensAt(hours("00:00-06:00"), ["Africa/Cairo"], utc("2027-04-29T20:00"))).toBe("2027-04-30T01:00:00+03:00");
    expect(opensAt(hours("00:00-06:00"), ["America/Santiago"], utc("2026-09-06T03:00"))).toBe("2026-09-06T01:00:00-03:00");
  });
});

const zoneSets = [
  ["America/New_York"],
  ["America/Phoenix", "America/Denver"],
  ["America/Boise", "America/Los_Angeles"],
  ["Australia/Lord_Howe", "Australia/Sydney"],
  ["Australia/Sydney", "Australia/Perth", "Australia/Adelaide", "Australia/Darwin"],
  ["America/St_Johns"],
  ["America/Santiago"],
  ["Africa/Cairo"],
  ["Africa/Casablanca", "Europe/Madrid"],
  ["Pacific/Chatham", "Pacific/Auckland"],
  ["America/Winnipeg", "America/Toronto"],
  ["Asia/Kathmandu"],
  ["Pacific/Kiritimati"],
];
/** Around the changes of the clocks of these zones, and anywhere in five years. */
const changes = zoneSets.flat().flatMap((name) => {
  const first = zoneNamed(name)?.nextChange(utc("2026-08-01T00:00")) ?? Number.POSITIVE_INFINITY;
  const second = zoneNamed(name)?.nextChange(first) ?? Number.POSITIVE_INFINITY;
  return [first, second].filter(Number.isFinite);
});
const anInstant = fc.oneof(
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -36 * 60, max: 36 * 60 }))
    .map(([change, minutes]) => change + minutes * MINUTE_MS),
  fc.integer({ min: utc("2025-01-01T00:00") / 1_000, max: utc("2030-01-01T00:00") / 1_000 }).map((seconds) => seconds * 1_000),
);
const halfHour = (value: number): string => `${String(Math.floor(value / 2)).padStart(2, "0")}:${value % 2 === 0 ? "00" : "30"}`;
const aDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 0, maxLength: 4 })
  .map((edges) => edges.sort((one, other) => one - other))
  .map((edges) => (edges.length % 2 === 0 ? edges : edges.slice(1)))
  .map((edges) =>
    edges.flatMap((edge, index) => (index % 2 === 0 ? [`${halfHour(edge)}-${halfHour(edges[index + 1] ?? 48)}`] : [])).join(),
  );
const aWindow = fc.tuple(aDay, aDay, aDay).map(([week, saturday, sunday]) => hours(week, { 6: saturday, 7: sunday }));
const aRing = fc.constantFrom(15, 25, 60, 90, 600);
const question = fc.record({ window: aWindow, zones: fc.constantFrom(...zoneSets), now: anInstant, ring: aRing });

describe("the fast reckoning of the window and a slow look at the clocks", () => {
  it("agree whether a call may start", () => {
    const seen = { open: 0, closed: 0 };
    fc.assert(
      fc.property(question, ({ window, zones, now, ring }) => {
        const opening = ask(window, zones, now, ring);
        expect(opening.open).toBe(maySlowly(window, zones, now, ring));
        seen[opening.open ? "open" : "closed"] += 1;
      }),
      { numRuns: 3_000 },
    );
    // The agreement would mean nothing if one answer never came up.
    expect(Math.min(seen.open, seen.closed)).toBeGreaterThan(300);
  });

  it("agree on the first minute at which a call may start, and on the last", () => {
    fc.assert(
      fc.property(question, ({ window, zones, now, ring }) => {
        const minute = now - (now % MINUTE_MS);
        const opening = ask(window, zones, minute, ring);
        const edge = opening.open ? opening.until : opening.nextAt;
        const horizon = minute + 3 * 86_400_000;
        for (let look = minute; look < horizon; look += MINUTE_MS) {
          const isPast = edge !== null && look >= edge;
          if (isPast) {
            expect(maySlowly(window, zones, look, ring)).toBe(!opening.open);
            return;
          }
          // Cheap look first; the slow one where it could differ.
          const isOnClock = zones.every((zone) => isOnTheClock(window, zone, look));
          if (isOnClock || opening.open) expect(maySlowly(window, zones, look, ring)).toBe(opening.open);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("would be seen to differ if a zone were left out", () => {
    const zones = ["America/New_York", "Asia/Tokyo"];
    const now = local("America/New_York", "2026-11-18T12:00");
    expect(ask(nineToEight, ["America/New_York"], now).open).not.toBe(maySlowly(nineToEight, zones, now, 25));
  });
});
