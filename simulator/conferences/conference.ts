import { makeSid } from "../sids.ts";
import type { Hook } from "../webhooks/hook.ts";
import type { World } from "../world.ts";

export type LeaveReason =
  | "participant_hung_up"
  | "participant_updated_via_api"
  | "participant_removed_via_api"
  | "conference_ended"
  | "participant_add_failed";

export type EndReason =
  | "conference-ended-via-api"
  | "participant-with-end-conference-on-exit-left"
  | "participant-with-end-conference-on-exit-kicked"
  | "last-participant-kicked"
  | "last-participant-left";

export type Participant = {
  callSid: string;
  label: string | null;
  muted: boolean;
  hold: boolean;
  coaching: boolean;
  callSidToCoach: string | null;
  startOnEnter: boolean;
  endOnExit: boolean;
  createdAt: number;
  updatedAt: number;
  /** Takes the participant out; the call goes on with its document. */
  remove(reason: LeaveReason): void;
  /** Stops the music of waiting or holding. */
  music?: AbortController;
};

export type Membership = { conference: Conference; participant: Participant };

/** One change of who is in a room: `people` counts members of the public after it. */
export type Occupancy = {
  at: number;
  change: "join" | "leave";
  callSid: string;
  number: string;
  farEnd: "endpoint" | "public";
  size: number;
  people: number;
};

export type Conference = {
  sid: string;
  name: string;
  status: "init" | "in-progress" | "completed";
  createdAt: number;
  updatedAt: number;
  endedAt?: number;
  sequence: number;
  /** Set by whoever enters first, for good. */
  events?: Hook & { names: ReadonlySet<string> };
  participants: Map<string, Participant>;
  endReason: EndReason | null;
  callSidEnding: string | null;
  labelEnding: string | null;
  recordingSid?: string;
  occupancy: Occupancy[];
};

export function openRoom(world: World, name: string): Conference | undefined {
  for (const conference of world.conferences.values()) {
    if (conference.name === name && conference.status !== "completed") return conference;
  }
  return undefined;
}

export function makeRoom(world: World, name: string): Conference {
  const now = world.clock.now();
  const conference: Conference = {
    sid: makeSid("CF"),
    name,
    status: "init",
    createdAt: now,
    updatedAt: now,
    sequence: 1,
    participants: new Map(),
    endReason: null,
    callSidEnding: null,
    labelEnding: null,
    occupancy: [],
  };
  world.conferences.set(conference.sid, conference);
  forgetOldest(world.conferences);
  return conference;
}

/** Rooms that have ended are kept for the ledger, up to a limit. */
const KEPT = 2000;

function forgetOldest(conferences: Map<string, Conference>): void {
  if (conferences.size <= KEPT * 1.2) return;
  for (const [sid, conference] of conferences) {
    if (conferences.size <= KEPT) return;
    if (conference.status === "completed") conferences.delete(sid);
  }
}

/** A participant is named by the call's id or by its label. */
export function findParticipant(conference: Conference, name: string): Participant | undefined {
  return conference.participants.get(name) ?? [...conference.participants.values()].find((one) => one.label === name);
}
