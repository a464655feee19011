import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { TZDB_VERSION, type TzdbZone, zoneNamed, zonesInTableOf } from "../../../campaigns/contacts/tzdb.ts";

const at = (iso: string): number => DateTime.fromISO(iso, { zone: "utc" }).toMillis();

function zone(name: string): TzdbZone {
  const found = zoneNamed(name);
  if (!found) throw new Error(`no zone ${name}`);
  return found;
}

/** Hours east of UTC. */
const hoursAt = (name: string, iso: string): number => zone(name).offset(at(iso)) / 60;

describe("the pinned time zone database", () => {
  it("is the release that knows the changes of autumn 2026", () => {
    expect(TZDB_VERSION >= "2026f").toBe(true);
  });

  it.each([
    ["Winnipeg stays on summer time from November 2026", "America/Winnipeg", "2026-12-01T12:00", -5],
    ["Edmonton stays on summer time", "America/Edmonton", "2026-12-01T12:00", -6],
    ["Inuvik stays on summer time", "America/Inuvik", "2026-12-01T12:00", -6],
    ["Vancouver stays on summer time", "America/Vancouver", "2026-12-01T12:00", -7],
    ["Morocco keeps Greenwich time from 20 September 2026", "Africa/Casablanca", "2026-09-21T12:00", 0],
    ["Morocco kept an hour more before", "Africa/Casablanca", "2026-09-19T12:00", 1],
    ["Western Sahara goes with Morocco", "Africa/El_Aaiun", "2026-11-21T12:00", 0],
    ["Saskatchewan never changes its clocks", "America/Regina", "2026-07-01T12:00", -6],
    ["Arizona has no summer time", "America/Phoenix", "2026-07-01T12:00", -7],
    ["Denver, and with it the Navajo Nation, has", "America/Denver", "2026-07-01T12:00", -6],
    ["Newfoundland is half an hour beside its neighbours", "America/St_Johns", "2026-01-15T12:00", -3.5],
    ["Eucla is at three quarters", "Australia/Eucla", "2026-01-15T12:00", 8.75],
    ["Lord Howe in winter", "Australia/Lord_Howe", "2026-07-15T12:00", 10.5],
    ["Lord Howe moves its clocks by half an hour only", "Australia/Lord_Howe", "2026-01-15T12:00", 11],
    ["Mexico has had no summer time since 2022", "America/Mexico_City", "2026-07-01T12:00", -6],
    ["but the border with the United States has", "America/Ciudad_Juarez", "2026-07-01T12:00", -6],
    ["all of Kazakhstan is on one clock since 2024", "Asia/Qyzylorda", "2026-07-01T12:00", 5],
  ])("%s", (_title, name, iso, hours) => {
    expect(hoursAt(name, iso)).toBe(hours);
  });

  it("knows old names and does not mind upper and lower case", () => {
    expect(zoneNamed("US/Eastern")?.offset(at("2026-07-01T12:00"))).toBe(-240);
    expect(zoneNamed("america/new_york")?.name).toBe("America/New_York");
  });

  it.each(["Mars/Olympus", "", "EST5", "America/New York", "__proto__", "+05:00", "America/New_York "])(
    "knows no zone called %j",
    (name) => {
      expect(zoneNamed(name)).toBeUndefined();
    },
  );

  it("is a zone that luxon can reckon with", () => {
    const instant = DateTime.fromMillis(at("2027-03-14T07:00"), { zone: zone("America/New_York") });
    expect(instant.toISO()).toBe("2027-03-14T03:00:00.000-04:00");
    expect(instant.offsetNameShort).toBe("EDT");
    expect(instant.zone.equals(zone("America/New_York"))).toBe(true);
    expect(instant.zone.equals(zone("America/Toronto"))).toBe(false);
  });

  it.each([
    ["narrow", "-3:30"],
    ["short", "-03:30"],
    ["techie", "-0330"],
  ] as const)("writes an offset in luxon's %s form", (form, written) => {
    expect(zone("America/St_Johns").formatOffset(at("2026-01-15T12:00"), form)).toBe(written);
  });

  it("says when the clocks change next", () => {
    expect(zone("America/New_York").nextChange(at("2027-01-01T00:00"))).toBe(at("2027-03-14T07:00"));
    expect(zone("America/Phoenix").nextChange(at("2027-01-01T00:00"))).toBe(Number.POSITIVE_INFINITY);
  });

  it("knows a clock for every zone in the table of a country", () => {
    const zones = ["US", "CA", "FR", "RE", "MA", "GB"].flatMap(zonesInTableOf);
    expect(zones).toContain("Indian/Reunion");
    expect(zones).not.toContain("Asia/Dubai");
    expect(zones.filter((name) => !zoneNamed(name))).toEqual([]);
    expect(zonesInTableOf("ZZ")).toEqual([]);
  });
});
