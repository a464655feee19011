/** Whose rules may hold when the country is known and the region is not. */
import { regionsOf } from "./region.ts";
import { clockOf } from "./same-clock.ts";

/**
 * Countries of which a region has calling rules or calling holidays of its own (the rulebook's United States, British
 * Columbia in Canada, and the regional holidays of Spain). Elsewhere the country says all.
 */
const WITH_REGIONAL_RULES: ReadonlySet<string> = new Set(["US", "CA", "ES"]);

const keepingAClockOf = (country: string, zones: readonly string[]): string[] => {
  const clocks = new Set(zones.map(clockOf));
  return regionsOf(country).flatMap(({ code, zones: kept }) => (kept.some((zone) => clocks.has(clockOf(zone))) ? [code] : []));
};

/** The regions in which the told clock is kept, else those in which one of the zones is; all of them when none fits. */
function findPossibleRegions(country: string, zones: readonly string[], toldZone: string | undefined): string[] {
  const told = toldZone === undefined ? [] : keepingAClockOf(country, [toldZone]);
  if (told.length > 0) return told;
  const fitting = keepingAClockOf(country, zones);
  return fitting.length > 0 ? fitting : regionsOf(country).map(({ code }) => code);
}

const found = new Map<string, string[]>();

/** A few dozen questions are asked a million times. */
function possibleRegions(country: string, zones: readonly string[], toldZone: string | undefined): string[] {
  const key = `${country}|${toldZone ?? ""}|${zones.join()}`;
  const known = found.get(key);
  if (known) return known;
  const regions = findPossibleRegions(country, zones, toldZone);
  found.set(key, regions);
  return regions;
}

/**
 * The jurisdictions, with every region that may hold added for a country of which none is named: who may be in any state
 * has the rules of all of them. A zone that the person told leaves the states that keep its clock.
 */
export function withPossibleRegions(jurisdictions: readonly string[], zones: readonly string[], toldZone?: string): readonly string[] {
  const added = jurisdictions
    .filter((code) => WITH_REGIONAL_RULES.has(code) && !jurisdictions.some((other) => other.startsWith(`${code}-`)))
    .flatMap((country) => possibleRegions(country, zones, toldZone));
  return added.length === 0 ? jurisdictions : [...jurisdictions, ...added];
}
