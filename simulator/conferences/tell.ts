import type { Call } from "../calls/call.ts";
import { rfc2822 } from "../dates.ts";
import { notify } from "../webhooks/notify.ts";
import type { World } from "../world.ts";
import type { Conference, Participant } from "./conference.ts";

/** Events as they are subscribed to, by the group that they belong to. */
const GROUP: Record<string, string> = {
  "conference-start": "start",
  "conference-end": "end",
  "participant-join": "join",
  "participant-leave": "leave",
  "participant-mute": "mute",
  "participant-unmute": "mute",
  "participant-hold": "hold",
  "participant-unhold": "hold",
  "participant-modify": "modify",
};

export type RoomEvent = { event: string; about?: Participant; more?: Record<string, string> };

/** Tells of what happened in a room, where the first to enter asked for it. */
export function tellRoom(world: World, conference: Conference, { event, about, more = {} }: RoomEvent): void {
  const sequence = conference.sequence++;
  const call: Call | undefined = about ? world.calls.get(about.callSid) : undefined;
  world.journal.note(`conference.${event}`, about?.callSid, { conference: conference.name, ...more });
  const { events } = conference;
  if (!events?.names.has(GROUP[event] ?? event)) return;
  const params = {
    AccountSid: world.settings.accountSid,
    ConferenceSid: conference.sid,
    FriendlyName: conference.name,
    StatusCallbackEvent: event,
    SequenceNumber: String(sequence),
    Timestamp: rfc2822(world.clock.now()),
    ...(about && participantFields(about)),
    ...(call && about && { CallStatus: call.status, From: call.from, To: call.to }),
    ...more,
  };
  void notify(world, { source: "conference", event, hook: events, params, sequence, ...(call && { call }) });
}

function participantFields(about: Participant): Record<string, string> {
  return {
    CallSid: about.callSid,
    Muted: String(about.muted),
    Hold: String(about.hold),
    Coaching: String(about.coaching),
    EndConferenceOnExit: String(about.endOnExit),
    StartConferenceOnEnter: String(about.startOnEnter),
    ...(about.label && { ParticipantLabel: about.label }),
    ...(about.callSidToCoach && { CallSidToCoach: about.callSidToCoach }),
  };
}
