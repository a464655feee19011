/** Codes of jurisdictions: ISO 3166-1 countries and 3166-2 regions. */
import { readCountry } from "../contacts/country.ts";
import { hasRegions, regionNamed } from "../contacts/region.ts";

/** Is it the code of a country, or of a region of it where the regions of the country are known? Capitals only. */
export function isJurisdictionCode(code: string): boolean {
  const [country = "", region] = code.split("-", 2);
  if (code !== code.toUpperCase() || !readCountry(country)) return false;
  if (region === undefined) return true;
  return hasRegions(country) ? regionNamed(country, code)?.code === code : /^[A-Z0-9]{1,3}$/.test(region);
}
