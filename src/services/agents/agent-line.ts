/** The agent's own leg: asked for, dialed in or rung, confirmed, parked, lost. */
import type { LineKind } from "../../../campaigns/agents/agent.ts";
import { lineAddress } from "../../../campaigns/agents/line-address.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Pause } from "../../ports/pause.ts";
import type { Stores } from "../../ports/stores.ts";
import type { VoiceInstruction } from "../../ports/voice-desk.ts";
import { announceAgent } from "../announce.ts";
import { agentLeft } from "../calls/apply-conference-event.ts";

type Deps = { stores: Stores; clock: Clock; carrier: Carrier; jobQueue: JobQueue; log: Log; pause: Pause };

export type LineAnswer =
  | { ok: true; line: { kind: "client"; token: string; identity: string; expiresAt: Instant } | { kind: "phone" | "sip" } }
  | {
      ok: false;
      reason:
        | "line-in-use"
        | "no-caller-id"
        | "browser-lines-not-set-up"
        | "carrier-refused"
        | "no-such-agent"
        | "no-slot"
        | "invalid-address";
      detail?: string;
    };

const HANG_UP: VoiceInstruction = { do: "hang-up" };

export function makeAgentLine(deps: Deps) {
  const park = (leg: Leg): Promise<VoiceInstruction> => parkLeg(deps, leg);
  return {
    /** Ask for a line: a token for a browser, or a ring at the agent's telephone or SIP device. */
    request: (agentId: string, wish: { kind: LineKind; address: string | null }) => requestLine(deps, agentId, wish),
    drop: (agentId: string) => dropLine(deps, agentId),
    dialedIn: park,
    async answered(leg: Leg): Promise<VoiceInstruction> {
      const agent = await deps.stores.agents.find(leg.agentId);
      return agent && agent.lineState !== "none" ? { do: "confirm-agent", agentId: agent.id } : HANG_UP;
    },
    async confirmed(leg: Leg & { digits: string }): Promise<VoiceInstruction> {
      return leg.digits === "1" ? park(leg) : HANG_UP;
    },
    async left(leg: Leg): Promise<VoiceInstruction> {
      await deps.stores.transaction((tx) => agentLeft(tx, leg, deps.clock.now()));
      return HANG_UP;
    },
  };
}

type Leg = { agentId: string; carrierCallId: string };

/** A new leg replaces the one we knew (a browser that was reloaded); the old one's end is then ignored. */
async function parkLeg(deps: Deps, leg: Leg): Promise<VoiceInstruction> {
  const parked = await deps.stores.transaction(async (tx) => {
    const agent = await tx.agents.lock(leg.agentId);
    if (!agent || agent.lineState === "none") return undefined;
    if (agent.lineCallId === leg.carrierCallId) return { agent, oldLeg: null };
    const line = { lineState: "connecting" as const, lineCallId: leg.carrierCallId, ...offLine(agent.state) };
    await announceAgent(tx, await tx.agents.change(agent.id, line, deps.clock.now()));
    return { agent, oldLeg: agent.lineCallId };
  });
  if (!parked) return HANG_UP;
  await endOldLeg(deps, leg.agentId, parked.oldLeg);
  return { do: "park-agent", agentId: leg.agentId, conferenceName: parked.agent.conferenceName };
}

/** An agent's leg that leaves ends the conference, so the old one must be out of it before the new one comes in. */
async function endOldLeg(deps: Deps, agentId: string, oldLeg: string | null): Promise<void> {
  if (!oldLeg) return;
  try {
    await deps.carrier.hangUp(oldLeg);
  } catch (error) {
    deps.log.warn({ agentId, err: error }, "an agent's old leg could not be ended");
  }
}

/** An agent cannot be available without a parked line. */
const offLine = (state: string) => (state === "available" ? { state: "on-break" as const, pauseReason: "line-lost" } : {});

