import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from "../../../src/adapters/postgres/embedded.ts";
import { findNativeFolder } from "../../../src/adapters/postgres/embedded-binaries.ts";
import { runStatement } from "../../support/database-server.ts";
import { eventually } from "../../support/eventually.ts";
import { whenWeAreGone } from "../../support/guard.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** Under a folder that only its owner may pass through, like /root. */
let room: string;
let dataDir: string;
let callOff: () => void;
const servers: EmbeddedPostgres[] = [];

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "callkeeper-embedded-"));
  chmodSync(room, 0o700);
  dataDir = join(room, "data");
  callOff = whenWeAreGone(`kill -INT $(head -n 1 ${dataDir}/postgres/postmaster.pid) 2>/dev/null; sleep 2; rm -rf ${room}`);
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  callOff();
  rmSync(room, { recursive: true, force: true });
});

const start = async (options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: "off" }, ...options });
  servers.push(server);
  return server;
};
const pidOf = (): number => Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
const remember = (url: string, what: string) => runStatement(url, "create table if not exists kept as select $1::text as what", [what]);
const recall = async (url: string) => (await runStatement<{ what: string }>(url, "select what from kept"))[0]?.what;

async function startElsewhere(as: { uid?: number; wish?: string } = {}) {
  const script = fileURLToPath(new URL("./embedded-starter.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir, as.wish ?? "stay"], {
    stdio: ["ignore", "pipe", "pipe"],
    ...(as.uid === undefined ? {} : { uid: as.uid, gid: as.uid }),
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const exited = once(child, "exit");
  await eventually(
    () => {
      if (child.exitCode !== null && !said.includes("port")) throw new Error(said);
      return said.includes("port");
    },
    { withinMs: 20_000 },
  );
  return { child, exited, said: () => said };
}

// Each test makes a cluster of its own; a busy machine takes its time over that.
const patient = { timeout: 60_000 };

describe("the private database of a folder", patient, () => {
  test("starts in an empty folder, takes only those who know the password, and speaks UTF-8", async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    const [row] = await runStatement(
      server.url,
      "select current_database() as name, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()",
    );
    expect(row).toEqual({ name: "callkeeper", encoding: "UTF8" });
    expect(statSync(join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
    const guess = new URL(server.url);
    guess.password = "guess";
    await expect(runStatement(guess.href, "select 1")).rejects.toThrow(/password authentication failed/);
  });

  test("listens on this machine only", async () => {
    const [row] = await runStatement(
      (await start()).url,
      "select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as sockets",
    );
    expect(row).toEqual({ at: "127.0.0.1", sockets: "" });
  });

  test("is found still running by a second start, and used as it is", async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, port: first.port, url: first.url });
  });

  test("is one server when two starts meet in an empty folder", async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.port).toBe(other.port);
    await remember(one.url, "kept");
    expect(await recall(other.url)).toBe("kept");
  });

  test("keeps its data and its address over a stop and a start", async () => {
    const first = await start();
    await remember(first.url, "kept");
    await first.stop();
    const second = await start();
    expect(second).toMatchObject({ adopted: false, url: first.url });
    expect(await recall(second.url)).toBe("kept");
  });

  test("outlives a program that was killed, and is adopted by the next", async () => {
    const { child, exited, said } = await startElsewhere();
    child.kill("SIGKILL");
    await exited;
    const server = await start();
    expect(server.adopted).toBe(true);
    expect(said()).toContain(`port ${server.port} `);
  });

  test("comes back with everything committed after the server itself was killed", async () => {
    const first = await start();
    await remember(first.url, "kept");
    process.kill(pidOf(), "SIGKILL");
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await recall(second.url)).toBe("kept");
  });

  test("starts although its lock file names a program that was given the same pid since", async () => {
    const first = await start();
    await remember(first.url, "kept");
    const lockFile = join(dataDir, "postgres", "postmaster.pid");
    const lock = readFileSync(lockFile, "utf8").split("\n");
    await first.stop();
    writeFileSync(lockFile, [String(process.pid), ...lock.slice(1)].join("\n"));
    if (isRoot) chownSync(lockFile, statSync(join(dataDir, "postgres")).uid, statSync(join(dataDir, "postgres")).gid);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await recall(second.url)).toBe("kept");
  });

  test("is stopped within seconds though a transaction is open", async () => {
    const server = await start();
    const client = new pg.Client(server.url);
    client.on("error", () => undefined);
    await client.connect();
    await client.query("begin");
    const asked = performance.now();
    await server.stop();
    expect(performance.now() - asked).toBeLessThan(5_000);
    await client.end().catch(() => undefined);
    await expect(runStatement(server.url, "select 1")).rejects.toThrow();
  });

  test("never runs as root", async () => {
    await start();
    expect(statSync(join(dataDir, "postgres")).uid).not.toBe(0);
    if (existsSync("/proc")) expect(statSync(`/proc/${pidOf()}`).uid).not.toBe(0);
  });

  test("runs for somebody who is not root", async () => {
    if (isRoot) {
      chmodSync(room, 0o755);
      mkdirSync(dataDir);
      chownSync(dataDir, NOBODY, NOBODY);
    }
    const { child, exited, said } = await startElsewhere({ wish: "stop", ...(isRoot ? { uid: NOBODY } : {}) });
    await exited;
    expect(child.exitCode).toBe(0);
    expect(said()).toMatch(/adopted false uid [1-9]/);
    // Root goes on with the same data, as the user who owns it.
    const server = await start();
    expect(server.adopted).toBe(false);
    if (isRoot) expect(statSync(join(dataDir, "postgres")).uid).toBe(NOBODY);
  });

  test("says what to do when its password is gone", async () => {
    await (await start()).stop();
    rmSync(join(dataDir, "postgres-password"));
    await expect(start()).rejects.toMatchObject({
      code: "embedded-postgres-password-missing",
      message: expect.stringContaining("Put the file back"),
    });
  });
});

