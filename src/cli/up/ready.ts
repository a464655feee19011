/** Waits for a part to answer. */
import { setTimeout as pause } from "node:timers/promises";
import { CliFailure } from "../failure.ts";
import { type Child, lastWords } from "./child.ts";

type Wait = {
  child: Child;
  logFile: string;
  /** Asked again and again until it answers with a status below 500. */
  url: string;
  withinMs: number;
  /** Aborted when `up` is told to stop. */
  signal: AbortSignal;
};

/** So many ends of a part before it has answered once mean that it will not come up. */
const MOST_CRASHES = 3;
const ASK_EVERY_MS = 100;

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(2_000)]) });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}

/** Throws a CliFailure with the last words of the part when it does not come up. */
export async function waitUntilReady({ child, logFile, url, withinMs, signal }: Wait): Promise<void> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    signal.throwIfAborted();
    if (await answers(url, signal)) return;
    if (child.restarts() >= MOST_CRASHES || performance.now() > giveUpAt) {
      const said = lastWords(logFile);
      throw new CliFailure({
        code: "part-not-ready",
        message: `the ${child.name} does not come up; its last words (${logFile}):\n${said || "(none)"}`,
      });
    }
    await pause(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
