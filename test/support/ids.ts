import type { Ids } from "../../src/ports/clock.ts";

/** 2026-01-01T00:00:00Z: before every clock a test uses. */
const EPOCH = Date.UTC(2026, 0, 1);

/** The same valid UUIDv7s in every run, in order. Give each source in one test a series of its own (0 to 255). */
export function countedIds(series = 0): Ids {
  let count = 0;
  return {
    next: () => {
      count++;
      const time = (EPOCH + count).toString(16).padStart(12, "0");
      const tail = count.toString(16).padStart(12, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-7000-80${series.toString(16).padStart(2, "0")}-${tail}`;
    },
  };
}
