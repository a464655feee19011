/** Every reservation is released, by an event or here (invariants 3 and 4). */
import { type Instant, SECOND_MS } from "../../../campaigns/instant.ts";
import type { Agent } from "../../ports/agent-store.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAgent } from "../announce.ts";
import { agentJoined, agentLeft } from "../calls/apply-conference-event.ts";
import { nudgePacing } from "../nudge.ts";
import { freeAgent } from "./free-agent.ts";

type Deps = { stores: Stores; clock: Clock; carrier: Carrier; jobQueue: JobQueue; log: Log };

/** A line that was asked for and never came up. */
const CONNECTING_FOR_MS = 60 * SECOND_MS;
/** A leg that is up joins its conference within a second; then the word of it may have been lost. */
const JOINING_FOR_MS = 5 * SECOND_MS;
/** Screens and programs of agents are heard of at least this often, or their agent takes no calls. */
const SILENT_FOR_MS = 90 * SECOND_MS;
/** How long a parked line is believed without a look at the carrier. */
const LINE_CHECK_MS = 30 * SECOND_MS;
/** An agent who comes on shift parks the line first; one whose shift is over leaves it up, and it costs. */
const OFFLINE_LINE_MS = 120 * SECOND_MS;
/** Lines looked at in one go: each costs requests to the carrier. */
const MOST_LINES = 5;

/** When each line was looked at last, by agent: a few at a time, in turn. */
type Looked = Map<string, Instant>;

export function makeReapAgents(deps: Deps) {
  const looked: Looked = new Map();
  return async function reapAgents(): Promise<number> {
    const now = deps.clock.now();
    const reaped =
      (await freeHeld(deps, now)) +
      (await dropStaleLines(deps, now)) +
      (await sendSilentOnBreak(deps, now)) +
      (await checkConnecting(deps, looked, now)) +
      (await checkParked(deps, looked, now));
    if (reaped > 0) await nudgePacing(deps);
    return reaped;
  };
}

async function freeHeld(deps: Deps, now: Instant): Promise<number> {
  const held = await deps.stores.agents.heldByNothing();
  for (const { id: agentId, attemptId } of held) {
    if (!attemptId) continue;
    await deps.stores.transaction((tx) => freeAgent(tx, { agentId, attemptId, now }));
    deps.log.warn({ agentId, attemptId }, "an agent was held by an attempt that is over: freed");
  }
  return held.length;
}

async function dropStaleLines(deps: Deps, now: Instant): Promise<number> {
  const stale = await deps.stores.agents.staleLines(now - CONNECTING_FOR_MS);
  for (const { id: agentId, lineCallId } of stale)
    await deps.stores.transaction((tx) => agentLeft(tx, { agentId, carrierCallId: lineCallId, onlyWhile: "connecting" }, now));
  return stale.length;
}

async function sendSilentOnBreak(deps: Deps, now: Instant): Promise<number> {
  const silent = await deps.stores.agents.silentSince(now - SILENT_FOR_MS);
  for (const { id } of silent) {
    await deps.stores.transaction(async (tx) => {
      const agent = await tx.agents.lock(id);
      if (agent?.state === "available")
        await announceAgent(tx, await tx.agents.change(id, { state: "on-break", pauseReason: "away" }, now));
    });
  }
  return silent.length;
}

/** The few agents of whom the carrier has not been asked for the longest time. */
function turn(agents: readonly Agent[], looked: Looked, before: Instant): Agent[] {
  const since = (agent: Agent): Instant => Math.max(looked.get(agent.id) ?? 0, agent.lineSince ?? 0);
  return agents
    .filter((agent) => since(agent) <= before)
    .sort((one, other) => since(one) - since(other))
    .slice(0, MOST_LINES);
}

/** The carrier that cannot be asked about one line changes nothing, and does not keep the others from their turn. */
async function attend(deps: Deps, agent: Agent, look: () => Promise<boolean>): Promise<number> {
  try {
    return (await look()) ? 1 : 0;
  } catch (error) {
    deps.log.warn({ agentId: agent.id, err: error }, "the carrier could not be asked about an agent's line");
    return 0;
  }
}

/** The leg may stand in its conference, and the word of it was lost: then it is parked all the same. */
async function checkConnecting(deps: Deps, looked: Looked, now: Instant): Promise<number> {
  let parked = 0;
  for (const agent of turn(await deps.stores.agents.staleLines(now - JOINING_FOR_MS), looked, now - JOINING_FOR_MS)) {
    const carrierCallId = agent.lineCallId;
    if (!carrierCallId) continue;
    looked.set(agent.id, now);
    parked += await attend(deps, agent, async () => {
      const present = await deps.carrier.participants(agent.conferenceName);
      if (!present.some((participant) => participant.carrierCallId === carrierCallId)) return false;
      await deps.stores.transaction((tx) => agentJoined(tx, { agentId: agent.id, carrierCallId, conferenceId: null }, now));
      return true;
    });
  }
  return parked;
}

const isForgotten = (agent: Agent, now: Instant): boolean =>
  agent.state === "offline" && Math.max(agent.stateSince, agent.lineSince ?? 0) <= now - OFFLINE_LINE_MS;

/** A leg may have died without a word reaching us, or be left up after the shift: then it is ended. */
async function checkParked(deps: Deps, looked: Looked, now: Instant): Promise<number> {
  const parked = (await deps.stores.agents.all()).filter((agent) => agent.lineState === "parked" && agent.state !== "talking");
  let lost = 0;
  for (const agent of turn(parked, looked, now - LINE_CHECK_MS)) {
    looked.set(agent.id, now);
    lost += await attend(deps, agent, async () => {
      const call = agent.lineCallId ? await deps.carrier.findCall(agent.lineCallId) : undefined;
      if (call?.status === "answered" && !isForgotten(agent, now)) return false;
      if (call?.status === "answered") await deps.carrier.hangUp(call.carrierCallId);
      await deps.stores.transaction((tx) => agentLeft(tx, { agentId: agent.id, carrierCallId: agent.lineCallId }, now));
      return true;
    });
  }
  return lost;
}
