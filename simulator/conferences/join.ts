import { type Call, callKey, isOver } from "../calls/call.ts";
import { Interrupted } from "../clock/clock.ts";
import { startRecording } from "../recordings/start.ts";
import type { World } from "../world.ts";
import { type Conference, type LeaveReason, makeRoom, type Membership, openRoom, type Participant } from "./conference.ts";
import { leaveRoom } from "./leave.ts";
import { playInRoom, stopMusic } from "./music.ts";
import { noteOccupancy } from "./occupancy.ts";
import type { RoomOrder } from "./room-order.ts";
import { tellRoom } from "./tell.ts";

export type Entry = { order: RoomOrder; signal: AbortSignal };

/**
 * Brings a call into a room and stays until it leaves; answers why it left. A refusal to enter answers
 * `participant_add_failed`. Rejects with Interrupted when the call ended or was sent elsewhere.
 */
export async function joinRoom(world: World, call: Call, { order, signal }: Entry): Promise<LeaveReason> {
  const fault = world.faults.strike({
    kind: "conference",
    key: `${callKey(call)}|${call.joined.length}`,
    event: "join",
    to: call.to,
    from: call.from,
    callSid: call.sid,
    farEnd: call.farEnd,
  });
  const extraMs = fault?.joinDelayMs === undefined ? 0 : fault.dice.within(fault.joinDelayMs);
  await world.clock.sleep(world.random.dice("join", callKey(call)).within(world.settings.joinMs) + extraMs, signal);
  const refusal = fault?.joinFails ? ([16022, "the room could not be entered"] as const) : refuses(world, order);
  if (refusal) {
    world.alerts.raise(refusal[0], refusal[1], { callSid: call.sid });
    return "participant_add_failed";
  }
  const conference = openRoom(world, order.name) ?? makeRoom(world, order.name);
  const reason = await stay(world, { call, order, conference, signal });
  if (signal.aborted) throw new Interrupted();
  return reason;
}

function refuses(world: World, order: RoomOrder): readonly [number, string] | undefined {
  const room = openRoom(world, order.name);
  if (room && room.participants.size >= order.maxParticipants) return [16020, "the room is full"];
  const others = room ? [...room.participants.values()] : [];
  if (order.label && others.some((one) => one.label === order.label)) return [16025, "the label is in use in this room"];
  if (order.coach && !others.some((one) => one.callSid === order.coach)) return [13240, "coach: found a call that is not in this room"];
  return undefined;
}

type Visit = { call: Call; order: RoomOrder; conference: Conference; signal: AbortSignal };

function stay(world: World, { call, order, conference, signal }: Visit): Promise<LeaveReason> {
  return new Promise((resolve) => {
    const now = world.clock.now();
    const visit = { conferenceSid: conference.sid, name: conference.name, joinedAt: now };
    const onAbort = () => remove(isOver(call) ? "participant_hung_up" : "participant_updated_via_api");
    const remove = (reason: LeaveReason) => {
      signal.removeEventListener("abort", onAbort);
      leaveRoom(world, membership, reason);
      if (!isOver(call)) call.reach("left");
      resolve(reason);
    };
    const participant: Participant = {
      callSid: call.sid,
      label: order.label,
      muted: order.muted,
      hold: false,
      coaching: order.coaching,
      callSidToCoach: order.coach,
      startOnEnter: order.startOnEnter,
      endOnExit: order.endOnExit,
      createdAt: now,
      updatedAt: now,
      remove,
    };
    signal.addEventListener("abort", onAbort, { once: true });
    call.joined.push(visit);
    const membership = { conference, participant };
    call.membership = membership;
    enter(world, membership, order);
    playInRoom(world, membership, order.wait);
    startWhenReady(world, conference);
    call.reach("joined");
  });
}

function enter(world: World, membership: Membership, order: RoomOrder): void {
  const { conference, participant } = membership;
  if (conference.participants.size === 0 && !conference.events && order.events) conference.events = order.events;
  conference.participants.set(participant.callSid, participant);
  conference.updatedAt = world.clock.now();
  noteOccupancy(world, membership, "join");
  tellRoom(world, conference, { event: "participant-join", about: participant });
  if (order.record && !conference.recordingSid) {
    const recording = { source: "Conference" as const, channels: 1, track: "both", ...(order.recording && { hook: order.recording }) };
    conference.recordingSid = startRecording(world, recording, { conference }).sid;
  }
}

/** A room runs from when two are in it, one of whom may start it. */
function startWhenReady(world: World, conference: Conference): void {
  const members = [...conference.participants.values()];
  if (conference.status !== "init" || members.length < 2 || !members.some((one) => one.startOnEnter)) return;
  conference.status = "in-progress";
  for (const member of members) if (!member.hold) stopMusic(member);
  tellRoom(world, conference, { event: "conference-start" });
}
