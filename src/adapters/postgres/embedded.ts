/**
 * A private PostgreSQL server for one data folder: started, adopted when it still runs, stopped.
 *
 *   <dataDir>/postgres/           the cluster, owned by the user who runs the server
 *   <dataDir>/postgres/server.log what the server says
 *   <dataDir>/postgres-password   generated at the first start, mode 0600
 *
 * The server outlives this process when it is killed; the next start adopts it.
 */
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Binaries, embeddedUnavailable, findNativeFolder, placeBinaries } from "./embedded-binaries.ts";
import { PostgresFault } from "./errors.ts";
import { readPostmaster, removeStaleLock } from "./postmaster.ts";
import { canReach, chooseRunAs, type RunAs, run } from "./run-as.ts";

export type EmbeddedPostgres = AsyncDisposable & {
  /** Address of the database `callkeeper`, with its password: never to be logged. */
  url: string;
  port: number;
  /** True when a server was already running on this folder. */
  adopted: boolean;
  /** False once it has ended, whoever ended it. */
  isRunning(): boolean;
  /** Stops the server at once and cleanly; open transactions are rolled back. */
  stop(): Promise<void>;
};
export type EmbeddedOptions = {
  dataDir: string;
  /** Server settings for the command line, for example `{ fsync: "off" }` in tests. */
  settings?: Readonly<Record<string, string>>;
  /** Where the programs are; found in node_modules when left out. */
  nativeFolder?: string;
  /** Where root puts a copy of the programs when the server's user cannot reach them. Default /var/cache/callkeeper. */
  cacheFolder?: string;
};

const USER = "callkeeper";
const DATABASE = "callkeeper";
const READY_WITHIN_MS = 60_000;
/** A killed server is gone, and its other processes notice it, within seconds; until then nobody may start a new one. */
const OLD_ONES = /shared memory block .* still in use|lock file .* already exists/;
const OLD_ONES_GONE_WITHIN_MS = 20_000;
const LOG_KEEP_BYTES = 10_000_000;

type Cluster = { folder: string; seenAs: string; runAs: RunAs | null; binaries: Binaries; password: string };

const failed = (step: string, output: string): PostgresFault =>
  new PostgresFault("embedded-postgres-failed", `embedded PostgreSQL: ${step} failed; found: ${output || "no output"}`);

/** Starts (or adopts) the private server of `dataDir`. Throws a PostgresFault that says what to do. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options);
  const before = await adopt(cluster);
  const port = before ?? (await startServer(cluster, options.settings ?? {}));
  await ensureDatabase(urlOf(cluster, port, "postgres"));
  const stop = () => stopServer(cluster);
  const isRunning = () => readPostmaster(cluster.folder).state !== "none";
  return { url: urlOf(cluster, port, DATABASE), port, adopted: before !== null, isRunning, stop, [Symbol.asyncDispose]: stop };
}

async function openCluster(options: EmbeddedOptions): Promise<Cluster> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const folder = join(dataDir, "postgres");
  const runAs = chooseRunAs(folder);
  const binaries = placeBinaries(options.nativeFolder ?? findNativeFolder(), {
    runAs,
    // As root the data folder may be out of the user's reach just like the programs.
    copyTo: [...(runAs ? [options.cacheFolder ?? "/var/cache/callkeeper"] : []), dataDir],
  });
  await checkBinaries(binaries, runAs);
  const isNew = !existsSync(join(folder, "PG_VERSION"));
  const password = readPassword(join(dataDir, "postgres-password"), isNew);
  if (isNew) await makeCluster({ folder, runAs, binaries, password });
  if (runAs) giveTo(folder, runAs);
  return { folder, seenAs: seenAs(folder, runAs), runAs, binaries, password };
}

/**
 * The path by which the server sees its folder. A user who may not pass through the folders above (a project
 * in /root, mode 700) is started inside the folder and sees it as its own working directory.
 */
function seenAs(folder: string, runAs: RunAs | null): string {
  return canReach(folder, runAs) || process.platform !== "linux" ? folder : "/proc/self/cwd";
}

async function checkBinaries(binaries: Binaries, runAs: RunAs | null): Promise<void> {
  try {
    const { status, output } = await run(binaries.postgres, ["--version"], { cwd: "/", runAs });
    if (status !== 0) throw embeddedUnavailable(`programs that do not run here (${output.split("\n")[0]})`);
  } catch (error) {
    if (error instanceof PostgresFault) throw error;
    throw embeddedUnavailable("programs that do not run here", error);
  }
}

