import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openQueueBackend } from "../../../src/adapters/bullmq/backend.ts";
import { runJobs } from "../../../src/adapters/bullmq/job-runner.ts";
import { eventually } from "../../support/eventually.ts";
import { keptLog } from "../../support/log.ts";
import { useTestDatabase } from "../../support/test-database.ts";
import { testJobQueue } from "./contract.ts";

const house = useTestDatabase();

testJobQueue("postgres", () => ({
  redisUrl: null,
  databaseUrl: house.url,
  interrupt: async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      house.db,
    );
  },
}));

describe("a job store in postgres", () => {
  const log = keptLog();
  const open = () => openQueueBackend({ redisUrl: null, databaseUrl: house.url, log });

  test("is made by three processes that start at the same moment", async () => {
    await sql`drop schema if exists bullmq cascade`.execute(house.db);
    const backends = await Promise.all([open(), open(), open()]);
    for (const backend of backends) expect(await backend.queueOf("sweep").getJobCountByTypes("waiting")).toBe(0);
    await Promise.all(backends.map((backend) => backend[Symbol.asyncDispose]()));
  });

  test("is made anew while workers run when its schema was dropped", async () => {
    await using backend = await open();
    let ticks = 0;
    await using runner = await runJobs({
      backend,
      log,
      mendEveryMs: 300,
      handlers: { "reap-attempts": { handle: async () => ticks++, concurrency: 1 } },
    });
    await eventually(() => ticks > 0);
    await sql`drop schema bullmq cascade`.execute(house.db);
    const ticksThen = ticks;
    await eventually(() => ticks >= ticksThen + 2, { withinMs: 15_000 });
    expect(runner.isRunning()).toBe(true);
  });

  test("is made anew when every table of it was emptied, the list of its migrations as well", async () => {
    await (await open())[Symbol.asyncDispose]();
    await sql`truncate bullmq.migration`.execute(house.db);
    await using backend = await open();
    expect(await backend.queueOf("sweep").getJobCountByTypes("waiting")).toBe(0);
  });

  test("takes one connection for each job name of a worker, within the limit it was given", async () => {
    await using backend = await openQueueBackend({ redisUrl: null, databaseUrl: house.url, log, connections: 6 });
    const handle = async () => undefined;
    await using _runner = await runJobs({
      backend,
      log,
      handlers: {
        sweep: { handle, concurrency: 1 },
        "reap-attempts": { handle, concurrency: 1 },
        "keep-house": { handle, concurrency: 1 },
      },
    });
    const { rows } = await sql<{ count: string }>`
      select count(*) from pg_stat_activity where datname = current_database() and application_name in ('sweep', 'reap-attempts', 'keep-house', 'callkeeper queue')`.execute(
      house.db,
    );
    expect(Number(rows[0]?.count)).toBeGreaterThanOrEqual(3);
    expect(Number(rows[0]?.count)).toBeLessThanOrEqual(6);
  });
});
