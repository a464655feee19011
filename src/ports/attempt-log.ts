/** Attempts as people read them afterwards: pages, and one with everything that is known of it. */
import type { Answer } from "../../campaigns/attempts/answer.ts";
import type { AttemptKind, AttemptState } from "../../campaigns/attempts/attempt.ts";
import type { DecisionReason } from "../../campaigns/compliance/decision.ts";
import type { Instant } from "../../campaigns/instant.ts";
import type { Page, PageQuery } from "./page.ts";

export type LoggedAttempt = {
  id: string;
  kind: AttemptKind;
  campaignId: string;
  contactId: string;
  phone: string;
  state: AttemptState;
  agentId: string | null;
  callerId: string | null;
  answer: Answer | null;
  disposition: string | null;
  dispositionSource: "system" | "agent" | null;
  note: string | null;
  refusal: string | null;
  errorCode: string | null;
  reservedAt: Instant;
  submittingAt: Instant | null;
  dialingAt: Instant | null;
  ringingAt: Instant | null;
  answeredAt: Instant | null;
  connectedAt: Instant | null;
  abandonedAt: Instant | null;
  callEndedAt: Instant | null;
  closedAt: Instant | null;
};

export type LoggedDecision = {
  id: string;
  /** Its place in the ledger: the day, its number in that day, and the hash that binds it to all before it. */
  day: string;
  sequence: number;
  hash: string;
  askedBy: string;
  answer: "call" | "wait" | "never";
  waitUntil: Instant | null;
  reasons: DecisionReason[];
  evidence: Record<string, unknown>;
  decidedAt: Instant;
};

export type LoggedCarrierEvent = {
  source: string;
  receivedAt: Instant;
  appliedAt: Instant | null;
  outcome: string | null;
  payload: Record<string, string>;
};

export type AttemptFilter = { campaignId?: string | undefined; contactId?: string | undefined; state?: AttemptState | undefined };

export interface AttemptLog {
  /** Newest first. */
  page(filter: AttemptFilter, query: PageQuery): Promise<Page<LoggedAttempt>>;
  find(id: string): Promise<LoggedAttempt | undefined>;
  decisionsOf(attemptId: string): Promise<LoggedDecision[]>;
  eventsOf(attemptId: string): Promise<LoggedCarrierEvent[]>;
}
