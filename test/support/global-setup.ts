/**
 * Once for the whole run: a PostgreSQL server with a migrated template database, which each test file clones
 * (`useTestDatabase`). TEST_DATABASE_URL names a server to use instead; its user must be allowed to create databases.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../src/adapters/postgres/embedded.ts";
import { migrate } from "../../src/adapters/postgres/migrate.ts";
import { onDatabase, runStatement } from "./database-server.ts";
import { whenWeAreGone } from "./guard.ts";
import { findRedis } from "./redis.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { url: string; template: string };
    redisServer: string | null;
  }
}

type Server = { url: string; stop: () => Promise<void> };

/** Nothing in a test run must survive a power cut. */
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "64MB", max_wal_size: "256MB" };

async function startServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "callkeeper-test-"));
  const cluster = join(folder, "postgres");
  const callOff = whenWeAreGone(`kill -INT $(head -n 1 ${cluster}/postmaster.pid) 2>/dev/null; sleep 2; rm -rf ${folder}`);
  const server = await startEmbeddedPostgres({ dataDir: folder, settings: FAST });
  const stop = async () => {
    await server.stop();
    callOff();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const redisServer = findRedis();
  if (!redisServer && process.env.CI) throw new Error("redis-server: found none in PATH; expected one because CI is set");
  if (!redisServer) console.warn("No redis-server in PATH: tests on BullMQ's Redis backend are left out.");
  const server = await startServer();
  const template = `callkeeper_template_${randomBytes(4).toString("hex")}`;
  await runStatement(server.url, `create database ${template}`);
  await migrate({ url: onDatabase(server.url, template) });
  project.provide("postgres", { url: server.url, template });
  project.provide("redisServer", redisServer);
  return async () => {
    await runStatement(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}
