/** The life of a process: settings read once, started, stopped on a signal. Used by the server and the workers. */
import type { Logger } from "pino";
import { makeLog } from "../adapters/system/log.ts";
import { type Config, envToConfig } from "../config/config.ts";
import { readEnv } from "../config/env.ts";
import { SettingsError } from "../config/reader.ts";

type Part = { config: Config; log: Logger };

/** A process that has been told to stop and still lives after this long is ended: something in it hangs. */
const LAST_RESORT_MS = 30_000;

/**
 * Start, then wait for SIGTERM or SIGINT, then let go in order. The exit code is 2 for refused settings, 1 for a
 * failed start, 0 after a clean stop. The process ends by itself once nothing holds it.
 */
export async function runProcess(name: string, start: (part: Part) => Promise<AsyncDisposable>): Promise<void> {
  const stopping = stopSignal();
  try {
    const config = envToConfig(readEnv());
    const log = makeLog({ level: config.log.level, process: name });
    const running = await start({ config, log });
    await stopping;
    log.info({}, "stopping");
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
    await running[Symbol.asyncDispose]();
    log.info({}, "stopped");
  } catch (error) {
    process.exitCode = error instanceof SettingsError ? 2 : 1;
    process.stderr.write(`${name}: ${error instanceof SettingsError ? error.message : ((error as Error).stack ?? String(error))}\n`);
    // What was opened before the failure may hold the process; nothing of it is worth waiting for.
    setTimeout(() => process.exit(), 1_000).unref();
  }
}

function stopSignal(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => settle());
  });
}
