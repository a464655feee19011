/** A worker process for the contract: takes a job, says so, and never ends it. */
import { openQueueBackend } from "../../../src/adapters/bullmq/backend.ts";
import { runJobs } from "../../../src/adapters/bullmq/job-runner.ts";
import { keptLog } from "../../support/log.ts";

const [databaseUrl = "", redisUrl = "", lostAfterMs = "1500"] = process.argv.slice(2);
const log = keptLog();
const backend = await openQueueBackend({ databaseUrl, redisUrl: redisUrl || null, log });
const handle = () =>
  new Promise<void>(() => {
    process.stdout.write("in hand\n");
  });
await runJobs({ backend, log, lostAfterMs: Number(lostAfterMs), handlers: { "place-call": { handle, concurrency: 1 } } });
