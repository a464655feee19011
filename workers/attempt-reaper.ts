import type { Callkeeper, JobHandlers } from "../src/wiring.ts";

/** Ends whatever hangs, and asks the carrier about what is unknown. */
export const attemptReaper = ({ dialing }: Callkeeper): JobHandlers => ({
  "reap-attempts": {
    handle: async () => {
      await dialing.reapAttempts();
      await dialing.reapAgents();
    },
    concurrency: 1,
  },
  "reconcile-attempts": { handle: () => dialing.reconcileAttempts(), concurrency: 1 },
});
