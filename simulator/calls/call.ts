import type { AmdOrder } from "./amd.ts";
import type { Membership } from "../conferences/conference.ts";
import type { RoomOrder } from "../conferences/room-order.ts";
import type { Act, Stage } from "../parties/act.ts";
import type { RecordingOrder } from "../recordings/recording.ts";
import type { Hook, Source } from "../webhooks/hook.ts";

export type CallStatus = "queued" | "ringing" | "in-progress" | "completed" | "busy" | "failed" | "no-answer" | "canceled";
export type Direction = "inbound" | "outbound-api" | "outbound-dial";

/** What an answered call does: run a document, sit in a room, or be bridged to its parent. */
export type Program =
  | { kind: "document"; source: Source; fallback?: Hook }
  | { kind: "conference"; room: RoomOrder }
  | { kind: "bridge"; screen?: Source };

/** One moment of the call's resource, kept so that stale reads can show the past. */
export type CallMoment = { at: number; status: CallStatus };

export type Call = {
  sid: string;
  parentSid: string | null;
  to: string;
  from: string;
  direction: Direction;
  /** How many calls to this number came before it. */
  nth: number;
  /** Is the far end one of the application's own telephones, or a member of the public? */
  farEnd: "endpoint" | "public";
  attempt: string | null;
  status: CallStatus;
  createdAt: number;
  updatedAt: number;
  startedAt?: number;
  ringingAt?: number;
  answeredAt?: number;
  endedAt?: number;
  queueTimeMs: number;
  answeredBy: string | null;
  sipCode: string | null;
  program: Program;
  statusHook?: Hook & { events: ReadonlySet<string> };
  sequence: number;
  /** Documents asked for so far. */
  fetches: number;
  timeoutSeconds: number;
  timeLimitSeconds: number;
  amd?: AmdOrder;
  record?: RecordingOrder;
  recordingSid?: string;
  /** Fires when the call has ended, whatever the way. */
  life: AbortController;
  /** Fires when the document that runs is left: at the end, or when the call is sent elsewhere. */
  flow?: AbortController;
  answered: PromiseWithResolversLike;
  membership?: Membership;
  joined: { conferenceSid: string; name: string; joinedAt: number; leftAt?: number }[];
  act?: Act;
  reach(stage: Stage): void;
  onKey?: (key: string) => void;
  /** While it rings: the far end picks up now. */
  pickUp?: () => void;
  moments: CallMoment[];
  custom: Record<string, string>;
  /** Status callbacks held back by the fault `terminalFirst`. */
  held?: (() => void)[];
};

export type PromiseWithResolversLike = { promise: Promise<boolean>; resolve(answered: boolean): void };

const TERMINAL: ReadonlySet<CallStatus> = new Set(["completed", "busy", "failed", "no-answer", "canceled"]);

export const isOver = (call: Call): boolean => TERMINAL.has(call.status);

/** The number or address of whoever is not us: the called one, or the browser line that dialed in. */
export const farAddress = (call: Pick<Call, "direction" | "from" | "to">): string => (call.direction === "inbound" ? call.from : call.to);

/** Names a call the same in every run with the same seed. */
export const callKey = (call: Call): string => `${farAddress(call)}|${call.nth}`;
