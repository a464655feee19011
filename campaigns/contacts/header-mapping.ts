/** Which column of a list means what: by the words people use, unless the importer says otherwise. */
import {
  COLUMN_MEANINGS,
  type ColumnMeaning,
  HEADER_WORDS,
  PHONE_ENDING,
  plainHeader,
  REFUSAL_HEADERS,
  SECOND_PHONE_WORDS,
} from "./header-words.ts";

/** `field` keeps the column beside the contact under its header, `ignore` drops it. */
export type ColumnUse = ColumnMeaning | "field" | "ignore";

export type Column = {
  /** As in the file; made up ("column 3") where it was empty, told apart ("note (2)") where it was there before. */
  header: string;
  use: ColumnUse;
};

export type HeaderMapping = {
  columns: readonly Column[];
  /** Indexes of the phone columns in the order in which a contact's numbers are tried. */
  phoneOrder: readonly number[];
};

/**
 * Our name for a field to the column's header: `{"phone": "Mobile", "phone2": "Office", "givenName": "Rufname"}`.
 * Wins over the words; once a phone is named, no other column is a phone.
 */
export type ExplicitMapping = Readonly<Record<string, string>>;

export type HeaderRefusal = {
  ok: false;
  reason: "no-header" | "no-phone-column" | "unknown-field" | "unknown-header";
  found: readonly string[];
  expected: readonly string[];
};
export type HeaderAnswer = ({ ok: true } & HeaderMapping) | HeaderRefusal;

const MEANINGS = new Map<string, ColumnMeaning>(
  COLUMN_MEANINGS.flatMap((meaning) => HEADER_WORDS[meaning].map((word) => [plainHeader(word), meaning] as const)),
);
const SECOND_PHONES = new Set(SECOND_PHONE_WORDS.map(plainHeader));
const REFUSALS = new Set(REFUSAL_HEADERS.map(plainHeader));

/** What a column means; `ordinal` is which of the numbers, 1 for everything that is no phone. */
type Meaning = { use: ColumnUse; ordinal: number };

/** What a header means by its words. Phones may carry a number: "Phone 2", "2. Telefon", "tel_3". */
function guess(header: string): Meaning | undefined {
  const plain = plainHeader(header);
  const use = MEANINGS.get(plain);
  if (use) return { use, ordinal: 1 };
  if (SECOND_PHONES.has(plain)) return { use: "phone", ordinal: 2 };
  if (REFUSALS.has(plain)) return { use: "ignore", ordinal: 1 };
  const [, before, word = "", after] = /^(?:(\d{1,2})(?:st|nd|rd|th)?)?(.*?)(\d{1,2})?$/u.exec(plain) ?? [];
  const isPhone = MEANINGS.get(word) === "phone" || SECOND_PHONES.has(word) || PHONE_ENDING.test(word);
  return isPhone && !(before && after) ? { use: "phone", ordinal: Number(before ?? after ?? 1) } : undefined;
}

function fieldNamed(name: string): Meaning | undefined {
  const [, ordinal] = /^phone([1-9]\d?)?$/.exec(name) ?? [];
  if (name.startsWith("phone")) return name === "phone" || ordinal ? { use: "phone", ordinal: Number(ordinal ?? 1) } : undefined;
  const use = COLUMN_MEANINGS.find((meaning) => meaning === name);
  return use && { use, ordinal: 1 };
}

/** The meanings that the importer gave, by column; or why they cannot be given. */
function explicitMeanings(headers: readonly string[], explicit: ExplicitMapping): HeaderRefusal | Map<number, Meaning> {
  const given = new Map<number, Meaning>();
  for (const [name, wanted] of Object.entries(explicit)) {
    const meaning = fieldNamed(name);
    if (!meaning) return { ok: false, reason: "unknown-field", found: [name], expected: [...COLUMN_MEANINGS, "phone2"] };
    const exact = headers.findIndex((header) => header.trim() === wanted.trim());
    const index = exact >= 0 ? exact : headers.findIndex((header) => plainHeader(header) === plainHeader(wanted));
    if (index < 0) return { ok: false, reason: "unknown-header", found: [wanted], expected: headers };
    given.set(index, meaning);
  }
  return given;
}

