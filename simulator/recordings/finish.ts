import { type Call, callKey } from "../calls/call.ts";
import type { World } from "../world.ts";
import type { Recording } from "./recording.ts";
import { tellRecording } from "./tell.ts";

/** From the end of a recording to its being ready; assumed. */
const PROCESSING_MS = 1500;

/** Ends a recording; it is told of when it is ready. `isEmpty`: nothing was said, so there is none. */
export function finishRecording(world: World, sid: string, { isEmpty = false } = {}): Recording | undefined {
  const recording = world.recordings.get(sid);
  if (!recording || (recording.status !== "in-progress" && recording.status !== "paused")) return recording;
  const call = recording.callSid ? world.calls.get(recording.callSid) : undefined;
  const fault = world.faults.strike({
    kind: "recording",
    key: `${call ? callKey(call) : ""}|${recording.order.source}`,
    to: call?.to,
    callSid: recording.callSid ?? undefined,
  });
  recording.durationSeconds = Math.round((world.clock.now() - recording.startedAt) / 1000);
  recording.updatedAt = world.clock.now();
  recording.status = "processing";
  recording.missing = fault?.notFoundFirst ?? 0;
  const lateMs = fault?.lateMs === undefined ? 0 : fault.dice.within(fault.lateMs);
  world.clock.after(PROCESSING_MS + lateMs, () => {
    recording.status = isEmpty || fault?.absent ? "absent" : "completed";
    recording.updatedAt = world.clock.now();
    tellRecording(world, recording, recording.status);
  });
  return recording;
}

export function finishRecordingsOf(world: World, call: Call): void {
  for (const recording of recordingsOf(world, call.sid)) finishRecording(world, recording.sid);
}

export function recordingsOf(world: World, callSid: string): Recording[] {
  return [...world.recordings.values()].filter((one) => one.callSid === callSid);
}
