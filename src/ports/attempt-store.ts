import type { Answer } from "../../campaigns/attempts/answer.ts";
import type { AttemptKind, AttemptState } from "../../campaigns/attempts/attempt.ts";
import type { CallKind } from "../../campaigns/compliance/call-kind.ts";
import type { CallHistory } from "../../campaigns/compliance/decision.ts";
import type { Instant } from "../../campaigns/instant.ts";

export type Attempt = {
  id: string;
  kind: AttemptKind;
  campaignId: string;
  contactId: string;
  personId: string;
  phone: string;
  phonePosition: number;
  state: AttemptState;
  agentId: string | null;
  callerId: string | null;
  carrierCallId: string | null;
  /** Rank of the furthest carrier status applied; -1 before the first. */
  carrierRank: number;
  answer: Answer | null;
  chosenDisposition: string | null;
  disposition: string | null;
  note: string | null;
  /** Why the gate or we let it go before a call was placed. */
  refusal: string | null;
  reservedAt: Instant;
  submittingAt: Instant | null;
  answeredAt: Instant | null;
  agentReservedAt: Instant | null;
  connectedAt: Instant | null;
  unknownAt: Instant | null;
  wrapUpUntil: Instant | null;
  closedAt: Instant | null;
  checkedAt: Instant | null;
};

export type NewAttempt = Pick<
  Attempt,
  "id" | "kind" | "campaignId" | "contactId" | "personId" | "phone" | "phonePosition" | "agentId" | "reservedAt"
>;

/** Somebody whom the gate is asked about, and what for. */
export type Callee = {
  contactId: string;
  personId: string;
  phone: string;
  campaignId: string;
  /** Null: not known, and then it may be any. */
  callKind: CallKind | null;
  subject: string | null;
  /** The attempt that is asked about is not its own past. */
  exceptAttemptId: string | null;
};

/** What may be written beside a change of state. */
export type AttemptChanges = Partial<{
  agentId: string | null;
  callerId: string;
  callKind: CallKind;
  subject: string | null;
  debtId: string | null;
  /** Whose rules held when it was released. */
  jurisdictions: readonly string[];
  carrierCallId: string;
  carrierRank: number;
  carrierStatus: string;
  answer: Answer;
  chosenDisposition: string;
  disposition: string;
  dispositionSource: "system" | "agent";
  note: string | null;
  refusal: string;
  errorCode: string | null;
  sipCode: string | null;
  agentReservedAt: Instant | null;
  wrapUpUntil: Instant | null;
  callEndedAt: Instant;
  checkedAt: Instant;
}>;

export interface AttemptStore {
  /**
   * Insert attempts as `reserved`. One whose person, number or agent already has an open attempt is left
   * out: the database's unique indexes decide, not a look beforehand.
   */
  reserve(attempts: readonly NewAttempt[]): Promise<Attempt[]>;
  find(id: string): Promise<Attempt | undefined>;
  /** Read and lock the row until the transaction ends. */
  lock(id: string): Promise<Attempt | undefined>;
  findByCall(carrierCallId: string): Promise<Attempt | undefined>;
  /**
   * One conditional UPDATE: moves the attempt only from a state that may come before `to`
   * (campaigns/attempts/attempt.ts). `undefined`: it was elsewhere, and nothing changed.
   */
  move(id: string, to: AttemptState, at: Instant, changes?: AttemptChanges): Promise<Attempt | undefined>;
  /** Write fields without a change of state. */
  amend(id: string, changes: AttemptChanges): Promise<void>;
  /** What the gate needs to know, for several candidates at once, in their order. */
  histories(callees: readonly Callee[], now: Instant): Promise<CallHistory[]>;
  /** Open attempts in this state that entered it (or were last checked) before `before`, oldest first. */
  stale(state: AttemptState, before: Instant, limit: number): Promise<Attempt[]>;
  /** Wrap-ups whose time ran out. */
  overdueWrapUps(now: Instant, limit: number): Promise<Attempt[]>;
  /** Closed attempts of this contact in this campaign by disposition, and how many were placed. */
  tally(campaignId: string, contactId: string): Promise<{ placed: number; byDisposition: ReadonlyMap<string, number> }>;
  /** Which of these carrier calls already belong to an attempt. */
  boundCalls(carrierCallIds: readonly string[]): Promise<Set<string>>;
}
