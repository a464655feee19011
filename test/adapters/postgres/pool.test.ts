import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../../src/adapters/postgres/embedded.ts";
import { makeKysely, makePool } from "../../../src/adapters/postgres/pool.ts";
import { inTransaction } from "../../../src/adapters/postgres/transaction.ts";
import { eventually } from "../../support/eventually.ts";
import { whenWeAreGone } from "../../support/guard.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();

describe("what is read from PostgreSQL", () => {
  test("an instant is a number of milliseconds, and forever is infinite", async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select '2026-11-18 15:00:00.123+00'::timestamptz as at, '-infinity'::timestamptz as never, 'infinity'::timestamptz as forever,
             null::timestamptz as none`.execute(house.db);
    expect(rows[0]).toEqual({
      at: Date.UTC(2026, 10, 18, 15, 0, 0, 123),
      never: Number.NEGATIVE_INFINITY,
      forever: Number.POSITIVE_INFINITY,
      none: null,
    });
  });

  test("an instant comes back as it was written, whatever the zone of the machine", async () => {
    const at = Date.UTC(2026, 2, 29, 0, 59, 59, 999);
    const { rows } = await sql<{ at: number }>`select ${new Date(at)}::timestamptz as at`.execute(house.db);
    expect(rows[0]?.at).toBe(at);
  });

  test("a big integer is a string, and a local date and time stay as written", async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select 9007199254740993::int8 as big, '2026-11-18'::date as day, '2026-11-18 09:00'::timestamp as local`.execute(house.db);
    expect(rows[0]).toEqual({ big: "9007199254740993", day: "2026-11-18", local: "2026-11-18 09:00:00" });
  });
});

describe("connections", () => {
  test("name the process and limit how long a statement may take", async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select current_setting('application_name') as name, current_setting('statement_timeout') as statement,
             current_setting('idle_in_transaction_session_timeout') as idle, current_setting('timezone') as zone`.execute(house.db);
    expect(rows[0]).toEqual({ name: "test", statement: "30s", idle: "1min", zone: "UTC" });
  });
});

describe("when the server restarts", () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let callOff: () => void;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "callkeeper-pool-"));
    callOff = whenWeAreGone(`kill -INT $(head -n 1 ${folder}/postgres/postmaster.pid) 2>/dev/null; sleep 2; rm -rf ${folder}`);
    server = await startEmbeddedPostgres({ dataDir: folder, settings: { fsync: "off" } });
  });
  afterAll(async () => {
    await server.stop();
    callOff();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the pool goes on, also with connections that were lent out at that moment, and the process lives", async () => {
    const errors: Error[] = [];
    const pool = makePool({ url: server.url, applicationName: "test", onError: (error) => errors.push(error) });
    await using db = { [Symbol.asyncDispose]: () => pool.end() };
    expect(db).toBeDefined();
    const idle = await pool.connect();
    const lentOut = await pool.connect();
    idle.release();
    await lentOut.query("begin");
    await server.stop();
    await eventually(() => errors.length > 0);
    await expect(lentOut.query("select 1")).rejects.toThrow();
    lentOut.release();
    await expect(pool.query("select 1")).rejects.toThrow();
    server = await startEmbeddedPostgres({ dataDir: folder, settings: { fsync: "off" } });
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  test("a transaction that finds it away waits for it", async () => {
    const db = makeKysely(makePool({ url: server.url, applicationName: "test" }));
    await server.stop();
    const counting = inTransaction(db, (transaction) => sql<{ one: number }>`select 1 as one`.execute(transaction));
    server = await startEmbeddedPostgres({ dataDir: folder, settings: { fsync: "off" } });
    expect((await counting).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });
});
