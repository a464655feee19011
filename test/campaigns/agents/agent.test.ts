import { describe, expect, it } from "vitest";
import { AGENT_STATES, agentMay, type AgentState, LINE_STATES, type LineState } from "../../../campaigns/agents/agent.ts";

const WISHES = ["available", "on-break", "offline"] as const;
type Wish = (typeof WISHES)[number];
const ask = (state: AgentState, wanted: Wish, lineState: LineState = "parked") => agentMay({ state, lineState }, wanted);

describe("what an agent may ask for", () => {
  it.each([
    ["offline", "available", "yes"],
    ["offline", "on-break", "yes"],
    ["offline", "offline", "yes"],
    ["available", "available", "yes"],
    ["available", "on-break", "yes"],
    ["available", "offline", "yes"],
    ["reserved", "available", "call-in-progress"],
    ["reserved", "on-break", "call-in-progress"],
    ["reserved", "offline", "call-in-progress"],
    ["talking", "available", "call-in-progress"],
    ["talking", "on-break", "call-in-progress"],
    ["talking", "offline", "call-in-progress"],
    ["wrapping-up", "available", "yes"],
    ["wrapping-up", "on-break", "yes"],
    ["wrapping-up", "offline", "yes"],
    ["on-break", "available", "yes"],
    ["on-break", "on-break", "yes"],
    ["on-break", "offline", "yes"],
  ] as const)("%s, asks to be %s: %s", (state, wanted, answer) => {
    expect(ask(state, wanted)).toEqual(answer === "yes" ? { ok: true } : { ok: false, reason: answer });
  });

  it("says something for every state and every wish", () => {
    const answers = AGENT_STATES.flatMap((state) => WISHES.flatMap((wanted) => LINE_STATES.map((line) => ask(state, wanted, line).ok)));
    expect(answers).toHaveLength(AGENT_STATES.length * 3 * 3);
    expect(answers).toContain(false);
  });

  it.each(["none", "connecting"] as const)("nobody waits for calls without a parked line (%s)", (line) => {
    for (const state of ["offline", "on-break", "wrapping-up"] as const)
      expect(ask(state, "available", line)).toEqual({ ok: false, reason: "line-not-parked" });
  });

  it("nobody needs a line to take a break or go home", () => {
    expect(ask("available", "on-break", "none")).toEqual({ ok: true });
    expect(ask("on-break", "offline", "none")).toEqual({ ok: true });
  });
});
