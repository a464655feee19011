/**
 * Brings a database up to the migrations of this program: ordered .sql files, each in one transaction, once.
 * Several processes may start at the same moment: one migrates, the others wait and find nothing to do.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { PostgresFault } from "./errors.ts";
import { retryDelaysMs } from "./retryable.ts";

export type Migration = { name: string; sql: string; checksum: string };
export type MigrateOptions = {
  url: string;
  /** Where the files are. Default: beside this file, in the sources and in the build alike. */
  folder?: string;
  /** How long to wait for a server that is not there yet, in milliseconds. Default 30,000. */
  waitMs?: number;
  onWait?: (error: unknown) => void;
};

/** Any constant serves as long as it never changes. */
const LOCK_KEY = "4846791580151137";
const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

export function readMigrations(folder = fileURLToPath(new URL("./migrations", import.meta.url))): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => FILE_NAME.test(name))
    .sort();
  if (names.length === 0) {
    throw new PostgresFault("migration-failed", `migrations: found no file in ${folder}; expected files such as 0001-accounts.sql`);
  }
  return names.map((name) => {
    // Git may have changed the line ends on the way; they are not part of what was applied.
    const sql = readFileSync(`${folder}/${name}`, "utf8").replaceAll("\r\n", "\n");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/** Applies what is missing and returns the names applied now. Throws a PostgresFault when the database does not fit. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = readMigrations(options.folder);
  const client = await connect(options);
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK_KEY]);
    await client.query(
      "create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<Applied>("select name, checksum from schema_migrations order by name");
    const missing = whatIsMissing(migrations, rows);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    // Ends the session, and with it the lock.
    await client.end().catch(() => undefined);
  }
}

type Applied = { name: string; checksum: string };

/** Which files are to be applied; refuses a database that another set of files made. */
export function whatIsMissing(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const row of applied) {
    const file = migrations.find(({ name }) => name === row.name);
    if (!file) {
      throw new PostgresFault(
        "database-newer-than-program",
        `database: found migration ${row.name}; expected none after ${migrations.at(-1)?.name}. ` +
          "A newer version of the program has used this database: start that version.",
      );
    }
    if (file.checksum !== row.checksum) {
      throw new PostgresFault(
        "migration-changed",
        `migration ${row.name}: found checksum ${file.checksum.slice(0, 12)}; expected ${row.checksum.slice(0, 12)}, as applied. ` +
          "An applied migration never changes: restore the file and write a new one.",
      );
    }
  }
  const last = applied.at(-1)?.name ?? "";
  const missing = migrations.filter(({ name }) => !applied.some((row) => row.name === name));
  const late = missing.find(({ name }) => name < last);
  if (late) {
    throw new PostgresFault(
      "migration-out-of-order",
      `migration ${late.name}: found it not applied although ${last} is; expected new migrations to have higher numbers.`,
    );
  }
  return missing;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into schema_migrations (name, checksum) values ($1, $2)", [migration.name, migration.checksum]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback").catch(() => undefined);
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new PostgresFault("migration-failed", `migration ${migration.name}: ${said}. Nothing of this file was applied.`, { cause });
  }
}

async function connect(options: MigrateOptions): Promise<pg.Client> {
  const giveUpAt = performance.now() + (options.waitMs ?? 30_000);
  for (;;) {
    const client = new pg.Client({
      connectionString: options.url,
      application_name: "callkeeper migrate",
      statement_timeout: 0,
      connectionTimeoutMillis: 5_000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (cause) {
      await client.end().catch(() => undefined);
      if (retryDelaysMs(cause).length === 0 || performance.now() > giveUpAt) {
        throw new PostgresFault(
          "database-unreachable",
          `DATABASE_URL: found no way in (${(cause as Error).message || (cause as { code?: string }).code}); expected a PostgreSQL server that lets us in.`,
          { cause, retry: true },
        );
      }
      options.onWait?.(cause);
      await pause(500);
    }
  }
}
