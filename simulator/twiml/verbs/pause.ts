import { pauseMs } from "../durations.ts";
import type { Verb } from "../verb.ts";

export const pause: Verb = async ({ world, element, signal }) => {
  await world.clock.sleep(pauseMs(element), signal);
  return "next";
};
