/** One row of a list: a contact, or the reason why it is none. */
import type { NumberType } from "../compliance/decision.ts";
import { type ContactDraft, HIGHEST_CONTACT_PRIORITY, LONGEST_CELL } from "./contact.ts";
import type { RowRefusal } from "./contact-list.ts";
import { countryCode } from "./country-name.ts";
import type { ColumnUse, HeaderMapping } from "./header-mapping.ts";
import { numberTypeOf } from "./number-type.ts";
import { parsePhoneNumber } from "./phone-number.ts";
import { readRowConsent, type RowConsent } from "./row-consent.ts";

export type RowAnswer = { ok: true; draft: ContactDraft } | { ok: false; refusal: RowRefusal };

class Refused extends Error {
  readonly refusal: RowRefusal;
  constructor(refusal: RowRefusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/** What people write where there is nothing. */
const NOTHING = /^(?:-+|—|n\/?a|none|null|nil|unknown|\?|#n\/a)$/i;

/** A cell as meant: spreadsheets put an apostrophe before text, and ".0" behind a number that they took for a sum. */
const phoneCell = (cell: string): string => {
  const text = cell.trim().replace(/^'/, "").trim();
  return NOTHING.test(text) || text === "0" ? "" : text.replace(/^(\+?\d{6,15})\.0+$/, "$1");
};

const clip = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

function refuse({ found, ...refusal }: RowRefusal): never {
  throw new Refused({ ...refusal, found: found === null ? null : clip(found) });
}

type Row = { mapping: HeaderMapping; cells: readonly string[] };

/** The cell of the column with this use, trimmed; null when there is none or it is empty. */
function cellOf({ mapping, cells }: Row, use: ColumnUse): string | null {
  const index = mapping.columns.findIndex((column) => column.use === use);
  const text = cells[index]?.trim() ?? "";
  if (text.length > LONGEST_CELL)
    refuse({
      field: mapping.columns[index]?.header ?? null,
      reason: "too-long",
      found: `${text.length} characters`,
      expected: `at most ${LONGEST_CELL} characters`,
    });
  return text === "" ? null : text;
}

/** The same where a word such as "n/a" says that there is nothing; a person may be called Null, a country may not. */
const cellOrNothing = (row: Row, use: ColumnUse): string | null => {
  const text = cellOf(row, use);
  return text !== null && NOTHING.test(text) ? null : text;
};

const headerOf = ({ mapping }: Row, use: ColumnUse): string | null => mapping.columns.find((column) => column.use === use)?.header ?? null;

/** More cells than headers may be empty ones; anything else means that the columns have shifted. */
function checkWidth({ mapping, cells }: Row): void {
  const wanted = mapping.columns.length;
  const shifted = cells.length < wanted || cells.slice(wanted).some((cell) => cell.trim() !== "");
  if (shifted) refuse({ field: null, reason: "cell-count", found: `${cells.length} cells`, expected: `${wanted} cells, as in the header` });
}

/** Where a number without + is from: a country, or the digits of its calling code. */
type Origin = { country: string | undefined; callingCode: string | undefined };

/** Numbers in the order in which they are tried, each once, with what each is reached on. */
function readPhones(row: Row, { country, callingCode }: Origin): [phones: string[], numberTypes: NumberType[]] {
  const { mapping, cells } = row;
  const phones = new Map<string, NumberType>();
  // The column speaks of the first number; of the others nobody has said anything.
  const told = cellOrNothing(row, "numberType");
  for (const index of mapping.phoneOrder) {
    const text = phoneCell(cells[index] ?? "");
    if (text === "") continue;
    const answer = parsePhoneNumber(callingCode && !text.startsWith("+") ? `+${callingCode} ${text}` : text, country);
    if (answer.ok) {
      const { e164, type } = answer.phone;
      if (!phones.has(e164)) phones.set(e164, numberTypeOf(type, phones.size === 0 ? told : null));
    } else refuse({ field: mapping.columns[index]?.header ?? null, reason: "bad-phone", found: text, expected: answer.error.expected });
  }
  const first = mapping.columns[mapping.phoneOrder[0] ?? -1];
  if (phones.size === 0) refuse({ field: first?.header ?? null, reason: "no-phone", found: null, expected: "a phone number" });
  return [[...phones.keys()], [...phones.values()]];
}

function readPriority(row: Row): number {
  const text = cellOrNothing(row, "priority");
  if (text === null) return 0;
  const priority = Number(text);
  const isFit = Number.isInteger(priority) && Math.abs(priority) <= HIGHEST_CONTACT_PRIORITY;
  const expected = `a whole number from -${HIGHEST_CONTACT_PRIORITY} to ${HIGHEST_CONTACT_PRIORITY}`;
  if (!isFit) refuse({ field: headerOf(row, "priority"), reason: "bad-priority", found: text, expected });
  return priority;
}

function readConsent(row: Row): RowConsent | null {
  const answer = readRowConsent({
    consent: cellOrNothing(row, "consent"),
    at: cellOrNothing(row, "consentAt"),
    source: cellOrNothing(row, "consentSource"),
  });
  if (answer.ok) return answer.consent;
  const { column, found, expected } = answer;
  return refuse({ field: headerOf(row, column) ?? headerOf(row, "consent"), reason: "bad-consent", found, expected });
}

function readFields({ mapping, cells }: Row): Record<string, string> {
  const kept = mapping.columns.flatMap(({ header, use }, index) => {
    const text = cells[index]?.trim() ?? "";
    return use === "field" && text !== "" ? [[header, text] as const] : [];
  });
  return Object.fromEntries(kept);
}

function readRow(row: Row, defaultCountry: string | undefined): ContactDraft {
  checkWidth(row);
  const countryCell = cellOrNothing(row, "country");
  const country = countryCell === null ? undefined : countryCode(countryCell);
  // "Country code" may be the code that is dialed: +1 says where to call, not where somebody is.
  const callingCode = /^\+?(\d{1,3})$/.exec(countryCell ?? "")?.[1];
  const [phones, numberTypes] = readPhones(row, { country: country ?? defaultCountry, callingCode });
  return {
    phones,
    numberTypes,
    consent: readConsent(row),
    externalRef: cellOf(row, "externalRef"),
    givenName: cellOf(row, "givenName") ?? cellOf(row, "fullName"),
    familyName: cellOf(row, "familyName"),
    country: country ?? (callingCode === undefined ? countryCell : null),
    region: cellOrNothing(row, "region"),
    // A spreadsheet that took the code for a sum.
    postalCode: cellOrNothing(row, "postalCode")?.replace(/^(\d{4,5})\.0+$/, "$1") ?? null,
    timeZone: cellOrNothing(row, "timeZone"),
    language: cellOrNothing(row, "language"),
    priority: readPriority(row),
    debtId: cellOrNothing(row, "debtId"),
    fields: readFields(row),
  };
}

/**
 * Read one row. `defaultCountry` (ISO 3166-1 alpha-2) is where numbers without + are from when the row names no
 * country. A place that nobody knows is no refusal here: the gate refuses to call there. Any number that cannot be
 * read is one, also a second one, since a contact that lost a number unnoticed is worse than a row to correct.
 */
export function readContactRow(mapping: HeaderMapping, cells: readonly string[], defaultCountry?: string): RowAnswer {
  try {
    return { ok: true, draft: readRow({ mapping, cells }, defaultCountry) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
