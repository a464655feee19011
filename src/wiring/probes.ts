/** What the health addresses and the metrics ask of the stores. */
import type pg from "pg";
import type { QueueBackend } from "../adapters/bullmq/backend.ts";
import { readMigrations } from "../adapters/postgres/migrate.ts";
import { type JobName, JOBS } from "../jobs/catalog.ts";

const NAMES = Object.keys(JOBS) as JobName[];
const yes = (asked: Promise<boolean>): Promise<boolean> => asked.catch(() => false);

export function makeProbes({ pool, backend }: { pool: pg.Pool; backend: QueueBackend }) {
  return {
    /** Jobs by name and state. */
    async countJobs(): Promise<Record<string, Record<string, number>>> {
      const counts = await Promise.all(NAMES.map(async (name) => [name, await backend.queueOf(name).getJobCounts()] as const));
      return Object.fromEntries(counts);
    },
    async checkReady(): Promise<{ database: boolean; migrations: boolean; jobQueue: boolean }> {
      const [database, migrations, jobQueue] = await Promise.all([
        yes(pool.query("select 1").then(() => true)),
        yes(
          pool.query("select count(*)::int as count from schema_migrations").then(({ rows }) => rows[0].count === readMigrations().length),
        ),
        yes(
          backend
            .queueOf("sweep")
            .getJobCounts("waiting")
            .then(() => true),
        ),
      ]);
      return { database, migrations, jobQueue };
    },
  };
}
