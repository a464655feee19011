import type { Callkeeper, JobHandlers } from "../src/wiring.ts";

/** Reminds of what has lost its job, and throws away what has outlived its use. */
export const housekeeper = ({ dialing, services }: Callkeeper): JobHandlers => ({
  sweep: {
    handle: async () => {
      await dialing.sweep();
      await services.failStaleImports();
      await services.replacePlaces();
      await services.startDueCampaigns();
      await services.completeFinishedCampaigns();
    },
    concurrency: 1,
  },
  "keep-house": { handle: () => services.keepHouse(), concurrency: 1 },
});
