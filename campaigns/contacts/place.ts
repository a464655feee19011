/**
 * Where a person may be, from everything known of them.
 *
 *   1. A time zone given by the contact or by an agent decides alone on the clock.
 *   2. Otherwise the clocks of the address and those of the number count together: the address may be old, the
 *      number may have moved, and a call must be allowed under each.
 *   3. Evidence that cannot be read (a zone or a country that does not exist) leaves the place unknown. It is never
 *      skipped, because what is left would then be taken for all there is.
 *
 * Whose rules hold is always the union of the address and the number, whatever the clock: the area code makes a
 * person a resident in several states (Florida Statutes 501.059, CS/SB 1120 of 2021, was the first).
 *
 * The address is read down to the state. The postal code is taken and not read yet: a state on two clocks has both.
 */
import type { Place } from "../compliance/decision.ts";
import { jurisdictionsOfCountry, readCountry, zonesOfCountry } from "./country.ts";
import { placeOfNumber } from "./number-place.ts";
import { regionNamed } from "./region.ts";
import { zoneNamed } from "./tzdb.ts";

export type PlaceEvidence = {
  /** E.164. */
  phone: string;
  /** ISO 3166-1. */
  country?: string | null | undefined;
  /** State or province: "FL", "US-FL" or "Florida". One that is not known leaves the whole country. */
  region?: string | null | undefined;
  postalCode?: string | null | undefined;
  /** IANA name. */
  timeZone?: string | null | undefined;
};

/** `key` is the same for the same place, so that a place is kept once for all contacts who share it. */
export type KeyedPlace = Place & { key: string };

type Address =
  | { kind: "none" }
  | { kind: "unreadable" }
  | { kind: "known"; zones: readonly string[]; jurisdictions: readonly string[]; source: "region" | "country" };

const given = (text: string | null | undefined): string | undefined => {
  const trimmed = text?.trim();
  return trimmed === "" ? undefined : trimmed;
};

/** The country that a region names by itself ("US-FL"), or in which a number of +1 has a region of this name. */
function countryOfRegion(region: string, numberCountry: string | null, phone: string): string | undefined {
  const prefix = /^([A-Za-z]{2})-/.exec(region)?.[1]?.toUpperCase();
  if (prefix) return prefix;
  const candidates = phone.startsWith("+1") ? [numberCountry, "US", "CA"] : [numberCountry];
  return candidates.find((country) => country && regionNamed(country, region)) ?? undefined;
}

function addressOf(evidence: PlaceEvidence, numberCountry: string | null): Address {
  const regionText = given(evidence.region);
  const countryText = given(evidence.country) ?? (regionText && countryOfRegion(regionText, numberCountry, evidence.phone));
  if (countryText === undefined) return { kind: "none" };
  const country = readCountry(countryText);
  if (!country) return { kind: "unreadable" };
  const region = regionText === undefined ? undefined : regionNamed(country, regionText);
  // A territory written as a state ("US", "PR") is the territory.
  if (region) {
    const jurisdictions = [country, region.code];
    return { kind: "known", zones: region.zones, jurisdictions, source: "region" };
  }
  return { kind: "known", zones: zonesOfCountry(country), jurisdictions: jurisdictionsOfCountry(country), source: "country" };
}

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

function keyed(zones: readonly string[], jurisdictions: readonly string[], source: string): KeyedPlace {
  const place = { zones: sorted(zones), jurisdictions: sorted(jurisdictions), source };
  return { ...place, key: `${source}|${place.jurisdictions.join()}|${place.zones.join()}` };
}

/** Where the person may be. No zones: nobody knows, and no automatic call is allowed. Never throws. */
export function placeOf(evidence: PlaceEvidence): KeyedPlace {
  const number = placeOfNumber(evidence.phone);
  const address = addressOf(evidence, number.country);
  const jurisdictions = [...number.jurisdictions, ...(address.kind === "known" ? address.jurisdictions : [])];
  // Whose rules hold cannot be said, and no clock makes up for that.
  if (address.kind === "unreadable") return keyed([], jurisdictions, "unreadable-country");
  const timeZone = given(evidence.timeZone);
  if (timeZone !== undefined) {
    const zone = zoneNamed(timeZone);
    return zone ? keyed([zone.name], jurisdictions, "explicit-zone") : keyed([], jurisdictions, "unreadable-time-zone");
  }
  if (address.kind === "none") return keyed(number.zones, jurisdictions, number.source);
  const sources = number.source === "none" ? [address.source] : [address.source, number.source];
  return keyed([...address.zones, ...number.zones], jurisdictions, sources.join("+"));
}
