import { Interrupted } from "../../clock/clock.ts";
import { finishRecording } from "../../recordings/finish.ts";
import { recordingUrl } from "../../recordings/recording.ts";
import { startRecording } from "../../recordings/start.ts";
import { actionStep, lastWord } from "../action.ts";
import { whole } from "../element.ts";
import { recordingHook } from "../recording-hook.ts";
import type { Verb, VerbJob } from "../verb.ts";

/** Twilio's default and most: an hour. */
const LONGEST_SECONDS = 3600;
/** A shorter recording counts as empty; assumed. */
const SHORTEST_MS = 1000;

/** Records what the far end says until it falls silent, presses a key, hangs up, or the time is over. */
export const record: Verb = async (job) => {
  const { world, call, element } = job;
  const startedAt = world.clock.now();
  const hook = recordingHook(element, job.document.url);
  const recording = startRecording(world, { source: "RecordVerb", channels: 1, track: "inbound", ...(hook && { hook }) }, { call });
  const finish = (digits: string) => {
    const isEmpty = call.act?.outcome === "silence" || (world.clock.now() - startedAt) * world.clock.speed() < SHORTEST_MS;
    finishRecording(world, recording.sid, { isEmpty });
    const params = {
      RecordingUrl: recordingUrl(world, recording.sid),
      RecordingSid: recording.sid,
      RecordingDuration: String(recording.durationSeconds ?? 0),
      ...(digits && { Digits: digits }),
    };
    return { isEmpty, params };
  };
  try {
    const { isEmpty, params } = finish(await untilDone(job));
    return isEmpty ? "next" : actionStep(job, params);
  } catch (error) {
    if (error instanceof Interrupted) {
      const { isEmpty, params } = finish("hangup");
      if (!isEmpty) lastWord(job, params);
    }
    throw error;
  } finally {
    delete call.onKey;
  }
};

/** Answers with the key that ended it, or nothing. */
async function untilDone({ world, call, element, signal }: VerbJob): Promise<string> {
  const silenceMs = whole(element.attributes.timeout, 5) * 1000;
  const spokenMs = call.act?.outcome === "silence" ? 0 : (call.act?.speakMs ?? 0);
  const longestMs = whole(element.attributes.maxLength, LONGEST_SECONDS) * 1000;
  const finishOn = element.attributes.finishOnKey ?? "1234567890*#";
  const key = new Promise<string>((resolve) => {
    call.onKey = (pressed) => finishOn.includes(pressed) && resolve(pressed);
  });
  return Promise.race([key, world.clock.sleep(Math.min(longestMs, spokenMs + silenceMs), signal).then(() => "")]);
}
