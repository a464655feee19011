/** Notes which agents are there: whose program asked for something or listens. Written together, every few seconds. */
import type { Clock } from "../../ports/clock.ts";
import type { DeskBoard } from "../../ports/desk-board.ts";
import type { Principal } from "./principal.ts";

/** Agents who were not heard of for 90 s take no calls (services/agents/reap-agents.ts); a missed note or two does no harm. */
const NOTE_EVERY_MS = 15_000;

type Deps = { desks: DeskBoard; clock: Clock; listening: () => string[]; onError: (error: unknown) => void };
export type Seen = AsyncDisposable & { heard: (principal: Principal) => void };

export function makeSeen(deps: Deps): Seen {
  const agents = new Set<string>();
  const note = async (): Promise<void> => {
    const ids = [...new Set([...agents, ...deps.listening()])];
    agents.clear();
    await deps.desks.heardOf(ids, deps.clock.now()).catch(deps.onError);
  };
  const timer = setInterval(() => void note(), NOTE_EVERY_MS);
  timer.unref();
  return {
    heard: ({ kind, role, id }) => {
      if (kind === "user" && role === "agent") agents.add(id);
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await note();
    },
  };
}
