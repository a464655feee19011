/** A carrier that does what the test says and remembers what it was asked. It fulfils src/ports/carrier.ts and knows no rule. */
import { setImmediate as yieldToOthers } from "node:timers/promises";
import { type CallStatus, isTerminal } from "../../campaigns/attempts/call-event.ts";
import type { CallOrder, CallOutcome, Carrier, CarrierCall } from "../../src/ports/carrier.ts";
import type { Clock } from "../../src/ports/clock.ts";

/** `lost-answer`: the call is placed, its answer never arrives. `lost-request`: neither. */
export type ScriptedAnswer = "placed" | "lost-answer" | "lost-request" | { queuedMs: number } | Exclude<CallOutcome, { outcome: "placed" }>;
export type ScriptedCall = CarrierCall & { attemptId: string | null };

export type ScriptedCarrier = Carrier & {
  orders: CallOrder[];
  calls: Map<string, ScriptedCall>;
  /** Calls by the name of the conference that they are in. */
  rooms: Map<string, Set<string>>;
  /** What was done to calls, in words: "hang up CA1". */
  deeds: string[];
  /** How the next orders are answered, in turn; after the last one: placed. */
  next: ScriptedAnswer[];
  /** Cannot be asked: everything but an order throws, an order has an unknown outcome. */
  isAway: boolean;
  /** Runs while an order is being answered: what the carrier tells us before its answer arrives. */
  meanwhile: ((call: ScriptedCall) => Promise<void>) | null;
  callOf(attemptId: string): ScriptedCall;
  /** A call that somebody else placed from the same account. */
  addCall(call: Partial<ScriptedCall> & { to: string; from: string }): ScriptedCall;
  setStatus(carrierCallId: string, status: CallStatus): void;
};

const UNKNOWN = { outcome: "unknown", code: "timeout", message: "The carrier did not answer in time." } as const;

export function scriptedCarrier(clock: Clock): ScriptedCarrier {
  let count = 0;
  const calls = new Map<string, ScriptedCall>();
  const rooms = new Map<string, Set<string>>();
  const deeds: string[] = [];
  const room = (name: string): Set<string> => rooms.get(name) ?? rooms.set(name, new Set()).get(name) ?? new Set();
  const leaveRooms = (callId: string): void => {
    for (const inside of rooms.values()) inside.delete(callId);
  };
  const addCall: ScriptedCarrier["addCall"] = (wish) => {
    count++;
    const carrierCallId = `CA${String(count).padStart(4, "0")}`;
    const call: ScriptedCall = { carrierCallId, attemptId: null, status: "queued", createdAt: clock.now(), sipCode: null, ...wish };
    calls.set(call.carrierCallId, call);
    return call;
  };
  const setStatus = (callId: string, status: CallStatus): void => {
    const call = calls.get(callId);
    if (call) call.status = status;
    if (isTerminal(status)) leaveRooms(callId);
  };
  const carrier: ScriptedCarrier = {
    orders: [],
    calls,
    rooms,
    deeds,
    next: [],
    isAway: false,
    meanwhile: null,
    addCall,
    setStatus,
    callOf: (attemptId) => {
      const call = [...calls.values()].find((one) => one.attemptId === attemptId);
      if (!call) throw new Error(`scripted carrier: found no call of attempt ${attemptId}, expected one`);
      return call;
    },
    async placeCall(order) {
      carrier.orders.push(order);
      const answer = carrier.next.shift() ?? "placed";
      await yieldToOthers();
      if (carrier.isAway || answer === "lost-request") return UNKNOWN;
      if (typeof answer === "object" && "outcome" in answer) return answer;
      const call = addCall({ to: order.to, from: order.callerId, attemptId: order.attemptId });
      await carrier.meanwhile?.(call);
      if (answer === "lost-answer") return UNKNOWN;
      return { outcome: "placed", carrierCallId: call.carrierCallId, queuedMs: answer === "placed" ? 0 : answer.queuedMs };
    },
    ...askingAndActing({ calls, deeds, room, leaveRooms, setStatus, mayAsk: () => mayAsk(carrier) }),
    async callAgent(order) {
      if (carrier.isAway) return UNKNOWN;
      const call = addCall({ to: order.address, from: order.callerId });
      deeds.push(`ring ${order.address} as ${call.carrierCallId}`);
      return { outcome: "placed", carrierCallId: call.carrierCallId, queuedMs: 0 };
    },
    lineToken: (agentId) => ({ token: `token of ${agentId}`, identity: agentId, expiresAt: clock.now() + 3_600_000 }),
    check: async () => (carrier.isAway ? { ok: false, code: "timeout", message: "away" } : { ok: true, account: "scripted" }),
  };
  return carrier;
}

async function mayAsk(carrier: ScriptedCarrier): Promise<void> {
  await yieldToOthers();
  if (carrier.isAway) throw new Error("the carrier cannot be asked");
}

type Inside = Pick<ScriptedCarrier, "calls" | "deeds" | "setStatus"> & {
  room(name: string): Set<string>;
  leaveRooms(callId: string): void;
  mayAsk(): Promise<void>;
};
type Asking = Pick<
  Carrier,
  "findCall" | "listCallsTo" | "cancelCall" | "hangUp" | "sayAndHangUp" | "moveToConference" | "participants" | "hold" | "kick"
>;

function askingAndActing({ calls, deeds, room, leaveRooms, setStatus, mayAsk }: Inside): Asking {
  const act = async (deed: string, callId: string, becomes: CallStatus | null): Promise<boolean> => {
    await mayAsk();
    const call = calls.get(callId);
    if (!call || isTerminal(call.status)) return false;
    deeds.push(deed);
    if (becomes) setStatus(callId, becomes);
    return true;
  };
  return {
    async findCall(callId) {
      await mayAsk();
      const call = calls.get(callId);
      return call && { ...call };
    },
    async listCallsTo(to, from, since) {
      await mayAsk();
      const found = [...calls.values()].filter((call) => call.to === to && call.from === from && (call.createdAt ?? since) >= since);
      return found.reverse();
    },
    cancelCall: async (callId) => (calls.get(callId)?.status === "answered" ? false : act(`cancel ${callId}`, callId, "cancelled")),
    hangUp: (callId) => act(`hang up ${callId}`, callId, "ended"),
    sayAndHangUp: (callId, { message }) => act(`say to ${callId}: ${message}`, callId, "ended"),
    async moveToConference(callId, _attemptId, conferenceName) {
      const moved = await act(`move ${callId} to ${conferenceName}`, callId, null);
      if (moved) {
        leaveRooms(callId);
        room(conferenceName).add(callId);
      }
      return moved;
    },
    async participants(name) {
      await mayAsk();
      return [...room(name)].map((carrierCallId) => ({ carrierCallId, label: null, hold: false }));
    },
    hold: (_name, callId, hold) => act(`${hold ? "hold" : "unhold"} ${callId}`, callId, null),
    kick: (_name, callId) => act(`kick ${callId}`, callId, null),
  };
}
