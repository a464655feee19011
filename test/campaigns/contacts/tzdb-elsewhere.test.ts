/** Our reading of the pinned time zone database, held against two others: the system's files and Node's own data. */
import { DateTime } from "luxon";
import { describe, expect, it, test } from "vitest";
import { TZDB_VERSION, timeZoneNames, type TzdbZone, zoneNamed } from "../../../campaigns/contacts/tzdb.ts";
import { type SystemZone, systemTzdbVersion, systemZone } from "./tzif.ts";

const at = (iso: string): number => DateTime.fromISO(iso, { zone: "utc" }).toMillis();
const written = (instant: number): string | null => DateTime.fromMillis(instant, { zone: "utc" }).toISO();

function zone(name: string): TzdbZone {
  const found = zoneNamed(name);
  if (!found) throw new Error(`no zone ${name}`);
  return found;
}

/** What changed after a release, and from when it shows, so that older data is compared on everything else. */
const CHANGED: readonly { after: string; zones: RegExp; from: string }[] = [
  // Moldova's hour of change, corrected back to 2022.
  { after: "2025c", zones: /^Europe\/(Chisinau|Tiraspol)$/, from: "2022-01-01" },
  { after: "2025c", zones: /^Africa\/(Casablanca|El_Aaiun)$/, from: "2026-09-01" },
  { after: "2025c", zones: /^(America\/(Vancouver|Edmonton|Yellowknife)|Canada\/(Mountain|Pacific))$/, from: "2026-03-01" },
  { after: "2026e", zones: /^(America\/(Inuvik|Winnipeg|Rainy_River)|Canada\/Central)$/, from: "2026-03-01" },
  { after: "2026e", zones: /^(America\/Havana|Cuba)$/, from: "2026-09-01" },
];

const FROM = at("1996-04-01");
const TO = at("2036-12-01");
/** Data newer than ours may know of changes that were not decided when ours was made. */
const PINNED_AT = at("2026-10-29");
const STEP_MS = 12 * 86_400_000 + 3_700_000;

/** Up to when data of this release should agree with ours about the zone. */
function comparableUntil(name: string, theirVersion: string): number {
  const changes = CHANGED.filter(({ after, zones }) => theirVersion <= after && zones.test(name));
  return Math.min(theirVersion > TZDB_VERSION ? PINNED_AT : TO, ...changes.map(({ from }) => at(from)));
}

const system = systemTzdbVersion();
if (!system) console.warn("No time zone files in /usr/share/zoneinfo: our reading of tzdb is compared with Node's data alone.");

/** Instants at which our zone and the system's file disagree. */
function disagreements(name: string, theirs: SystemZone): string[] {
  const ours = zone(name);
  const to = comparableUntil(name, system ?? "");
  const instants = theirs.changes.flatMap((change) => [change.at - 1_000, change.at]);
  for (let instant = FROM; instant < to; instant += STEP_MS) instants.push(instant);
  const sorted = instants.filter((instant) => instant >= FROM && instant < to).sort((one, other) => one - other);
  let turn = 0;
  let offsetSeconds = theirs.firstOffsetSeconds;
  return sorted.flatMap((instant) => {
    for (; (theirs.changes[turn]?.at ?? Number.POSITIVE_INFINITY) <= instant; turn += 1)
      offsetSeconds = theirs.changes[turn]?.offsetSeconds ?? offsetSeconds;
    return ours.offset(instant) * 60 === offsetSeconds ? [] : [`${name} ${written(instant)}`];
  });
}

describe.runIf(system)("our reading of tzdb and the system's own files", () => {
  test("agree on every zone at every change of the clocks for forty years", () => {
    const compared = timeZoneNames().flatMap((name) => {
      const theirs = systemZone(name);
      return theirs ? [{ name, theirs }] : [];
    });
    expect(compared.length).toBeGreaterThan(500);
    expect(compared.flatMap(({ name, theirs }) => disagreements(name, theirs))).toEqual([]);
  });

  test("would be seen to disagree if a zone were read wrongly", () => {
    const denver = systemZone("America/Denver");
    if (!denver) throw new Error("the system has no America/Denver");
    expect(disagreements("America/Phoenix", denver).length).toBeGreaterThan(100);
  });
});

/** Minutes east of UTC by Node's data; `undefined` when it has no such zone. */
function nodeOffsets(name: string): ((instant: number) => number) | undefined {
  try {
    // oxlint-disable-next-line no-restricted-properties -- what is forbidden is what is measured here
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    return (instant) => {
      const text = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
      const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(text) ?? [];
      return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
    };
  } catch {
    return undefined;
  }
}

const NODE_FROM = at("2016-01-01");

/** Just before and at each change of our clock; and every half year where it never changes. */
function instantsOf(name: string, to: number): number[] {
  const instants: number[] = [];
  for (let instant = NODE_FROM; instant < to; instant += 182 * 86_400_000) instants.push(instant);
  for (let change = zone(name).nextChange(NODE_FROM); change < to; change = zone(name).nextChange(change))
    instants.push(change - 1_000, change);
  return instants;
}

const nodeDisagreements = (name: string, offsetAt: (instant: number) => number): string[] =>
  instantsOf(name, comparableUntil(name, process.versions.tz ?? "")).flatMap((instant) =>
    zone(name).offset(instant) + 0 === offsetAt(instant) + 0 ? [] : [`${name} ${written(instant)}`],
  );

describe("our reading of tzdb and Node's own data", () => {
  it("agree on every zone that is the same in both releases, for twenty years", { timeout: 20_000 }, () => {
    const compared = timeZoneNames().flatMap((name) => {
      const offsetAt = nodeOffsets(name);
      return offsetAt ? [{ name, offsetAt }] : [];
    });
    expect(compared.length).toBeGreaterThan(500);
    expect(compared.flatMap(({ name, offsetAt }) => nodeDisagreements(name, offsetAt))).toEqual([]);
  });

  it("would be seen to disagree if a zone were read wrongly", () => {
    const denver = nodeOffsets("America/Denver");
    expect(denver && nodeDisagreements("America/Phoenix", denver).length).toBeGreaterThan(10);
  });

  it("disagree about Vancouver where Node is behind, which is why Node is not asked", () => {
    const winter = at("2026-12-01");
    expect(nodeOffsets("America/Vancouver")?.(winter)).toBe((process.versions.tz ?? "") < "2026b" ? -480 : -420);
    expect(zone("America/Vancouver").offset(winter)).toBe(-420);
  });
});
