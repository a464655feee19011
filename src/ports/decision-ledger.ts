import type { CallDecision } from "../../campaigns/compliance/decision.ts";
import type { Instant } from "../../campaigns/instant.ts";

export type LedgerEntry = {
  id: string;
  attemptId: string | null;
  campaignId: string;
  contactId: string;
  phone: string;
  /** Who or what asked: "hopper", "release". */
  askedBy: string;
  decision: CallDecision;
  decidedAt: Instant;
};

/** Why each attempt was released or refused. Only added to. */
export interface DecisionLedger {
  add(entries: readonly LedgerEntry[]): Promise<void>;
}
