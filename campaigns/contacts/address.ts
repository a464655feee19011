/**
 * Where an address is: the postal code says it best, the state next, the country least.
 *
 *   - A postal code of another state than the one written leaves both: their clocks and their rules.
 *   - A postal code or a state that cannot be read, or is nowhere that we know, tells less than none: somebody lives
 *     somewhere else than the number says. What is left of the address counts, the state if it was read, else the whole
 *     country with all of its states.
 *   - A postal code that cannot be read and no country to read it by leaves the place unknown.
 *   - The country alone, when it is the number's own, is no address and adds nothing to the number.
 */
import { isTerritoryOfTheUnitedStates, jurisdictionsOfCountry, readCountry, zonesOfCountry } from "./country.ts";
import { type NumberPlace, placeOfNumber } from "./number-place.ts";
import { countryOfPostalCode, looksLikePostalCode, type PostalAnswer, placeOfPostalCode, postalSystemOf } from "./postal-code.ts";
import { hasRegions, type Region, regionNamed } from "./region.ts";
import { withPossibleRegions } from "./region-doubt.ts";

export type AddressText = {
  /** E.164: a state or postal code without a country is of the number's. */
  phone: string;
  country: string | undefined;
  region: string | undefined;
  postalCode: string | undefined;
  /** The clock that the person is on, when somebody was told: it leaves fewer states to a country without one. */
  toldZone: string | undefined;
};

export type Address =
  | { kind: "none" }
  | { kind: "unreadable"; what: "country" | "postal-code" }
  | {
      kind: "known";
      zones: readonly string[];
      jurisdictions: readonly string[];
      source: "postal-code" | "postal-code+region" | "region" | "country" | "forces";
    };

type KnownAddress = Extract<Address, { kind: "known" }>;
type KnownCode = Extract<PostalAnswer, { kind: "known" }>;

const isNorthAmerican = (phone: string): boolean => phone.startsWith("+1");

/** The country that a region names by itself ("US-FL"), or in which a number of +1 has a region of this name. */
function countryOfRegion(region: string, { phone, number }: { phone: string; number: NumberPlace }): string | undefined {
  const prefix = /^([A-Za-z]{2})-/.exec(region)?.[1]?.toUpperCase();
  if (prefix) return prefix;
  const candidates = isNorthAmerican(phone) ? [number.country, "US", "CA"] : [number.country];
  return candidates.find((country) => country && regionNamed(country, region)) ?? undefined;
}

/** As written, or as the other parts of the address tell; `undefined` when nothing does. */
function countryOf(text: AddressText, number: NumberPlace): string | undefined {
  const { phone, country, region, postalCode } = text;
  if (country !== undefined) return country;
  const byRegion = region === undefined ? undefined : countryOfRegion(region, { phone, number });
  if (byRegion !== undefined) return byRegion;
  const byCode =
    postalCode === undefined
      ? undefined
      : countryOfPostalCode(postalCode, { country: number.country, isNorthAmerican: isNorthAmerican(phone) });
  return byCode ?? (region === undefined ? undefined : (number.country ?? undefined));
}

const regionAddress = (country: string, regions: readonly Region[]): KnownAddress => ({
  kind: "known",
  zones: regions.flatMap(({ zones }) => zones),
  jurisdictions: [country, ...regions.map(({ code }) => code)],
  source: "region",
});

function countryAddress(country: string, toldZone: string | undefined): KnownAddress {
  const zones = zonesOfCountry(country);
  const jurisdictions = withPossibleRegions(jurisdictionsOfCountry(country), zones, toldZone);
  return { kind: "known", zones, jurisdictions, source: "country" };
}

type Parts = { country: string; regions: readonly Region[] };

function codeAddress({ country, regions }: Parts, code: KnownCode): KnownAddress {
  const isElsewhere =
    regions.length > 0
      ? regions.some(({ code: region }) => !code.places.includes(region))
      : country !== postalSystemOf(country) && !code.places.includes(country);
  const written = regions.length > 0 ? regionAddress(country, regions) : countryAddress(country, undefined);
  const jurisdictions = regions.length > 0 || isElsewhere ? written.jurisdictions : jurisdictionsOfCountry(country);
  return {
    kind: "known",
    zones: isElsewhere ? [...written.zones, ...code.zones] : code.zones,
    jurisdictions: [...jurisdictions, ...code.jurisdictions],
    source: isElsewhere ? "postal-code+region" : "postal-code",
  };
}

/** An American code in a Canadian address or the other way round: the country that was written, and the code's place. */
function neighboursCode(country: string, text: string): KnownCode | undefined {
  const other = country === "US" ? "CA" : country === "CA" ? "US" : undefined;
  const answer = other && placeOfPostalCode(other, text);
  return answer?.kind === "known" ? answer : undefined;
}

function unreadCodeAddress(country: string, text: AddressText): KnownAddress {
  const whole = countryAddress(country, text.toldZone);
  const other = neighboursCode(country, text.postalCode ?? "");
  if (!other) return whole;
  return { ...whole, zones: [...whole.zones, ...other.zones], jurisdictions: [...whole.jurisdictions, ...other.jurisdictions] };
}

/** The states of mail to forces abroad. */
const isForces = (country: string, region: string | undefined): boolean => country === "US" && /^(?:US-)?A[AEP]$/i.test(region ?? "");

const FORCES: KnownAddress = { kind: "known", zones: [], jurisdictions: ["US"], source: "forces" };

function addressIn(country: string, text: AddressText, number: NumberPlace): Address {
  const territory = isTerritoryOfTheUnitedStates(country) ? country : undefined;
  const land = territory === undefined ? country : "US";
  const regions = [territory, text.region].flatMap((name) => (name === undefined ? [] : (regionNamed(land, name) ?? [])));
  const code = text.postalCode === undefined ? undefined : placeOfPostalCode(country, text.postalCode);
  if (code?.kind === "forces" || isForces(land, text.region)) return FORCES;
  if (code?.kind === "known") return codeAddress({ country: land, regions }, code);
  if (regions.length > 0) return regionAddress(land, regions);
  if (code?.kind === "unknown" || code?.kind === "unreadable") return unreadCodeAddress(country, text);
  const isRegionUnread = text.region !== undefined && hasRegions(country);
  return number.country === country && !isRegionUnread ? { kind: "none" } : countryAddress(country, text.toldZone);
}

/** The country whose codes never look like the one written, where the address or the number tells the country. */
export function unreadableCodeOf(text: AddressText): string | undefined {
  const named = countryOf(text, placeOfNumber(text.phone));
  const country = named === undefined || named === "unreadable" ? undefined : readCountry(named);
  return country !== undefined && !looksLikePostalCode(country, text.postalCode ?? "") ? country : undefined;
}

export function addressOf(text: AddressText, number: NumberPlace): Address {
  const named = countryOf(text, number);
  if (named === undefined) return { kind: "none" };
  if (named === "unreadable") return { kind: "unreadable", what: "postal-code" };
  const country = readCountry(named);
  return country === undefined ? { kind: "unreadable", what: "country" } : addressIn(country, text, number);
}
