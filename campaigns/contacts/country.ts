/** Countries: the clocks in each, and how a country is written. */
import { regionsOf } from "./region.ts";
import { COUNTRIES_IN_TABLE, currentName, zonesInTableOf } from "./tzdb.ts";

/**
 * Where tzdb's zone table is not the list wanted. The table has zones of other countries whose clocks a place shares
 * (Tokyo for Australia, Phoenix for Canada), and it lists no country that ISO 3166-1 does not.
 * Of zones with the same clock today one stands for all.
 */
const CORRECTIONS: Readonly<Record<string, readonly string[]>> = {
  // The mainland. Eucla lies between Perth and Darwin and so closes nothing; Lord Howe is found by its numbers.
  AU: ["Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin", "Australia/Perth"],
  AR: ["America/Argentina/Buenos_Aires"],
  BR: ["America/Noronha", "America/Sao_Paulo", "America/Manaus", "America/Rio_Branco"],
  CA: [
    "America/St_Johns",
    "America/Halifax",
    "America/Blanc-Sablon",
    "America/Toronto",
    "America/Atikokan",
    "America/Winnipeg",
    "America/Rankin_Inlet",
    "America/Regina",
    "America/Edmonton",
    "America/Cambridge_Bay",
    "America/Whitehorse",
    "America/Vancouver",
  ],
  CC: ["Indian/Cocos"],
  CD: ["Africa/Kinshasa", "Africa/Lubumbashi"],
  DE: ["Europe/Berlin"],
  ES: ["Europe/Madrid", "Atlantic/Canary"],
  FM: ["Pacific/Chuuk", "Pacific/Kosrae"],
  KZ: ["Asia/Almaty", "Asia/Qyzylorda", "Asia/Aqtobe"],
  MX: [
    "America/Mexico_City",
    "America/Cancun",
    "America/Matamoros",
    "America/Ciudad_Juarez",
    "America/Hermosillo",
    "America/Mazatlan",
    "America/Tijuana",
  ],
  MY: ["Asia/Kuala_Lumpur"],
  PT: ["Europe/Lisbon", "Atlantic/Azores"],
  RU: [
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
  ],
  // The fifty states and the Caribbean; the territories are countries of their own here.
  US: [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "America/Adak",
    "Pacific/Honolulu",
    // Puerto Rico and the Virgin Islands are written as the United States often enough; Guam and Samoa, half a day off, are not.
    "America/Puerto_Rico",
  ],
  VN: ["Asia/Ho_Chi_Minh"],
  // Ascension and Tristan da Cunha keep the clock of Saint Helena; Kosovo that of Belgrade.
  AC: ["Atlantic/St_Helena"],
  TA: ["Atlantic/St_Helena"],
  XK: ["Europe/Belgrade"],
};

const UNITED_STATES = new Set(["AS", "GU", "MP", "PR", "VI"]);

/**
 * Overseas parts of France where French rules on calling hours hold, counted on the local clock
 * (code de la consommation, D. 223-9, as of décret 2022-1313). New Caledonia and Polynesia are not among them.
 */
const FRANCE_OVERSEAS = new Set(["BL", "GF", "GP", "MF", "MQ", "PM", "RE", "YT"]);

/** ISO 3166-1 in capitals, or undefined when it is not the code of a country whose clocks are known. */
export function readCountry(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) && zonesOfCountry(code).length > 0 ? code : undefined;
}

/** One zone for each clock in the country; empty when the country is not known. */
export const zonesOfCountry = (country: string): readonly string[] => CORRECTIONS[country] ?? zonesInTableOf(country);

/** Does the country keep the zone by this very name, in the lists that were made by hand? */
const isOwnZone = (country: string, zone: string): boolean =>
  CORRECTIONS[country]?.includes(zone) === true || regionsOf(country).some(({ zones }) => zones.includes(zone));

/**
 * The countries in which the zone is used; none for "UTC". Lists made by hand come first: the table gives Phoenix to
 * Canada and Tokyo to Australia, because some place there has had the same clock.
 */
export function countriesOfZone(name: string): readonly string[] {
  const keepIt = (zone: string): string[] => {
    const own = COUNTRIES_IN_TABLE.filter((country) => isOwnZone(country, zone));
    if (own.length > 0) return own;
    const inTable = COUNTRIES_IN_TABLE.filter((country) => zonesInTableOf(country).includes(zone));
    const uncorrected = inTable.filter((country) => CORRECTIONS[country] === undefined);
    return uncorrected.length > 0 ? uncorrected : inTable;
  };
  const byName = keepIt(name);
  return byName.length > 0 ? byName : keepIt(currentName(name));
}

/** The territories of the United States that ISO 3166-1 lists as countries; their address is a state's here. */
export const isTerritoryOfTheUnitedStates = (country: string): boolean => UNITED_STATES.has(country);

/** Whose rules hold in the country: itself, and the state that it is a part of. */
export function jurisdictionsOfCountry(country: string): readonly string[] {
  if (UNITED_STATES.has(country)) return ["US", `US-${country}`];
  if (FRANCE_OVERSEAS.has(country)) return ["FR", country];
  return [country];
}
