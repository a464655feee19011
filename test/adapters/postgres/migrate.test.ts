import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, readMigrations } from "../../../src/adapters/postgres/migrate.ts";
import { runStatement } from "../../support/database-server.ts";
import { makeTestDatabase, type TestDatabase } from "../../support/test-database.ts";

const ours = fileURLToPath(new URL("../../../src/adapters/postgres/migrations", import.meta.url));
let empty: TestDatabase;
let folder: string;

beforeEach(async () => {
  empty = await makeTestDatabase({ migrated: false });
  folder = mkdtempSync(join(tmpdir(), "callkeeper-migrations-"));
});
afterEach(async () => {
  await empty[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});
const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
const up = (): Promise<string[]> => migrate({ url: empty.url, folder });
const applied = async (): Promise<string[]> =>
  (await runStatement<{ name: string }>(empty.url, "select name from schema_migrations order by name")).map(({ name }) => name);

test("an empty database gets every table, and the next start has nothing to do", async () => {
  const names = readMigrations().map(({ name }) => name);
  expect(await migrate({ url: empty.url })).toEqual(names);
  expect(await migrate({ url: empty.url })).toEqual([]);
  expect(await empty.db.selectFrom("campaigns").selectAll().execute()).toEqual([]);
});

test("three processes that start at the same moment apply each migration once", async () => {
  const results = await Promise.all([migrate({ url: empty.url }), migrate({ url: empty.url }), migrate({ url: empty.url })]);
  expect(results.flat().toSorted()).toEqual(readMigrations().map(({ name }) => name));
});

test("new migrations are applied in the order of their numbers", async () => {
  write("0002-second.sql", "alter table kept add column later int");
  write("0001-first.sql", "create table kept (what text)");
  write("notes.txt", "this is no migration");
  expect(await up()).toEqual(["0001-first.sql", "0002-second.sql"]);
  write("0003-third.sql", "alter table kept add column last int");
  expect(await up()).toEqual(["0003-third.sql"]);
});

test("a migration that fails half-way leaves nothing behind and keeps those before it", async () => {
  write("0001-first.sql", "create table kept (what text)");
  write("0002-broken.sql", "create table half (what text); select 1 / 0");
  await expect(up()).rejects.toMatchObject({
    code: "migration-failed",
    message: expect.stringMatching(/0002-broken\.sql: division by zero/),
  });
  expect(await applied()).toEqual(["0001-first.sql"]);
  expect(await runStatement(empty.url, "select to_regclass('half') as half")).toEqual([{ half: null }]);
});

test("a migration that was changed after it was applied is refused by name", async () => {
  write("0001-first.sql", "create table kept (what text)");
  await up();
  write("0001-first.sql", "create table kept (what text, more text)");
  await expect(up()).rejects.toMatchObject({ code: "migration-changed", message: expect.stringContaining("0001-first.sql") });
});

test("line ends that git changed on the way do not count as a change", async () => {
  write("0001-first.sql", "create table kept (\n  what text\n)");
  await up();
  write("0001-first.sql", "create table kept (\r\n  what text\r\n)");
  expect(await up()).toEqual([]);
});

test("a database that a newer version has used is refused, and told so", async () => {
  cpSync(ours, folder, { recursive: true });
  write("9999-from-the-future.sql", "create table future (what text)");
  await up();
  await expect(migrate({ url: empty.url })).rejects.toMatchObject({
    code: "database-newer-than-program",
    message: expect.stringMatching(/9999-from-the-future\.sql.*newer version/),
  });
});

test("a migration with a number below one that is applied is refused", async () => {
  write("0002-second.sql", "create table kept (what text)");
  await up();
  write("0001-late.sql", "create table late (what text)");
  await expect(up()).rejects.toMatchObject({ code: "migration-out-of-order", message: expect.stringContaining("0001-late.sql") });
});

test("a server that is not there is named by its setting after the wait", async () => {
  const waits: unknown[] = [];
  const nowhere = migrate({ url: "postgres://nobody@127.0.0.1:1/none", waitMs: 600, onWait: (error) => waits.push(error) });
  await expect(nowhere).rejects.toMatchObject({
    code: "database-unreachable",
    message: expect.stringMatching(/^DATABASE_URL: found no way in/),
  });
  expect(waits.length).toBeGreaterThan(0);
});
