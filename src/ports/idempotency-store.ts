import type { Instant } from "../../campaigns/instant.ts";

/** What became of a create that came with an Idempotency-Key, for each principal. */
export type IdempotencyClaim =
  /** The key is ours now: do the work, then `settle` or `release`. */
  | { claim: "taken" }
  /** The work is under way, here or in another process. */
  | { claim: "in-flight" }
  | { claim: "settled"; requestHash: Buffer; status: number; response: unknown };

export interface IdempotencyStore {
  /** A claim that was never settled (its process was killed) is taken over when it is older than `abandonedBefore`. */
  claim(key: { principal: string; key: string; requestHash: Buffer; now: Instant; abandonedBefore: Instant }): Promise<IdempotencyClaim>;
  settle(settled: { principal: string; key: string; requestHash: Buffer; status: number; response: unknown }): Promise<void>;
  /** The work was not done: the key may be used anew. */
  release(principal: string, key: string): Promise<void>;
  /** Throws away keys older than this; returns how many. */
  forgetBefore(instant: Instant): Promise<number>;
}
