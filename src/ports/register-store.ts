import type { RegisterScrub } from "../../campaigns/compliance/decision.ts";
import type { Instant } from "../../campaigns/instant.ts";

/** A line of a register file that holds no number, and why. */
export type RubbishLine = { line: number; field: string; found: string; expected: string };

export type RegisterCounts = { lines: number; numbers: number; rubbish: number };

/** One load of a register file. The current load of a name is the one that calls are checked against. */
export type RegisterLoad = {
  id: string;
  name: string;
  kind: RegisterScrub["kind"];
  /** ISO 3166-1 or 3166-2; null: of no place, as a list of litigators. */
  jurisdiction: string | null;
  fileName: string;
  /** The civil date that the file is of: "2026-11-01". */
  fileDate: string;
  state: "loading" | "current" | "superseded" | "failed";
  counts: RegisterCounts;
  failure: string | null;
  loadedBy: string;
  createdAt: Instant;
  loadedAt: Instant | null;
};

export type NewRegisterLoad = Pick<
  RegisterLoad,
  "id" | "name" | "kind" | "jurisdiction" | "fileName" | "fileDate" | "loadedBy" | "createdAt"
>;

/** What a load has come to: counts, and the first rubbish lines. */
export type RegisterProgress = { counts: RegisterCounts; rubbish: readonly RubbishLine[]; now: Instant };

export interface RegisterStore {
  /** A load begins. What calls are checked against does not change yet. */
  open(load: NewRegisterLoad): Promise<void>;
  find(id: string): Promise<RegisterLoad | undefined>;
  /** Current loads and those under way, by name; with `all` the others too, newest first within a name. */
  list(options?: { all?: boolean }): Promise<RegisterLoad[]>;
  current(name: string): Promise<RegisterLoad | undefined>;
  rubbishOf(id: string): Promise<RubbishLine[]>;
  /**
   * Numbers (E.164 without the plus sign) of a load under way; one that it has already is left out. Gives how many were
   * new; undefined: the load is no longer under way, and nothing was added.
   */
  addNumbers(id: string, phones: readonly number[]): Promise<number | undefined>;
  progress(id: string, progress: RegisterProgress): Promise<void>;
  /**
   * From the commit on, calls are checked against this load in place of the one before. `false`: it is no longer under
   * way, or the one before is of a later day than `unlessLaterThan`. Only within a transaction.
   */
  serve(id: string, serving: { now: Instant; unlessLaterThan: string }): Promise<boolean>;
  /** `false`: it was no longer under way. */
  fail(id: string, failure: string): Promise<boolean>;
  /** Loads that have shown no sign of life since then. */
  silent(before: Instant): Promise<string[]>;
  /** Remove the numbers of one load that has ended, some thousands at a time. `false`: there is none left to clean. */
  clean(now: Instant): Promise<boolean>;
}
