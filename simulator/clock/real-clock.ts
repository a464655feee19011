import { type Clock, sleepOn } from "./clock.ts";

const SHORTEST_LIMIT_MS = 1000;

/**
 * The wall clock. Instants are always real, so that the carrier's dates agree with everyone else's;
 * a speed over 1 makes the public and the network quicker, not the calendar.
 */
export function makeRealClock(speed = 1): Clock {
  let factor = speed;
  const timers = new Set<NodeJS.Timeout>();
  const after: Clock["after"] = (ms, work) => {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        work();
      },
      Math.max(0, ms / factor),
    );
    timer.unref();
    timers.add(timer);
    return () => {
      clearTimeout(timer);
      timers.delete(timer);
    };
  };
  return {
    now: () => Date.now(),
    after,
    sleep: sleepOn(after),
    busy: (work) => work,
    realLimit: (ms) => Math.max(ms / factor, Math.min(ms, SHORTEST_LIMIT_MS)),
    speed: () => factor,
    setSpeed(next) {
      factor = next;
    },
    advance: () => Promise.reject(new Error("this carrier runs on the wall clock: start it with a virtual clock to move time")),
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
