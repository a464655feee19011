/** What an agent does with the call in hand: hang up, hold. */
import type { Carrier } from "../../ports/carrier.ts";
import type { Stores } from "../../ports/stores.ts";

export type ControlAnswer = { ok: true } | { ok: false; reason: "no-such-attempt" | "not-your-attempt" | "no-call" };

type Deps = { stores: Stores; carrier: Carrier };

async function callInHand(deps: Deps, agentId: string, attemptId: string) {
  const attempt = await deps.stores.attempts.find(attemptId);
  if (!attempt) return { ok: false, reason: "no-such-attempt" } as const;
  if (attempt.agentId !== agentId) return { ok: false, reason: "not-your-attempt" } as const;
  if (!attempt.carrierCallId || attempt.state === "closed" || attempt.state === "wrapping-up")
    return { ok: false, reason: "no-call" } as const;
  return { ok: true, attempt, carrierCallId: attempt.carrierCallId } as const;
}

/** Ends the person's call. The carrier's own word then moves the attempt on, as for every other ending. */
export const makeHangUp = (deps: Deps) =>
  async function hangUp(agentId: string, attemptId: string): Promise<ControlAnswer> {
    const held = await callInHand(deps, agentId, attemptId);
    if (!held.ok) return held;
    const { state } = held.attempt;
    const ended = state === "dialing" || state === "ringing" ? await deps.carrier.cancelCall(held.carrierCallId) : false;
    if (!ended) await deps.carrier.hangUp(held.carrierCallId);
    return { ok: true };
  };

export const makeHold = (deps: Deps) =>
  async function hold(agentId: string, attemptId: string, wanted: { hold: boolean }): Promise<ControlAnswer> {
    const held = await callInHand(deps, agentId, attemptId);
    if (!held.ok) return held;
    if (held.attempt.state !== "connected") return { ok: false, reason: "no-call" };
    const agent = await deps.stores.agents.find(agentId);
    if (!agent) return { ok: false, reason: "no-such-attempt" };
    return (await deps.carrier.hold(agent.conferenceName, held.carrierCallId, wanted.hold))
      ? { ok: true }
      : { ok: false, reason: "no-call" };
  };
