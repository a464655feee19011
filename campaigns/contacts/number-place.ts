/**
 * Where a number says that its owner may be. It says where the number was given out, which is weak evidence: owners
 * move and numbers are ported. So a number is never read more narrowly than its numbering plan warrants.
 *
 *   +1               our own table of area codes
 *   a geographic prefix in the table below  the clocks of that part of the country
 *   any other number of a country           all clocks of the country, mobiles above all
 *   toll-free, premium, satellite, +800…    nowhere
 */
import { areaCodeNamed } from "./area-codes.ts";
import { jurisdictionsOfCountry, zonesOfCountry } from "./country.ts";
import { numberOf } from "./parsed-number.ts";
import { regionNamed } from "./region.ts";

export type NumberPlace = {
  zones: readonly string[];
  jurisdictions: readonly string[];
  /** ISO 3166-1; null when the number is no country's. */
  country: string | null;
  source: "area-code" | "number-prefix" | "number-country" | "none";
};

const NOWHERE: NumberPlace = { zones: [], jurisdictions: [], country: null, source: "none" };

/** Types of number that say nothing about where the person is who picks up. */
const PLACELESS = new Set(["TOLL_FREE", "PREMIUM_RATE", "SHARED_COST", "UAN", "VOICEMAIL", "PAGER"]);
/** In these plans a prefix belongs to lines that stay where they are; mobiles are told apart by type first. */
const LINE_TYPES = new Set(["FIXED_LINE", "FIXED_LINE_OR_MOBILE"]);

/**
 * Prefixes of fixed lines in countries with several clocks, the longest first to be found. Sources: the numbering
 * plans of ACMA (AU), Telecom Numbering Administrator (NZ), CNMC (ES), ANACOM (PT), Subtel (CL), Arcotel (EC),
 * Kemkomdigi (ID), the Russian plan (order 205 of 2021), as known on 2026-11-21.
 */
const FIXED_LINES: Readonly<Record<string, readonly string[]>> = {
  "612": ["Australia/Sydney"],
  // The exchange of Lord Howe Island.
  "6126563": ["Australia/Lord_Howe"],
  "613": ["Australia/Melbourne", "Australia/Hobart"],
  // Queensland keeps no daylight saving; New South Wales does, and Tweed Heads, Boggabilla and Jennings have its numbers.
  "617": ["Australia/Brisbane"],
  "61755": ["Australia/Brisbane", "Australia/Sydney"],
  "6174676": ["Australia/Brisbane", "Australia/Sydney"],
  "6174684": ["Australia/Brisbane", "Australia/Sydney"],
  "618": ["Australia/Adelaide", "Australia/Darwin", "Australia/Perth"],
  "643": ["Pacific/Auckland"],
  "643305": ["Pacific/Chatham"],
  "644": ["Pacific/Auckland"],
  "646": ["Pacific/Auckland"],
  "647": ["Pacific/Auckland"],
  "649": ["Pacific/Auckland"],
  "34": ["Europe/Madrid"],
  "34822": ["Atlantic/Canary"],
  "34828": ["Atlantic/Canary"],
  "34922": ["Atlantic/Canary"],
  "34928": ["Atlantic/Canary"],
  "3512": ["Europe/Lisbon"],
  "351291": ["Atlantic/Madeira"],
  "351292": ["Atlantic/Azores"],
  "351295": ["Atlantic/Azores"],
  "351296": ["Atlantic/Azores"],
  "562": ["America/Santiago"],
  "5932": ["America/Guayaquil"],
  "5933": ["America/Guayaquil"],
  "5934": ["America/Guayaquil"],
  "5936": ["America/Guayaquil"],
  "5937": ["America/Guayaquil"],
  "6221": ["Asia/Jakarta"],
  "6222": ["Asia/Jakarta"],
  "6224": ["Asia/Jakarta"],
  "6231": ["Asia/Jakarta"],
  "626": ["Asia/Jakarta"],
  "624": ["Asia/Makassar"],
  "7495": ["Europe/Moscow"],
  "7496": ["Europe/Moscow"],
  "7498": ["Europe/Moscow"],
  "7499": ["Europe/Moscow"],
  "7812": ["Europe/Moscow"],
};

