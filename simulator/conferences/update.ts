import type { Hook } from "../webhooks/hook.ts";
import type { World } from "../world.ts";
import type { Membership } from "./conference.ts";
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
export function changeParticipant(world: World, membership: Membership, change: ParticipantChange): void {
  const { conference, participant } = membership;
  const tell = (event: string) => tellRoom(world, conference, { event, about: participant });
  participant.updatedAt = world.clock.now();
  if (change.muted !== undefined && change.muted !== participant.muted) {
    participant.muted = change.muted;
    tell(change.muted ? "participant-mute" : "participant-unmute");
  }
  if (change.hold !== undefined && change.hold !== participant.hold) {
    participant.hold = change.hold;
    if (change.hold && change.holdSound) startMusic(world, membership, change.holdSound);
    if (!change.hold) stopMusic(participant);
    tell(change.hold ? "participant-hold" : "participant-unhold");
  }
  const coachChanges = change.coaching !== undefined || change.callSidToCoach !== undefined;
  if (change.callSidToCoach !== undefined) participant.callSidToCoach = change.callSidToCoach;
  if (coachChanges) participant.coaching = change.coaching ?? true;
  if (change.endOnExit !== undefined) participant.endOnExit = change.endOnExit;
  if (coachChanges || change.endOnExit !== undefined) tell("participant-modify");
}
