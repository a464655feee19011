import type { Hook } from "../webhooks/hook.ts";
import type { World } from "../world.ts";
import type { Conference, Participant } from "./conference.ts";
import { startMusic, stopMusic } from "./music.ts";
import { tellRoom } from "./tell.ts";

export type ParticipantChange = {
  muted?: boolean;
  hold?: boolean;
  holdSound?: Hook;
  endOnExit?: boolean;
  coaching?: boolean;
  callSidToCoach?: string;
};

/** Changes how someone takes part in a room, and tells of each change that it was. */
export function changeParticipant(world: World, conference: Conference, participant: Participant, change: ParticipantChange): void {
  participant.updatedAt = world.clock.now();
  if (change.muted !== undefined && change.muted !== participant.muted) {
    participant.muted = change.muted;
    tellRoom(world, conference, change.muted ? "participant-mute" : "participant-unmute", participant);
  }
  if (change.hold !== undefined && change.hold !== participant.hold) {
    participant.hold = change.hold;
    if (change.hold && change.holdSound) startMusic(world, conference, participant, change.holdSound);
    if (!change.hold) stopMusic(participant);
    tellRoom(world, conference, change.hold ? "participant-hold" : "participant-unhold", participant);
  }
  const coachChanges = change.coaching !== undefined || change.callSidToCoach !== undefined;
  if (change.callSidToCoach !== undefined) participant.callSidToCoach = change.callSidToCoach;
  if (coachChanges) participant.coaching = change.coaching ?? true;
  if (change.endOnExit !== undefined) participant.endOnExit = change.endOnExit;
  if (coachChanges || change.endOnExit !== undefined) tellRoom(world, conference, "participant-modify", participant);
}
