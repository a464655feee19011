import { type Clock, sleepOn } from "./clock.ts";

type Timer = { at: number; order: number; work: () => void };

/** How many turns of the event loop without outside work count as quiet. */
const QUIET_TURNS = 3;

/** A clock that stands until told to move, and stands still while webhooks are under way. */
export function makeVirtualClock(start: number): Clock {
  let now = start;
  let order = 0;
  let underWay = 0;
  let timers: Timer[] = [];
  const after: Clock["after"] = (ms, work) => {
    const timer = { at: now + Math.max(0, ms), order: order++, work };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      await turn();
      quiet = underWay === 0 ? quiet + 1 : 0;
    }
  }
  function takeDue(limit: number): Timer | undefined {
    const due = timers.filter((timer) => timer.at <= limit).sort((a, b) => a.at - b.at || a.order - b.order)[0];
    if (due) timers = timers.filter((timer) => timer !== due);
    return due;
  }
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
      await settle();
      for (let due = takeDue(limit); due; due = takeDue(limit)) {
        now = Math.max(now, due.at);
        due.work();
        await settle();
      }
      now = limit;
    },
    close() {
      timers = [];
    },
  };
}
