/**
 * Where a person may be, from everything known of them.
 *
 *   1. A time zone given by the contact or by an agent decides alone on the clock.
 *   2. Otherwise the clocks of the address and those of the number count together: the address may be old, the
 *      number may have moved, and a call must be allowed under each.
 *   3. Evidence that cannot be read (a zone or a country that does not exist) leaves the place unknown. It is never
 *      skipped, because what is left would then be taken for all there is. A postal code or state that cannot be read
 *      leaves the whole country (address.ts).
 *
 * Whose rules hold is always the union of the address and the number, whatever the clock: the area code makes a
 * person a resident in several states (Florida Statutes 501.059, CS/SB 1120 of 2021, was the first). Where neither
 * says anything and a zone was told, the rules are those of the regions in which it is kept.
 */
import type { Place } from "../compliance/decision.ts";
import { type Address, addressOf } from "./address.ts";
import { nonGeographicKind } from "./area-codes.ts";
import { countriesOfZone, jurisdictionsOfCountry, zonesOfCountry } from "./country.ts";
import { type NumberPlace, placeOfNumber } from "./number-place.ts";
import { withPossibleRegions } from "./region-doubt.ts";
import { zoneNamed } from "./tzdb.ts";

export type PlaceEvidence = {
  /** E.164. */
  phone: string;
  /** ISO 3166-1. */
  country?: string | null | undefined;
  /** State or province: "FL", "US-FL" or "Florida". One that is not known leaves the whole country. */
  region?: string | null | undefined;
  /** As written: "33101", "33101-1234", "m5v 2t6". */
  postalCode?: string | null | undefined;
  /** IANA name. */
  timeZone?: string | null | undefined;
};

/** What the house decides about evidence; the law leaves both open. */
export type PlacePolicy = {
  /** address: the clocks of a number are left out beside an address that names the state. Its jurisdictions never are. */
  from: "address-and-number" | "address";
  /** What becomes of a North American number that is nowhere (toll-free) when nothing else is known. */
  unknown: "refuse" | "safe-window";
};

export const STRICT_POLICY: PlacePolicy = { from: "address-and-number", unknown: "refuse" };

/** `key` is the same for the same place, so that a place is kept once for all contacts who share it. */
export type KeyedPlace = Place & { key: string };

/** Names of tzdb that stand for an offset or a rule and for no place. */
const OFFSETS = new Set(
  "UTC UCT GMT GMT0 GMT+0 GMT-0 Universal Zulu Greenwich EST MST HST EST5EDT CST6CDT MST7MDT PST8PDT WET CET MET EET".split(" "),
);
/** What a database writes for "no zone" or for an offset is no clock that a person told: it only narrows. */
const isNobodysClock = (zone: string): boolean => zone.startsWith("Etc/") || OFFSETS.has(zone);

const given = (text: string | null | undefined): string | undefined => {
  const trimmed = text?.trim();
  return trimmed === "" ? undefined : trimmed;
};

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

function keyed(zones: readonly string[], jurisdictions: readonly string[], source: string): KeyedPlace {
  const place = { zones: sorted(zones), jurisdictions: sorted(jurisdictions), source };
  return { ...place, key: `${source}|${place.jurisdictions.join()}|${place.zones.join()}` };
}

/** Whose rules hold for somebody of whom a zone was told and no more. */
const jurisdictionsOfZone = (zone: string): readonly string[] =>
  withPossibleRegions(countriesOfZone(zone).flatMap(jurisdictionsOfCountry), [zone]);

/** Anywhere in the fifty states and Puerto Rico: the window that is open in all of them at once is what is left. */
function anywhereInTheUnitedStates(): KeyedPlace {
  const zones = zonesOfCountry("US");
  return keyed(zones, withPossibleRegions(["US"], zones), "safe-window");
}

const isNowhereInNorthAmerica = (phone: string): boolean => /^\+1\d{10}$/.test(phone) && nonGeographicKind(phone.slice(2, 5)) !== undefined;

type Found = { address: Address; number: NumberPlace; jurisdictions: readonly string[] };

function withoutToldZone({ address, number, jurisdictions }: Found, policy: PlacePolicy): KeyedPlace {
  if (address.kind !== "known") return keyed(number.zones, jurisdictions, number.source);
  // Nobody knows where the forces are, and where the number was given out least of all.
  if (address.source === "forces") return keyed([], jurisdictions, "forces");
  const namesTheState = address.source === "postal-code" || address.source === "region";
  if (number.source === "none" || (policy.from === "address" && namesTheState)) return keyed(address.zones, jurisdictions, address.source);
  return keyed([...address.zones, ...number.zones], jurisdictions, `${address.source}+${number.source}`);
}

/** Where the person may be. No zones: nobody knows, and no automatic call is allowed. Never throws. */
export function placeOf(evidence: PlaceEvidence, policy: PlacePolicy = STRICT_POLICY): KeyedPlace {
  const { phone } = evidence;
  const number = placeOfNumber(phone);
  const timeZone = given(evidence.timeZone);
  const toldZone = timeZone === undefined ? undefined : zoneNamed(timeZone)?.name;
  const [country, region, postalCode] = [given(evidence.country), given(evidence.region), given(evidence.postalCode)];
  const address = addressOf({ phone, country, region, postalCode, toldZone }, number);
  const jurisdictions = [
    ...withPossibleRegions(number.jurisdictions, number.zones, toldZone),
    ...(address.kind === "known" ? address.jurisdictions : []),
  ];
  // Whose rules hold cannot be said, and no clock makes up for that.
  if (address.kind === "unreadable") return keyed([], jurisdictions, `unreadable-${address.what}`);
  if (timeZone !== undefined && toldZone === undefined) return keyed([], jurisdictions, "unreadable-time-zone");
  if (toldZone !== undefined && isNobodysClock(toldZone)) {
    const { zones, source } = withoutToldZone({ address, number, jurisdictions }, policy);
    return keyed([toldZone, ...zones], jurisdictions, `offset+${source}`);
  }
  if (toldZone !== undefined)
    return keyed([toldZone], jurisdictions.length > 0 ? jurisdictions : jurisdictionsOfZone(toldZone), "explicit-zone");
  if (policy.unknown === "safe-window" && address.kind === "none" && isNowhereInNorthAmerica(phone)) return anywhereInTheUnitedStates();
  return withoutToldZone({ address, number, jurisdictions }, policy);
}
