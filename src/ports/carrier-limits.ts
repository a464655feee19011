/** The shared limiter of calls per second and lines, held in one row for all processes (invariant 8). */
export type Slot = { granted: true } | { granted: false; reason: "calls-per-second" | "lines"; waitMs: number };

export interface CarrierLimits {
  configure(limits: { callsPerSecond: number; lines: number }): Promise<void>;
  /** Take the right to start one call now. Holds the limiter's row until the transaction ends. */
  take(): Promise<Slot>;
  /** The carrier queued a call or asked for fewer requests: pace lower for a while. */
  slowDown(): Promise<void>;
  /** Calls that may be started within the next second, and lines left: for the pacer. */
  room(): Promise<{ callsPerSecond: number; linesLeft: number }>;
}
