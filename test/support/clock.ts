import type { Instant } from "../../campaigns/instant.ts";
import type { Clock } from "../../src/ports/clock.ts";

export type MovingClock = Clock & { advance(milliseconds: number): Instant; moveTo(instant: Instant): void };

/** Stands still until it is moved. Begins on a Wednesday, 15:00 in London, 10:00 in New York. */
export function movingClock(start: Instant = Date.UTC(2026, 10, 18, 15, 0, 0)): MovingClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
      return now;
    },
    moveTo: (instant) => {
      now = instant;
    },
  };
}