/**
 * Brazil: the states of each of the 67 area codes (Anatel, as known on 2026-11-21). Mobiles have them too, and a
 * number is ported inside its area only. 81 is Recife and Fernando de Noronha; both have their clock.
 */
const BRAZIL: readonly (readonly [regions: string, codes: string, zones?: readonly string[]])[] = [
  ["SP", "11 12 13 14 15 16 17 18 19"],
  ["RJ", "21 22 24"],
  ["ES", "27 28"],
  ["MG", "31 32 33 34 35 37 38"],
  ["PR", "41 42 43 44 45 46"],
  ["SC", "47 48 49"],
  ["RS", "51 53 54 55"],
  ["DF GO", "61"],
  ["GO", "62 64"],
  ["TO", "63"],
  ["MT", "65 66"],
  ["MS", "67"],
  ["AC", "68"],
  ["RO", "69"],
  ["BA", "71 73 74 75 77"],
  ["SE", "79"],
  ["PE", "81"],
  ["PE", "87", ["America/Recife"]],
  ["AL", "82"],
  ["PB", "83"],
  ["RN", "84"],
  ["CE", "85 88"],
  ["PI", "86 89"],
  ["PA", "91 93 94"],
  ["AM", "92", ["America/Manaus"]],
  ["AM", "97"],
  ["RR", "95"],
  ["AP", "96"],
  ["MA", "98 99"],
];

/** The tables of this file, for whoever must know whether they have changed. */
export const NUMBER_PREFIXES: unknown = [FIXED_LINES, BRAZIL];

const unique = (values: readonly string[]): string[] => [...new Set(values)];

const BRAZILIAN_CODES = new Map<string, NumberPlace>();
for (const [states, codes, zones] of BRAZIL) {
  const regions = states.split(" ").flatMap((state) => regionNamed("BR", state) ?? []);
  for (const code of codes.split(" "))
    BRAZILIAN_CODES.set(code, {
      zones: zones ?? unique(regions.flatMap((region) => region.zones)),
      jurisdictions: ["BR", ...regions.map((region) => region.code)],
      country: "BR",
      source: "number-prefix",
    });
}
export const BRAZILIAN_CODE_LIST: readonly string[] = [...BRAZILIAN_CODES.keys()];

function northAmerican(code: string): NumberPlace {
  const entry = areaCodeNamed(code);
  if (!entry) return NOWHERE;
  return { zones: entry.zones, jurisdictions: [entry.country, ...entry.regions], country: entry.country, source: "area-code" };
}

function zonesOfFixedLine(digits: string): readonly string[] | undefined {
  for (let length = 7; length >= 2; length -= 1) {
    const zones = FIXED_LINES[digits.slice(0, length)];
    if (zones) return zones;
  }
  return undefined;
}

/** Countries that share one calling code and number their mobiles without telling them apart. */
const SHARED: Readonly<Record<string, readonly string[]>> = { "262": ["RE", "YT"], "590": ["GP", "BL", "MF"] };

/** Where the number in E.164 may be. A text that is not one says nothing: nowhere. */
export function placeOfNumber(e164: string): NumberPlace {
  if (/^\+1\d{10}$/.test(e164)) return northAmerican(e164.slice(2, 5));
  const read = numberOf(e164);
  const country = read?.parsed.country;
  if (!read || !country) return NOWHERE;
  const { parsed, type } = read;
  if (type !== undefined && PLACELESS.has(type)) return NOWHERE;
  const digits = e164.slice(1);
  const brazilian = country === "BR" ? BRAZILIAN_CODES.get(digits.slice(2, 4)) : undefined;
  if (brazilian) return brazilian;
  const countries = SHARED[parsed.countryCallingCode] ?? [country];
  const jurisdictions = unique(countries.flatMap(jurisdictionsOfCountry));
  const fixed = type !== undefined && LINE_TYPES.has(type) ? zonesOfFixedLine(digits) : undefined;
  if (fixed) return { zones: fixed, jurisdictions, country, source: "number-prefix" };
  const zones = unique(countries.flatMap(zonesOfCountry));
  return zones.length > 0 ? { zones, jurisdictions, country, source: "number-country" } : NOWHERE;
}
