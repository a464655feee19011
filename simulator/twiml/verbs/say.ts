import { sayMs } from "../durations.ts";
import type { Verb } from "../verb.ts";

export const say: Verb = async ({ world, element, signal }) => {
  await world.clock.sleep(sayMs(element), signal);
  return "next";
};
