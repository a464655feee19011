/** What libphonenumber's full metadata says of a number: slow to come by, and asked for twice when a call is judged. */
import { type CountryCode, type NumberType, type PhoneNumber as Parsed, parsePhoneNumberFromString } from "libphonenumber-js/max";

export type ParsedNumber = { parsed: Parsed; isValid: boolean; type: NumberType };

/** The number in E.164 that was read last: whoever reads one asks next where it is. */
let last: { e164: string; read: ParsedNumber } | undefined;

const withAnswers = (parsed: Parsed): ParsedNumber => ({ parsed, isValid: parsed.isValid(), type: parsed.getType() });

/** A number as people write it. `defaultCountry` is where one without + is from. Undefined: it cannot be read. */
export function readNumber(text: string, defaultCountry?: CountryCode): ParsedNumber | undefined {
  const parsed = parsePhoneNumberFromString(text, { ...(defaultCountry === undefined ? {} : { defaultCountry }), extract: false });
  const read = parsed && withAnswers(parsed);
  // Of countries that share a calling code the default one is preferred, so only what was read without one is kept.
  if (read && defaultCountry === undefined && read.parsed.number === text) last = { e164: text, read };
  return read;
}

/** A number in E.164. Undefined: the text is none. */
export function numberOf(e164: string): ParsedNumber | undefined {
  if (last?.e164 === e164) return last.read;
  const parsed = parsePhoneNumberFromString(e164);
  return parsed && withAnswers(parsed);
}
