/** The only file that knows every brand: joins the ports to what stands behind them. */
import { setTimeout as pause } from "node:timers/promises";
import { openQueueBackend } from "./adapters/bullmq/backend.ts";
import { makeJobQueue } from "./adapters/bullmq/job-queue.ts";
import { runJobs } from "./adapters/bullmq/job-runner.ts";
import { migrate } from "./adapters/postgres/migrate.ts";
import { makeKysely, makePool } from "./adapters/postgres/pool.ts";
import { makeStores } from "./adapters/postgres/stores.ts";
import { systemClock } from "./adapters/system/clock.ts";
import { systemIds } from "./adapters/system/ids.ts";
import { readTwilioEvent } from "./adapters/twilio/call-events.ts";
import { makeTwilioCarrier } from "./adapters/twilio/carrier.ts";
import type { Config } from "./config/config.ts";
import type { JobHandlers, JobRunner } from "./ports/job-runner.ts";
import type { Log } from "./ports/log.ts";
import { makeForbidWithin } from "./services/consent/withdraw-consent.ts";
import { makeDialing } from "./services/dialing.ts";
import { makeServices } from "./wiring/make-services.ts";
import { makeProbes } from "./wiring/probes.ts";

export type { JobHandlers };

export type ProcessName = "server" | "workers" | "cli";

/** Connections to PostgreSQL for each kind of process: what it does at the same time, and a few more. */
const CONNECTIONS: Readonly<Record<ProcessName, number>> = { server: 16, workers: 16, cli: 4 };

export type Callkeeper = Awaited<ReturnType<typeof makeCallkeeper>>;

type Options = { config: Config; processName: ProcessName; log: Log };

/** Migrates the database, opens the job store and joins everything. Dispose it to let everything go. */
export async function makeCallkeeper(options: Options) {
  const { config, log } = options;
  const { pool, db, stores } = await openDatabase(options);
  const backend = await openQueueBackend({ redisUrl: config.redis?.url ?? null, databaseUrl: config.database.url, log });
  const jobQueue = makeJobQueue(backend);
  const carrier = makeTwilioCarrier({ config: config.carrier, publicBaseUrl: config.http.publicBaseUrl, clock: systemClock });
  const base = {
    stores,
    clock: systemClock,
    ids: systemIds,
    log,
    jobQueue,
    carrier,
    placePolicy: config.place,
    retentionYears: config.records.retentionYears,
  };
  const dialing = makeDialing({
    ...base,
    pause: (ms) => pause(ms),
    readEvent: readTwilioEvent,
    forbid: makeForbidWithin(base),
    requestTimeoutMs: config.carrier.requestTimeoutMs,
    unknownDeadlineMs: config.dialing.unknownDeadlineSeconds * 1_000,
  });
  return {
    ...base,
    config,
    pool,
    db,
    backend,
    dialing,
    services: makeServices(base, dialing),
    ...makeProbes({ pool, backend }),
    runJobs: (handlers: JobHandlers): Promise<JobRunner> => runJobs({ backend, handlers, log }),
    [Symbol.asyncDispose]: () => backend[Symbol.asyncDispose]().then(() => db.destroy()),
  };
}

async function openDatabase({ config, processName, log }: Options) {
  const onWait = (error: unknown): void => log.warn({ err: error }, "the database did not answer; it is tried again");
  await migrate({ url: config.database.url, onWait });
  const pool = makePool({
    url: config.database.url,
    applicationName: `callkeeper-${processName}`,
    max: CONNECTIONS[processName],
    onError: (error) => log.warn({ err: error }, "a database connection was lost; it is replaced"),
  });
  const db = makeKysely(pool);
  const stores = makeStores(db);
  // A command must not change the limits of those who dial: its settings may be others.
  if (processName !== "cli") await stores.carrierLimits.configure(config.carrier);
  return { pool, db, stores };
}
