import { type Call, isOver } from "../../calls/call.ts";
import { endCall } from "../../calls/end.ts";
import { callSeconds } from "../../calls/status.ts";
import { Interrupted } from "../../clock/clock.ts";
import { type Element, isTrue, whole } from "../element.ts";
import { fetchDocument } from "../fetch.ts";
import { runVerb } from "../run.ts";
import type { VerbJob } from "../verb.ts";
import { makeChild } from "./child.ts";

/** Twilio's default: a bridge lasts at most 4 hours. */
const LONGEST_SECONDS = 14_400;

const STATUS_ORDER = ["busy", "no-answer", "failed", "canceled"] as const;

/** Rings the nouns (all at once, or in turn when `sequential`), bridges the first that answers, and stays until one side goes. */
export async function dialOut(job: VerbJob, outcome: Record<string, string>): Promise<void> {
  outcome.DialCallStatus = "failed";
  outcome.DialBridged = "false";
  if (!callerIdIsAllowed(job)) return;
  const children: Call[] = [];
  const hangUpChildren = () => children.forEach((child) => hangUpChild(job, child));
  job.signal.addEventListener("abort", hangUpChildren, { once: true });
  try {
    const nouns = nounsOf(job.element);
    const groups = isTrue(job.element.attributes.sequential, false) ? nouns.map((noun) => [noun]) : [nouns];
    for (const group of groups) {
      const answered = await ringGroup(job, group, children);
      if (answered) return await bridge(job, answered, outcome);
    }
    if (job.signal.aborted) throw new Interrupted();
    outcome.DialCallStatus = STATUS_ORDER.find((status) => children.some((child) => child.status === status)) ?? "failed";
    const last = children.at(-1);
    if (last) outcome.DialCallSid = last.sid;
  } finally {
    hangUpChildren();
    job.signal.removeEventListener("abort", hangUpChildren);
  }
}

function nounsOf(element: Element): Element[] {
  const nouns = element.children.filter((child) => ["Number", "Client", "Sip"].includes(child.name));
  return nouns.length > 0 || element.text === "" ? nouns : [{ name: "Number", attributes: {}, text: element.text, children: [] }];
}

function hangUpChild(job: VerbJob, child: Call): void {
  const status = child.answeredAt === undefined ? "canceled" : "completed";
  endCall(job.world, child, { status, sipCode: status === "canceled" ? "487" : "200", by: "parent" });
}

/** A number shown must be the account's own, or one of the parent's two. */
function callerIdIsAllowed({ world, call, element }: VerbJob): boolean {
  const { callerId } = element.attributes;
  const owned =
    callerId === undefined || callerId === call.from || callerId === call.to || world.numbers.size === 0 || world.numbers.has(callerId);
  if (!owned) world.alerts.raise(13214, "callerId: found a number that the account does not own", { callSid: call.sid });
  return owned;
}

/** Answers with the first child that picks up, having cancelled the others; with nothing when none does. */
async function ringGroup(job: VerbJob, nouns: Element[], children: Call[]): Promise<Call | undefined> {
  const group = nouns.flatMap((noun) => makeChild(job, noun) ?? []);
  children.push(...group);
  for (const child of group) job.world.dial(child);
  const winner = await firstAnswer(group);
  for (const child of group) if (child !== winner) hangUpChild(job, child);
  return winner;
}

function firstAnswer(group: Call[]): Promise<Call | undefined> {
  return new Promise((resolve) => {
    let left = group.length;
    if (left === 0) resolve(undefined);
    for (const child of group) {
      void child.answered.promise.then((answered) => {
        left--;
        if (answered) resolve(child);
        else if (left === 0) resolve(undefined);
      });
    }
  });
}

async function bridge(job: VerbJob, child: Call, outcome: Record<string, string>): Promise<void> {
  outcome.DialCallStatus = "completed";
  outcome.DialCallSid = child.sid;
  if (!(await passesScreen(job, child))) return;
  outcome.DialBridged = "true";
  job.world.journal.note("dial.bridged", job.call.sid, { child: child.sid });
  child.reach("joined");
  job.call.reach("joined");
  const limitMs = whole(job.element.attributes.timeLimit, LONGEST_SECONDS) * 1000;
  await untilOver(job, child, limitMs);
  hangUpChild(job, child);
  outcome.DialCallDuration = String(callSeconds(child));
  job.call.reach("left");
}

/** The document that a noun's `url` gives is run on the child alone; if it hangs up there is no bridge. */
async function passesScreen(job: VerbJob, child: Call): Promise<boolean> {
  const { program } = child;
  if (program.kind !== "bridge" || !program.screen) return true;
  const document = await fetchDocument(job.world, child, { source: program.screen, signal: child.life.signal });
  if ("code" in document) return true;
  for (const element of document.verbs) {
    const step = await runVerb(job.world, child, { element, document, signal: child.life.signal });
    if (step === "hang up" || isOver(child)) return false;
    if (step !== "next") return true;
  }
  return true;
}

async function untilOver({ world, call, element, signal }: VerbJob, child: Call, limitMs: number): Promise<void> {
  const over = new Promise<void>((resolve) => {
    if (isOver(child)) resolve();
    child.life.signal.addEventListener("abort", () => resolve(), { once: true });
    if (isTrue(element.attributes.hangupOnStar, false)) call.onKey = (key) => key === "*" && resolve();
  });
  const done = new AbortController();
  const stop = () => done.abort();
  signal.addEventListener("abort", stop, { once: true });
  try {
    await Promise.race([over, world.clock.sleep(limitMs, done.signal)]);
  } finally {
    delete call.onKey;
    signal.removeEventListener("abort", stop);
    done.abort();
  }
}
