import type { AgentState, LineKind, LineState } from "../../campaigns/agents/agent.ts";
import type { Instant } from "../../campaigns/instant.ts";

export type Agent = {
  id: string;
  name: string;
  state: AgentState;
  stateSince: Instant;
  pauseReason: string | null;
  /** Go on a break (or offline, by the reason "offline") once the call in hand is done. */
  pauseAfter: boolean;
  lineState: LineState;
  lineKind: LineKind | null;
  lineAddress: string | null;
  lineCallId: string | null;
  lineSince: Instant | null;
  conferenceName: string;
  skills: readonly string[];
  languages: readonly string[];
  attemptId: string | null;
  wrapUpUntil: Instant | null;
  lastSeenAt: Instant | null;
};

export type AgentChanges = Partial<{
  state: AgentState;
  pauseReason: string | null;
  pauseAfter: boolean;
  lineState: LineState;
  lineKind: LineKind | null;
  lineAddress: string | null;
  lineCallId: string | null;
  conferenceSid: string | null;
  attemptId: string | null;
  wrapUpUntil: Instant | null;
  lastSeenAt: Instant;
  skills: readonly string[];
  languages: readonly string[];
}>;

export interface AgentStore {
  /** Make the agent's row if the user has none yet; the conference name is opaque. */
  ensure(agentId: string, conferenceName: string): Promise<void>;
  find(id: string): Promise<Agent | undefined>;
  lock(id: string): Promise<Agent | undefined>;
  all(): Promise<Agent[]>;
  /**
   * Reserve the free agent who has waited longest and has all skills and, when the contact has a language,
   * speaks it. One statement: two answers never get one agent. `undefined`: nobody is free.
   */
  reserve(attemptId: string, needs: { skills: readonly string[]; language: string | null }, now: Instant): Promise<Agent | undefined>;
  /** Hold this very agent for an attempt (preview); `undefined` when not available. */
  reserveThis(agentId: string, attemptId: string, now: Instant): Promise<Agent | undefined>;
  change(id: string, changes: AgentChanges, now: Instant): Promise<Agent>;
  /** Agents that hold an attempt which is over, or none that exists. */
  heldByNothing(): Promise<Agent[]>;
  /** Lines that were asked for before then and never came up. */
  staleLines(before: Instant): Promise<Agent[]>;
  /** Agents in a state that takes calls who were not heard of since. */
  silentSince(before: Instant): Promise<Agent[]>;
}
