import { API_VERSION } from "../calls/fields.ts";
import type { Hook } from "../webhooks/hook.ts";
import type { World } from "../world.ts";

export type RecordingSource = "DialVerb" | "Conference" | "OutboundAPI" | "RecordVerb" | "StartCallRecordingAPI";

export type RecordingOrder = {
  source: RecordingSource;
  channels: number;
  track: string;
  hook?: Hook & { events: ReadonlySet<string> };
};

export type Recording = {
  sid: string;
  callSid: string | null;
  conferenceSid: string | null;
  status: "in-progress" | "paused" | "stopped" | "processing" | "completed" | "absent";
  order: RecordingOrder;
  startedAt: number;
  updatedAt: number;
  durationSeconds: number | null;
  /** Fault `notFoundFirst`: so many more reads of the media find nothing. */
  missing: number;
};

/** The address of a recording's media, without the ending. */
export function recordingUrl(world: World, sid: string): string {
  return `${world.url}/${API_VERSION}/Accounts/${world.settings.accountSid}/Recordings/${sid}`;
}
