/**
 * A phone number is validated once, where it comes in, and is E.164 from then on.
 *
 * Outside +1 a number must be valid by libphonenumber's full metadata. For +1 that metadata rejects thirteen area
 * codes in service, so there the area code must be in our own table and the exchange must be a possible one.
 */
import { isSupportedCountry, type NumberType } from "libphonenumber-js/max";
import { areaCodeNamed, type NonGeographicKind, nonGeographicKind } from "./area-codes.ts";
import { readNumber } from "./parsed-number.ts";

/** `mobile-or-landline`: the numbering plan does not tell them apart, as in most of +1. */
export type PhoneType = "mobile" | "landline" | "mobile-or-landline" | "toll-free" | "premium-rate" | "voip" | "other";

export type PhoneNumber = {
  e164: string;
  /** ISO 3166-1, territories of the United States as their own (PR, GU); null when the number is no country's. */
  country: string | null;
  /** "1", "44". */
  callingCode: string;
  type: PhoneType;
};

/** `found` holds what was read, which may be personal data: it goes to the file of refused rows, never to a log. */
export type PhoneNumberError = { field: "phone" | "country"; found: string; expected: string };

export type PhoneNumberAnswer = { ok: true; phone: PhoneNumber } | { ok: false; error: PhoneNumberError };

const TYPES: Readonly<Record<NonNullable<NumberType>, PhoneType>> = {
  MOBILE: "mobile",
  FIXED_LINE: "landline",
  FIXED_LINE_OR_MOBILE: "mobile-or-landline",
  TOLL_FREE: "toll-free",
  PREMIUM_RATE: "premium-rate",
  VOIP: "voip",
  SHARED_COST: "other",
  PERSONAL_NUMBER: "other",
  PAGER: "other",
  UAN: "other",
  VOICEMAIL: "other",
};

const NON_GEOGRAPHIC_TYPES: Readonly<Record<NonGeographicKind, PhoneType>> = {
  "toll-free": "toll-free",
  "premium-rate": "premium-rate",
  personal: "other",
  special: "other",
};

const refusal = (field: PhoneNumberError["field"], found: string, expected: string): PhoneNumberAnswer => ({
  ok: false,
  error: { field, found, expected },
});

/** An exchange begins with 2 to 9 and is none of the service codes 211 to 911. */
const EXCHANGE = /^(?![2-9]11)[2-9]\d\d$/;

/** The country of a region of the United States that ISO 3166-1 lists by itself. */
const TERRITORY = /^US-(AS|GU|MP|PR|VI)$/;

/** `national` is what follows +1. */
function northAmerican(text: string, national: string): PhoneNumberAnswer {
  const code = national.slice(0, 3);
  const kind = nonGeographicKind(code);
  const areaCode = areaCodeNamed(code);
  if (national.length !== 10) return refusal("phone", text, "ten digits after +1");
  if (!kind && !areaCode) return refusal("phone", text, `an area code in service, not ${code}`);
  if (!EXCHANGE.test(national.slice(3, 6)))
    return refusal("phone", text, "an exchange (digits 4 to 6) that begins with 2 to 9 and does not end in 11");
  const country = TERRITORY.exec(areaCode?.regions[0] ?? "")?.[1] ?? areaCode?.country ?? null;
  const type = kind ? NON_GEOGRAPHIC_TYPES[kind] : "mobile-or-landline";
  return { ok: true, phone: { e164: `+1${national}`, country, callingCode: "1", type } };
}

/**
 * Read a number as people and files write it. `defaultCountry` (ISO 3166-1, "US") is where a number without + is
 * from; without it only numbers that begin with + can be read. Never throws; a refusal says field, found, expected.
 */
export function parsePhoneNumber(text: string, defaultCountry?: string): PhoneNumberAnswer {
  const trimmed = text.trim().replace(/^tel:/i, "");
  if (trimmed === "") return refusal("phone", text, "a phone number");
  const country = defaultCountry?.trim().toUpperCase();
  if (country !== undefined && !isSupportedCountry(country))
    return refusal("country", defaultCountry ?? "", "a two-letter country code such as US or GB");
  if (/\d[eE]\+?\d/.test(trimmed)) return refusal("phone", text, "all digits, not the short form of a spreadsheet");
  // Written as it is kept: nothing is to be found out that the metadata would be needed for.
  if (/^\+1[2-9]\d{9}$/.test(trimmed)) return northAmerican(text, trimmed.slice(2));
  const read = readNumber(trimmed, country);
  if (!read)
    return refusal(
      "phone",
      text,
      country === undefined ? "a number with its country code, as +12025550100" : `a phone number of ${country} or one that begins with +`,
    );
  const { parsed, type } = read;
  if (parsed.ext) return refusal("phone", text, "a number without an extension");
  if (parsed.countryCallingCode === "1") {
    return parsed.isPossible() ? northAmerican(text, parsed.nationalNumber) : refusal("phone", text, "ten digits after +1");
  }
  if (!read.isValid) return refusal("phone", text, `a number in use in +${parsed.countryCallingCode}`);
  return {
    ok: true,
    phone: {
      e164: parsed.number,
      country: parsed.country ?? null,
      callingCode: parsed.countryCallingCode,
      type: type ? TYPES[type] : "other",
    },
  };
}
