import { type Call, farAddress, isOver } from "./call.ts";

/** All calls, live and ended, oldest first. Ended calls beyond the limit are forgotten. */
export type CallBook = {
  add(call: Call): void;
  get(sid: string): Call | undefined;
  remove(sid: string): void;
  all(): Iterable<Call>;
  live(): Iterable<Call>;
  /** Calls with this far end so far. */
  countWith(number: string): number;
  /** Calls that take a line: everything live but browser lines. */
  linesTaken(): number;
  noteEnd(call: Call): void;
  clear(): void;
};

const KEPT = 50_000;

export function makeCallBook(): CallBook {
  const calls = new Map<string, Call>();
  const live = new Set<Call>();
  const counts = new Map<string, number>();
  function forgetOldest(): void {
    for (const [sid, call] of calls) {
      if (calls.size <= KEPT) return;
      if (isOver(call)) calls.delete(sid);
    }
  }
  return {
    add(call) {
      calls.set(call.sid, call);
      live.add(call);
      counts.set(farAddress(call), (counts.get(farAddress(call)) ?? 0) + 1);
      if (calls.size > KEPT * 1.1) forgetOldest();
    },
    get: (sid) => calls.get(sid),
    remove: (sid) => void calls.delete(sid),
    all: () => calls.values(),
    live: () => live.values(),
    countWith: (number) => counts.get(number) ?? 0,
    linesTaken() {
      let taken = 0;
      for (const call of live) if (call.direction !== "inbound") taken++;
      return taken;
    },
    noteEnd: (call) => void live.delete(call),
    clear() {
      calls.clear();
      live.clear();
      counts.clear();
    },
  };
}