function readPassword(file: string, isNew: boolean): string {
  if (isNew) {
    try {
      writeFileSync(file, `${randomBytes(24).toString("base64url")}\n`, { flag: "wx", mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new PostgresFault(
      "embedded-postgres-password-missing",
      `embedded PostgreSQL: found data but no readable ${file}; expected the password that was generated with it. ` +
        "Put the file back, or move the data folder away to begin with an empty one.",
      { cause },
    );
  }
}

/** Said outright, because a machine with no LANG makes a database that takes any bytes for text. */
const TEXT_IS_UTF8 = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];

/** Made under another name first, so that a first start killed half-way leaves nothing that looks whole. */
async function makeCluster(made: Omit<Cluster, "seenAs">): Promise<void> {
  const { runAs, binaries } = made;
  const unfinished = mkdtempSync(`${made.folder}-unfinished-`);
  try {
    const inner = join(unfinished, "cluster");
    mkdirSync(inner, { mode: 0o700 });
    writeFileSync(join(unfinished, "password"), made.password, { mode: 0o600 });
    if (runAs) giveTo(unfinished, runAs);
    const seen = seenAs(inner, runAs);
    const { status, output } = await run(
      binaries.initdb,
      ["-D", seen, "-U", USER, "--auth=scram-sha-256", `--pwfile=${seen}/../password`, ...TEXT_IS_UTF8],
      { cwd: inner, runAs },
    );
    if (status !== 0) throw failed("making the database folder", output);
    renameSync(inner, made.folder);
  } catch (error) {
    // Another process may have made it in the meantime, with the same password file.
    if (!existsSync(join(made.folder, "PG_VERSION"))) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function giveTo(path: string, runAs: RunAs): void {
  const { uid, gid } = statSync(path);
  if (uid === runAs.uid && gid === runAs.gid) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) giveTo(inside, runAs);
    else if (entry.isFile()) chownSync(inside, runAs.uid, runAs.gid);
  }
  chownSync(path, runAs.uid, runAs.gid);
}

/** The port of a server that already runs on this folder and takes our password; null when there is none. */
async function adopt(cluster: Cluster): Promise<number | null> {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  for (let found = readPostmaster(cluster.folder); found.state !== "none"; found = readPostmaster(cluster.folder)) {
    if (found.state === "ready" && (await answers(urlOf(cluster, found.port, "postgres")))) return found.port;
    // A pid that now belongs to some other program: PostgreSQL itself decides whether the lock file is stale.
    if (found.state === "ready" || performance.now() > giveUpAt) return null;
    await pause(50);
  }
  return null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function startServer(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<number> {
  const log = join(cluster.folder, "server.log");
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEEP_BYTES) renameSync(log, `${log}.1`);
  let said = "";
  const giveUpAt = performance.now() + OLD_ONES_GONE_WITHIN_MS;
  for (let tries = 0; tries < 3 || (OLD_ONES.test(said) && performance.now() < giveUpAt); tries++) {
    if (tries > 0) await pause(250);
    removeStaleLock(cluster.folder);
    const port = await freePort(tries === 0 ? lastPort(cluster.folder) : 0);
    const { status, output } = await control(cluster, [
      "-t",
      String(READY_WITHIN_MS / 1_000),
      "-l",
      `${cluster.seenAs}/server.log`,
      "-o",
      flags(port, settings),
      "start",
    ]);
    if (status === 0) return port;
    // Two starts at the same moment: the other one won.
    const other = await adopt(cluster);
    if (other !== null) return other;
    said = `${output}\n${lastLines(log)}`;
  }
  throw failed("starting the server", said);
}

function flags(port: number, settings: Readonly<Record<string, string>>): string {
  const all: Record<string, string> = { listen_addresses: "127.0.0.1", unix_socket_directories: "''", max_connections: "200", ...settings };
  return [`-p ${port}`, ...Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)].join(" ");
}

function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n").slice(-5).join("\n") : "";
}

/** The port of the last run, so that an address handed out before a restart is good after it. */
function lastPort(folder: string): number {
  try {
    return Number(/"-p" "(\d+)"/.exec(readFileSync(join(folder, "postmaster.opts"), "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function freePort(wished: number): Promise<number> {
  return new Promise((settle, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wished === 0 ? reject(error) : settle(freePort(0))));
    probe.listen(wished, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const control = (cluster: Cluster, args: readonly string[]) =>
  run(cluster.binaries.pgCtl, ["-D", cluster.seenAs, "-w", ...args], { cwd: cluster.folder, runAs: cluster.runAs });

async function stopServer(cluster: Cluster): Promise<void> {
  if (readPostmaster(cluster.folder).state === "none") return;
  const { status, output } = await control(cluster, ["-m", "fast", "-t", "30", "stop"]);
  if (status !== 0 && readPostmaster(cluster.folder).state !== "none") throw failed("stopping the server", output);
}

const urlOf = (cluster: Cluster, port: number, database: string): string =>
  `postgres://${USER}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${database}`;

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // 42P04 duplicate_database, 23505 unique_violation: another process made it in the same moment.
    if (!["42P04", "23505"].includes((error as pg.DatabaseError).code ?? "")) throw error;
  } finally {
    await client.end();
  }
}
