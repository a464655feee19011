/**
 * One line of a register file. What files hold: a number as E.164, a national number whose country is told, or area
 * code and number apart ("212,5551234", as the registry of the United States has them). What stands behind the number
 * on the line is left aside.
 */
import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";
import { parsePhoneNumber } from "../contacts/phone-number.ts";
import { numbersOfCountry } from "./register-country.ts";

export type RegisterLine =
  /** E.164 without the plus sign. */
  { kind: "number"; phone: number } | { kind: "blank" } | { kind: "rubbish"; field: "phone" | "areaCode"; found: string; expected: string };

export type ReadRegisterLine = (line: string) => RegisterLine;

/** Characters kept of what was found. */
const MOST_SHOWN = 60;
/** What cannot be printed or kept (a file of another kind has it) is shown as a question mark. */
const shown = (text: string): string => text.slice(0, MOST_SHOWN).replaceAll(/[\p{Cc}\p{Surrogate}]/gu, "?");
const rubbish = (found: string, expected: string, field: "phone" | "areaCode" = "phone"): RegisterLine => ({
  kind: "rubbish",
  field,
  found: found.length > MOST_SHOWN ? `${shown(found)}…` : shown(found),
  expected,
});

const NORTH_AMERICAN = /^[2-9]\d{2}[2-9]\d{6}$/;
const E164_DIGITS = /^[1-9]\d{6,14}$/;

const numberOf = (digits: string): RegisterLine => ({ kind: "number", phone: Number(digits) });

function northAmerican(digits: string, found: string): RegisterLine {
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  if (NORTH_AMERICAN.test(national)) return numberOf(`1${national}`);
  return rubbish(found, "ten digits, of which neither the first nor the fourth is 0 or 1");
}

const cellsOf = (line: string): string[] => line.split(/[,;\t]/).map((cell) => cell.trim().replaceAll('"', "").trim());

/** Area code and number in cells of their own; undefined: the line is not of that form. */
function apart([areaCode = "", number = ""]: readonly string[], line: string): RegisterLine | undefined {
  if (!/^\d{3}$/.test(areaCode)) return undefined;
  const digits = number.replaceAll("-", "");
  if (!/^\d{7}$/.test(digits)) return rubbish(line, "seven digits behind the area code");
  if (!/^[2-9]/.test(areaCode)) return rubbish(line, "an area code that does not begin with 0 or 1", "areaCode");
  return northAmerican(areaCode + digits, line);
}

/**
 * Reads the lines of one file. `country` (ISO 3166-1) is where numbers without a plus sign are from; `jurisdiction`
 * whose register it is ("US", "US-TX"): a number of another country is rubbish then; null: any may be listed. Throws on
 * a country that does not exist.
 */
export function readRegisterLines(country?: string, jurisdiction: string | null = null): ReadRegisterLine {
  const read = readAnyNumber(country);
  const own = numbersOfCountry(jurisdiction);
  if (!own) return read;
  return (line) => {
    const answer = read(line);
    return answer.kind !== "number" || own.has(String(answer.phone)) ? answer : rubbish(line.trim(), own.expected);
  };
}

function readAnyNumber(country: string | undefined): ReadRegisterLine {
  if (country !== undefined && !isSupportedCountry(country)) throw new Error(`country: found ${country}, expected ISO 3166-1 such as US`);
  const callingCode = country === undefined ? undefined : getCountryCallingCode(country);
  return (line) => {
    const text = line.replace(/^\uFEFF/, "").trim();
    if (text === "") return { kind: "blank" };
    const cells = cellsOf(text);
    if (callingCode === undefined || callingCode === "1") {
      const found = apart(cells, text);
      if (found) return found;
    }
    const cell = cells[0] ?? "";
    const digits = cell.replace(/^'/, "").replaceAll(/[\s().\-/]/g, "");
    if (digits.startsWith("+")) {
      const plain = digits.slice(1);
      if (plain.startsWith("1") && /^\d+$/.test(plain)) return northAmerican(plain, text);
      return E164_DIGITS.test(plain) ? numberOf(plain) : rubbish(text, "7 to 15 digits after the plus sign");
    }
    if (!/^\d+$/.test(digits)) return rubbish(text, "a phone number");
    if (country === undefined) return rubbish(text, "a plus sign and the country code, or the country of the file told beside it");
    if (callingCode === "1") return northAmerican(digits, text);
    const read = parsePhoneNumber(cell, country);
    return read.ok ? numberOf(read.phone.e164.slice(1)) : rubbish(text, read.error.expected);
  };
}

/** Words and no digit: a line of headers, where it is the first. */
export const isRegisterHeader = (line: string): boolean => line.trim() !== "" && !/\d/.test(line);
