/**
 * Calls per second as the carrier meters them: a bucket of one second's calls, refilled evenly.
 * A call that finds it empty waits in the carrier's own queue.
 */
export type CpsBucket = {
  /** Takes a place; answers how long (ms) the call must wait before it is dialed. */
  take(now: number): number;
  /** How long the next call would have to wait (ms). */
  wait(now: number): number;
  setCps(cps: number): void;
};

export function makeCpsBucket(initialCps: number): CpsBucket {
  let cps = initialCps;
  // When the bucket will be full again if nobody takes anything more (generic cell rate algorithm).
  let fullAt = Number.NEGATIVE_INFINITY;
  const spacing = () => 1000 / cps;
  const wait = (now: number) => Math.max(0, Math.max(fullAt, now) + spacing() - Math.max(1000, spacing()) - now);
  return {
    take(now) {
      const waitMs = wait(now);
      fullAt = Math.max(fullAt, now) + spacing();
      return waitMs;
    },
    wait,
    setCps(next) {
      cps = next;
    },
  };
}
