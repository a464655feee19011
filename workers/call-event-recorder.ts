import type { Callkeeper, JobHandlers } from "../src/wiring.ts";

/** Applies carrier events that a server stored and did not live to apply. */
export const callEventRecorder = ({ dialing }: Callkeeper): JobHandlers => ({
  "apply-carrier-events": { handle: () => dialing.applyLeftOverEvents(), concurrency: 1 },
});
