/** Every reservation is released, by an event or here (invariants 3 and 4). */
import { SECOND_MS } from "../../../campaigns/instant.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAgent } from "../announce.ts";
import { agentLeft } from "../calls/apply-conference-event.ts";
import { nudgePacing } from "../nudge.ts";
import { freeAgent } from "./free-agent.ts";
import { loseLine } from "./lose-line.ts";

type Deps = { stores: Stores; clock: Clock; carrier: Carrier; jobQueue: JobQueue; log: Log };

/** A line that was asked for and never came up. */
const CONNECTING_FOR_MS = 60 * SECOND_MS;
/** Screens and programs of agents are heard of at least this often, or their agent takes no calls. */
const SILENT_FOR_MS = 90 * SECOND_MS;

export function makeReapAgents(deps: Deps) {
  const checkedAt = new Map<string, number>();
  return async function reapAgents(): Promise<number> {
    const now = deps.clock.now();
    let reaped = 0;
    for (const agent of await deps.stores.agents.heldByNothing()) {
      const attemptId = agent.attemptId;
      if (!attemptId) continue;
      await deps.stores.transaction((tx) => freeAgent(tx, { agentId: agent.id, attemptId, now }));
      deps.log.warn({ agentId: agent.id, attemptId }, "an agent was held by an attempt that is over: freed");
      reaped++;
    }
    for (const { id } of await deps.stores.agents.staleLines(now - CONNECTING_FOR_MS)) {
      await deps.stores.transaction(async (tx) => {
        const agent = await tx.agents.lock(id);
        if (agent?.lineState === "connecting") await loseLine(tx, agent, now);
      });
      reaped++;
    }
    for (const { id } of await deps.stores.agents.silentSince(now - SILENT_FOR_MS)) {
      await deps.stores.transaction(async (tx) => {
        const agent = await tx.agents.lock(id);
        if (agent?.state === "available")
          await announceAgent(tx, await tx.agents.change(id, { state: "on-break", pauseReason: "away" }, now));
      });
    }
    reaped += await checkLines(deps, checkedAt, now);
    if (reaped > 0) await nudgePacing(deps);
    return reaped;
  };
}

/** How long a parked line is believed without a look at the carrier. */
const LINE_CHECK_MS = 30 * SECOND_MS;

/** A leg may have died without a word reaching us; a few lines are looked at each time. */
async function checkLines(deps: Deps, checkedAt: Map<string, number>, now: number): Promise<number> {
  const parked = (await deps.stores.agents.all()).filter((agent) => agent.lineState === "parked" && agent.state !== "talking");
  const due = parked.filter((agent) => (checkedAt.get(agent.id) ?? agent.lineSince ?? 0) < now - LINE_CHECK_MS).slice(0, 5);
  let lost = 0;
  for (const agent of due) {
    checkedAt.set(agent.id, now);
    const call = agent.lineCallId ? await deps.carrier.findCall(agent.lineCallId) : undefined;
    if (call?.status === "answered") continue;
    await deps.stores.transaction((tx) => agentLeft(tx, { agentId: agent.id, carrierCallId: agent.lineCallId }, now));
    lost++;
  }
  return lost;
}
