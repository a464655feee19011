import type { Call } from "../../calls/call.ts";
import { Interrupted } from "../../clock/clock.ts";
import type { World } from "../../world.ts";
import { isTrue, whole, words } from "../element.ts";
import { actionStep } from "../action.ts";
import { runVerb } from "../run.ts";
import type { Verb, VerbJob } from "../verb.ts";

/** How long a listener takes to be sure that speech has ended; assumed. */
const SPEECH_MS = 1500;

type Heard = { digits: string; finishedOn: string; speech: string };

/** Listens for keys or speech while its prompts play and for `timeout` seconds after. */
export const gather: Verb = async (job) => {
  const { call, element } = job;
  const prompts = new AbortController();
  const abortPrompts = () => prompts.abort();
  job.signal.addEventListener("abort", abortPrompts, { once: true });
  try {
    call.reach("gather");
    const heard = await listen(job, prompts);
    const nothing = heard.digits === "" && heard.finishedOn === "" && heard.speech === "";
    if (nothing && !isTrue(element.attributes.actionOnEmptyResult, false)) return "next";
    return actionStep(job, {
      ...(heard.speech ? { SpeechResult: heard.speech, Confidence: "0.9" } : { Digits: heard.digits }),
      ...(heard.finishedOn && { FinishedOnKey: heard.finishedOn }),
    });
  } finally {
    prompts.abort();
    delete call.onKey;
    job.signal.removeEventListener("abort", abortPrompts);
  }
};

async function listen(job: VerbJob, prompts: AbortController): Promise<Heard> {
  const { world, call, element, signal } = job;
  const silence = makeSilence(world, whole(element.attributes.timeout, 5) * 1000);
  const keys = collectKeys(call, element.attributes, () => {
    prompts.abort();
    silence.restart();
  });
  const prompting = playPrompts(job, prompts.signal).then(() => silence.restart());
  const interrupted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  try {
    await Promise.race([keys.complete, hearSpeech(job), prompting.then(() => silence.over), interrupted]);
    if (signal.aborted) throw new Interrupted();
    return { ...keys.heard(), speech: call.act?.speech && wantsSpeech(element.attributes.input) ? call.act.speech : "" };
  } finally {
    silence.stop();
  }
}

const wantsSpeech = (input: string | undefined) => words(input, ["dtmf"]).has("speech");

/** Rings down after so long without a key; starts when told. */
function makeSilence(world: World, timeoutMs: number) {
  let cancel = () => {};
  let ring: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    ring = resolve;
  });
  return {
    over,
    stop: () => cancel(),
    restart() {
      cancel();
      cancel = world.clock.after(timeoutMs, ring);
    },
  };
}

function collectKeys(call: Call, attributes: Record<string, string>, onEach: () => void) {
  const finishOn = attributes.finishOnKey ?? "#";
  const wanted = whole(attributes.numDigits, Number.POSITIVE_INFINITY);
  let digits = "";
  let finishedOn = "";
  const complete = new Promise<void>((resolve) => {
    call.onKey = (key) => {
      if (finishOn.includes(key)) finishedOn = key;
      else digits += key;
      onEach();
      if (finishedOn || digits.length >= wanted) resolve();
    };
  });
  return { complete, heard: () => ({ digits, finishedOn }) };
}

function hearSpeech({ world, call, element, signal }: VerbJob): Promise<void> {
  if (!call.act?.speech || !wantsSpeech(element.attributes.input)) return new Promise(() => {});
  return world.clock.sleep(SPEECH_MS, signal);
}

async function playPrompts(job: VerbJob, signal: AbortSignal): Promise<void> {
  try {
    for (const element of job.element.children) await runVerb(job.world, job.call, { element, document: job.document, signal });
  } catch {
    // A key or the call's end cuts the prompt short; what comes next is decided by who waits.
  }
}