/** Each meaning but `phone` goes to one column, the first that claims it; the rest stay as fields. */
function claim(headers: readonly string[], given: ReadonlyMap<number, Meaning>): Meaning[] {
  const taken = new Set<ColumnUse>([...given.values()].map(({ use }) => use));
  const mayRepeat = (use: ColumnUse): boolean => use === "ignore" || (use === "phone" && !taken.has("phone"));
  const guesses = headers.map((header, index) => given.get(index) ?? guess(header));
  const claimed = new Set<ColumnUse>();
  return guesses.map((meaning, index) => {
    if (!meaning || given.has(index)) return meaning ?? { use: "field", ordinal: 1 };
    if (!mayRepeat(meaning.use) && (taken.has(meaning.use) || claimed.has(meaning.use))) return { use: "field", ordinal: 1 };
    claimed.add(meaning.use);
    return meaning;
  });
}

/**
 * "Name" beside "Vorname" or "Prénom" is the family name; "Nombre" beside "Apellidos" is the given one.
 * Beside both it is neither, and stays a field.
 */
function settleNames(meanings: readonly Meaning[]): Meaning[] {
  const has = (use: ColumnUse): boolean => meanings.some((meaning) => meaning.use === use);
  if (!has("givenName") && !has("familyName")) return [...meanings];
  const use: ColumnUse = !has("familyName") ? "familyName" : !has("givenName") ? "givenName" : "field";
  return meanings.map((meaning) => (meaning.use === "fullName" ? { use, ordinal: 1 } : meaning));
}

/** A consent without the column of its day proves nothing, and what stands in it may be anything: it stays a field. */
function settleConsent(meanings: readonly Meaning[]): Meaning[] {
  const uses = new Set(meanings.map(({ use }) => use));
  if (uses.has("consent") && uses.has("consentAt")) return [...meanings];
  const isOfConsent = (use: ColumnUse): boolean => use === "consent" || use === "consentAt" || use === "consentSource";
  return meanings.map((meaning) => (isOfConsent(meaning.use) ? { use: "field", ordinal: 1 } : meaning));
}

/** Headers as they will be kept: none empty, none twice. */
function distinctHeaders(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const wished = header.trim() || `column ${index + 1}`;
    let name = wished;
    for (let copy = 2; taken.has(name); copy += 1) name = `${wished} (${copy})`;
    taken.add(name);
    return name;
  });
}

/** Could this cell be somebody's number? Then the first line is no header. */
const looksLikePhone = (cell: string): boolean => /^[+(]?[\d\s().\-/]{7,}$/.test(cell.trim()) && cell.replace(/\D/g, "").length >= 7;

function withoutPhone(headers: readonly string[]): HeaderRefusal {
  const expected = HEADER_WORDS.phone.slice(0, 8);
  if (headers.some(looksLikePhone)) return { ok: false, reason: "no-header", found: [], expected };
  return { ok: false, reason: "no-phone-column", found: headers, expected };
}

/**
 * Map the headers of a list. Phones: as many columns as there are. What is not understood is kept as a field,
 * so that nothing of the file is lost.
 * Refused: a first line that holds numbers instead of headers, no phone column, an explicit field or header that
 * does not exist.
 */
export function mapHeaders(headers: readonly string[], explicit: ExplicitMapping = {}): HeaderAnswer {
  const given = explicitMeanings(headers, explicit);
  if (!(given instanceof Map)) return given;
  const meanings = settleConsent(settleNames(claim(headers, given)));
  const names = distinctHeaders(headers);
  const phones = meanings.flatMap(({ use, ordinal }, index) => (use === "phone" ? [{ ordinal, index }] : []));
  if (phones.length === 0) return withoutPhone(names);
  return {
    ok: true,
    columns: meanings.map(({ use }, index) => ({ header: names[index] ?? "", use })),
    phoneOrder: phones.sort((a, b) => a.ordinal - b.ordinal || a.index - b.index).map(({ index }) => index),
  };
}
