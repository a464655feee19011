import type { JobName, JobPayload } from "../jobs/catalog.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";

/**
 * Remind without making the caller depend on it: what the reminder is about is already in PostgreSQL, and the
 * one-second tick and the sweep find it when the job queue is away.
 */
export async function nudge<Name extends JobName>(
  deps: { jobQueue: JobQueue; log: Log },
  name: Name,
  payload: JobPayload<Name>,
): Promise<void> {
  try {
    await deps.jobQueue.remind(name, payload);
  } catch (error) {
    deps.log.warn({ job: name, err: error }, "a reminder was not taken; the sweep will find its subject");
  }
}

/** An agent came free or a call ended: decide anew how many calls to start. */
export const nudgePacing = (deps: { jobQueue: JobQueue; log: Log }): Promise<void> => nudge(deps, "pace-campaigns", {});
