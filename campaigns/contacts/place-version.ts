/** Which tables and settings a place was made with, so that a kept one can be seen to be out of date. */
import { AREA_CODE_LIST, areaCodeNamed } from "./area-codes.ts";
import { jurisdictionsOfCountry, zonesOfCountry } from "./country.ts";
import { FSA_TABLE } from "./fsa-table.ts";
import { NUMBER_PREFIXES } from "./number-place.ts";
import type { PlacePolicy } from "./place.ts";
import { POSTAL_RANGES } from "./postal-ranges.ts";
import { regionsOf } from "./region.ts";
import { COUNTRIES_IN_TABLE, TZDB_VERSION } from "./tzdb.ts";
import { ZIP_TABLE } from "./zip-table.ts";

/** Raised by hand when the way of reading changes and no table does. */
const READING = 1;

/** FNV-1a of 32 bits (Fowler, Noll and Vo; RFC 9923), in hexadecimal: told apart, not protected. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

const everyTable = (): unknown => [
  READING,
  ZIP_TABLE,
  FSA_TABLE,
  NUMBER_PREFIXES,
  AREA_CODE_LIST.map((code) => [code, areaCodeNamed(code)]),
  Object.values(POSTAL_RANGES).map(({ ranges }) => ranges),
  COUNTRIES_IN_TABLE.map((country) => [country, zonesOfCountry(country), jurisdictionsOfCountry(country), regionsOf(country)]),
];

let tables: string | undefined;

/** For example "2026f/1c0ffee5/address-and-number/refuse". Two places with the same version and evidence are the same. */
export function placeVersion(policy: PlacePolicy): string {
  tables ??= digestOf(JSON.stringify(everyTable()));
  return `${TZDB_VERSION}/${tables}/${policy.from}/${policy.unknown}`;
}
