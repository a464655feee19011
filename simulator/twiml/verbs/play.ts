import { playMs } from "../durations.ts";
import type { Verb } from "../verb.ts";

export const play: Verb = async ({ world, element, signal }) => {
  await world.clock.sleep(playMs(element), signal);
  return "next";
};
