import type { AgentState, LineKind, LineState } from "../../campaigns/agents/agent.ts";
import type { AttemptKind, AttemptState } from "../../campaigns/attempts/attempt.ts";
import type { Instant } from "../../campaigns/instant.ts";

/** What an agent is shown of the person they have or are to have. */
export type DeskAttempt = {
  id: string;
  state: AttemptState;
  campaignId: string;
  contact: { givenName: string | null; familyName: string | null; fields: Record<string, string> };
  /** IANA zones in which the person may be. */
  zones: readonly string[];
  phone: string;
  kind: AttemptKind;
  script: string;
  answeredAt: Instant | null;
  connectedAt: Instant | null;
};

export type Desk = {
  id: string;
  name: string;
  state: AgentState;
  stateSince: Instant;
  pauseReason: string | null;
  lineState: LineState;
  lineKind: LineKind | null;
  skills: readonly string[];
  wrapUpUntil: Instant | null;
  attempt: DeskAttempt | null;
};

/** An agent with the attempt in hand, read in one statement. */
export interface DeskBoard {
  find(agentId: string): Promise<Desk | undefined>;
  /** Agents of whom something was heard just now: their program asked for something, or listens. */
  heardOf(agentIds: readonly string[], now: Instant): Promise<void>;
}
