/** A database for one test file: cloned from the migrated template, dropped afterwards. */
import { randomBytes } from "node:crypto";
import { sql, type Kysely } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { makeKysely, makePool } from "../../src/adapters/postgres/pool.ts";
import type { Database } from "../../src/adapters/postgres/schema.ts";
import { makeStores } from "../../src/adapters/postgres/stores.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { onDatabase, runStatement } from "./database-server.ts";
import { eventually } from "./eventually.ts";

export type TestDatabase = AsyncDisposable & { url: string; pool: pg.Pool; db: Kysely<Database>; stores: Stores; empty(): Promise<void> };

/** Disposing it drops the database, and fails when somebody forgot to close a connection to it. */
export async function makeTestDatabase(options: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const server = inject("postgres");
  const name = `callkeeper_test_${randomBytes(6).toString("hex")}`;
  const template = options.migrated === false ? "template1" : server.template;
  await runStatement(server.url, `create database ${name} template ${template}`);
  const url = onDatabase(server.url, name);
  const pool = makePool({ url, applicationName: "test", max: 10 });
  const db = makeKysely(pool);
  return {
    url,
    pool,
    db,
    stores: makeStores(db),
    empty: () => emptyTables(db),
    [Symbol.asyncDispose]: async () => {
      await db.destroy();
      try {
        await refuseLeaks(server.url, name);
      } finally {
        await runStatement(server.url, `drop database if exists ${name} with (force)`);
      }
    },
  };
}

async function refuseLeaks(url: string, database: string): Promise<void> {
  await eventually(async () => {
    const left = await runStatement<{ application_name: string; query: string }>(
      url,
      "select application_name, query from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
      [database],
    );
    const who = left.map((row) => `${row.application_name || "unnamed"}: ${row.query.slice(0, 80)}`).join("; ");
    if (left.length > 0) throw new Error(`${left.length} connections were left open (${who}); expected the test to close them`);
  });
}

async function emptyTables(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations'`.execute(db);
  // DELETE is faster than TRUNCATE for the few rows of a test; replication role leaves out the foreign keys.
  await sql
    .raw(`begin; set local session_replication_role = replica; ${rows.map(({ name }) => `delete from ${name}`).join("; ")}; commit`)
    .execute(db);
}

/**
 * A database for the file, made before its first test and emptied before each test.
 * Use its fields inside tests and hooks only.
 */
export function useTestDatabase(): Omit<TestDatabase, typeof Symbol.asyncDispose> {
  let made: TestDatabase | undefined;
  const opened = (): TestDatabase => {
    if (!made) throw new Error("the test database was used outside a test; expected inside a test or hook");
    return made;
  };
  beforeAll(async () => {
    made = await makeTestDatabase();
  });
  beforeEach(() => opened().empty());
  afterAll(() => made?.[Symbol.asyncDispose]());
  return {
    get url() {
      return opened().url;
    },
    get pool() {
      return opened().pool;
    },
    get db() {
      return opened().db;
    },
    get stores() {
      return opened().stores;
    },
    empty: () => opened().empty(),
  };
}
