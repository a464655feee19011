import { isNobody } from "../../../campaigns/attempts/answer.ts";
import { type CallEvent, isTerminal } from "../../../campaigns/attempts/call-event.ts";
import { type Instant, SECOND_MS } from "../../../campaigns/instant.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { StoredCarrierEvent } from "../../ports/carrier-event-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import type { ReadCarrierEvent } from "../../ports/voice-desk.ts";
import { hangUpLeftOver } from "../attempts/hang-up-left-over.ts";
import { nudgePacing } from "../nudge.ts";
import { type Applied, applyProgress } from "./apply-call-event.ts";
import { agentJoined, agentLeft, personJoined, personLeft } from "./apply-conference-event.ts";

type Deps = { stores: Stores; clock: Clock; jobQueue: JobQueue; log: Log; carrier: Carrier; readEvent: ReadCarrierEvent };

/** Events of a killed process are picked up by another after this long. */
const LEFT_OVER_AFTER_MS = 2 * SECOND_MS;
const MOST_AT_ONCE = 200;

export function makeApplyCarrierEvent(deps: Deps) {
  /** Apply one stored event, unless somebody has; each event once, in a transaction of its own. */
  async function applyCarrierEvent(id: string): Promise<void> {
    const done = await deps.stores.transaction(async (tx) => {
      const stored = await tx.carrierEvents.take(id);
      return stored && applyStored(tx, deps, stored);
    });
    if (done) await followUp(deps, done);
  }
  /** Apply what was stored and never applied because its process died in between. */
  async function applyLeftOverEvents(): Promise<number> {
    const before = deps.clock.now() - LEFT_OVER_AFTER_MS;
    const left = await deps.stores.transaction((tx) => tx.carrierEvents.takeUnapplied(before, MOST_AT_ONCE));
    for (const { id } of left) {
      try {
        await applyCarrierEvent(id);
      } catch (error) {
        // One event that cannot be applied must not hold back the others.
        deps.log.error({ eventId: id, err: error }, "a carrier event could not be applied");
      }
    }
    return left.length;
  }
  return { applyCarrierEvent, applyLeftOverEvents };
}

type Done = { event: CallEvent; outcome: Applied };

async function applyStored(tx: Stores, deps: Deps, stored: StoredCarrierEvent): Promise<Done | undefined> {
  const now = deps.clock.now();
  const event = deps.readEvent(stored);
  if (!event) {
    await tx.carrierEvents.markApplied(stored.id, now, "no-concern-of-ours");
    return undefined;
  }
  const outcome = await applyEvent(tx, event, now);
  await tx.carrierEvents.markApplied(stored.id, now, outcome);
  return { event, outcome };
}

function applyEvent(tx: Stores, event: CallEvent, now: Instant): Promise<Applied> {
  switch (event.kind) {
    case "call-progress":
      return applyProgress(tx, event, now);
    case "answer-detected":
      return noteAnswer(tx, event);
    case "person-joined":
      return personJoined(tx, event, now);
    case "person-left":
      return personLeft(tx, event, now);
    case "agent-joined":
      return agentJoined(tx, event, now);
    case "agent-left":
      return agentLeft(tx, event, now);
    case "conference-ended":
      // The legs' own endings say the same with the leg's name on it; a conference's name is used again.
      return Promise.resolve("noted");
    case "agent-line-progress":
      return isTerminal(event.status) ? agentLeft(tx, event, now) : Promise.resolve("noted");
  }
}

async function noteAnswer(tx: Stores, event: Extract<CallEvent, { kind: "answer-detected" }>): Promise<Applied> {
  const attempt = await tx.attempts.lock(event.attemptId);
  if (!attempt) return "no-such-attempt";
  if (attempt.carrierCallId && attempt.carrierCallId !== event.carrierCallId) return "another-call";
  if (attempt.state === "closed" || attempt.state === "released" || attempt.state === "wrapping-up") return "ignored";
  await tx.attempts.amend(attempt.id, { answer: event.answer });
  return "noted";
}

async function followUp(deps: Deps, { event, outcome }: Done): Promise<void> {
  if (event.kind === "answer-detected" && outcome === "noted" && isNobody(event.answer))
    // The agent is not left listening to a machine; the call's end frees them. The reaper does it when this fails.
    await deps.carrier.hangUp(event.carrierCallId);
  if (outcome !== "moved") return;
  if (event.kind === "person-left") {
    const attempt = await deps.stores.attempts.find(event.attemptId);
    // Closed at once, as the agent had said what came of it: they are free before the end of the call is told.
    if (attempt?.state === "closed") await hangUpLeftOver(deps, attempt);
  }
  await nudgePacing(deps);
}
