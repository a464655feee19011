/** Entries of the decision ledger as the gate writes them, saying only what the test is about. */
import type { DecisionEvidence } from "../../campaigns/compliance/decision.ts";
import { sha256 } from "../../src/adapters/system/sha256.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { LedgerEntry } from "../../src/ports/decision-ledger.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { makeVerifyLedger, type Verification, type VerifyWish } from "../../src/services/records/verify-ledger.ts";
import { aPhone, anId } from "./builders.ts";
import { movingClock } from "./clock.ts";

export const someEvidence = (evidence: Partial<DecisionEvidence> = {}): DecisionEvidence => ({
  rules: ["campaign/calling-window@1"],
  tzdb: "2026a",
  zones: ["America/New_York"],
  jurisdictions: ["US", "US-NY"],
  placeSource: "area-code",
  localTimes: [{ zone: "America/New_York", local: "2026-11-18T10:00:00-05:00" }],
  counts: {},
  doNotCallIds: [],
  consentIds: [],
  legalRules: [],
  waivedRules: [],
  registers: [],
  ...evidence,
});

export const aLedgerEntry = (entry: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: anId(),
  attemptId: null,
  attemptKind: "list",
  campaignId: anId(),
  campaignVersion: 1,
  contactId: anId(),
  personId: anId(),
  phone: aPhone(),
  callKind: "telemarketing",
  subject: null,
  debtId: null,
  callerId: null,
  askedBy: "release",
  decision: { answer: "call", evidence: someEvidence() },
  decidedAt: Date.UTC(2026, 10, 18, 15),
  keptYears: 5,
  ...entry,
});

export const verify = (stores: Stores, wish: Partial<VerifyWish> = {}, clock: Clock = movingClock()): Promise<Verification> =>
  makeVerifyLedger({ chain: stores.chain, clock, sha256 })({ from: null, to: null, ...wish });
