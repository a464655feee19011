/**
 * Where a postal code is.
 *
 *   United States  ZIP, "33101" or "33101-1234": the generated table. A code that crosses a line has both sides. A new code
 *                  of a known prefix may be anywhere in the area of the prefix.
 *   Canada         the forward sortation area, "M5V" of "M5V 2T6": the generated table
 *   Australia, Brazil, Mexico, Spain, overseas France, the islands of Portugal: ranges of first digits
 *   elsewhere      not read: the country is all that counts
 */
import { jurisdictionsOfCountry, zonesOfCountry } from "./country.ts";
import { FSA_TABLE } from "./fsa-table.ts";
import { POSTAL_RANGES } from "./postal-ranges.ts";
import { makePostalTable, type PostalPlace } from "./postal-table.ts";
import { regionNamed } from "./region.ts";
import { ZIP_TABLE } from "./zip-table.ts";

export type PostalAnswer =
  | { kind: "known"; places: readonly string[]; zones: readonly string[]; jurisdictions: readonly string[] }
  /** Mail to forces abroad (APO, FPO, DPO): American law, and nobody knows where. */
  | { kind: "forces" }
  /** Written as it should be, and nowhere that we know. */
  | { kind: "unknown" }
  /** Not a postal code of this country. */
  | { kind: "unreadable" }
  /** Postal codes of this country are not read here. */
  | { kind: "not-read" };

const ZIP = /^(\d{5})(?:-?\d{4})?$/;
const FSA = /^([ABCEGHJ-NPRSTVXY]\d[A-Z])(?:\d[A-Z]\d)?$/;
/** Publication 28 of the Postal Service: AE 090-098, AA 340, AP 962-966. */
const FORCES = /^(?:09[0-8]|340|96[2-6])/;

const zipNamed = makePostalTable(ZIP_TABLE, 3);
const fsaNamed = makePostalTable(FSA_TABLE, 1);

/** Countries whose mail another delivers, by its codes. */
const SYSTEMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["AS", "FM", "GU", "MH", "MP", "PR", "PW", "VI"].map((country) => [country, "US"])),
  ...Object.fromEntries(["BL", "GF", "GP", "MC", "MF", "MQ", "NC", "PF", "PM", "RE", "WF", "YT"].map((country) => [country, "FR"])),
  ...Object.fromEntries(["CC", "CX", "NF"].map((country) => [country, "AU"])),
};

/** The country by whose codes the country's mail is addressed: "US" for Puerto Rico. */
export const postalSystemOf = (country: string): string => SYSTEMS[country] ?? country;

const plain = (text: string): string => text.toUpperCase().replaceAll(/\s/g, "");

const jurisdictionsOf = (place: string): readonly string[] => {
  const [country = ""] = place.split("-");
  return place === country ? jurisdictionsOfCountry(country) : [country, place];
};

const zonesOf = (place: string): readonly string[] => {
  const [country = ""] = place.split("-");
  return place === country ? zonesOfCountry(country) : (regionNamed(country, place)?.zones ?? []);
};

const known = (places: readonly string[], zones: readonly string[] = places.flatMap(zonesOf)): PostalAnswer => ({
  kind: "known",
  places,
  zones: [...new Set(zones)],
  jurisdictions: [...new Set(places.flatMap(jurisdictionsOf))],
});

/** By the entry of a table: a million contacts have a few thousand codes. */
const KNOWN = new WeakMap<PostalPlace, PostalAnswer>();

function knownEntry(entry: PostalPlace): PostalAnswer {
  const answer = KNOWN.get(entry) ?? known(entry.places, entry.zones);
  KNOWN.set(entry, answer);
  return answer;
}

function zipCode(text: string): PostalAnswer {
  const zip = ZIP.exec(text)?.[1];
  if (zip === undefined) return { kind: "unreadable" };
  if (FORCES.test(zip)) return { kind: "forces" };
  const found = zipNamed(zip);
  return found ? knownEntry(found) : { kind: "unknown" };
}

function canadianCode(text: string): PostalAnswer {
  const fsa = FSA.exec(text)?.[1];
  if (fsa === undefined) return { kind: "unreadable" };
  const found = fsaNamed(fsa);
  return found ? knownEntry(found) : { kind: "unknown" };
}

/** Is the text written as the codes of the country are? Of a country whose codes are not read here, everything is. */
export function looksLikePostalCode(country: string, text: string): boolean {
  const system = postalSystemOf(country);
  const pattern = system === "US" ? ZIP : system === "CA" ? FSA : POSTAL_RANGES[system]?.pattern;
  return pattern === undefined || pattern.test(plain(text));
}

/** Where the code is. `country` is ISO 3166-1 in capitals; the text may have spaces, small letters and ZIP+4. */
export function placeOfPostalCode(country: string, text: string): PostalAnswer {
  const system = postalSystemOf(country);
  const code = plain(text);
  if (system === "US") return zipCode(code);
  if (system === "CA") return canadianCode(code);
  const reader = POSTAL_RANGES[system];
  if (!reader) return { kind: "not-read" };
  const digits = reader.pattern.exec(code)?.[1];
  if (digits === undefined) return { kind: "unreadable" };
  const range = reader.ranges.find(({ from, to }) => digits.slice(0, from.length) >= from && digits.slice(0, to.length) <= to);
  return range ? known(range.places, range.zones) : { kind: "unknown" };
}

/**
 * The country that a postal code without one is of, by the country of the number (null: a number of +1 that is nowhere).
 * "unreadable": none whose codes look so. `undefined`: the code says nothing, for the codes of the number's country are not read.
 */
export function countryOfPostalCode(text: string, number: { country: string | null; isNorthAmerican: boolean }): string | undefined {
  const code = plain(text);
  // No other country writes six characters so.
  if (/^[A-Z]\d[A-Z]\d[A-Z]\d$/.test(code)) return "CA";
  if (!number.isNorthAmerican)
    return number.country && placeOfPostalCode(number.country, code).kind !== "not-read" ? number.country : undefined;
  if (ZIP.test(code)) return "US";
  if (FSA.test(code)) return "CA";
  return number.country === null || number.country === "US" || number.country === "CA" ? "unreadable" : undefined;
}
