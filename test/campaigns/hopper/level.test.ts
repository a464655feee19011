import { describe, expect, test } from "vitest";
import { hopperLevel, needsFilling } from "../../../campaigns/hopper/level.ts";

describe("how many contacts the hopper should hold", () => {
  test.each([
    ["a small floor keeps twenty", { agentsSignedIn: 2, dialRatio: 1, callsPerSecond: 1 }, 20],
    [
      "nobody signed in keeps twenty all the same, so that the first agent does not wait",
      { agentsSignedIn: 0, dialRatio: 1, callsPerSecond: 5 },
      20,
    ],
    ["four calls for each agent", { agentsSignedIn: 50, dialRatio: 1, callsPerSecond: 100 }, 200],
    ["more when each agent has several calls in the air", { agentsSignedIn: 50, dialRatio: 3, callsPerSecond: 100 }, 600],
    ["no more than half a minute of calls", { agentsSignedIn: 50, dialRatio: 3, callsPerSecond: 2 }, 60],
    ["two thousand at most: what stands longer is no longer true", { agentsSignedIn: 5_000, dialRatio: 3, callsPerSecond: 500 }, 2_000],
    ["a whole number", { agentsSignedIn: 7, dialRatio: 1.3, callsPerSecond: 100 }, 37],
  ])("%s", (_title, floor, level) => {
    expect(hopperLevel(floor)).toBe(level);
  });

  test("it is filled again when half is gone", () => {
    expect(needsFilling(11, 20)).toBe(false);
    expect(needsFilling(10, 20)).toBe(true);
    expect(needsFilling(0, 20)).toBe(true);
  });
});
