import { Interrupted } from "../../clock/clock.ts";
import { startRecording } from "../../recordings/start.ts";
import { lastWord } from "../action.ts";
import { dialConference } from "../dial/conference.ts";
import { dialOut } from "../dial/dial-out.ts";
import { recordingHook } from "../recording-hook.ts";
import type { Verb, VerbJob } from "../verb.ts";
import { resolveUrl, urlSource } from "../../webhooks/hook.ts";

/** Joins the call to others: into a room, or bridged to whoever picks up first. */
export const dial: Verb = async (job) => {
  const { element, document } = job;
  const room = element.children.find((child) => child.name === "Conference");
  const outcome: Record<string, string> = {};
  recordDial(job);
  try {
    if (room) await dialConference(job, room, outcome);
    else await dialOut(job, outcome);
  } catch (error) {
    if (error instanceof Interrupted) lastWord(job, outcome);
    throw error;
  }
  const { action, method } = element.attributes;
  return action ? { goTo: urlSource(resolveUrl(action, document.url), method, outcome) } : "next";
};

function recordDial({ world, call, element, document }: VerbJob): void {
  const wanted = element.attributes.record;
  if (!wanted || wanted === "do-not-record" || wanted === "false") return;
  const hook = recordingHook(element, document.url);
  const channels = wanted.endsWith("-dual") ? 2 : 1;
  call.recordingSid = startRecording(world, { source: "DialVerb", channels, track: "both", ...(hook && { hook }) }, { call }).sid;
}
