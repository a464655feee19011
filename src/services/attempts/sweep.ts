/**
 * Finds what is due in PostgreSQL and has no job, and reminds again: every queued job can be lost at any moment
 * (invariant 10). Cheap when there is nothing to find; harmless when a job exists, since dedupe ids join them.
 */
import { SECOND_MS } from "../../../campaigns/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";

type Deps = { stores: Stores; clock: Clock; jobQueue: JobQueue; log: Log };

/** A dialer takes a reminder at once; one that stands this long may have been lost. */
const RESERVED_FOR_MS = 3 * SECOND_MS;
const MOST_AT_ONCE = 500;

export function makeSweep(deps: Deps) {
  return async function sweep(): Promise<{ reminded: number; healed: number }> {
    const now = deps.clock.now();
    const waiting = (await deps.stores.attempts.stale("reserved", now - RESERVED_FOR_MS, MOST_AT_ONCE)).filter(
      (attempt) => attempt.kind === "list",
    );
    await deps.jobQueue.remindAll(
      "place-call",
      waiting.map((attempt) => ({ attemptId: attempt.id })),
    );
    const running = await deps.stores.dialing.running();
    await deps.jobQueue.remindAll(
      "fill-hopper",
      running.map((campaign) => ({ campaignId: campaign.id })),
    );
    const healed = await deps.stores.hopper.heal(now);
    if (healed.freed > 0) deps.log.warn(healed, "contacts were held by attempts that are over: freed");
    return { reminded: waiting.length + running.length, healed: healed.freed + healed.unshelved };
  };
}
