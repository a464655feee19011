/** What every bench shares: a machine's name, medians, servers that go away, and JSON on demand. */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "../../../src/adapters/postgres/embedded.ts";
import { migrate } from "../../../src/adapters/postgres/migrate.ts";
import { findRedis, startTestRedis } from "../../support/redis.ts";

export type Figures = Record<string, number | string | null>;

/** The value in the middle; for an even count the upper of the two. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The smallest value that at least `share` of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error("percentile: found no value, expected at least one");
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] as number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

export const machine = (): string =>
  `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;

/** A number given as `--name N`, or the default; anything else is refused. */
export function readOptions<Names extends string>(defaults: Readonly<Record<Names, number>>): Record<Names, number> & { json: boolean } {
  const names = Object.keys(defaults) as Names[];
  const options = Object.fromEntries([["json", { type: "boolean" as const }], ...names.map((name) => [name, { type: "string" as const }])]);
  const { values } = parseArgs({ options });
  const read = names.map((name): [Names, number] => {
    const found = (values as Record<string, string | undefined>)[name];
    const value = found === undefined ? defaults[name] : Number(found);
    if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name}: found ${found}; expected a number above 0`);
    return [name, value];
  });
  return { ...(Object.fromEntries(read) as Record<Names, number>), json: (values as { json?: boolean }).json === true };
}

/** A PostgreSQL of its own with a migrated database, on disk with fsync as in production. */
export async function startBenchDatabase(): Promise<AsyncDisposable & { url: string }> {
  const folder = mkdtempSync(join(tmpdir(), "callkeeper-bench-"));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  await migrate({ url: server.url });
  return {
    url: server.url,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Null when this machine has no redis-server. */
export async function startBenchRedis(): Promise<(AsyncDisposable & { url: string }) | null> {
  const binary = findRedis();
  return binary ? startTestRedis(binary) : null;
}

export function report(name: string, rows: readonly Figures[], options: { json: boolean }): void {
  const rounded = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === "number" ? round(value) : value])),
  );
  if (options.json) console.log(JSON.stringify({ bench: name, machine: machine(), rows: rounded }));
  else {
    console.log(`${name} (${machine()})`);
    console.table(rounded);
  }
}

export const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (fields: object, message: string) => console.error(message, fields),
};
