import type { Callkeeper, JobHandlers } from "../src/wiring.ts";

/** Keeps the hoppers of running campaigns full enough. */
export const hopperFiller = ({ dialing }: Callkeeper): JobHandlers => ({
  // Two: a large list that is being filled must not keep the others waiting.
  "fill-hopper": { handle: ({ campaignId }) => dialing.fillHopper(campaignId), concurrency: 2 },
});
