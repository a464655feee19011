/** Which numbers a register of a country can hold: a number of another one shows that the file is not that register. */
import { getCountries, getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";
import { areaCodeNamed } from "../contacts/area-codes.ts";
import { jurisdictionsOfCountry } from "../contacts/country.ts";

export type NumbersOfCountry = {
  /** "a number of US (+1)" */
  expected: string;
  /** `digits`: E.164 without the plus sign. */
  has: (digits: string) => boolean;
};

/** Is the area code that of another country? One that no country has may be listed: whoever is on it stays uncalled. */
const isElsewhere = (digits: string, country: string): boolean => {
  const areaCode = areaCodeNamed(digits.slice(1, 4));
  return areaCode !== undefined && !jurisdictionsOfCountry(areaCode.country).includes(country);
};

/**
 * The numbers of a jurisdiction's country ("US", "US-TX"), with the parts overseas where its law holds. A country code
 * that several countries share is all of theirs, as +44, except +1, whose area codes tell them apart. Undefined: the
 * jurisdiction is no country's, and any number may be listed.
 */
export function numbersOfCountry(jurisdiction: string | null): NumbersOfCountry | undefined {
  const country = jurisdictionsOfCountry((jurisdiction ?? "").split("-")[0] ?? "")[0] ?? "";
  if (!isSupportedCountry(country)) return undefined;
  const under = getCountries().filter((other) => jurisdictionsOfCountry(other).includes(country));
  const codes = [...new Set([country, ...under].map((each) => getCountryCallingCode(each)))];
  return {
    expected: `a number of ${country} (${codes.map((code) => `+${code}`).join(", ")})`,
    has: (digits) => codes.some((code) => digits.startsWith(code)) && !(digits.startsWith("1") && isElsewhere(digits, country)),
  };
}
