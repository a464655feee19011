import { finishRecording } from "../recordings/finish.ts";
import type { World } from "../world.ts";
import type { Conference, EndReason, LeaveReason, Membership, Participant } from "./conference.ts";
import { stopMusic } from "./music.ts";
import { noteOccupancy } from "./occupancy.ts";
import { tellRoom } from "./tell.ts";

/** Takes a participant out of a room, and ends the room when that was the last one or one that ends it. */
export function leaveRoom(world: World, membership: Membership, reason: LeaveReason): void {
  const { conference, participant } = membership;
  if (!conference.participants.delete(participant.callSid)) return;
  const call = world.calls.get(participant.callSid);
  stopMusic(participant);
  conference.updatedAt = world.clock.now();
  if (call) {
    const visit = call.joined.at(-1);
    if (visit) visit.leftAt = conference.updatedAt;
    delete call.membership;
  }
  noteOccupancy(world, membership, "leave");
  tellRoom(world, conference, {
    event: "participant-leave",
    about: participant,
    more: { ParticipantCallStatus: call?.status ?? "completed", ReasonParticipantLeft: reason },
  });
  if (conference.status === "completed") return;
  const kicked = reason === "participant_removed_via_api";
  if (participant.endOnExit) {
    endRoom(world, conference, { reason: `participant-with-end-conference-on-exit-${kicked ? "kicked" : "left"}`, by: participant });
  } else if (conference.participants.size === 0) {
    endRoom(world, conference, { reason: kicked ? "last-participant-kicked" : "last-participant-left", by: participant });
  }
}

/** Ends a room: everybody still in it goes on with their own document. */
export function endRoom(world: World, conference: Conference, { reason, by }: { reason: EndReason; by?: Participant }): void {
  if (conference.status === "completed") return;
  conference.status = "completed";
  conference.endedAt = world.clock.now();
  conference.updatedAt = conference.endedAt;
  conference.endReason = reason;
  conference.callSidEnding = by?.callSid ?? null;
  conference.labelEnding = by?.label ?? null;
  for (const other of conference.participants.values()) other.remove("conference_ended");
  const more = {
    ReasonConferenceEnded: reason,
    Reason: reason,
    ...(by && { CallSidEndingConference: by.callSid }),
    ...(by?.label && { ParticipantLabelEndingConference: by.label }),
  };
  tellRoom(world, conference, { event: "conference-end", more });
  if (conference.recordingSid) finishRecording(world, conference.recordingSid);
}
