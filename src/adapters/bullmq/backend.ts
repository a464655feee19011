/**
 * Where BullMQ keeps its jobs: Redis (or Valkey) when there is a REDIS_URL, else the same PostgreSQL that
 * remembers everything. Nothing else in the program knows which. All of it may be lost at any moment.
 */
import { setTimeout as pause } from "node:timers/promises";
import { type BackendFactory, type IQueueBackend, Queue, type QueueOptions, Worker, type WorkerOptions } from "bullmq";
import type { Processor } from "bullmq";
import { type JobName, JOBS } from "../../jobs/catalog.ts";
import type { Log } from "../../ports/log.ts";
import { JobFault } from "./errors.ts";
import { connectPostgres } from "./postgres-connection.ts";
import { connectRedis } from "./redis-connection.ts";

export type BackendOptions = {
  /** Null: jobs are kept in `databaseUrl`. */
  redisUrl: string | null;
  databaseUrl: string;
  /** Most connections to PostgreSQL at once. A worker pins one for each job name. */
  connections?: number;
  log: Log;
  /** How long to wait for a store that is not there yet, in milliseconds. Default 30,000. */
  waitMs?: number;
};

/** What the two kinds of store have to offer. */
export type Connection = {
  kind: "redis" | "postgres";
  forQueues: unknown;
  forWorkers: unknown;
  prefix?: string;
  factory?: BackendFactory<IQueueBackend, unknown>;
  /** Rejects while the store cannot be used; makes what BullMQ needs there. */
  prepare(): Promise<void>;
  forgetEverything(): Promise<void>;
  close(): Promise<void>;
};

export type QueueBackend = AsyncDisposable & {
  kind: "redis" | "postgres";
  queueOf(name: JobName): Queue;
  makeWorker(name: JobName, processor: Processor, options: Omit<WorkerOptions, "connection">): Worker;
  /** Makes anew what BullMQ needs in the store when it is gone (a dropped schema). */
  restore(): Promise<void>;
  /** Throws away every job and schedule, as FLUSHALL would. The sweep and the schedulers heal it. */
  forgetEverything(): Promise<void>;
};

const TRY_EVERY_MS = 500;

/** Opens the store, waiting for it when it is not there yet. Throws `job-store-unreachable`. */
export async function openQueueBackend(options: BackendOptions): Promise<QueueBackend> {
  const complain = throttled((error) => options.log.warn({ err: error }, "the job store did not answer; it is tried again"));
  const connection = options.redisUrl
    ? connectRedis(options.redisUrl, complain)
    : connectPostgres({ url: options.databaseUrl, connections: options.connections ?? 24, onError: complain });
  await prepare(connection, options, complain);
  const queues = await openQueues(connection, complain);
  return {
    kind: connection.kind,
    queueOf: (name) => queues[name],
    makeWorker: (name, processor, workerOptions) => {
      const worker = makeWorker({ name, processor, options: workerOptions }, connection);
      worker.on("error", complain);
      return worker;
    },
    restore: () => connection.prepare(),
    forgetEverything: () => connection.forgetEverything(),
    [Symbol.asyncDispose]: async () => {
      await Promise.allSettled(Object.values(queues).map((queue) => queue.close()));
      await connection.close();
    },
  };
}

/** All at once while the store is known to answer: a queue made during an outage would stay unusable after it. */
async function openQueues(connection: Connection, complain: (error: unknown) => void): Promise<Record<JobName, Queue>> {
  const names = Object.keys(JOBS) as JobName[];
  const queues = names.map((name) => {
    const queue = makeQueue(name, connection);
    queue.on("error", complain);
    return queue;
  });
  await Promise.all(queues.map((queue) => queue.waitUntilReady()));
  return Object.fromEntries(queues.map((queue) => [queue.name, queue])) as Record<JobName, Queue>;
}

async function prepare(connection: Connection, options: BackendOptions, complain: (error: unknown) => void): Promise<void> {
  const giveUpAt = performance.now() + (options.waitMs ?? 30_000);
  for (;;) {
    try {
      await connection.prepare();
      return;
    } catch (cause) {
      if (performance.now() > giveUpAt) {
        await connection.close().catch(() => undefined);
        const setting = options.redisUrl ? "REDIS_URL" : "DATABASE_URL";
        const said = (cause as Error).message || (cause as { code?: string }).code;
        throw new JobFault("job-store-unreachable", `${setting}: found no way in (${said}); expected a store for jobs that answers`, {
          cause,
          retry: true,
        });
      }
      complain(cause);
      await pause(TRY_EVERY_MS);
    }
  }
}

const shared = (connection: Connection): { prefix?: string } => (connection.prefix ? { prefix: connection.prefix } : {});

// BullMQ's types differ by backend; which one is in use is known here only.
function makeQueue(name: string, connection: Connection): Queue {
  const options = { ...shared(connection), connection: connection.forQueues } as QueueOptions;
  return connection.factory
    ? (new Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, unknown>(
        name,
        options,
        connection.factory,
      ) as unknown as Queue)
    : new Queue(name, options);
}

function makeWorker(
  wanted: { name: string; processor: Processor; options: Omit<WorkerOptions, "connection"> },
  connection: Connection,
): Worker {
  const options = { ...shared(connection), ...wanted.options, connection: connection.forWorkers } as WorkerOptions;
  return connection.factory
    ? new Worker(wanted.name, wanted.processor, options, connection.factory as never)
    : new Worker(wanted.name, wanted.processor, options);
}

const SAME_FOR_MS = 5_000;
/** An outage makes each queue and worker complain several times a second; each complaint is told once in five seconds. */
function throttled(tell: (error: unknown) => void): (error: unknown) => void {
  const told = new Map<string, number>();
  return (error) => {
    const what = error instanceof Error ? error.message : String(error);
    const now = performance.now();
    if (now - (told.get(what) ?? Number.NEGATIVE_INFINITY) < SAME_FOR_MS) return;
    if (told.size > 100) told.clear();
    told.set(what, now);
    tell(error);
  };
}
