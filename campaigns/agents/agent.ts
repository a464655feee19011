/**
 * An agent is a person who talks. Two things are known of each:
 *
 *   state  offline      not signed in to take calls
 *          available    waits for a call; the line is parked
 *          reserved     a person was promised to this agent and is being moved in
 *          talking      the person is on the line
 *          wrapping-up  the call is over, the disposition is not given; lives on the server
 *          on-break     signed in, takes no calls, for a reason
 *
 *   line   none         the agent's own leg is not up
 *          connecting   the carrier was asked for it, or the browser dials in
 *          parked       the leg sits in the agent's conference for the shift
 *
 * Only an available agent with a parked line can be reserved, in one SQL statement.
 */
export const AGENT_STATES = ["offline", "available", "reserved", "talking", "wrapping-up", "on-break"] as const;
export type AgentState = (typeof AGENT_STATES)[number];

export const LINE_STATES = ["none", "connecting", "parked"] as const;
export type LineState = (typeof LINE_STATES)[number];

/** How the agent's own leg is reached: browser softphone, telephone, SIP device. */
export const LINE_KINDS = ["client", "phone", "sip"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What an agent may ask for, by the state they are in. The others come from calls. */
const MAY_ASK: Readonly<Record<AgentState, readonly ("available" | "on-break" | "offline")[]>> = {
  offline: ["available", "on-break"],
  available: ["on-break", "offline"],
  reserved: [],
  talking: [],
  // Takes effect when the wrap-up ends.
  "wrapping-up": ["available", "on-break", "offline"],
  "on-break": ["available", "offline"],
};

export type AgentRefusal = "line-not-parked" | "call-in-progress" | "not-from-this-state";

/** May this agent go to the state they ask for? A refusal is a reason, never an exception. */
export function agentMay(
  agent: { state: AgentState; lineState: LineState },
  wanted: "available" | "on-break" | "offline",
): { ok: true } | { ok: false; reason: AgentRefusal } {
  if (agent.state === wanted) return { ok: true };
  if (agent.state === "reserved" || agent.state === "talking") return { ok: false, reason: "call-in-progress" };
  if (!MAY_ASK[agent.state].includes(wanted)) return { ok: false, reason: "not-from-this-state" };
  if (wanted === "available" && agent.lineState !== "parked") return { ok: false, reason: "line-not-parked" };
  return { ok: true };
}
