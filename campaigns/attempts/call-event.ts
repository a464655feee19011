/** What the carrier tells us, in our words. The raw event is stored first; this is made from it when it is applied. */
import type { Answer } from "./answer.ts";

/**
 * Progress of a call, by rank: a lower rank never follows a higher one, and the first terminal one wins.
 * queued 0, dialing 1, ringing 2, answered 3, terminal 4.
 */
export const CALL_STATUSES = ["queued", "dialing", "ringing", "answered", "ended", "busy", "no-answer", "failed", "cancelled"] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

const RANKS: Readonly<Record<CallStatus, number>> = {
  queued: 0,
  dialing: 1,
  ringing: 2,
  answered: 3,
  ended: 4,
  busy: 4,
  "no-answer": 4,
  failed: 4,
  cancelled: 4,
};
export const rankOf = (status: CallStatus): number => RANKS[status];
export const isTerminal = (status: CallStatus): boolean => RANKS[status] === 4;

export type CallEvent =
  /** The call of an attempt moved on. `disposition` is what a terminal status means when nobody had joined. */
  | {
      kind: "call-progress";
      attemptId: string;
      carrierCallId: string;
      status: CallStatus;
      disposition: string | null;
      sipCode: string | null;
      errorCode: string | null;
    }
  | { kind: "answer-detected"; attemptId: string; carrierCallId: string; answer: Answer }
  | { kind: "person-joined"; attemptId: string; carrierCallId: string; conferenceId: string; conferenceName: string }
  | { kind: "person-left"; attemptId: string; carrierCallId: string; conferenceId: string; conferenceName: string }
  | { kind: "agent-joined"; agentId: string; carrierCallId: string; conferenceId: string; conferenceName: string }
  | { kind: "agent-left"; agentId: string; carrierCallId: string; conferenceId: string; conferenceName: string }
  | { kind: "conference-ended"; agentId: string; conferenceId: string; conferenceName: string }
  /** The agent's own leg moved on (a telephone or SIP device that we rang, or a browser line that ended). */
  | { kind: "agent-line-progress"; agentId: string; carrierCallId: string; status: CallStatus };
