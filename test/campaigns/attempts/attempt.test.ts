import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ATTEMPT_STATES,
  ATTEMPT_TRANSITIONS,
  type AttemptState,
  attemptIs,
  IN_THE_AIR_STATES,
  ON_CARRIER_STATES,
  OPEN_STATES,
  statesBefore,
} from "../../../campaigns/attempts/attempt.ts";

/** Every step that an attempt may take, as a supervisor would tell it. */
const steps: readonly [from: AttemptState, to: AttemptState, because: string][] = [
  ["reserved", "submitting", "the gate releases it"],
  ["reserved", "released", "it is let go before the carrier was asked"],
  ["submitting", "dialing", "the carrier takes the call"],
  ["submitting", "ringing", "the carrier's ringing is heard before its answer to us"],
  ["submitting", "answered", "somebody picks up before the carrier's answer reaches us"],
  ["submitting", "unknown", "the carrier gives no answer that can be trusted"],
  ["submitting", "released", "the carrier refuses to take it now"],
  ["submitting", "closed", "the carrier refuses it for good"],
  ["dialing", "ringing", "it rings"],
  ["dialing", "answered", "the ringing was never told"],
  ["dialing", "closed", "busy, failed, cancelled"],
  ["ringing", "answered", "somebody or something picks up"],
  ["ringing", "closed", "nobody picks up"],
  ["answered", "connected", "an agent joins"],
  ["answered", "abandoned", "no agent comes in time"],
  ["answered", "closed", "they hang up, or it is a machine"],
  ["connected", "wrapping-up", "the call ends"],
  ["wrapping-up", "closed", "the disposition is given, or the time runs out"],
  ["abandoned", "closed", "the message has been played"],
  ["unknown", "dialing", "the carrier finds the call"],
  ["unknown", "ringing", "an event tells that it rings"],
  ["unknown", "answered", "an event tells that somebody picked up"],
  ["unknown", "closed", "the call is over, or was never made"],
];

const reachableFrom = (state: AttemptState): Set<AttemptState> => {
  const seen = new Set<AttemptState>();
  const next = [state];
  for (let here = next.pop(); here; here = next.pop())
    for (const to of ATTEMPT_TRANSITIONS[here])
      if (!seen.has(to)) {
        seen.add(to);
        next.push(to);
      }
  return seen;
};

describe("the states of an attempt", () => {
  it.each(steps)("%s becomes %s: %s", (from, to) => {
    expect(ATTEMPT_TRANSITIONS[from]).toContain(to);
    expect(statesBefore(to)).toContain(from);
  });

  it("take no step that is not told here", () => {
    const taken = ATTEMPT_STATES.flatMap((from) => ATTEMPT_TRANSITIONS[from].map((to) => `${from} → ${to}`)).sort();
    expect(taken).toEqual(steps.map(([from, to]) => `${from} → ${to}`).sort());
  });

  it("released and closed are final, and every other state can still reach one of them", () => {
    for (const state of ATTEMPT_STATES) {
      const isFinal = state === "released" || state === "closed";
      expect(attemptIs.open({ state }), state).toBe(!isFinal);
      expect(reachableFrom(state).has("closed") || reachableFrom(state).has("released"), state).toBe(!isFinal);
    }
  });

  it("no path leads back to where an attempt has been: nothing is placed twice", () => {
    for (const state of ATTEMPT_STATES) expect([...reachableFrom(state)], state).not.toContain(state);
  });

  it("nothing that the carrier was asked for is let go without a look, but while it is being asked", () => {
    expect(statesBefore("released")).toEqual(["reserved", "submitting"]);
    expect(statesBefore("submitting")).toEqual(["reserved"]);
    expect(statesBefore("unknown")).toEqual(["submitting"]);
  });

  it("a later event may come first: answered is believed from any state before it", () => {
    expect(statesBefore("answered").sort()).toEqual(["dialing", "ringing", "submitting", "unknown"]);
  });

  it("a person whom an agent speaks to is never abandoned", () => {
    expect(reachableFrom("connected").has("abandoned")).toBe(false);
    expect(reachableFrom("abandoned").has("connected")).toBe(false);
  });

  it("any walk of steps ends in one final state", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choices) => {
        let state: AttemptState = "reserved";
        let taken = 0;
        for (const choice of choices) {
          const next: readonly AttemptState[] = ATTEMPT_TRANSITIONS[state];
          if (next.length === 0) break;
          state = next[choice % next.length] as AttemptState;
          taken += 1;
          if (taken > ATTEMPT_STATES.length) throw new Error("goes in a circle");
        }
        expect(["released", "closed"]).toContain(state);
      }),
    );
  });

  it("hold a line of the carrier exactly while a call may exist there", () => {
    const withoutCall: AttemptState[] = ["reserved", "wrapping-up", "released", "closed"];
    expect(ATTEMPT_STATES.filter((state) => !ON_CARRIER_STATES.includes(state))).toEqual(withoutCall);
    expect(ON_CARRIER_STATES.every((state) => OPEN_STATES.includes(state))).toBe(true);
  });

  it("are in the air until somebody picks up", () => {
    for (const state of IN_THE_AIR_STATES) expect(ATTEMPT_TRANSITIONS[state].length, state).toBeGreaterThan(0);
    expect(IN_THE_AIR_STATES).not.toContain("answered");
  });
});
