/** Applies what is told of agents' conferences: who came in, who left. */

import type { LineState } from "../../../campaigns/agents/agent.ts";
import type { CallEvent } from "../../../campaigns/attempts/call-event.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Agent } from "../../ports/agent-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { loseAgent, loseLine } from "../agents/lose-line.ts";
import { announceAgent, announceAttempt } from "../announce.ts";
import { type Applied, wrapUp } from "./apply-call-event.ts";

type Joined = Extract<CallEvent, { kind: "person-joined" | "person-left" }>;

export async function personJoined(
  tx: Stores,
  joined: Pick<Joined, "attemptId" | "carrierCallId" | "conferenceName">,
  now: Instant,
): Promise<Applied> {
  const attempt = await tx.attempts.lock(joined.attemptId);
  if (!attempt) return "no-such-attempt";
  if (attempt.carrierCallId !== joined.carrierCallId) return "another-call";
  const agent = attempt.agentId ? await tx.agents.lock(attempt.agentId) : undefined;
  if (agent?.conferenceName !== joined.conferenceName || agent.attemptId !== attempt.id) return "ignored";
  const connected = await tx.attempts.move(attempt.id, "connected", now);
  if (!connected) return "ignored";
  await announceAttempt(tx, connected);
  await announceAgent(tx, await tx.agents.change(agent.id, { state: "talking" }, now));
  return "moved";
}

export async function personLeft(tx: Stores, left: Joined, now: Instant): Promise<Applied> {
  const attempt = await tx.attempts.lock(left.attemptId);
  if (!attempt) return "no-such-attempt";
  if (attempt.carrierCallId !== left.carrierCallId) return "another-call";
  if (attempt.state !== "connected") return "ignored";
  const agent = attempt.agentId ? await tx.agents.find(attempt.agentId) : undefined;
  // A late word of a room that they were in before: they talk with somebody else by now.
  if (agent && agent.conferenceName !== left.conferenceName) return "ignored";
  return wrapUp(tx, attempt, now);
}

export async function agentJoined(
  tx: Stores,
  joined: { agentId: string; carrierCallId: string; conferenceId: string | null },
  now: Instant,
): Promise<Applied> {
  const agent = await tx.agents.lock(joined.agentId);
  if (!agent) return "no-such-attempt";
  // A late word of a leg that has been replaced or has ended must not park the agent.
  if (agent.lineCallId !== joined.carrierCallId) return "another-call";
  if (agent.lineState === "parked") return "ignored";
  await announceAgent(tx, await tx.agents.change(agent.id, { lineState: "parked", conferenceSid: joined.conferenceId }, now));
  return "moved";
}

/** `onlyWhile`: not if the line has come up since this was decided. */
type AgentLeft = { agentId: string; carrierCallId: string | null; onlyWhile?: LineState };

/** The agent's leg is gone. Locks the attempt before the agent, as everyone does. */
export async function agentLeft(tx: Stores, left: AgentLeft, now: Instant): Promise<Applied> {
  const seen = await tx.agents.find(left.agentId);
  if (!seen || (left.carrierCallId && seen.lineCallId !== left.carrierCallId) || seen.lineState === "none") return "ignored";
  const attempt = seen.attemptId ? await tx.attempts.lock(seen.attemptId) : undefined;
  const agent = (await tx.agents.lock(left.agentId)) as Agent;
  if (agent.lineCallId !== seen.lineCallId || (left.onlyWhile && agent.lineState !== left.onlyWhile)) return "ignored";
  if (attempt?.state === "answered" && attempt.agentId === agent.id) await loseAgent(tx, attempt, now);
  else if (agent.state === "reserved") {
    // A preview that was not dialed yet: the agent keeps the contact in sight until the reaper lets it go.
    await announceAgent(tx, await tx.agents.change(agent.id, { lineState: "none", lineCallId: null, conferenceSid: null }, now));
  } else await loseLine(tx, agent, now);
  return "moved";
}
