import { describe, expect, it } from "vitest";
import type { Desk } from "../../../simulator/floor/desk.ts";
import { freshMind, nextStep } from "../../../simulator/floor/next-step.ts";
import { makeRandom } from "../../../simulator/random.ts";

const ATTEMPT = { id: "attempt-1", state: "connected" };
const desk = (changes: Partial<Desk>): Desk => ({
  id: "agent",
  state: "offline",
  lineState: "none",
  wrapUpUntil: null,
  attempt: null,
  ...changes,
});

/** An agent whose dice are seeded; `see` is one look at the desk. */
function anAgent(seed = 1, speed = 1) {
  const mind = freshMind();
  const dice = makeRandom(seed).dice("agent");
  return (now: number, changes: Partial<Desk>) => nextStep(mind, { desk: desk(changes), now, dice, speed });
}

describe("a simulated agent", () => {
  it("brings the line up first, gives it time, and asks again when it does not come", () => {
    const see = anAgent();
    expect(see(0, {})).toEqual({ do: "open-line" });
    expect(see(1_000, { lineState: "connecting" })).toEqual({ do: "wait", ms: 500 });
    expect(see(9_000, { lineState: "connecting" })).toEqual({ do: "open-line" });
    expect(see(10_000, { lineState: "parked" })).toEqual({ do: "take-calls" });
  });

  it("brings a lost line up again in the middle of the shift", () => {
    const see = anAgent();
    expect(see(0, { state: "available", lineState: "parked" })).toMatchObject({ do: "wait" });
    expect(see(1, { state: "available", lineState: "none" })).toEqual({ do: "open-line" });
  });

  it("hangs up first in about a third of the calls, and once only", () => {
    let hungUp = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const see = anAgent(seed);
      see(0, { state: "talking", lineState: "parked", attempt: ATTEMPT });
      const step = see(100_000, { state: "talking", lineState: "parked", attempt: ATTEMPT });
      if (step.do !== "hang-up") continue;
      hungUp++;
      expect(see(100_001, { state: "talking", lineState: "parked", attempt: ATTEMPT }).do).toBe("wait");
    }
    expect(hungUp / 300).toBeGreaterThan(0.25);
    expect(hungUp / 300).toBeLessThan(0.42);
  });

  it("writes for a few seconds after the call, then gives one disposition with a note", () => {
    const see = anAgent(3);
    const after = { state: "wrapping-up", lineState: "parked", attempt: ATTEMPT } as const;
    expect(see(0, after)).toMatchObject({ do: "wait" });
    expect(see(2_000, after)).toMatchObject({ do: "wait" });
    const step = see(10_000, after);
    expect(step).toMatchObject({
      do: "give-disposition",
      attemptId: "attempt-1",
      disposition: expect.any(String),
      note: expect.any(String),
    });
    expect(see(10_001, after).do).toBe("wait");
    expect(see(13_000, after)).toMatchObject({ do: "give-disposition", attemptId: "attempt-1" });
  });

  it("writes ten times quicker at ten times the speed", () => {
    const see = anAgent(3, 10);
    const after = { state: "wrapping-up", lineState: "parked", attempt: ATTEMPT } as const;
    see(0, after);
    expect(see(1_000, after).do).toBe("give-disposition");
  });

  it("comes back from a break by itself", () => {
    const see = anAgent();
    const onBreak = { state: "on-break", lineState: "parked" } as const;
    expect(see(0, onBreak)).toMatchObject({ do: "wait" });
    expect(see(30_000, onBreak)).toEqual({ do: "take-calls" });
  });

  it("has different calls in mind for different attempts, and the same day for the same seed", () => {
    const day = (seed: number) => {
      const see = anAgent(seed);
      return Array.from({ length: 20 }, (_, call) => {
        const attempt = { id: `attempt-${call}`, state: "wrapping-up" };
        see(call * 100_000, { state: "wrapping-up", lineState: "parked", attempt });
        return see(call * 100_000 + 50_000, { state: "wrapping-up", lineState: "parked", attempt });
      });
    };
    expect(day(7)).toEqual(day(7));
    expect(new Set(day(7).map((step) => (step.do === "give-disposition" ? step.disposition : ""))).size).toBeGreaterThan(2);
    expect(day(8)).not.toEqual(day(7));
  });
});
