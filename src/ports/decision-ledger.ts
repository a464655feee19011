import type { AttemptKind } from "../../campaigns/attempts/attempt.ts";
import type { CallKind } from "../../campaigns/compliance/call-kind.ts";
import type { CallDecision } from "../../campaigns/compliance/decision.ts";
import type { Instant } from "../../campaigns/instant.ts";

export type LedgerEntry = {
  id: string;
  attemptId: string | null;
  attemptKind: AttemptKind;
  campaignId: string;
  /** Which settings, script and messages held: a version of `campaign_versions` or a later one without changes to them. */
  campaignVersion: number;
  contactId: string;
  personId: string;
  phone: string;
  callKind: CallKind;
  subject: string | null;
  debtId: string | null;
  /** The number that was shown; null: no call was placed. */
  callerId: string | null;
  /** Who or what asked: "hopper", "release", "agent:…". */
  askedBy: string;
  decision: CallDecision;
  decidedAt: Instant;
  /** Whole years from the day, for which it is kept. */
  keptYears: number;
};

/** Says which entries lost their content because a person asked to be forgotten. Holds nothing of the person. */
export type ErasureEntry = {
  id: string;
  askedBy: string;
  /** The erasure that this one completes, when it was put off; else its own id. */
  erasureId: string;
  /** "2026-11-22/17": day and sequence of each entry. */
  removed: readonly string[];
  decidedAt: Instant;
};

/** A decision as it is kept, with what retention goes by. */
export type KeptDecision = {
  id: string;
  day: string;
  sequence: number;
  attemptId: string | null;
  phone: string;
  jurisdictions: readonly string[];
  callKind: CallKind | null;
  decidedAt: Instant;
  /** The last day of its time, as reckoned when it was written. */
  keepUntil: string;
};

/** Why each attempt was released or refused. Only added to; every entry is hashed together with the one before it. */
export interface DecisionLedger {
  /** The last thing in a transaction: it locks the end of the chain until the transaction is over. */
  add(entries: readonly LedgerEntry[]): Promise<void>;
  addErasure(entry: ErasureEntry): Promise<void>;
  /** Decisions with content about any of these numbers. */
  about(phones: readonly string[]): Promise<KeptDecision[]>;
  /** Decisions whose time was over before `today` ("2026-11-22"), those whose time was over first at first. */
  due(today: string, query: { after: Pick<KeptDecision, "id" | "keepUntil"> | null; limit: number }): Promise<KeptDecision[]>;
  /** Removes content and keeps hashes. `removedFor`: "retention" or the id of an erasure's entry. Gives how many. */
  removeContent(ids: readonly string[], removedFor: string, at: Instant): Promise<number>;
}
