/** What follows when an agent's own leg goes, for whatever reason. */
import type { Instant } from "../../../campaigns/instant.ts";
import type { Agent } from "../../ports/agent-store.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAgent, announceAttempt } from "../announce.ts";

/**
 * The leg is gone: an available agent goes on a break (their screen asks for a new line); one who was reserved gives
 * the person back to be joined to somebody else; one who talks or wraps up keeps the attempt until it ends.
 * Call with the agent's row locked, and the attempt's before it when the agent holds one.
 */
export async function loseLine(tx: Stores, agent: Agent, now: Instant): Promise<void> {
  const gone = { lineState: "none" as const, lineCallId: null, conferenceSid: null };
  const idle = agent.state === "available" || agent.state === "reserved";
  const changes = idle ? { ...gone, state: "on-break" as const, pauseReason: "line-lost", attemptId: null } : gone;
  await announceAgent(tx, await tx.agents.change(agent.id, changes, now));
}

/** Take the reserved agent off an answered attempt, so that somebody else can be found for the person. */
export async function loseAgent(tx: Stores, attempt: Attempt, now: Instant): Promise<Attempt> {
  const agent = attempt.agentId ? await tx.agents.lock(attempt.agentId) : undefined;
  await tx.attempts.amend(attempt.id, { agentId: null, agentReservedAt: null });
  if (agent?.attemptId === attempt.id) await loseLine(tx, { ...agent, state: "reserved" }, now);
  const alone = { ...attempt, agentId: null, agentReservedAt: null };
  await announceAttempt(tx, alone);
  return alone;
}
