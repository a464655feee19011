import { playSound } from "../twiml/sound.ts";
import type { Hook } from "../webhooks/hook.ts";
import type { World } from "../world.ts";
import type { Membership, Participant } from "./conference.ts";

/** What someone hears while the room has not begun. */
export function playInRoom(world: World, membership: Membership, wait: Hook | undefined): void {
  if (membership.conference.status === "init" && wait) startMusic(world, membership, wait);
}

/** Plays a waitUrl, holdUrl or announceUrl again and again until stopped. */
export function startMusic(world: World, { conference, participant }: Membership, sound: Hook): void {
  stopMusic(participant);
  const call = world.calls.get(participant.callSid);
  if (!call) return;
  participant.music = new AbortController();
  void playSound(world, call, { sound, conferenceSid: conference.sid, signal: participant.music.signal, repeat: true });
}

export function stopMusic(participant: Participant): void {
  participant.music?.abort();
  delete participant.music;
}
