import { joinRoom } from "../../conferences/join.ts";
import { MOST_PARTICIPANTS, type RoomOrder } from "../../conferences/room-order.ts";
import { hook, resolveUrl } from "../../webhooks/hook.ts";
import { type Element, isTrue, whole, words } from "../element.ts";
import { recordingHook } from "../recording-hook.ts";
import type { VerbJob } from "../verb.ts";

const EVERY_EVENT = ["start", "end", "join", "leave", "mute", "hold", "modify"];

/** `<Dial><Conference>`: fills in what the Dial's action will be told. */
export async function dialConference(
  { world, call, document, signal }: VerbJob,
  noun: Element,
  outcome: Record<string, string>,
): Promise<void> {
  outcome.DialCallStatus = "answered";
  const reason = await joinRoom(world, call, { order: roomOrder(noun, document.url), signal });
  if (reason === "participant_add_failed") outcome.DialCallStatus = "failed";
}

function roomOrder(noun: Element, base: string | undefined): RoomOrder {
  const { attributes } = noun;
  const wait = attributes.waitUrl ? hook(resolveUrl(attributes.waitUrl, base), attributes.waitMethod) : undefined;
  const events = attributes.statusCallback ? hook(resolveUrl(attributes.statusCallback, base), attributes.statusCallbackMethod) : undefined;
  const recording = recordingHook(noun, base);
  return {
    name: noun.text,
    label: attributes.participantLabel ?? null,
    muted: isTrue(attributes.muted, false),
    startOnEnter: isTrue(attributes.startConferenceOnEnter, true),
    endOnExit: isTrue(attributes.endConferenceOnExit, false),
    coach: attributes.coach ?? null,
    coaching: attributes.coach !== undefined,
    maxParticipants: whole(attributes.maxParticipants, MOST_PARTICIPANTS),
    record: attributes.record === "record-from-start" || attributes.record === "true",
    ...(wait && { wait }),
    ...(events && { events: { ...events, names: words(attributes.statusCallbackEvent, EVERY_EVENT) } }),
    ...(recording && { recording }),
  };
}
