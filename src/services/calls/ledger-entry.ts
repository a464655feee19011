/** What the decision ledger keeps of one answer of the gate. */
import type { AttemptKind } from "../../../campaigns/attempts/attempt.ts";
import type { Campaign } from "../../../campaigns/campaign.ts";
import type { CallDecision } from "../../../campaigns/compliance/decision.ts";
import { DEFAULT_RETENTION_YEARS, retentionYears } from "../../../campaigns/compliance/retention.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Ids } from "../../ports/clock.ts";
import type { LedgerEntry } from "../../ports/decision-ledger.ts";
import type { Candidate } from "../../ports/hopper-store.ts";

export type LedgerDeps = {
  ids: Ids;
  /** Years for which a record is kept where no law names any. Default: DEFAULT_RETENTION_YEARS. */
  retentionYears?: number | undefined;
};

export type Judged = {
  campaign: Campaign;
  candidate: Candidate;
  /** null: the hopper asks, and there is no attempt yet. */
  attemptId: string | null;
  attemptKind: AttemptKind;
  /** The number that is shown to the person; null: no call is placed. */
  callerId: string | null;
  askedBy: string;
  decision: CallDecision;
  now: Instant;
};

/** The record says until when the call waits as a whole; what each rule said of it serves the hopper alone. */
function asKept(decision: CallDecision): CallDecision {
  if (decision.answer === "call") return decision;
  return { ...decision, reasons: decision.reasons.map(({ until: _until, ...reason }) => reason) };
}

export function ledgerEntry(deps: LedgerDeps, { campaign, candidate, decision, now, ...judged }: Judged): LedgerEntry {
  const { callKind, subject } = campaign.settings;
  const { jurisdictions } = decision.evidence;
  return {
    ...judged,
    id: deps.ids.next(),
    campaignId: campaign.id,
    campaignVersion: campaign.version,
    contactId: candidate.contactId,
    personId: candidate.personId,
    phone: candidate.phone,
    callKind,
    subject,
    debtId: candidate.debtId,
    decision: asKept(decision),
    decidedAt: now,
    keptYears: retentionYears({ jurisdictions, callKind, at: now }, deps.retentionYears ?? DEFAULT_RETENTION_YEARS),
  };
}
