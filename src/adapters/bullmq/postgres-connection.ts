import { setTimeout as pause } from "node:timers/promises";
import { createPostgresBackend, runMigrations } from "bullmq";
import pg from "pg";
import type { Connection } from "./backend.ts";

/** BullMQ's own schema, beside ours in the same database. */
const SCHEMA = "bullmq";
/** Any constant serves as long as it never changes. */
const MIGRATION_LOCK = "4846791580151138";
/** Which of BullMQ's migrations were applied; the one table that is not jobs. */
const LEDGER = "migration";
/** PostgreSQL states duplicate_table, duplicate_object, duplicate_function. */
const ALREADY_THERE = new Set(["42P07", "42710", "42723"]);

/**
 * One pool for all queues and workers: pools of their own took up to 72 connections for six of each.
 * A commit does not wait for the disk, as every job may be lost.
 */
export function connectPostgres(options: { url: string; connections: number; onError: (error: unknown) => void }): Connection {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: "callkeeper queue",
    max: options.connections,
    options: `-c search_path=${SCHEMA},public -c synchronous_commit=off`,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  });
  // Each queue and each worker adds a listener.
  pool.setMaxListeners(0);
  pool.on("error", options.onError);
  const clients = new Set<pg.PoolClient>();
  pool.on("remove", (client) => clients.delete(client));
  pool.on("connect", (client) => {
    clients.add(client);
    client.setMaxListeners(0);
    client.on("error", () => undefined);
  });
  return {
    kind: "postgres",
    forQueues: pool,
    forWorkers: pool,
    factory: createPostgresBackend as unknown as NonNullable<Connection["factory"]>,
    prepare: () => prepare(pool),
    forgetEverything: () => truncateAll(pool),
    close: () => endWithin(pool, clients),
  };
}

const END_WITHIN_MS = 3_000;
/** A worker whose job would not end keeps its connection for good; it is ended under it. */
async function endWithin(pool: pg.Pool, clients: ReadonlySet<pg.PoolClient>): Promise<void> {
  const inTime = new AbortController();
  const late = pause(END_WITHIN_MS, undefined, { signal: inTime.signal })
    .then(() => Promise.allSettled([...clients].map((client) => client.end())))
    .catch(() => undefined);
  await Promise.race([pool.end(), late]);
  inTime.abort();
}

async function prepare(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrateOrStartAnew(client);
  } finally {
    // Ends the session, and the lock with it.
    client.release(true);
  }
}

/** Tables without the ledger that belongs to them: somebody emptied the whole schema. Nothing in it is worth mending. */
async function migrateOrStartAnew(client: pg.PoolClient): Promise<void> {
  try {
    await runMigrations(client, SCHEMA);
  } catch (error) {
    if (!ALREADY_THERE.has((error as { code?: string }).code ?? "")) throw error;
    await client.query(`drop schema ${SCHEMA} cascade`);
    await runMigrations(client, SCHEMA);
  }
}

/** Workers at work lock rows in an order of their own, so this may be chosen as the victim of a deadlock. */
async function truncateAll(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname = $1 and tablename <> $2",
    [SCHEMA, LEDGER],
  );
  for (let tries = 1; ; tries++) {
    try {
      await pool.query(`truncate ${rows.map(({ name }) => name).join(", ")}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "40P01" || tries === 10) throw error;
      await pause(20 * tries);
    }
  }
}
