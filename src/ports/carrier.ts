/**
 * What services need from a telephone carrier, in our words. The carrier's own words stop in its adapter.
 * Every address that the carrier will call back carries the attempt's (or agent's) id.
 */
import type { LineKind } from "../../campaigns/agents/agent.ts";
import type { CallStatus } from "../../campaigns/attempts/call-event.ts";
import type { Instant } from "../../campaigns/instant.ts";

export type CallOrder = {
  attemptId: string;
  to: string;
  callerId: string;
  ringTimeoutSeconds: number;
  answerDetection: "off" | "async";
};

/**
 * What came of asking for a call.
 *   placed   the carrier took it. `queuedMs` over 0: the carrier put it in its own queue, which we never want
 *   refused  the carrier said no for good; `blame` says whose fault: the number, the caller id, the account, or our request
 *   try-later  the carrier did not process it and says so (429)
 *   unknown  nobody can tell whether a call exists: look it up, never repeat it
 */
export type CallOutcome =
  | { outcome: "placed"; carrierCallId: string; queuedMs: number }
  | { outcome: "refused"; code: string; message: string; blame: RefusalBlame; disposition: string }
  | { outcome: "try-later"; code: string; message: string }
  | { outcome: "unknown"; code: string; message: string };

export type RefusalBlame = "number" | "caller-id" | "account" | "request";

export type CarrierCall = {
  carrierCallId: string;
  to: string;
  from: string;
  status: CallStatus;
  createdAt: Instant | null;
  sipCode: string | null;
};

export type Participant = { carrierCallId: string; label: string | null; hold: boolean };

export interface Carrier {
  placeCall(order: CallOrder): Promise<CallOutcome>;
  /** The carrier's own word on a call; `undefined`: it knows no such call. Throws when it cannot be asked. */
  findCall(carrierCallId: string): Promise<CarrierCall | undefined>;
  /** Calls to a number created since then, newest first: how an unknown attempt is looked up. */
  listCallsTo(to: string, from: string, since: Instant): Promise<CarrierCall[]>;
  /** Cancel before the answer. `false`: too late, it is no longer ringing. */
  cancelCall(carrierCallId: string): Promise<boolean>;
  /** Hang up. `false`: it had ended. */
  hangUp(carrierCallId: string): Promise<boolean>;
  /** Say the message to a live call, then hang up. `false`: it had ended. */
  sayAndHangUp(
    carrierCallId: string,
    saying: { message: string; language: string; optOut?: { attemptId: string; key: string } },
  ): Promise<boolean>;
  /** Move an answered call into the agent's conference. `false`: it had ended. */
  moveToConference(carrierCallId: string, attemptId: string, conferenceName: string): Promise<boolean>;
  /** Who is in a conference that runs now; empty when there is none. */
  participants(conferenceName: string): Promise<Participant[]>;
  hold(conferenceName: string, carrierCallId: string, hold: boolean): Promise<boolean>;
  kick(conferenceName: string, carrierCallId: string): Promise<boolean>;
  /** Ring the agent's own telephone or SIP device and park it. Browser lines dial in by themselves. */
  callAgent(order: { agentId: string; kind: Exclude<LineKind, "client">; address: string; callerId: string }): Promise<CallOutcome>;
  /** What a browser softphone needs to dial in; `undefined` when the carrier is not set up for browser lines. */
  lineToken(agentId: string): { token: string; identity: string; expiresAt: Instant } | undefined;
  /** Is the carrier there, and does it believe our credentials? */
  check(): Promise<{ ok: true; account: string } | { ok: false; code: string; message: string }>;
}
