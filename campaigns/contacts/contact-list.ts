/**
 * A contact list is an imported set of contacts with its origin.
 *
 *   importing → ready → archived
 *       └→ failed
 *
 * A list is all or nothing for a broken file and row by row for bad rows: a file that cannot be read to its
 * end leaves a failed list without contacts and with the reason; a row that cannot be used is refused alone
 * and kept with its reason.
 */
import type { Instant } from "../instant.ts";

export type ContactListState = "importing" | "ready" | "failed" | "archived";

export type ImportCounts = {
  /** Rows below the header. */
  rows: number;
  accepted: number;
  /** Rows not taken, duplicates among them. */
  refused: number;
  duplicates: number;
};

export type ContactList = {
  id: string;
  name: string;
  /** Where it came from, as people call it: the file's name. */
  sourceName: string;
  state: ContactListState;
  counts: ImportCounts;
  failure: string | null;
  header: readonly string[];
  createdBy: string | null;
  createdAt: Instant;
  readyAt: Instant | null;
};

/** Why a row was not taken. */
export type RowRefusal = {
  /** The header of the column at fault; null when the row as a whole is. */
  field: string | null;
  /** Stable and kebab-case: "bad-phone", "no-phone", "duplicate", "cell-count"… */
  reason: string;
  found: string | null;
  expected: string;
};

/** A refused row as it is kept: the line of the file on which it ends, and its cells. */
export type RefusedRow = RowRefusal & { line: number; cells: readonly string[] };

/** May this list's contacts be added to a campaign, now or as soon as it is ready? */
export const listMayBeAttached = (list: { state: ContactListState }): boolean => list.state === "importing" || list.state === "ready";
