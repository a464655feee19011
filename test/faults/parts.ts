/** The program's own processes, as production runs them, started and killed at will. Nothing in them knows of the test. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { eventually } from "../support/eventually.ts";
import { whenWeAreGone } from "../support/guard.ts";

export type Part = { name: string; kill(): Promise<void>; stop(): Promise<number | null>; start(): void; log(): string };

/** Starts `dist/<file>`; its output goes to a file that a failed test shows. */
export function makePart(part: {
  name: string;
  file: string;
  args?: string[];
  env: NodeJS.ProcessEnv;
  folder: string;
  message?: object;
}): Part {
  const logFile = join(part.folder, `${part.name}.log`);
  let child: ChildProcess | undefined;
  let callOff: (() => void) | undefined;
  const start = (): void => {
    const log = openSync(logFile, "a");
    child = fork(`dist/${part.file}`, part.args ?? [], {
      env: { PATH: process.env.PATH, ...part.env },
      execArgv: ["--enable-source-maps"],
      stdio: ["ignore", log, log, "ipc"],
    });
    callOff = whenWeAreGone(`kill -KILL ${child.pid} 2>/dev/null`);
    if (part.message) child.send(part.message);
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return ending?.exitCode ?? null;
    const gone = once(ending, "exit");
    ending.kill(signal);
    await gone;
    callOff?.();
    return ending.exitCode;
  };
  return {
    name: part.name,
    start,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    log: () => readFileSync(logFile, "utf8"),
  };
}

/** A folder for logs that goes away with the test. */
export function makeFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), "callkeeper-faults-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Waits for the simulated carrier to say where it listens. */
export const urlOf = (carrier: Part): Promise<string> =>
  eventually(
    () => {
      const ready = /\{"ready":true.*\}/.exec(carrier.log());
      if (!ready) throw new Error(`the simulated carrier is not ready: ${carrier.log().slice(-500)}`);
      return (JSON.parse(ready[0]) as { url: string }).url;
    },
    { withinMs: 20_000 },
  );
