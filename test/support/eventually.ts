import { setTimeout as pause } from "node:timers/promises";

/**
 * Waits until `check` neither throws nor returns false, and returns what it returned.
 * For things that happen in another process or on the other side of a socket; fails with the last reason.
 */
export async function eventually<T>(check: () => T | Promise<T>, options: { withinMs?: number; everyMs?: number } = {}): Promise<T> {
  const giveUpAt = performance.now() + (options.withinMs ?? 5_000);
  for (;;) {
    let reason: unknown;
    try {
      const result = await check();
      if (result !== false) return result;
      reason = new Error("the check answered false");
    } catch (error) {
      reason = error;
    }
    if (performance.now() > giveUpAt) {
      throw new Error(`not within ${options.withinMs ?? 5_000} ms: ${reason instanceof Error ? reason.message : reason}`, {
        cause: reason,
      });
    }
    await pause(options.everyMs ?? 25);
  }
}
