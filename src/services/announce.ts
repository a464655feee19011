/** What screens hear of attempts and agents; within the transaction that made the change. No personal data. */
import type { Agent } from "../ports/agent-store.ts";
import type { Attempt } from "../ports/attempt-store.ts";
import type { Stores } from "../ports/stores.ts";

export const announceAttempt = (stores: Stores, attempt: Attempt): Promise<unknown> =>
  stores.announcer.announce({
    kind: "attempt.changed",
    data: {
      attemptId: attempt.id,
      campaignId: attempt.campaignId,
      contactId: attempt.contactId,
      agentId: attempt.agentId,
      state: attempt.state,
      disposition: attempt.disposition,
    },
  });

export const announceAgent = (stores: Stores, agent: Agent): Promise<unknown> =>
  stores.announcer.announce({
    kind: "agent.changed",
    data: {
      agentId: agent.id,
      state: agent.state,
      stateSince: agent.stateSince,
      pauseReason: agent.pauseReason,
      lineState: agent.lineState,
      attemptId: agent.attemptId,
      wrapUpUntil: agent.wrapUpUntil,
    },
  });
