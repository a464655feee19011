import type { Preset } from "./presets.ts";

/** A good day on a carrier that makes no mistakes. The mix of answers is assumed, in the range of an ordinary consumer list. */
export const calm: Preset = {
  options: { mode: "weights" },
  faults: [],
  weights: [
    { weight: 45, value: { outcome: "human" } },
    { weight: 27, value: { outcome: "no-answer" } },
    { weight: 20, value: { outcome: "machine" } },
    { weight: 6, value: { outcome: "busy" } },
    { weight: 2, value: { outcome: "unreachable404" } },
  ],
};
