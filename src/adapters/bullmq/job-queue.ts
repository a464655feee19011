import { setTimeout as pause } from "node:timers/promises";
import type { JobsOptions } from "bullmq";
import { type JobName, type JobPayload, JOBS } from "../../jobs/catalog.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { QueueBackend } from "./backend.ts";
import { payloadRefused } from "./errors.ts";

const FAILED_KEPT = 1_000;

/** How a job of this name is tried again and forgotten. Nothing reads finished jobs, so none are kept. */
export const mannersOf = (name: JobName): JobsOptions => ({
  attempts: JOBS[name].attempts,
  backoff: { type: "exponential", delay: JOBS[name].backoffMs, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: { count: FAILED_KEPT },
});

/** The payload as the catalog shapes it. Throws `job-payload-refused`. */
export function parsePayload<Name extends JobName>(name: Name, payload: unknown): JobPayload<Name> {
  const parsed = JOBS[name].payload.safeParse(payload);
  if (!parsed.success) throw payloadRefused(name, payload, parsed.error);
  return parsed.data as JobPayload<Name>;
}

/**
 * One job for one subject and one moment. While it waits, a further reminder is the same job. While it runs,
 * a further reminder is kept and runs after it, because the subject may have changed since it was read.
 * A reminder for another moment is another job: an earlier one must not wait for a later one.
 */
function optionsFor<Name extends JobName>(name: Name, payload: JobPayload<Name>, delayMs: number): JobsOptions {
  const subject = (JOBS[name].dedupeId as (payload: JobPayload<Name>) => string)(payload);
  const id = delayMs > 0 ? `${subject}-at-${Math.round((Date.now() + delayMs) / 1_000)}` : subject;
  return { ...mannersOf(name), delay: delayMs, deduplication: { id, keepLastIfActive: true } };
}

/** Rejects within seconds when the job store is away; nothing is lost by that, see the sweep. */
export function makeJobQueue(backend: QueueBackend): JobQueue {
  return {
    remind: async (name, payload, options = {}) => {
      const parsed = parsePayload(name, payload);
      const jobOptions = optionsFor(name, parsed, Math.max(0, options.delayMs ?? 0));
      await pastDeadlocks(() => backend.queueOf(name).add(name, parsed, jobOptions));
    },
    remindAll: async (name, payloads) => {
      const jobs = payloads.map((payload) => {
        const data = parsePayload(name, payload);
        return { name, data, opts: optionsFor(name, data, 0) };
      });
      if (jobs.length > 0) await pastDeadlocks(() => backend.queueOf(name).addBulk(jobs));
    },
  };
}

/** PostgreSQL states deadlock_detected and serialization_failure: nothing was written. */
const UNDONE = new Set(["40P01", "40001"]);

async function pastDeadlocks<T>(add: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await add();
    } catch (error) {
      if (tries === 5 || !UNDONE.has((error as { code?: string }).code ?? "")) throw error;
      await pause(tries * 10 * (1 + Math.random()));
    }
  }
}
