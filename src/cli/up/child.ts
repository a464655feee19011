/** One part of the house as a child process: started again after a crash, a little later each time, and stopped for good. */
import { type ChildProcess, fork } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

export type ChildSpec = {
  name: string;
  /** The module to run. */
  file: string;
  args?: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Where its output goes. */
  logFile: string;
  /** Modules that are loaded before it, as file URLs: the leash (leash.ts). */
  imports: readonly string[];
  /** Sent over the IPC channel after each start. */
  message?: unknown;
};

export type ChildState = "running" | "restarting" | "stopped";
export type Child = {
  name: string;
  state(): ChildState;
  /** How often it had to be started again. */
  restarts(): number;
  pid(): number | undefined;
  /** SIGTERM, and SIGKILL after the grace. Resolves when the process is gone. */
  stop(graceMs: number): Promise<void>;
  killNow(): void;
};

export const BACKOFF = { firstMs: 500, mostMs: 15_000, forgottenAfterMs: 30_000 };

/** The pause before the next start, after `failures` in a row (1 for the first). */
export const backoffMs = (failures: number): number => Math.min(BACKOFF.firstMs * 2 ** (failures - 1), BACKOFF.mostMs);

function spawn(spec: ChildSpec): ChildProcess {
  const log = openSync(spec.logFile, "a", 0o600);
  try {
    const process_ = fork(spec.file, spec.args ?? [], {
      env: { ...spec.env },
      execArgv: [...process.execArgv, ...spec.imports.flatMap((module) => ["--import", module])],
      stdio: ["ignore", log, log, "ipc"],
      // A process group of its own: Ctrl-C reaches `up` alone, and `up` stops its parts in order.
      detached: process.platform !== "win32",
    });
    process_.on("error", () => undefined);
    if (spec.message !== undefined) process_.send(spec.message as object, () => undefined);
    return process_;
  } finally {
    closeSync(log);
  }
}

const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

async function endProcess(child: ChildProcess, graceMs: number): Promise<void> {
  if (isGone(child)) return;
  const gone = new Promise<void>((settle) => child.once("exit", () => settle()));
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
  child.kill("SIGTERM");
  await gone;
  clearTimeout(timer);
}

/** Starts the part and keeps it running. `onCrash` is told each time it ended by itself. */
export function startChild(spec: ChildSpec, onCrash: (what: string) => void): Child {
  const now = { process: spawn(spec), startedAt: performance.now(), failures: 0, restarts: 0, stopping: false };
  const giveUp = new AbortController();

  async function revive(code: number | null, signal: string | null): Promise<void> {
    if (now.stopping) return;
    const steady = performance.now() - now.startedAt > BACKOFF.forgottenAfterMs;
    now.failures = steady ? 1 : now.failures + 1;
    onCrash(`${spec.name} ended (${signal ?? `exit code ${code}`}) and is started again`);
    await pause(backoffMs(now.failures), undefined, { signal: giveUp.signal, ref: false }).catch(() => undefined);
    if (now.stopping) return;
    now.process = spawn(spec);
    now.startedAt = performance.now();
    now.restarts++;
    watch();
  }
  function watch(): void {
    const started = now.process;
    if (isGone(started)) void revive(null, "did not start");
    else started.once("exit", (code, signal) => void revive(code, signal));
  }
  watch();

  return {
    name: spec.name,
    state: () => (now.stopping ? "stopped" : isGone(now.process) ? "restarting" : "running"),
    restarts: () => now.restarts,
    pid: () => now.process.pid,
    async stop(graceMs) {
      now.stopping = true;
      giveUp.abort();
      await endProcess(now.process, graceMs);
    },
    killNow() {
      now.stopping = true;
      giveUp.abort();
      now.process.kill("SIGKILL");
    },
  };
}

/** The end of a part's log, for the error that says why it does not come up. */
export function lastWords(logFile: string, lines = 8): string {
  try {
    return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}
