/**
 * The number that somebody names as not to be called, in the one form under which we would call it. Import asks whether
 * a number is in service; here that is not asked: what is out of service today stays forbidden when it comes back.
 */
import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import { readNumber } from "./parsed-number.ts";
import type { PhoneNumberError } from "./phone-number.ts";

/** `found` may be personal data: for whoever wrote it, never for a log. */
export type WholeNumberError = Pick<PhoneNumberError, "found" | "expected"> & { field: "phone" };

export type WholeNumberAnswer = { ok: true; e164: string } | { ok: false; error: WholeNumberError };

const CALLING_CODES: ReadonlySet<string> = new Set(getCountries().map((country) => getCountryCallingCode(country)));
/** Characters kept of what was found. */
const MOST_SHOWN = 60;
/** "+1202555": what may be meant as the beginning of many numbers. */
const BEGINNING = /^\+[1-9]\d{1,12}$/;

const refusal = (found: string, expected: string): WholeNumberAnswer => ({
  ok: false,
  error: { field: "phone", found: found.slice(0, MOST_SHOWN) || "none", expected },
});

/** The number without the zeros that are dialled only within its country; undefined when it has no such zero. */
function withoutTrunkZeros(written: string): string | undefined {
  const length = [1, 2, 3].find((digits) => CALLING_CODES.has(written.slice(1, 1 + digits)));
  if (length === undefined) return undefined;
  const national = written.slice(1 + length);
  const short = national.replace(/^0+/, "");
  return short === national ? undefined : written.slice(0, 1 + length) + short;
}

/**
 * Reads a number with its country code as people write it: "+44 (0)20 7946 0123", "0044 20 7946 0123". Gives what
 * import would store for the same text. Refuses, with field, found and expected, what is longer or shorter than the
 * numbers of its country. Never throws.
 */
export function readWholeNumber(text: string): WholeNumberAnswer {
  const written = text
    .trim()
    .replace(/^tel:/i, "")
    .replace(/^\(?\s*00/, "+");
  const read = readNumber(written);
  if (!read || !written.includes("+")) return refusal(text, "a number with its country code, such as +12025550100");
  if (read.parsed.ext) return refusal(text, "a number without an extension");
  if (read.parsed.isPossible()) return { ok: true, e164: read.parsed.number };
  // Where the plan does not know the number, libphonenumber leaves the zero in.
  const short = withoutTrunkZeros(read.parsed.number);
  const again = short === undefined ? undefined : readNumber(short);
  if (again?.parsed.isPossible()) return { ok: true, e164: again.parsed.number };
  const beginning = short ?? read.parsed.number;
  const many = BEGINNING.test(beginning) ? `; for all that begin so, a prefix such as ${beginning}*` : "";
  const code = read.parsed.countryCallingCode;
  return refusal(text, `${code === "1" ? "ten digits after +1" : `a whole number of +${code}, neither shorter nor longer`}${many}`);
}
