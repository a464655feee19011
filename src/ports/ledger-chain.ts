/** The decision ledger as a chain, for those who check it. Days are dates in Greenwich, hashes SHA-256 in hexadecimal. */
import type { Instant } from "../../campaigns/instant.ts";

/** A place in the chain: the day, and the number in that day from 1. */
export type ChainPlace = { day: string; sequence: number };

/** The end of a day's chain: how many entries, and the hash of the last. */
export type DayHead = { day: string; count: number; hash: string };

/** One entry exactly as the tables hold it, right or wrong. */
export type Link = ChainPlace & {
  id: string;
  kind: string;
  keepUntil: string | null;
  record: string | null;
  recordHash: string;
  hash: string;
  removedAt: Instant | null;
  removedFor: string | null;
  /** There is an attempt with the id in its column. */
  hasAttempt: boolean;
  /** The columns that repeat the record. */
  columns: {
    attemptId: string | null;
    campaignId: string | null;
    contactId: string | null;
    phone: string | null;
    askedBy: string | null;
    answer: string | null;
    until: Instant | null;
    decidedAt: Instant | null;
  };
};

/** A call that was placed. */
export type PlacedAttempt = { id: string; at: Instant; hasDecision: boolean };

export interface LedgerChain {
  /** Of every day, oldest first; the last is the day that goes on. */
  heads(): Promise<DayHead[]>;
  /** Entries after one place and up to another, in their order, in batches; memory stays flat. */
  links(range: { after: ChainPlace; to: ChainPlace }): AsyncIterable<readonly Link[]>;
  /** Hash of the last entry before this day; null: there is none. */
  hashBefore(day: string): Promise<string | null>;
  /** Entries that stand behind the end of the chain as it is at this moment: forged, since the end moves with every entry. */
  beyondEnd(limit: number): Promise<ChainPlace[]>;
  /**
   * Calls placed since there is the chain, from the first of these days to the one before the last, in batches by time.
   * Of whom an erasure emptied the decision, none is expected.
   */
  placed(range: { from: string | null; before: string | null }): AsyncIterable<readonly PlacedAttempt[]>;
  /** The record of an erasure's entry with its hash. */
  erasureRecord(id: string): Promise<{ record: string; recordHash: string } | undefined>;
}
