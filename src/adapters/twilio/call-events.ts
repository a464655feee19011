/** Twilio's words for what happens to a call, in ours. What we do not know is no event; it stays stored as evidence. */
import type { Answer } from "../../../campaigns/attempts/answer.ts";
import type { CallEvent, CallStatus } from "../../../campaigns/attempts/call-event.ts";
import type { RawCarrierEvent, ReadCarrierEvent } from "../../ports/voice-desk.ts";
import { describeTwilioError } from "./error-codes.ts";
import { AGENT_LABEL, attemptOfLabel } from "./ids.ts";

/** `answered` is not Twilio's word; carriers with the same API send it beside `in-progress`. */
const STATUSES = new Map<string, CallStatus>([
  ["queued", "queued"],
  ["initiated", "dialing"],
  ["ringing", "ringing"],
  ["answered", "answered"],
  ["in-progress", "answered"],
  ["completed", "ended"],
  ["busy", "busy"],
  ["no-answer", "no-answer"],
  ["failed", "failed"],
  ["canceled", "cancelled"],
]);

const ANSWERS = new Map<string, Answer>([
  ["human", "human"],
  ["machine_start", "machine"],
  ["machine_end_beep", "machine"],
  ["machine_end_silence", "machine"],
  ["machine_end_other", "machine"],
  ["fax", "fax"],
  ["unknown", "unknown"],
]);

/** RFC 3261 §21.6 603 Decline, RFC 8197 607 Unwanted, RFC 8688 608 Rejected (blocked by an analytics engine). */
const DECLINED = new Set(["603", "607", "608"]);
/** RFC 3261 §21: 404 Not Found, 410 Gone, 484 Address Incomplete, 604 Does Not Exist Anywhere. */
const NO_SUCH_NUMBER = new Set(["404", "410", "484", "604"]);

export const readStatus = (word: string | null | undefined): CallStatus | undefined => STATUSES.get(word ?? "");
export const readAnswer = (word: string | null | undefined): Answer | undefined => ANSWERS.get(word ?? "");

/** Reads a stored webhook. Never throws, whatever the payload holds. */
export const readTwilioEvent: ReadCarrierEvent = (event) => {
  switch (event.source) {
    case "call":
      return readCallProgress(event);
    case "agent-call":
      return readAgentCall(event);
    case "answer-detection":
      return readAnswerDetection(event);
    case "conference":
      return readConference(event);
    default:
      return undefined;
  }
};

function readCallProgress(event: RawCarrierEvent): CallEvent | undefined {
  const status = readStatus(field(event, "CallStatus"));
  const carrierCallId = field(event, "CallSid");
  if (status === undefined || carrierCallId === undefined || event.attemptId === null) return undefined;
  const sipCode = digits(field(event, "SipResponseCode"), 3);
  const errorCode = digits(field(event, "ErrorCode"), 5);
  const disposition = dispositionOf(status, sipCode, errorCode);
  return { kind: "call-progress", attemptId: event.attemptId, carrierCallId, status, disposition, sipCode, errorCode };
}

/** What a call that ended this way means when no agent had joined it. Null while it goes on. */
function dispositionOf(status: CallStatus, sipCode: string | null, errorCode: string | null): string | null {
  switch (status) {
    case "ended":
      return "hung-up";
    case "cancelled":
      return "cancelled";
    case "busy":
    case "no-answer":
    case "failed":
      return networkDisposition(sipCode) ?? (status === "failed" ? failedDisposition(errorCode) : status);
    default:
      return null;
  }
}

function networkDisposition(sipCode: string | null): string | undefined {
  if (sipCode === null) return undefined;
  if (DECLINED.has(sipCode)) return "declined";
  return NO_SUCH_NUMBER.has(sipCode) ? "invalid-number" : undefined;
}

const failedDisposition = (errorCode: string | null): string =>
  errorCode === null ? "failed" : describeTwilioError(Number(errorCode)).disposition;

function readAgentCall(event: RawCarrierEvent): CallEvent | undefined {
  const status = readStatus(field(event, "CallStatus"));
  const carrierCallId = field(event, "CallSid");
  if (status === undefined || carrierCallId === undefined || event.agentId === null) return undefined;
  return { kind: "agent-line-progress", agentId: event.agentId, carrierCallId, status };
}

function readAnswerDetection(event: RawCarrierEvent): CallEvent | undefined {
  const answer = readAnswer(field(event, "AnsweredBy"));
  const carrierCallId = field(event, "CallSid");
  if (answer === undefined || carrierCallId === undefined || event.attemptId === null) return undefined;
  return { kind: "answer-detected", attemptId: event.attemptId, carrierCallId, answer };
}

function readConference(event: RawCarrierEvent): CallEvent | undefined {
  const conferenceId = field(event, "ConferenceSid");
  const conferenceName = field(event, "FriendlyName");
  if (conferenceId === undefined || conferenceName === undefined) return undefined;
  const conference = { conferenceId, conferenceName };
  const { agentId } = event;
  switch (field(event, "StatusCallbackEvent")) {
    case "participant-join":
      return readParticipant(event, conference, "joined");
    case "participant-leave":
      return readParticipant(event, conference, "left");
    case "conference-end":
      return agentId === null ? undefined : { kind: "conference-ended", agentId, ...conference };
    default:
      return undefined;
  }
}

/** Who came or went is told by the label that our markup gave them. */
function readParticipant(
  event: RawCarrierEvent,
  conference: { conferenceId: string; conferenceName: string },
  moved: "joined" | "left",
): CallEvent | undefined {
  const carrierCallId = field(event, "CallSid");
  const label = field(event, "ParticipantLabel");
  if (carrierCallId === undefined) return undefined;
  const { agentId } = event;
  if (label === AGENT_LABEL) return agentId === null ? undefined : { kind: `agent-${moved}`, agentId, carrierCallId, ...conference };
  const attemptId = attemptOfLabel(label);
  return attemptId === undefined ? undefined : { kind: `person-${moved}`, attemptId, carrierCallId, ...conference };
}

/** A field's text; undefined when it is missing, empty or no text. */
function field(event: RawCarrierEvent, name: string): string | undefined {
  const payload: unknown = event.payload;
  if (typeof payload !== "object" || payload === null || !Object.hasOwn(payload, name)) return undefined;
  const value = (payload as Record<string, unknown>)[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

const digits = (value: string | undefined, count: number): string | null =>
  value !== undefined && /^\d+$/.test(value) && value.length === count ? value : null;
