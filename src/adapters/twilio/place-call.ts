/** Asking Twilio for a call, once, and what came of it. */
import type { CallOrder, CallOutcome, Carrier } from "../../ports/carrier.ts";
import type { Addresses } from "./addresses.ts";
import type { TwilioClient } from "./client.ts";
import { readFailure, sentence } from "./failures.ts";
import { isCallSid } from "./ids.ts";

type NewCall = Parameters<TwilioClient["calls"]["create"]>[0];
type AgentOrder = Parameters<Carrier["callAgent"]>[0];

/** Without this list Twilio tells only of the end. */
const ALL_EVENTS = ["initiated", "ringing", "answered", "completed"];
/** Seconds that an agent's own telephone may ring. */
const AGENT_RING_SECONDS = 30;

/** The request for a contact's call. Its attempt is in every address. */
export const contactCall = (order: CallOrder, addresses: Addresses): NewCall => ({
  to: order.to,
  from: order.callerId,
  url: addresses.answered(order.attemptId),
  method: "POST",
  fallbackUrl: addresses.fallback(order.attemptId),
  fallbackMethod: "POST",
  statusCallback: addresses.callEvents(order.attemptId),
  statusCallbackMethod: "POST",
  statusCallbackEvent: ALL_EVENTS,
  timeout: order.ringTimeoutSeconds,
  ...(order.answerDetection === "async" ? listening(order.attemptId, addresses) : {}),
});

/** The markup runs at the answer and the verdict follows: waiting for it would cost the person about 4 s of silence. */
const listening = (attemptId: string, addresses: Addresses): Partial<NewCall> => ({
  machineDetection: "Enable",
  asyncAmd: "true",
  asyncAmdStatusCallback: addresses.answerDetection(attemptId),
  asyncAmdStatusCallbackMethod: "POST",
});

/** The request for an agent's own telephone or SIP device. */
export const agentCall = (order: AgentOrder, addresses: Addresses): NewCall => ({
  to: order.kind === "sip" && !/^sips?:/.test(order.address) ? `sip:${order.address}` : order.address,
  from: order.callerId,
  url: addresses.agentAnswered(order.agentId),
  method: "POST",
  fallbackUrl: addresses.agentFallback(),
  fallbackMethod: "POST",
  statusCallback: addresses.agentCallEvents(order.agentId),
  statusCallbackMethod: "POST",
  statusCallbackEvent: ALL_EVENTS,
  timeout: AGENT_RING_SECONDS,
});

/** Asks for the call once. Never throws: what is not certain is `unknown`. */
export async function placeCall(client: TwilioClient, request: NewCall): Promise<CallOutcome> {
  try {
    const call = await client.calls.create(request);
    if (typeof call.sid === "string" && isCallSid(call.sid)) {
      return { outcome: "placed", carrierCallId: call.sid, queuedMs: queuedMs(call.queueTime) };
    }
    return { outcome: "unknown", code: "malformed-answer", message: "The carrier's answer names no call." };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): CallOutcome {
  const failure = readFailure(error);
  if (failure.kind === "try-later") return { outcome: "try-later", code: failure.code, message: failure.message };
  if (failure.kind === "unknown") return { outcome: "unknown", code: failure.code, message: failure.message };
  const { code, meaning, blame, disposition } = failure.error;
  return { outcome: "refused", code, message: sentence(meaning), blame, disposition };
}

/** Twilio's `queue_time`: milliseconds in a text. */
function queuedMs(queueTime: string | null): number {
  const ms = Number(queueTime);
  return Number.isFinite(ms) && ms > 0 ? ms : 0;
}
