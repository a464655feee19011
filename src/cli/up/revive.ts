/** Watches the private PostgreSQL and starts it again when it ended by itself: killed, or the machine ran out of memory. */
import { setTimeout as pause } from "node:timers/promises";
import { inWords } from "../failure.ts";

export type Reviving = {
  isRunning(): boolean;
  /** Starts it again and gives its address. */
  start(): Promise<string>;
  /** The address that every part was given. */
  url: string;
  say(line: string): void;
};

const LOOK_EVERY_MS = 1_000;
const TRY_AGAIN_MS = 10_000;

async function revive({ start, url, say }: Reviving): Promise<void> {
  const now = await start();
  say(
    now === url
      ? "PostgreSQL ended and was started again"
      : "PostgreSQL ended, and its port was taken meanwhile: it runs on another one now. Stop, and start again",
  );
}

/** Disposing it ends the watch; a start that is under way is awaited, so that it can be stopped afterwards. */
export function keepRunning(database: Reviving, everyMs = LOOK_EVERY_MS): AsyncDisposable {
  const over = new AbortController();
  const rest = (ms: number): Promise<unknown> => pause(ms, undefined, { signal: over.signal, ref: false }).catch(() => undefined);
  async function watch(): Promise<void> {
    for (await rest(everyMs); !over.signal.aborted; await rest(everyMs)) {
      if (database.isRunning()) continue;
      try {
        await revive(database);
      } catch (error) {
        database.say(`PostgreSQL ended and cannot be started again: ${inWords(error)}`);
        await rest(TRY_AGAIN_MS);
      }
    }
  }
  const watching = watch();
  return {
    async [Symbol.asyncDispose]() {
      over.abort();
      await watching;
    },
  };
}
