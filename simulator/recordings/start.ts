import type { Call } from "../calls/call.ts";
import type { Conference } from "../conferences/conference.ts";
import { makeSid } from "../sids.ts";
import type { World } from "../world.ts";
import type { Recording, RecordingOrder } from "./recording.ts";
import { tellRecording } from "./tell.ts";

const KEPT = 20_000;

export function startRecording(world: World, order: RecordingOrder, of: { call: Call } | { conference: Conference }): Recording {
  const now = world.clock.now();
  const recording: Recording = {
    sid: makeSid("RE"),
    status: "in-progress",
    order,
    startedAt: now,
    updatedAt: now,
    durationSeconds: null,
    missing: 0,
    callSid: "call" in of ? of.call.sid : null,
    conferenceSid: "conference" in of ? of.conference.sid : null,
  };
  world.recordings.set(recording.sid, recording);
  const oldest = world.recordings.size > KEPT ? world.recordings.keys().next().value : undefined;
  if (oldest !== undefined) world.recordings.delete(oldest);
  tellRecording(world, recording, "in-progress");
  return recording;
}
