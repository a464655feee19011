/** The question put to the gate and the answer it gives. The only authority is `decideCall` in decide-call.ts. */
import type { AttemptKind, AttemptState } from "../attempts/attempt.ts";
import type { CallingWindow, CampaignState } from "../campaign.ts";
import type { Instant } from "../instant.ts";
import type { CallKind } from "./call-kind.ts";
import type { Condition } from "./condition.ts";
import type { ConsentRecord } from "./consent.ts";
import type { EmergencyStop } from "./emergency-stop.ts";

export const NUMBER_TYPES = ["mobile", "landline", "unknown"] as const;
/** What a number is reached on. Unknown is neither: a rule about mobiles takes it for one. */
export type NumberType = (typeof NUMBER_TYPES)[number];

export type CallSubject = {
  contactId: string;
  personId: string;
  /** E.164. */
  phone: string;
  kind: AttemptKind;
  numberType: NumberType;
  /** As the contact's address has it, for rules of a part of a state; null: not known. */
  postalCode: string | null;
  /** Which debt the call is about; null: not known, or about none. */
  debtId: string | null;
  /** An agent is held for this very call before it is placed. */
  isAgentHeld: boolean;
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
  /** What it names: this number, the person on every number, or all numbers that begin so ("+1900", "+1212"). */
  target: "number" | "person" | "prefix";
  /** Whose calls it forbids. */
  scope: "organisation" | "campaign";
  campaignId: string | null;
  reason: string;
  createdAt: Instant;
  expiresAt: Instant | null;
};

/** What became of an attempt, as far as a cool-down asks. */
export type PastOutcome = "conversation" | "refusal" | "abandoned" | "machine" | "hung-up" | "none";

export type PlacedAttempt = {
  attemptId: string;
  phone: string;
  campaignId: string;
  placedAt: Instant;
  /** When its call was over, from which a cool-down runs; null: it never was up, or is not over. */
  endedAt: Instant | null;
  /** What it was about; null: not known. */
  subject: string | null;
  debtId: string | null;
  /** Everything that happened on it ("refusal" is a conversation too, and both are named). */
  outcomes: readonly PastOutcome[];
};

/** A register of numbers not to be called, as it was last loaded. */
export type RegisterScrub = {
  /** The name that rules demand it by: "us-national". */
  register: string;
  kind: "national" | "state" | "litigator";
  /** The date of the file, as an instant. */
  asOf: Instant;
  isListed: boolean;
};

/** What has happened between us and this person, as the releasing transaction reads it. */
export type CallHistory = {
  /** Open attempts of this person or this number other than the one asked about. */
  openAttempts: readonly { attemptId: string; state: AttemptState; phone: string }[];
  /** Attempts that were released to the carrier in the last 400 days, to any number of this person or to this number. */
  placed: readonly PlacedAttempt[];
  /** Conversations with this person that they began. */
  inboundConversations: readonly { at: Instant; subject: string | null; debtId: string | null }[];
  /** Attempts placed for this contact in this campaign, ever. */
  placedForContact: number;
  /**
   * Entries of the organisation and of this campaign, for this number, its prefixes and this person: those in force, and
   * those that ended by themselves in the last 400 days, for laws that keep silence for longer after a request.
   */
  doNotCall: readonly DoNotCallEntry[];
  /** Consents and relationships in force for this person and number. */
  consents: readonly ConsentRecord[];
  /** Registers that were loaded, each once. */
  registers: readonly RegisterScrub[];
  /** Emergency stops in force, all of them: whether one concerns this call is the gate's to say. */
  stops: readonly EmergencyStop[];
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
  callKind: CallKind;
  /** What the calls are about ("solar-panels"); null: whatever we call about is one subject. */
  subject: string | null;
  /** Declared by the campaign, with an acknowledgement that is kept. */
  conditions: readonly Condition[];
  /** Legal rules that an administrator has waived for this campaign, with a reason that is kept. */
  waivedRules: readonly string[];
  /** For the message that the law demands for an abandoned person; null: not set. */
  callerName: string | null;
  callbackNumber: string | null;
  /** A machine chooses and dials the number: progressive, power, predictive. */
  isAutomatic: boolean;
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
  /** The rule that said so and its version: "campaign/calling-window@1", "us-fl@2021-07-01". */
  rule: string;
  /** In plain words, without personal data. */
  detail: string;
  /** The law, for a rule of the rulebook: "Fla. Stat. 501.059"; null: a rule of the house. */
  citation: string | null;
  confidence: "high" | "medium" | "low";
  /** For a wait: the first instant at which this rule allows the call; null: something other than time must change. */
  until?: Instant | null;
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
  consentIds: readonly string[];
  /** Legal rules that hold at the place for this kind of call: "us-fl@2021-07-01". */
  legalRules: readonly string[];
  /** Those of them that the campaign waives. */
  waivedRules: readonly string[];
  /** Registers asked, with the date of each file: "us-national@2026-11-01". */
  registers: readonly string[];
};

export type CallDecision =
  | { answer: "call"; evidence: DecisionEvidence }
  | { answer: "wait"; until: Instant; reasons: readonly DecisionReason[]; evidence: DecisionEvidence }
  | { answer: "never"; reasons: readonly DecisionReason[]; evidence: DecisionEvidence };