async function requestLine(deps: Deps, agentId: string, wish: { kind: LineKind; address: string | null }): Promise<LineAnswer> {
  const fit = wish.kind === "phone" ? lineAddress(wish.address ?? "") : { ok: true as const };
  if (!fit.ok) return fit;
  if (wish.kind !== "client") {
    const begun = await beginLine(deps, agentId, wish);
    return begun.ok ? ringAgent(deps, { agentId, kind: wish.kind, address: wish.address ?? "" }) : begun;
  }
  // Made first: where there is none, nothing about the agent changes.
  const token = deps.carrier.lineToken(agentId);
  if (!token) return { ok: false, reason: "browser-lines-not-set-up" };
  const begun = await beginLine(deps, agentId, wish);
  return begun.ok ? { ok: true, line: { kind: "client", ...token } } : begun;
}

async function beginLine(deps: Deps, agentId: string, wish: { kind: LineKind; address: string | null }) {
  const begun = await deps.stores.transaction(async (tx) => {
    const agent = await tx.agents.lock(agentId);
    if (!agent) return { ok: false, reason: "no-such-agent" } as const;
    if (agent.state === "talking" || agent.state === "reserved") return { ok: false, reason: "line-in-use", detail: agent.state } as const;
    const asked = { lineState: "connecting" as const, lineKind: wish.kind, lineAddress: wish.address, lineCallId: null };
    await announceAgent(tx, await tx.agents.change(agentId, { ...asked, ...offLine(agent.state) }, deps.clock.now()));
    return { ok: true, oldLeg: agent.lineCallId } as const;
  });
  if (begun.ok) await endOldLeg(deps, agentId, begun.oldLeg);
  return begun;
}

/** Rings the agent's own device; the leg takes a slot of the shared limiter like every call we start. */
async function ringAgent(deps: Deps, ring: { agentId: string; kind: "phone" | "sip"; address: string }): Promise<LineAnswer> {
  const fail = async (reason: "no-caller-id" | "carrier-refused" | "no-slot", detail?: string): Promise<LineAnswer> => {
    await deps.stores.transaction(async (tx) => {
      await tx.agents.lock(ring.agentId);
      await announceAgent(tx, await tx.agents.change(ring.agentId, { lineState: "none", lineCallId: null }, deps.clock.now()));
    });
    return detail ? { ok: false, reason, detail } : { ok: false, reason };
  };
  const callerId = await deps.stores.dialing.anyCallerId();
  if (!callerId) return fail("no-caller-id");
  if (!(await takeSlot(deps))) return fail("no-slot");
  const outcome = await deps.carrier.callAgent({ ...ring, callerId });
  if (outcome.outcome !== "placed") return fail("carrier-refused", outcome.message);
  await deps.stores.transaction(async (tx) => {
    const agent = await tx.agents.lock(ring.agentId);
    if (agent && agent.lineCallId === null && agent.lineState === "connecting")
      await tx.agents.change(agent.id, { lineCallId: outcome.carrierCallId }, deps.clock.now());
  });
  return { ok: true, line: { kind: ring.kind } };
}

async function takeSlot(deps: Deps): Promise<boolean> {
  for (let tries = 0; tries < 10; tries++) {
    const slot = await deps.stores.transaction((tx) => tx.carrierLimits.take());
    if (slot.granted) return true;
    await deps.pause(slot.waitMs);
  }
  return false;
}

async function dropLine(deps: Deps, agentId: string): Promise<{ ok: true } | { ok: false; reason: "line-in-use" | "no-such-agent" }> {
  const agent = await deps.stores.agents.find(agentId);
  if (!agent) return { ok: false, reason: "no-such-agent" };
  if (agent.state === "talking" || agent.state === "reserved") return { ok: false, reason: "line-in-use" };
  const callId = agent.lineCallId;
  await deps.stores.transaction((tx) => agentLeft(tx, { agentId, carrierCallId: callId }, deps.clock.now()));
  if (callId) await deps.carrier.hangUp(callId);
  return { ok: true };
}
