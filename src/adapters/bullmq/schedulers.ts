import { type JobName, JOBS } from "../../jobs/catalog.ts";
import type { QueueBackend } from "./backend.ts";
import { mannersOf } from "./job-queue.ts";

export const everyMsOf = (name: JobName): number | undefined => (JOBS[name] as { everyMs?: number }).everyMs;

/** A schedule whose next run is this long overdue has lost its job. */
const OVERDUE_MS = 10_000;

/**
 * Makes sure that these jobs run at their intervals. Does nothing for a schedule that is as it should be:
 * writing it anew would put off its next run each time. Safe to call from many processes, again and again.
 */
export async function upsertSchedulers(backend: QueueBackend, names: readonly JobName[]): Promise<JobName[]> {
  const mended: JobName[] = [];
  for (const name of names) {
    const every = everyMsOf(name);
    if (every === undefined) continue;
    const queue = backend.queueOf(name);
    const found = await queue.getJobScheduler(name);
    const isSound = found?.every === every && (found.next ?? 0) > Date.now() - OVERDUE_MS - every;
    if (isSound) continue;
    const { attempts, backoff, removeOnComplete, removeOnFail } = mannersOf(name);
    await queue.upsertJobScheduler(name, { every }, { name, data: {}, opts: { attempts, backoff, removeOnComplete, removeOnFail } });
    mended.push(name);
  }
  return mended;
}
