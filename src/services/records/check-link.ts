/** What can be wrong with one entry of the ledger, by itself and with the one before it. */
import { dateOf } from "../../../campaigns/compliance/retention.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Sha256 } from "../../ports/digest.ts";
import type { Link } from "../../ports/ledger-chain.ts";

/**
 *   record-changed          the record is not the text that was hashed
 *   column-disagrees        a column says something else than the record
 *   link-broken             the entry does not continue the one before it: changed, put in, or in another's place
 *   missing                 entries are gone
 *   day-missing             a whole day is gone
 *   day-without-head        a day's entries have no head
 *   head-disagrees          a day's head is not its last entry
 *   beyond-end              entries stand behind the end of the chain
 *   content-left            content was removed, and some of it is still there
 *   removed-too-early       content was removed before its time
 *   removed-without-erasure content was removed for an erasure that does not name it
 *   anchor-disagrees        an anchor that was kept outside says something else
 *   attempt-missing         the ledger let a call go out, and the attempt is gone
 *   decision-missing        a call was placed, and the ledger says nothing of it
 */
export type BreachCode =
  | "record-changed"
  | "column-disagrees"
  | "link-broken"
  | "missing"
  | "day-missing"
  | "day-without-head"
  | "head-disagrees"
  | "beyond-end"
  | "content-left"
  | "removed-too-early"
  | "removed-without-erasure"
  | "anchor-disagrees"
  | "attempt-missing"
  | "decision-missing";

/** `sequence` null: the day as a whole. */
export type Breach = { day: string; sequence: number | null; code: BreachCode; detail: string };
export type Fault = Pick<Breach, "code" | "detail">;

/** What every entry's hash is made from; a stranger with a hash program can do the same sum (docs/records.md). */
export const linkText = (previous: string, { day, sequence, keepUntil, recordHash }: Link): string =>
  `${previous} ${day} ${sequence} ${keepUntil ?? "for-ever"} ${recordHash}`;

const FIELDS = ["attemptId", "campaignId", "contactId", "phone", "askedBy", "answer"] as const;
const shown = (value: unknown): string => (value === null || value === undefined ? "nothing" : JSON.stringify(value));

const toInstant = (value: unknown): Instant | null => (typeof value === "string" ? Date.parse(value) : null);

function compareColumns(link: Link, record: Record<string, unknown>): string[] {
  const { columns } = link;
  const pairs: [name: string, column: unknown, recorded: unknown, isPersonal?: boolean][] = [
    ["id", link.id, record["id"]],
    ["kind", link.kind, "erasureId" in record ? "erasure" : "decision"],
    ["removedAt", link.removedAt, null],
    ["removedFor", link.removedFor, null],
    ...FIELDS.map((field): [string, unknown, unknown, boolean] => [field, columns[field], record[field] ?? null, field === "phone"]),
    ["until", columns.until, toInstant(record["until"])],
    ["decidedAt", columns.decidedAt, toInstant(record["decidedAt"])],
  ];
  return pairs
    .filter(([, column, recorded]) => column !== recorded)
    .map(([name, column, recorded, isPersonal]) =>
      isPersonal ? `${name}: found another than the record's` : `${name}: found ${shown(column)}, the record has ${shown(recorded)}`,
    );
}

function readRecord(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The entry's record and columns. */
export function checkContent(link: Link, sha256: Sha256): Fault[] {
  if (link.record === null) return checkRemoved(link);
  if (sha256(link.record) !== link.recordHash)
    return [{ code: "record-changed", detail: "the record is not the text that was hashed when it was written" }];
  const record = readRecord(link.record);
  if (!record) return [{ code: "record-changed", detail: "the record cannot be read" }];
  const faults: Fault[] = compareColumns(link, record).map((detail) => ({ code: "column-disagrees", detail }));
  if (record["answer"] === "call" && typeof record["attemptId"] === "string" && !link.hasAttempt)
    faults.push({ code: "attempt-missing", detail: `found no attempt ${record["attemptId"]}, expected it kept as long as this entry` });
  return faults;
}

/** Nothing of it may be left; what says which persons were erased is never removed itself. */
function checkRemoved({ columns, kind }: Link): Fault[] {
  const left = Object.entries(columns).filter(([, value]) => value !== null);
  return [
    ...(left.length === 0
      ? []
      : [{ code: "content-left" as const, detail: `${left.map(([name]) => name).join(", ")}: found content, expected none` }]),
    ...(kind === "decision"
      ? []
      : [{ code: "column-disagrees" as const, detail: `kind: found ${shown(kind)}, only a decision is emptied` }]),
  ];
}

/** Was it old enough for its content to go? `now` guards against a removal that is dated into the future. */
export function checkAge({ removedAt, keepUntil }: Link, now: Instant): Fault[] {
  const on = removedAt === null ? null : dateOf(Math.min(removedAt, now));
  if (on !== null && keepUntil !== null && on > keepUntil) return [];
  return [
    {
      code: "removed-too-early",
      detail: `found the content removed on ${on ?? "no day"}, expected it kept until ${keepUntil ?? "for ever"}`,
    },
  ];
}
