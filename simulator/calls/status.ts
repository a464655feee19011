import { rfc2822 } from "../dates.ts";
import { recordingUrl } from "../recordings/recording.ts";
import { notify } from "../webhooks/notify.ts";
import type { World } from "../world.ts";
import { type Call, callKey, type CallStatus, isOver } from "./call.ts";
import { callFields } from "./fields.ts";

/** The four events that a status callback can be asked for. Any end of a call is `completed`. */
export type ProgressEvent = "initiated" | "ringing" | "answered" | "completed";

export function setStatus(world: World, call: Call, status: CallStatus): void {
  call.status = status;
  call.updatedAt = world.clock.now();
  call.moments.push({ at: call.updatedAt, status });
}

/** Tells of a call's progress where it was asked for. Resolves when the notice was sent, or at once when nobody asked. */
export async function tellProgress(world: World, call: Call, event: ProgressEvent): Promise<void> {
  const sequence = call.sequence++;
  world.journal.note(`call.${event === "completed" ? call.status : event}`, call.sid, { to: call.to, sipCode: call.sipCode });
  const { statusHook } = call;
  if (!statusHook?.events.has(event)) return;
  const params = {
    ...callFields(world, call),
    CallStatus: event === "initiated" ? "initiated" : call.status,
    Timestamp: rfc2822(world.clock.now()),
    CallbackSource: "call-progress-events",
    SequenceNumber: String(sequence),
    ...((event === "ringing" || event === "answered") && { StirStatus: "B" }),
    ...(isOver(call) && endFields(world, call)),
  };
  const notice = { source: "call-status" as const, event, hook: statusHook, call, sequence };
  if (event === "answered") await tellAnsweredTwice(world, notice, params);
  await notify(world, { ...notice, params });
}

/** SignalWire tells of one answer twice, under two statuses (its documentation's issue 804). */
async function tellAnsweredTwice(
  world: World,
  notice: Omit<Parameters<typeof notify>[1], "params">,
  params: Record<string, string>,
): Promise<void> {
  const fault = world.faults.strike({
    kind: "callback",
    key: `split|${notice.call ? callKey(notice.call) : ""}`,
    event: "answered-split",
    source: "call-status",
  });
  if (fault?.splitAnsweredAndInProgress) await notify(world, { ...notice, params: { ...params, CallStatus: "answered" } });
}

function endFields(world: World, call: Call): Record<string, string> {
  const seconds = callSeconds(call);
  const recording = call.recordingSid ? world.recordings.get(call.recordingSid) : undefined;
  return {
    CallDuration: String(seconds),
    Duration: String(Math.ceil(seconds / 60)),
    ...(call.sipCode && { SipResponseCode: call.sipCode }),
    ...(recording && {
      RecordingUrl: recordingUrl(world, recording.sid),
      RecordingSid: recording.sid,
      RecordingDuration: String(recording.durationSeconds ?? 0),
    }),
  };
}

/** From answer to end in whole seconds; 0 for a call that was never answered. */
export function callSeconds(call: Call): number {
  if (call.answeredAt === undefined || call.endedAt === undefined) return 0;
  return Math.round((call.endedAt - call.answeredAt) / 1000);
}
