/** Questions to the rules alone, as they come from a command line or a line of JSON, and what is wrong with them. */
import { hasRegions, regionNamed } from "../../contacts/region.ts";
import { parsePhoneNumber, type PhoneNumber } from "../../contacts/phone-number.ts";
import { type AddressText, unreadableCodeOf } from "../../contacts/address.ts";
import { readCountry } from "../../contacts/country.ts";
import { postalSystemOf } from "../../contacts/postal-code.ts";
import { zoneNamed } from "../../contacts/tzdb.ts";
import { DAY_MS, type Instant } from "../../instant.ts";
import { CALL_KINDS, type CallKind } from "../call-kind.ts";
import { NUMBER_TYPES, type NumberType, type Place } from "../decision.ts";
import { CONSENT_WORDS_IN_FULL, type ConsentWord, readConsentWord } from "./consent-word.ts";
import { readInstant } from "./instant-text.ts";
import { knownPlace } from "./known-place.ts";

/** What is known of the call. */
export type LawQuery = {
  phone: string;
  place: Place;
  postalCode: string | null;
  callKind: CallKind;
  /** null: nothing was said. */
  consent: ConsentWord | null;
  /** As said, or as the numbering plan of the country tells. */
  numberType: NumberType;
  /** A machine chooses and dials the number. */
  isAutomatic: boolean;
};
export type ExplainQuery = LawQuery & { at: Instant };
export type WindowsQuery = LawQuery & { from: Instant; to: Instant };

export type QueryError = { field: string; found: string; expected: string };
export type Read<T> = { ok: true; query: T } | { ok: false; error: QueryError };

const LAW_KEYS = ["phone", "postal", "country", "region", "zone", "kind", "consent", "numberType", "automatic"] as const;
type LawKey = (typeof LAW_KEYS)[number];
type Key = LawKey | "at" | "from" | "days";

/** 2020-01-01 and 2037-01-01, UTC: before, the holidays are not known, and the time zone data ends in 2037. */
const EARLIEST: Instant = 1_577_836_800_000;
const LATEST: Instant = 2_114_380_800_000;
const MOST_DAYS = 3_660;

/** Thrown and caught in this file only. */
class Fault extends Error {
  readonly error: QueryError;
  constructor(field: string, found: unknown, expected: string) {
    super(field);
    const text = typeof found === "string" ? found || "an empty text" : found === undefined ? "nothing" : JSON.stringify(found);
    this.error = { field, found: text.length > 200 ? `${text.slice(0, 200)}…` : text, expected };
  }
}

type Fields = Readonly<Partial<Record<Key, unknown>>>;

function fieldsOf(input: unknown, keys: readonly Key[]): Fields {
  if (typeof input !== "object" || input === null || Array.isArray(input)) throw new Fault("query", input, "an object with a phone");
  for (const key of Object.keys(input))
    if (!keys.includes(key as Key)) throw new Fault(key, (input as Fields)[key as Key], `no such field; the fields are ${keys.join(", ")}`);
  return input;
}

/** A text where something else is expected: its quotation marks show what is wrong with "7". */
const asText = (found: unknown): unknown => (typeof found === "string" ? `${JSON.stringify(found)}, a text` : found);

/** The text of a field that may be left out; an empty one counts as left out. */
function textOf(fields: Fields, key: Key): string | undefined {
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new Fault(key, value, "a text");
  return value.trim() === "" ? undefined : value.trim();
}

function readPhone(fields: Fields, country: string | undefined): PhoneNumber {
  const text = textOf(fields, "phone");
  if (text === undefined) throw new Fault("phone", fields.phone, "a phone number such as +12025550100");
  const answer = parsePhoneNumber(text, country);
  if (!answer.ok) throw new Fault(answer.error.field, answer.error.found, answer.error.expected);
  return answer.phone;
}

function readCountryCode(fields: Fields): string | undefined {
  const text = textOf(fields, "country");
  if (text === undefined) return undefined;
  const country = readCountry(text);
  if (!country) throw new Fault("country", text, "a two-letter country code such as US or GB");
  return country;
}

const REGION_CODE = /^([A-Z]{2})-[A-Z0-9]{1,3}$/i;

/** A state or province of the country given, of the one it names itself, or of the number's. */
function checkRegion(region: string, country: string | undefined, phone: PhoneNumber): void {
  const named = REGION_CODE.exec(region)?.[1]?.toUpperCase();
  const expected = "a state or province such as US-FL, FL or Florida";
  if (named !== undefined && country !== undefined && named !== country) throw new Fault("region", region, `a region of ${country}`);
  const candidates = named ? [named] : country ? [country] : [phone.country, ...(phone.callingCode === "1" ? ["US", "CA"] : [])];
  const isKnown = candidates.some(
    (code) => code !== null && readCountry(code) && (hasRegions(code) ? regionNamed(code, region) : named !== undefined),
  );
  if (!isKnown) throw new Fault("region", region, expected);
}

const CODES: Readonly<Record<string, string>> = {
  US: "a ZIP code of the United States such as 33101 or 33101-1234",
  CA: "a postal code of Canada such as M5V 2T6",
};

/** A code that no address of its country can have. One that is well formed and unknown says little and is no mistake. */
function checkPostalCode(address: AddressText & { postalCode: string }): void {
  const country = unreadableCodeOf(address);
  if (country === undefined) return;
  throw new Fault("postal", address.postalCode, CODES[postalSystemOf(country)] ?? `a postal code of ${country}`);
}

