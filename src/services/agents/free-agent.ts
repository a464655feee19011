import type { Instant } from "../../../campaigns/instant.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAgent } from "../announce.ts";

/**
 * Give an agent back once the attempt in hand is over: to the waiting line, or to the break they asked for.
 * An agent who no longer holds this attempt is left alone.
 */
export async function freeAgent(tx: Stores, freed: { agentId: string; attemptId: string; now: Instant }): Promise<void> {
  const agent = await tx.agents.lock(freed.agentId);
  if (agent?.attemptId !== freed.attemptId) return;
  const rest = { attemptId: null, wrapUpUntil: null, pauseAfter: false };
  const state = agent.pauseAfter
    ? agent.pauseReason === "offline"
      ? "offline"
      : "on-break"
    : agent.lineState === "parked"
      ? "available"
      : "on-break";
  const pauseReason = agent.pauseAfter ? agent.pauseReason : state === "available" ? null : "line-lost";
  await announceAgent(tx, await tx.agents.change(agent.id, { ...rest, state, pauseReason }, freed.now));
}
