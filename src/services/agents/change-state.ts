import { type AgentRefusal, agentMay } from "../../../campaigns/agents/agent.ts";
import type { Agent } from "../../ports/agent-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAgent } from "../announce.ts";
import { nudgePacing } from "../nudge.ts";

export type StateWish = { state: "available" | "on-break" | "offline"; reason: string | null };
export type StateAnswer =
  | { ok: true; agent: Agent; from: "now" | "after-this-call" }
  | { ok: false; reason: AgentRefusal | "no-such-agent" };

/** An agent asks for a state. With a call in hand a break is noted and comes when the call is done. */
export function makeChangeState(deps: { stores: Stores; clock: Clock; jobQueue: JobQueue; log: Log }) {
  return async function changeState(agentId: string, wish: StateWish): Promise<StateAnswer> {
    const answer = await deps.stores.transaction((tx) => change(tx, { agentId, wish, now: deps.clock.now() }));
    if (answer.ok) await nudgePacing(deps);
    return answer;
  };
}

async function change(tx: Stores, { agentId, wish, now }: { agentId: string; wish: StateWish; now: number }): Promise<StateAnswer> {
  const agent = await tx.agents.lock(agentId);
  if (!agent) return { ok: false, reason: "no-such-agent" };
  const pauseReason = wish.state === "offline" ? "offline" : wish.reason;
  if (agent.attemptId) {
    // "available" takes back a break that was asked for; anything else is noted for later.
    const later = wish.state === "available" ? { pauseAfter: false, pauseReason: null } : { pauseAfter: true, pauseReason };
    const changed = await tx.agents.change(agentId, { ...later, lastSeenAt: now }, now);
    await announceAgent(tx, changed);
    return { ok: true, agent: changed, from: "after-this-call" };
  }
  const may = agentMay(agent, wish.state);
  if (!may.ok) return { ok: false, reason: may.reason };
  const reason = wish.state === "on-break" ? wish.reason : null;
  const changed = await tx.agents.change(agentId, { state: wish.state, pauseReason: reason, pauseAfter: false, lastSeenAt: now }, now);
  await announceAgent(tx, changed);
  return { ok: true, agent: changed, from: "now" };
}
