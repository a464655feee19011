/** Shows the view: redrawn in place on a terminal, a plain line every few seconds elsewhere. */
import { setTimeout as pause } from "node:timers/promises";
import { createLogUpdate } from "log-update";
import pc from "picocolors";
import { inWords } from "../failure.ts";
import { draw, plainLine } from "./draw.ts";
import type { View } from "./view.ts";

export type Screen = {
  /** A line that stays. */
  say(line: string): void;
  /** Looks and shows until the signal is aborted. Never throws: a look that fails is tried again. */
  run(look: () => Promise<View>, signal: AbortSignal): Promise<void>;
};

/** At most four drawings a second; the numbers behind them are counted twice a second. */
const REDRAW_MS = 500;
const PLAIN_MS = 3_000;

/** A look that takes longer than this is awaited further, and meanwhile there is nothing to show. */
const PATIENCE_MS = 4_000;

/** The view, or in one line why there is none. Old numbers that stand still would pass for new ones. */
function makeGlance(look: () => Promise<View>): () => Promise<View | string> {
  let looking: Promise<View | string> | undefined;
  const nothing = (why: string): string => `Callkeeper cannot be asked at the moment: ${why}`;
  return () => {
    looking ??= look()
      .catch((error: unknown) => nothing(inWords(error)))
      .finally(() => {
        looking = undefined;
      });
    return Promise.race([looking, pause(PATIENCE_MS, nothing("the database does not answer"), { ref: false })]);
  };
}

function terminalScreen(stream: NodeJS.WriteStream): Screen {
  const area = createLogUpdate(stream);
  return {
    say: (line) => {
      area.clear();
      stream.write(`${line}\n`);
    },
    async run(look, signal) {
      const glance = makeGlance(look);
      while (!signal.aborted) {
        const view = await glance();
        const columns = Math.min(stream.columns, 100);
        if (!signal.aborted) area(typeof view === "string" ? ` ${view}`.slice(0, columns) : draw(view, { columns, paint: pc }));
        await pause(REDRAW_MS, undefined, { signal }).catch(() => undefined);
      }
      // The last picture stays; what follows is written below it.
      area.done();
    },
  };
}

function plainScreen(stream: NodeJS.WriteStream): Screen {
  return {
    say: (line) => void stream.write(`${line}\n`),
    async run(look, signal) {
      const glance = makeGlance(look);
      while (!signal.aborted) {
        await pause(PLAIN_MS, undefined, { signal }).catch(() => undefined);
        const view = await glance();
        if (!signal.aborted) stream.write(`${typeof view === "string" ? view : plainLine(view)}\n`);
      }
    },
  };
}

export const makeScreen = (stream: NodeJS.WriteStream): Screen => (stream.isTTY ? terminalScreen(stream) : plainScreen(stream));
