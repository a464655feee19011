import { rfc2822 } from "../dates.ts";
import { notify } from "../webhooks/notify.ts";
import type { World } from "../world.ts";
import { type Recording, recordingUrl } from "./recording.ts";

export function tellRecording(world: World, recording: Recording, event: "in-progress" | "completed" | "absent"): void {
  const { order } = recording;
  if (!order.hook?.events.has(event)) return;
  const call = recording.callSid ? world.calls.get(recording.callSid) : undefined;
  const params = {
    AccountSid: world.settings.accountSid,
    ...(recording.callSid && { CallSid: recording.callSid }),
    ...(recording.conferenceSid && { ConferenceSid: recording.conferenceSid }),
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(world, recording.sid),
    RecordingStatus: event,
    RecordingDuration: String(recording.durationSeconds ?? -1),
    RecordingChannels: String(order.channels),
    RecordingStartTime: rfc2822(recording.startedAt),
    RecordingSource: order.source,
    RecordingTrack: order.track,
  };
  void notify(world, {
    source: "recording",
    event,
    hook: order.hook,
    params,
    sequence: event === "in-progress" ? 0 : 1,
    ...(call && { call }),
  });
}
