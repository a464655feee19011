import type { Callkeeper, JobHandlers } from "../src/wiring.ts";

/** Decides how many calls to start and places them. */
export const dialer = ({ dialing }: Callkeeper): JobHandlers => ({
  "pace-campaigns": { handle: () => dialing.paceCampaigns(), concurrency: 1 },
  // Releases go one at a time; the others of these wait for the carrier's answer.
  "place-call": { handle: ({ attemptId }) => dialing.placeCall(attemptId), concurrency: 20 },
});
