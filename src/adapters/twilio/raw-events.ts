/**
 * Event webhooks as they are stored. The dedupe key is made from what names the event and not its delivery:
 * the number that Twilio counts up for each call or conference; where that is missing, what can happen only once.
 */
import type { RawCarrierEvent } from "../../ports/voice-desk.ts";
import { attemptOfLabel, isCallSid } from "./ids.ts";
import { malformed } from "./problems.ts";
import type { VerifiedWebhook } from "./verified-webhook.ts";

export function rawCallEvent(webhook: VerifiedWebhook): RawCarrierEvent {
  const { payload } = webhook;
  const carrierCallId = webhook.callSid();
  const attemptId = webhook.attemptIdIfAny() ?? null;
  const agentId = attemptId === null ? (webhook.agentIdIfAny() ?? null) : null;
  if (attemptId === null && agentId === null) throw malformed("attempt", undefined, "an attempt or an agent in the address");
  return {
    dedupeKey: payload.SequenceNumber
      ? `call:${carrierCallId}:${payload.CallbackSource ?? ""}:${payload.SequenceNumber}`
      : `call:${carrierCallId}:${payload.CallStatus ?? ""}`,
    source: attemptId === null ? "agent-call" : "call",
    attemptId,
    agentId,
    carrierCallId,
    payload,
  };
}

export function rawAnswerDetection(webhook: VerifiedWebhook): RawCarrierEvent {
  const carrierCallId = webhook.callSid();
  return {
    dedupeKey: `amd:${carrierCallId}`,
    source: "answer-detection",
    attemptId: webhook.attemptId(),
    agentId: null,
    carrierCallId,
    payload: webhook.payload,
  };
}

export function rawConferenceEvent(webhook: VerifiedWebhook): RawCarrierEvent {
  const { payload } = webhook;
  const conferenceSid = webhook.conferenceSid();
  const callSid = payload.CallSid;
  return {
    dedupeKey: payload.SequenceNumber
      ? `conference:${conferenceSid}:${payload.SequenceNumber}`
      : `conference:${conferenceSid}:${payload.StatusCallbackEvent ?? ""}:${callSid ?? ""}:${payload.Timestamp ?? ""}`,
    source: "conference",
    attemptId: attemptOfLabel(payload.ParticipantLabel) ?? null,
    agentId: webhook.agentId(),
    carrierCallId: callSid !== undefined && isCallSid(callSid) ? callSid : null,
    payload,
  };
}

/** A text message is nobody's call: it is kept as it came, for a person to read. */
export function rawText({ payload }: VerifiedWebhook): RawCarrierEvent {
  const { MessageSid = payload.SmsSid } = payload;
  if (MessageSid === undefined || !/^(?:SM|MM)[0-9a-f]{32}$/i.test(MessageSid))
    throw malformed("MessageSid", MessageSid, "SM or MM and 32 hexadecimal digits");
  return { dedupeKey: `text:${MessageSid}`, source: "text", attemptId: null, agentId: null, carrierCallId: null, payload };
}
