import type { PacingSnapshot } from "../../campaigns/pacing/pace.ts";

export interface PacingStore {
  /** One decision at a time over all processes: `false` when another process is deciding. Held until the transaction ends. */
  lock(): Promise<boolean>;
  /** Running campaigns, free agents and calls in the air, read in one go. */
  snapshot(): Promise<Omit<PacingSnapshot, "callsPerSecond" | "linesLeft">>;
}