describe("the programs of the private database", patient, () => {
  /** A copy that the tests may spoil. */
  let spoilt: string;
  beforeAll(() => {
    spoilt = mkdtempSync(join(tmpdir(), "callkeeper-programs-"));
    chmodSync(spoilt, 0o755);
  });
  afterAll(() => rmSync(spoilt, { recursive: true, force: true }));
  const copyOf = (name: string, keep: (path: string) => boolean): string => {
    const installed = findNativeFolder();
    cpSync(join(installed, "..", "package.json"), join(spoilt, name, "package.json"));
    cpSync(installed, join(spoilt, name, "native"), { recursive: true, verbatimSymlinks: true, filter: keep });
    return join(spoilt, name, "native");
  };

  test("run although npm was told to run no install scripts", async () => {
    const nativeFolder = copyOf("no-scripts", (path) => !lstatSync(path).isSymbolicLink());
    expect(existsSync(join(nativeFolder, "lib", "libicuuc.so.60"))).toBe(false);
    expect((await start({ nativeFolder })).adopted).toBe(false);
  });

  test("run although the project is in a folder that the server's user may not enter", async () => {
    const nativeFolder = copyOf("out-of-reach", () => true);
    chmodSync(join(spoilt, "out-of-reach"), 0o700);
    const cacheFolder = join(spoilt, "cache");
    const server = await start({ nativeFolder, cacheFolder });
    expect(await runStatement(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(existsSync(cacheFolder)).toBe(isRoot);
  });

  test("are said to be missing when a library of theirs is", async () => {
    const nativeFolder = copyOf("no-library", (path) => !path.includes("libicuuc"));
    await expect(start({ nativeFolder })).rejects.toMatchObject({
      code: "embedded-postgres-unavailable",
      message: expect.stringMatching(
        /^embedded PostgreSQL: found programs that do not run here \(.*libicuuc.*\); expected .* Set DATABASE_URL/,
      ),
    });
  });

  test("are said to be missing on a machine for which there are none", () => {
    expect(() => findNativeFolder({ platform: "aix", arch: "ppc64" })).toThrow(
      /found no package @embedded-postgres\/aix-ppc64; .*Set DATABASE_URL/,
    );
  });
});
