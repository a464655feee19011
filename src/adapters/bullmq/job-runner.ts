/** Runs jobs with the handlers it is given: one BullMQ worker for each job name. The one place that maps errors to retries. */
import { setTimeout as pause } from "node:timers/promises";
import { type Job, UnrecoverableError, type Worker } from "bullmq";
import { type JobName, JOBS } from "../../jobs/catalog.ts";
import type { JobContext, JobHandlers, JobRunner } from "../../ports/job-runner.ts";
import type { Log } from "../../ports/log.ts";
import type { QueueBackend } from "./backend.ts";
import { parsePayload } from "./job-queue.ts";
import { upsertSchedulers } from "./schedulers.ts";

export type RunOptions = {
  backend: QueueBackend;
  handlers: JobHandlers;
  log: Log;
  /** How long a stop waits for jobs in hand, in milliseconds. Default 20,000. */
  drainWithinMs?: number;
  /** A job whose worker was not heard of for this long is given to another, in milliseconds. Default 15,000. */
  lostAfterMs?: number;
  /** How often schedules are looked at and mended, in milliseconds. Default 5,000. */
  mendEveryMs?: number;
};
type Handle = (payload: unknown, context: JobContext) => Promise<unknown>;

/** Starts the workers; resolves when all of them take jobs. */
export async function runJobs(options: RunOptions): Promise<JobRunner> {
  const { backend, handlers, log } = options;
  const names = (Object.keys(handlers) as JobName[]).filter((name) => handlers[name]);
  const giveUp = new AbortController();
  const workers = names.map((name) => startWorker(name, { ...options, signal: giveUp.signal }));
  try {
    await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  } catch (error) {
    await Promise.allSettled(workers.map((worker) => worker.close(true)));
    throw error;
  }
  const mending = await mendSchedulers(options, names);
  log.info({ jobs: names, store: backend.kind }, "workers take jobs");
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await mending[Symbol.asyncDispose]();
    const drained = Promise.all(workers.map((worker) => worker.close()));
    const late = new AbortController();
    const inTime = await Promise.race([
      drained.then(() => true),
      pause(options.drainWithinMs ?? 20_000, false, { signal: late.signal }).catch(() => false),
    ]);
    late.abort();
    if (!inTime) {
      log.warn({ jobs: names }, "jobs in hand did not end in time; they will be run again by another worker");
      giveUp.abort();
      drained.catch(() => undefined);
    }
  };
  return {
    names,
    isRunning: () => workers.every((worker) => worker.isRunning()),
    [Symbol.asyncDispose]: () => (stopped ??= stop()),
  };
}

function startWorker(name: JobName, options: RunOptions & { signal: AbortSignal }): Worker {
  const { backend, log } = options;
  const { handle, concurrency } = options.handlers[name] as { handle: Handle; concurrency: number };
  const lostAfterMs = options.lostAfterMs ?? 15_000;
  const worker = backend.makeWorker(name, (job) => runOnce(name, job, { handle, signal: options.signal }), {
    concurrency,
    lockDuration: lostAfterMs,
    stalledInterval: Math.ceil(lostAfterMs / 3),
    // A job that ended the process twice is not given a third.
    maxStalledCount: 2,
    drainDelay: 5,
    // Left to itself BullMQ waits 15 s after a lost connection.
    runRetryDelay: 1_000,
  });
  worker.on("failed", (job, error) => tellFailure({ name, job, error, log }));
  worker.on("stalled", (jobId) => log.warn({ job: name, jobId }, "a worker was lost with this job in hand; it is run again"));
  return worker;
}

async function runOnce(name: JobName, job: Job, running: { handle: Handle; signal: AbortSignal }): Promise<void> {
  try {
    const payload = parsePayload(name, job.data);
    await running.handle(payload, { jobId: job.id ?? "", run: job.attemptsMade + 1, signal: running.signal });
  } catch (error) {
    if ((error as { retry?: boolean } | null)?.retry !== false) throw error;
    throw Object.assign(new UnrecoverableError(error instanceof Error ? error.message : String(error)), { cause: error });
  }
}

function tellFailure(failure: { name: JobName; job: Job | undefined; error: Error; log: Log }): void {
  const { name, job, error, log } = failure;
  const run = job?.attemptsMade ?? 0;
  const isOver = error instanceof UnrecoverableError || run >= JOBS[name].attempts;
  const fields = { job: name, jobId: job?.id, run, err: error.cause ?? error };
  if (isOver) log.error(fields, "a job was given up; the sweep reminds again if its subject is still due");
  else log.warn(fields, "a job failed and will be tried again");
}

/** Schedules live in a store that may lose everything, so they are looked at all the time. */
async function mendSchedulers(options: RunOptions, names: readonly JobName[]): Promise<AsyncDisposable> {
  const { backend, log } = options;
  const stopping = new AbortController();
  const mend = async () => {
    try {
      const mended = await upsertSchedulers(backend, names);
      if (mended.length > 0) log.info({ jobs: mended }, "schedules were set");
    } catch (error) {
      log.warn({ err: error }, "schedules could not be looked at");
      await backend.restore().catch(() => undefined);
    }
  };
  await mend();
  const whole = (async () => {
    while (!stopping.signal.aborted) {
      await pause(options.mendEveryMs ?? 5_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) await mend();
    }
  })();
  return {
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await whole;
    },
  };
}
