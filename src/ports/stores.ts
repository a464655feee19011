import type { Announcer } from "./announcer.ts";
import type { LiveEventStore } from "./live-event-store.ts";

export type TransactionOptions = {
  /** Time limit for each statement inside, in milliseconds, in place of the usual one; 0 is none. */
  statementTimeoutMs?: number;
};

/** Everything that remembers, by aggregate. */
export interface Stores {
  announcer: Announcer;
  liveEvents: LiveEventStore;
  /**
   * All or nothing, over the stores that `work` is given. `work` may run several times (deadlock, lost connection),
   * so it has no effect outside them. Inside a transaction it joins that one.
   */
  transaction<T>(work: (stores: Stores) => Promise<T>, options?: TransactionOptions): Promise<T>;
}
