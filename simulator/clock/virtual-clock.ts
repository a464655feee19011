import { type Clock, sleepOn } from "./clock.ts";

type Timer = { at: number; order: number; work: () => void };

/** How many turns of the event loop without outside work count as quiet. */
const QUIET_TURNS = 3;

/** Timers in the order in which they are due. */
function makeTimers() {
  let order = 0;
  let timers: Timer[] = [];
  const remove = (timer: Timer) => {
    timers = timers.filter((other) => other !== timer);
  };
  return {
    add(at: number, work: () => void) {
      const timer = { at, order: order++, work };
      timers.push(timer);
      return () => remove(timer);
    },
    takeDue(limit: number): Timer | undefined {
      const due = timers.filter((timer) => timer.at <= limit).sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (due) remove(due);
      return due;
    },
    clear() {
      timers = [];
    },
  };
}

/** Waits until the event loop has had nothing from outside for a few turns. */
async function settle(underWay: () => number): Promise<void> {
  for (let quiet = 0; quiet < QUIET_TURNS; ) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    quiet = underWay() === 0 ? quiet + 1 : 0;
  }
}

/** A clock that stands until told to move, and stands still while webhooks are under way. */
export function makeVirtualClock(start: number): Clock {
  const timers = makeTimers();
  let now = start;
  let underWay = 0;
  const after: Clock["after"] = (ms, work) => timers.add(now + Math.max(0, ms), work);
  return {
    now: () => now,
    after,
    sleep: sleepOn(after),
    async busy(work) {
      underWay++;
      try {
        return await work;
      } finally {
        underWay--;
      }
    },
    realLimit: (ms) => ms,
    speed: () => 1,
    setSpeed() {
      throw new Error("a virtual clock has no speed: advance it");
    },
    async advance(ms) {
      const limit = now + ms;
      await settle(() => underWay);
      for (let due = timers.takeDue(limit); due; due = timers.takeDue(limit)) {
        now = Math.max(now, due.at);
        due.work();
        await settle(() => underWay);
      }
      now = limit;
    },
    close: timers.clear,
  };
}
