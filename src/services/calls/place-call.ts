import { SECOND_MS } from "../../../campaigns/instant.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { CallOrder, CallOutcome, Carrier } from "../../ports/carrier.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Pause } from "../../ports/pause.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAttempt } from "../announce.ts";
import { closeAttempt, releaseAttempt } from "../attempts/close-attempt.ts";
import { moveCampaign } from "../campaigns/move-campaign.ts";
import { nudgePacing } from "../nudge.ts";
import { makeTakeBackStopped } from "../stops/end-calls.ts";
import { makeReleaseAttempt, type Release } from "./release-attempt.ts";

type Deps = { stores: Stores; clock: Clock; ids: Ids; carrier: Carrier; jobQueue: JobQueue; log: Log; pause: Pause };

/** An attempt that finds no slot for this long is let go, so that its contact is not held from others. */
const MOST_WAIT_MS = 10 * SECOND_MS;

export type Placed = Exclude<Release["outcome"], "wait"> | "no-slot";

/**
 * Release one reserved attempt and place its call. May run twice at once for the same attempt: the second run
 * finds nothing to do. Asking the carrier is never repeated here, whatever it answers.
 */
export function makePlaceCall(deps: Deps) {
  const release = makeReleaseAttempt(deps);
  // One of this process waits for the limiter at a time: the others would only wake up to find the slot gone.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return async function placeCall(attemptId: string): Promise<Placed> {
    const atOnce = await release(attemptId);
    const released = atOnce.outcome === "wait" ? await inTurn(() => releaseWhenFree(deps, release, attemptId)) : atOnce;
    if (released.outcome === "wait") {
      await letGo(deps, attemptId);
      return "no-slot";
    }
    if (released.outcome === "refused") await nudgePacing(deps);
    if (released.outcome === "released") await submit(deps, released.order);
    return released.outcome;
  };
}

async function releaseWhenFree(deps: Deps, release: (attemptId: string) => Promise<Release>, attemptId: string): Promise<Release> {
  const giveUpAt = deps.clock.now() + MOST_WAIT_MS;
  for (;;) {
    const released = await release(attemptId);
    if (released.outcome !== "wait" || deps.clock.now() + released.waitMs > giveUpAt) return released;
    await deps.pause(released.waitMs);
  }
}

const letGo = (deps: Deps, attemptId: string): Promise<unknown> =>
  deps.stores.transaction(async (tx) => {
    const attempt = await tx.attempts.lock(attemptId);
    const now = deps.clock.now();
    if (attempt?.state === "reserved") await releaseAttempt(tx, attempt, { reason: "no-slot", at: now, contact: { dueAt: now } });
  });

async function submit(deps: Deps, order: CallOrder): Promise<void> {
  const outcome = await deps.carrier.placeCall(order);
  await deps.stores.transaction((tx) => apply(tx, deps, { order, outcome }));
  if (outcome.outcome === "placed" && outcome.queuedMs > 0) {
    // A call in the carrier's queue would ring when no agent may be free: take it back and slow down.
    deps.log.warn({ attemptId: order.attemptId, queuedMs: outcome.queuedMs }, "the carrier queued a call: cancelled, pacing lowered");
    await takeBack(deps, outcome.carrierCallId);
  }
  // A stop that came while the carrier was being asked could not name this call.
  if (outcome.outcome === "placed") await makeTakeBackStopped(deps)();
  if (outcome.outcome !== "placed") {
    deps.log.warn(
      { attemptId: order.attemptId, outcome: outcome.outcome, code: outcome.code, detail: outcome.message },
      "the carrier did not take a call",
    );
    await nudgePacing(deps);
  }
}

/** Should the carrier not answer, the call goes on like any other: its events and the reaper follow it. */
async function takeBack(deps: Deps, carrierCallId: string): Promise<void> {
  try {
    await deps.carrier.cancelCall(carrierCallId);
  } catch (error) {
    deps.log.warn({ carrierCallId, err: error }, "a queued call could not be cancelled");
  }
}

type Answered = { order: CallOrder; outcome: CallOutcome };

async function apply(tx: Stores, deps: Deps, { order, outcome }: Answered): Promise<void> {
  const attempt = await tx.attempts.lock(order.attemptId);
  if (!attempt) return;
  const at = deps.clock.now();
  switch (outcome.outcome) {
    case "placed":
      if (outcome.queuedMs > 0) await tx.carrierLimits.slowDown();
      // Webhooks may have run ahead of this answer: then only the call's id is new, if that.
      if (!attempt.carrierCallId) await tx.attempts.amend(attempt.id, { carrierCallId: outcome.carrierCallId });
      return settle(tx, await tx.attempts.move(attempt.id, "dialing", at));
    case "unknown":
      // Only from submitting: a webhook that has arrived since is better knowledge than a missing answer.
      return settle(
        tx,
        attempt.state === "submitting" ? await tx.attempts.move(attempt.id, "unknown", at, { errorCode: outcome.code }) : undefined,
      );
    case "try-later":
      await tx.carrierLimits.slowDown();
      if (attempt.state === "submitting")
        await releaseAttempt(tx, attempt, { reason: "carrier-busy", at, contact: { dueAt: at + 5 * SECOND_MS } });
      return;
    case "refused":
      if (attempt.state !== "submitting") return;
      if (outcome.blame === "caller-id")
        await tx.callerIds.reportFault(order.callerId, { errorCode: outcome.code, reason: outcome.message, at });
      await closeAttempt(tx, attempt, { disposition: outcome.disposition, source: "system", at, changes: { errorCode: outcome.code } });
      if (outcome.blame === "account") await halt(tx, attempt.campaignId, `carrier-${outcome.code}`);
  }
}

/** The carrier refuses the account's calls: the campaign stops, and its marketer is shown why. */
const halt = (tx: Stores, id: string, stateReason: string): Promise<unknown> =>
  moveCampaign(tx, { id, action: "pause", decide: () => ({ state: "paused", stateReason }) });

const settle = async (tx: Stores, moved: Attempt | undefined): Promise<void> => {
  if (moved) await announceAttempt(tx, moved);
};
