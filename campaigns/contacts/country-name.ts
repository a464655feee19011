/** Countries as lists name them: "US", "USA", "United States", "Deutschland". */
import { getCountries } from "libphonenumber-js/max";

/** Short forms that are neither an ISO 3166-1 code nor a name; UK is reserved for GB. */
const SHORT: Readonly<Record<string, string>> = {
  usa: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  america: "US",
  uk: "GB",
  "u.k.": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  "great britain": "GB",
  uae: "AE",
  holland: "NL",
  "czech republic": "CZ",
};

/** Languages whose names of countries are understood. */
const LANGUAGES = ["en", "es", "fr", "de", "it", "pt", "nl", "pl", "sv", "tr", "ru", "ja", "zh"];

/** ISO 3166-1 alpha-3 of the countries that lists write so, mostly. */
const ALPHA_3: Readonly<Record<string, string>> = {
  can: "CA",
  mex: "MX",
  gbr: "GB",
  irl: "IE",
  deu: "DE",
  fra: "FR",
  esp: "ES",
  ita: "IT",
  nld: "NL",
  aus: "AU",
  nzl: "NZ",
  ind: "IN",
  jpn: "JP",
  bra: "BR",
};

const plain = (name: string): string => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

function makeNames(): Map<string, string> {
  const names = new Map([...Object.entries(SHORT), ...Object.entries(ALPHA_3)]);
  for (const language of LANGUAGES) {
    // oxlint-disable-next-line eslint/no-restricted-globals -- names of countries, not local time
    const displayNames = new Intl.DisplayNames([language], { type: "region" });
    for (const country of getCountries()) {
      const name = plain(displayNames.of(country) ?? country);
      if (!names.has(name)) names.set(name, country);
    }
  }
  for (const country of getCountries()) names.set(country.toLowerCase(), country);
  return names;
}

let names: Map<string, string> | undefined;

/** The ISO 3166-1 alpha-2 code of a country as people write it, or undefined. */
export function countryCode(written: string): string | undefined {
  names ??= makeNames();
  return names.get(plain(written));
}
