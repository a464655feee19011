import type { Instant } from "../../campaigns/instant.ts";

/** Which of our caller ids the carrier has refused. */
export interface CallerIds {
  /** Those of `phones` that are fit for use, the least recently used first. */
  fit(phones: readonly string[]): Promise<string[]>;
  reportFault(phone: string, fault: { errorCode: string; reason: string; at: Instant }): Promise<void>;
}
