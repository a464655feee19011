import { type Call, isOver } from "../calls/call.ts";
import { endCall } from "../calls/end.ts";
import { Interrupted } from "../clock/clock.ts";
import type { Hook, Source } from "../webhooks/hook.ts";
import type { World } from "../world.ts";
import { unknownAttributes } from "./attributes.ts";
import type { Element } from "./element.ts";
import { type Document, fetchDocument } from "./fetch.ts";
import type { Step } from "./verb.ts";

/** How long "an application error has occurred" takes to say; assumed. */
const APPLICATION_ERROR_MS = 3000;

/**
 * Runs a document on an answered call, and whatever documents it leads to, until the last one ends: then hangs up.
 * A call that already runs one leaves it. Never rejects.
 */
export async function runDocument(world: World, call: Call, { source, fallback }: { source: Source; fallback?: Hook }): Promise<void> {
  call.flow?.abort();
  const flow = new AbortController();
  call.flow = flow;
  call.life.signal.addEventListener("abort", () => flow.abort(), { once: true });
  try {
    for (let next: Source | undefined = source; next; ) {
      next = await runOne(world, call, { source: next, fallback, signal: flow.signal });
    }
    endCall(world, call, { status: "completed", sipCode: "200", by: "document" });
  } catch (error) {
    if (error instanceof Interrupted) return;
    world.journal.note("carrier.bug", call.sid, { error: String(error) });
    endCall(world, call, { status: "failed", sipCode: "500", by: "carrier" });
  }
}

type Run = { source: Source; fallback: Hook | undefined; signal: AbortSignal };

async function runOne(world: World, call: Call, { source, fallback, signal }: Run): Promise<Source | undefined> {
  let document = await fetchDocument(world, call, { source, signal });
  if ("code" in document && fallback) {
    world.alerts.raise(document.code, document.message, { callSid: call.sid, url: document.url });
    const params = { ErrorCode: String(document.code), ErrorUrl: document.url };
    document = await fetchDocument(world, call, { source: { kind: "url", ...fallback, params }, signal });
  }
  if ("code" in document) {
    world.alerts.raise(document.code, document.message, { callSid: call.sid, url: document.url });
    await world.clock.sleep(APPLICATION_ERROR_MS, signal);
    return undefined;
  }
  call.reach("afterTwimlBeforeJoin");
  if (signal.aborted) throw new Interrupted();
  return runVerbs(world, call, { document, signal });
}

async function runVerbs(
  world: World,
  call: Call,
  { document, signal }: { document: Document; signal: AbortSignal },
): Promise<Source | undefined> {
  for (const element of document.verbs) {
    const step = await runVerb(world, call, { element, document, signal });
    if (signal.aborted) throw new Interrupted();
    if (step === "hang up" || isOver(call)) return undefined;
    if (step !== "next") return step.goTo;
  }
  return undefined;
}

/** Runs one verb; one that the carrier does not know is skipped with an alert. */
export async function runVerb(world: World, call: Call, one: { element: Element; document: Document; signal: AbortSignal }): Promise<Step> {
  const { element, document } = one;
  const about = { callSid: call.sid, ...(document.url && { url: document.url }) };
  const verb = world.verbs[element.name];
  if (!verb) {
    world.alerts.raise(12200, `verb: found ${element.name}, which is not known here`, about);
    return "next";
  }
  for (const name of unknownAttributes(element)) world.alerts.raise(12200, `${element.name}: found unknown attribute ${name}`, about);
  world.journal.note(`twiml.${element.name}`, call.sid);
  return verb({ world, call, ...one });
}
