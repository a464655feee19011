/** The question put to the gate and the answer it gives. The only authority is `decideCall` in decide-call.ts. */
import type { AttemptKind, AttemptState } from "../attempts/attempt.ts";
import type { CallingWindow, CampaignState } from "../campaign.ts";
import type { Instant } from "../instant.ts";

export type CallSubject = {
  contactId: string;
  personId: string;
  /** E.164. */
  phone: string;
  kind: AttemptKind;
};

/** Where the person may be. Several zones and jurisdictions when the evidence allows several; none: unknown. */
export type Place = {
  /** IANA names. */
  zones: readonly string[];
  /** ISO 3166-1 countries ("US") and 3166-2 regions ("US-FL"). */
  jurisdictions: readonly string[];
  /** What the evidence was: "explicit-zone", "postal-code+number", "area-code", "country", "none"… */
  source: string;
};

export type DoNotCallEntry = {
  id: string;
  scope: "organisation" | "campaign";
  campaignId: string | null;
  reason: string;
  createdAt: Instant;
  expiresAt: Instant | null;
};

/** What has happened between us and this person, as the releasing transaction reads it. */
export type CallHistory = {
  /** Open attempts of this person or this number other than the one asked about. */
  openAttempts: readonly { attemptId: string; state: AttemptState; phone: string }[];
  /** Attempts that were released to the carrier in the last 30 days, to any number of this person. */
  placed: readonly { attemptId: string; phone: string; campaignId: string; placedAt: Instant }[];
  /** Attempts placed for this contact in this campaign, ever. */
  placedForContact: number;
  /** Entries in force for this number: of the organisation, and of this campaign. */
  doNotCall: readonly DoNotCallEntry[];
};

export type FrequencyCap = { per: "number" | "person"; attempts: number; hours: number };

/** What the campaign demands. `null` in the question: no campaign stands behind the call, which is refused. */
export type CampaignTerms = {
  id: string;
  state: CampaignState;
  callingWindow: CallingWindow;
  mostAttemptsPerContact: number;
  frequencyCaps: readonly FrequencyCap[];
  ringTimeoutSeconds: number;
};

export type CallQuestion = {
  subject: CallSubject;
  place: Place;
  history: CallHistory;
  campaign: CampaignTerms | null;
  now: Instant;
};

export type DecisionReason = {
  /** Stable and kebab-case: "outside-calling-window", "do-not-call", "unknown-place"… */
  code: string;
  /** The rule that said so and its version: "campaign/calling-window@1". */
  rule: string;
  /** In plain words, without personal data. */
  detail: string;
};

/** What a decision rested on, kept with it in the decision ledger. */
export type DecisionEvidence = {
  rules: readonly string[];
  tzdb: string;
  zones: readonly string[];
  jurisdictions: readonly string[];
  placeSource: string;
  localTimes: readonly { zone: string; local: string }[];
  counts: Readonly<Record<string, number>>;
  doNotCallIds: readonly string[];
};

export type CallDecision =
  | { answer: "call"; evidence: DecisionEvidence }
  | { answer: "wait"; until: Instant; reasons: readonly DecisionReason[]; evidence: DecisionEvidence }
  | { answer: "never"; reasons: readonly DecisionReason[]; evidence: DecisionEvidence };
