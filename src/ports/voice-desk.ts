/**
 * What a carrier's webhooks ask of us. The adapter verifies the signature, translates, asks here,
 * and turns the instruction into the carrier's own markup. Every method may be called twice with the same
 * input and then gives the same instruction.
 */
import type { Answer } from "../../campaigns/attempts/answer.ts";
import type { CallEvent } from "../../campaigns/attempts/call-event.ts";

export type VoiceInstruction =
  /** Move the person into the agent's conference; they never start it and their leaving does not end it. */
  | { do: "join-agent"; attemptId: string; conferenceName: string }
  /** Nobody is free yet: keep the line for a second and ask again at `stillWaiting`. */
  | { do: "wait"; attemptId: string; seconds: number }
  /** With `optOut` the person may press the key while it plays: asked at `optedOut`. */
  | { do: "say-and-hang-up"; message: string; language: string; optOut?: { attemptId: string; key: string } }
  | { do: "hang-up" }
  /** Park the agent's leg in the agent's own conference for the shift. */
  | { do: "park-agent"; agentId: string; conferenceName: string }
  /** Make sure that a person and not a voicemail picked up the agent's telephone: "press 1". */
  | { do: "confirm-agent"; agentId: string };

/** A verified event as it came. `dedupeKey` is the same for every delivery of the same event. */
export type RawCarrierEvent = {
  dedupeKey: string;
  /** Which of the carrier's callbacks: "call", "answer-detection", "conference", "agent-call". */
  source: string;
  attemptId: string | null;
  agentId: string | null;
  carrierCallId: string | null;
  payload: Record<string, string>;
};

export interface VoiceDesk {
  answered(input: { attemptId: string; carrierCallId: string; answer: Answer | null }): Promise<VoiceInstruction>;
  stillWaiting(input: { attemptId: string; carrierCallId: string }): Promise<VoiceInstruction>;
  /** The person is out of the conference but still on the line (the agent's leg went), or has gone. */
  personLeft(input: { attemptId: string; carrierCallId: string }): Promise<VoiceInstruction>;
  /** A key was pressed while a message with `optOut` played. */
  optedOut(input: { attemptId: string; carrierCallId: string; digits: string }): Promise<VoiceInstruction>;
  /** A text message came in; resolves when a wish to be called no more is on record. */
  textReceived(input: { from: string; text: string }): Promise<void>;
  /** The carrier could not fetch or run our instruction for this attempt. */
  failed(input: { attemptId: string | null; carrierCallId: string; errorCode: string | null }): Promise<VoiceInstruction>;
  agentDialedIn(input: { agentId: string; carrierCallId: string }): Promise<VoiceInstruction>;
  /** The agent's telephone was picked up: by whom is not known yet. */
  agentAnswered(input: { agentId: string; carrierCallId: string }): Promise<VoiceInstruction>;
  agentConfirmed(input: { agentId: string; carrierCallId: string; digits: string }): Promise<VoiceInstruction>;
  agentLeft(input: { agentId: string; carrierCallId: string }): Promise<VoiceInstruction>;
  /** Store the event (once), then apply it; resolves when it is stored. */
  record(event: RawCarrierEvent): Promise<void>;
}

/** Reads a stored raw event. `undefined`: nothing in it concerns us; it stays stored as evidence. */
export type ReadCarrierEvent = (event: RawCarrierEvent) => CallEvent | undefined;
