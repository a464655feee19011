import { DateTime } from "luxon";
import { describe, expect, it, test } from "vitest";
import { TZDB_VERSION, timeZoneNames, type TzdbZone, zoneNamed, zonesInTableOf } from "../../../campaigns/contacts/tzdb.ts";
import { type SystemZone, systemTzdbVersion, systemZone } from "./tzif.ts";

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

/** What changed after a release, so that older system files are compared on everything else. */
const CHANGED: readonly { after: string; zones: RegExp; from: string }[] = [
  // Moldova's hour of change, corrected back to 2022.
  { after: "2025b", zones: /^Europe\/(Chisinau|Tiraspol)$/, from: "2022-01-01" },
  { after: "2025c", zones: /^(Africa\/(Casablanca|El_Aaiun)|America\/Havana|Cuba)$/, from: "2026-09-01" },
  {
    after: "2025c",
    zones: /^(America\/(Vancouver|Edmonton|Yellowknife|Inuvik|Winnipeg|Rainy_River)|Canada\/(Central|Mountain|Pacific))$/,
    from: "2026-03-01",
  },
];

const system = systemTzdbVersion();
if (!system) console.warn("No time zone files in /usr/share/zoneinfo: our reading of tzdb is not compared with the system's.");

const FROM = at("1996-04-01");
const TO = at("2036-12-01");
const STEP_MS = 12 * 86_400_000 + 3_700_000;

/** Instants at which our zone and the system's file disagree. */
function disagreements(name: string, ours: TzdbZone, theirs: SystemZone): string[] {
  const known = CHANGED.find((change) => (system ?? "") <= change.after && change.zones.test(name));
  const to = known ? Math.min(TO, at(known.from)) : TO;
  const instants = theirs.changes.flatMap((change) => [change.at - 1_000, change.at]);
  for (let instant = FROM; instant < to; instant += STEP_MS) instants.push(instant);
  const sorted = instants.filter((instant) => instant >= FROM && instant < to).sort((one, other) => one - other);
  let turn = 0;
  let offsetSeconds = theirs.firstOffsetSeconds;
  return sorted.flatMap((instant) => {
    for (; (theirs.changes[turn]?.at ?? Number.POSITIVE_INFINITY) <= instant; turn += 1)
      offsetSeconds = theirs.changes[turn]?.offsetSeconds ?? offsetSeconds;
    return ours.offset(instant) * 60 === offsetSeconds ? [] : [`${name} ${DateTime.fromMillis(instant, { zone: "utc" }).toISO()}`];
  });
}

describe.runIf(system)("our reading of tzdb and the system's own files", () => {
  test("agree on every zone at every change of the clocks for forty years", () => {
    const compared = timeZoneNames().flatMap((name) => {
      const theirs = systemZone(name);
      return theirs ? [{ name, theirs }] : [];
    });
    expect(compared.length).toBeGreaterThan(500);
    expect(compared.flatMap(({ name, theirs }) => disagreements(name, zone(name), theirs))).toEqual([]);
  });

  test("would be seen to disagree if a zone were read wrongly", () => {
    const denver = systemZone("America/Denver");
    if (!denver) throw new Error("the system has no America/Denver");
    expect(disagreements("America/Phoenix", zone("America/Phoenix"), denver).length).toBeGreaterThan(100);
  });
});