/** What `placeOf` found unreadable, and what the field is called here. */
const UNREADABLE: Readonly<Record<string, readonly [field: Key, expected: string]>> = {
  "unreadable-country": ["country", "a two-letter country code such as US or GB"],
  "unreadable-time-zone": ["zone", "an IANA time zone such as America/New_York"],
  "unreadable-postal-code": ["postal", "a postal code of the country, such as 33101 or M5V 2T6"],
  "unreadable-region": ["region", "a state or province such as US-FL"],
};

function readPlace(fields: Fields, phone: PhoneNumber, country: string | undefined): Place {
  const zone = textOf(fields, "zone");
  if (zone !== undefined && !zoneNamed(zone)) throw new Fault("zone", zone, "an IANA time zone such as America/New_York");
  const region = textOf(fields, "region");
  if (region !== undefined) checkRegion(region, country, phone);
  const postalCode = textOf(fields, "postal");
  if (postalCode !== undefined) checkPostalCode({ phone: phone.e164, country, region, postalCode, toldZone: zone });
  const place = knownPlace({ phone: phone.e164, country, region, postalCode, timeZone: zone });
  const unreadable = UNREADABLE[place.source];
  if (unreadable) throw new Fault(unreadable[0], fields[unreadable[0]], unreadable[1]);
  return place;
}

function oneOf<Word extends string>(fields: Fields, key: Key, words: readonly Word[]): Word | undefined {
  const text = textOf(fields, key);
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text.toLowerCase().replaceAll("_", "-"));
  if (word === undefined) throw new Fault(key, text, `one of ${words.join(", ")}`);
  return word;
}

function readConsent(fields: Fields): ConsentWord | null {
  const value = typeof fields.consent === "boolean" ? String(fields.consent) : textOf(fields, "consent");
  if (value === undefined) return null;
  const word = readConsentWord(value);
  if (word === undefined) throw new Fault("consent", value, `one of ${CONSENT_WORDS_IN_FULL}`);
  return word;
}

function readAutomatic(fields: Fields): boolean {
  const { automatic } = fields;
  if (automatic === undefined || automatic === null) return false;
  if (typeof automatic !== "boolean") throw new Fault("automatic", asText(automatic), "true or false");
  return automatic;
}

const knownType = ({ type }: PhoneNumber): NumberType => (type === "mobile" || type === "landline" ? type : "unknown");

function readLawQuery(fields: Fields): LawQuery {
  const country = readCountryCode(fields);
  const phone = readPhone(fields, country);
  const callKind = oneOf(fields, "kind", CALL_KINDS) ?? "telemarketing";
  return {
    phone: phone.e164,
    place: readPlace(fields, phone, country),
    postalCode: textOf(fields, "postal") ?? null,
    callKind,
    consent: readConsent(fields),
    numberType: oneOf(fields, "numberType", NUMBER_TYPES) ?? knownType(phone),
    // A recording is played by a machine.
    isAutomatic: readAutomatic(fields) || callKind === "prerecorded",
  };
}

function readTime(fields: Fields, key: "at" | "from"): Instant | undefined {
  // Left out or null is now; an empty text is a mistake that would otherwise be taken for now.
  const text = fields[key] === "" ? "" : textOf(fields, key);
  if (text === undefined) return undefined;
  const instant = readInstant(text);
  if (instant === undefined) throw new Fault(key, text, "an instant in ISO 8601 such as 2026-11-23T14:00:00Z");
  if (instant < EARLIEST || instant >= LATEST)
    throw new Fault(key, text, "an instant from 2020 to 2036, for which clocks and holidays are known");
  return instant;
}

function readDays(fields: Fields, from: Instant): number {
  const { days } = fields;
  if (typeof days !== "number" || !Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new Fault("days", asText(days), `a whole number of days from 1 to ${MOST_DAYS}`);
  if (from + days * DAY_MS > LATEST) throw new Fault("days", days, "a span that ends before 2037, where the time zone data ends");
  return days;
}

function attempt<T>(read: () => T): Read<T> {
  try {
    return { ok: true, query: read() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, error: error.error };
    throw error;
  }
}

/** Reads `{"phone", "postal"?, "country"?, "region"?, "zone"?, "kind"?, "consent"?, "numberType"?, "automatic"?, "at"?}`. */
export const readExplainQuery = (input: unknown, now: Instant): Read<ExplainQuery> =>
  attempt(() => {
    const fields = fieldsOf(input, [...LAW_KEYS, "at"]);
    return { ...readLawQuery(fields), at: readTime(fields, "at") ?? now };
  });

/** Reads the same with `"from"` and `"days"` (of 24 hours) in place of `"at"`. */
export const readWindowsQuery = (input: unknown): Read<WindowsQuery> =>
  attempt(() => {
    const fields = fieldsOf(input, [...LAW_KEYS, "from", "days"]);
    const query = readLawQuery(fields);
    const from = readTime(fields, "from");
    if (from === undefined) throw new Fault("from", fields.from, "an instant in ISO 8601 such as 2026-11-23T00:00:00Z");
    return { ...query, from, to: from + readDays(fields, from) * DAY_MS };
  });
