/**
 * One `up` for one data folder. Whoever holds it listens on a loopback port and answers with a word that only
 * running.json (mode 0600) knows: so a stale file, or a pid that now belongs to some other program, is told from a
 * live one. The file also tells other commands how to reach the parts that run.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { SETTING_NAMES } from "../../config/settings.ts";
import { CliFailure } from "../failure.ts";

export type Running = {
  pid: number;
  port: number;
  word: string;
  /** The settings that its parts run with; what another command needs to join them. */
  settings: Record<string, string>;
};

export type DataDirLock = AsyncDisposable & {
  /** Tells other commands with which settings the parts run; of `env` only what is a setting of ours. */
  publish(env: Record<string, string>): void;
};

const fileOf = (dataDir: string): string => join(dataDir, "running.json");
const ANSWER_WITHIN_MS = 2_000;

function read(dataDir: string): Running | undefined {
  try {
    const found = JSON.parse(readFileSync(fileOf(dataDir), "utf8")) as Partial<Running>;
    if (typeof found.port !== "number" || typeof found.word !== "string" || typeof found.pid !== "number") return undefined;
    return { pid: found.pid, port: found.port, word: found.word, settings: found.settings ?? {} };
  } catch {
    return undefined;
  }
}

function answers(running: Running): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ host: "127.0.0.1", port: running.port, timeout: ANSWER_WITHIN_MS });
    let heard = "";
    const done = (): void => {
      socket.destroy();
      settle(heard === running.word);
    };
    socket.setEncoding("utf8").on("data", (text: string) => (heard += text));
    for (const event of ["end", "error", "timeout"] as const) socket.on(event, done);
  });
}

/** The `up` that runs on this data folder now; undefined when there is none. */
export async function findRunning(dataDir: string): Promise<Running | undefined> {
  const found = read(dataDir);
  return found && (await answers(found)) ? found : undefined;
}

function listen(word: string): Promise<Server> {
  return new Promise((settle, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(word);
    });
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => settle(server.unref()));
  });
}

/** Throws a CliFailure when another `up` holds the folder. */
export async function takeDataDir(dataDir: string): Promise<DataDirLock> {
  mkdirSync(dataDir, { recursive: true });
  const word = randomBytes(16).toString("hex");
  const server = await listen(word);
  const address = server.address();
  const mine: Running = { pid: process.pid, port: typeof address === "object" && address ? address.port : 0, word, settings: {} };
  try {
    await claim(dataDir, mine);
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    publish(env) {
      // What else the environment holds, keys of other programs among it, has no business in a file of ours.
      const ours = Object.fromEntries(SETTING_NAMES.flatMap((name) => (name in env ? [[name, env[name]]] : [])));
      writeFileSync(fileOf(dataDir), JSON.stringify({ ...mine, settings: ours }), { mode: 0o600 });
    },
    async [Symbol.asyncDispose]() {
      if (read(dataDir)?.word === word) rmSync(fileOf(dataDir), { force: true });
      await new Promise((settle) => server.close(settle));
    },
  };
}

async function claim(dataDir: string, mine: Running): Promise<void> {
  for (;;) {
    try {
      writeFileSync(fileOf(dataDir), JSON.stringify(mine), { flag: "wx", mode: 0o600 });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const other = read(dataDir);
    if (other && (await answers(other))) {
      const where = other.settings["PUBLIC_BASE_URL"];
      throw new CliFailure({
        code: "already-running",
        message: `Callkeeper already runs on ${dataDir} (process ${other.pid}${where ? `, ${where}` : ""}). Stop it first, or set DATA_DIR to another folder.`,
      });
    }
    // Only the file that was found dead is removed, not one that was written in the meantime.
    if (read(dataDir)?.word === other?.word) rmSync(fileOf(dataDir), { force: true });
  }
}
