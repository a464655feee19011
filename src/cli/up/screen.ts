/** Shows the view: redrawn in place on a terminal, a plain line every few seconds elsewhere. */
import { setTimeout as pause } from "node:timers/promises";
import { createLogUpdate } from "log-update";
import pc from "picocolors";
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

function terminalScreen(stream: NodeJS.WriteStream): Screen {
  const area = createLogUpdate(stream);
  return {
    say: (line) => {
      area.clear();
      stream.write(`${line}\n`);
    },
    async run(look, signal) {
      while (!signal.aborted) {
        const view = await look().catch(() => undefined);
        if (view && !signal.aborted) area(draw(view, { columns: Math.min(stream.columns, 100), paint: pc }));
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
      while (!signal.aborted) {
        await pause(PLAIN_MS, undefined, { signal }).catch(() => undefined);
        const view = await look().catch(() => undefined);
        if (view && !signal.aborted) stream.write(`${plainLine(view)}\n`);
      }
    },
  };
}

export const makeScreen = (stream: NodeJS.WriteStream): Screen => (stream.isTTY ? terminalScreen(stream) : plainScreen(stream));
