/**
 * Nothing hangs (invariant 3). Every state has a time after which it cannot be right any more; then the carrier is
 * asked, and what it says is applied like an event. Each finding is a transaction of its own.
 */
import { rankOf } from "../../../campaigns/attempts/call-event.ts";
import { SECOND_MS } from "../../../campaigns/instant.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { nudgePacing } from "../nudge.ts";
import { makeTakeBackStopped } from "../stops/end-calls.ts";
import { askCarrier } from "./ask-carrier.ts";
import { closeAttempt, releaseAttempt } from "./close-attempt.ts";
import { hangUpLeftOver } from "./hang-up-left-over.ts";
import { rescueAnswered } from "./rescue-answered.ts";

type Deps = { stores: Stores; clock: Clock; carrier: Carrier; jobQueue: JobQueue; log: Log; requestTimeoutMs: number };

/** A reserved attempt that nobody released; a preview may be looked at for five minutes. */
const RESERVED_FOR_MS = 30 * SECOND_MS;
const PREVIEW_FOR_MS = 300 * SECOND_MS;
/** Beyond the request's own time limit: its process was killed between the release and the answer. */
const SUBMITTING_MARGIN_MS = 5 * SECOND_MS;
/** Ringing is limited by the campaign (600 s at most); asking the carrier costs little, so it is asked sooner. */
const IN_THE_AIR_FOR_MS = 20 * SECOND_MS;
/** The join is expected within 1.5 s of the answer; the rest is for a carrier that tells us late. */
const ANSWERED_FOR_MS = 3 * SECOND_MS;
/** How often the carrier is asked whether a conversation is still one. */
const CONNECTED_CHECK_MS = 20 * SECOND_MS;
const ABANDONED_FOR_MS = 20 * SECOND_MS;
/** A person who has left the room hears a word of apology at most: their call holds a line until its end is told. */
const ENDING_FOR_MS = 20 * SECOND_MS;
const MOST_AT_ONCE = 100;

export function makeReapAttempts(deps: Deps) {
  const takeBackStopped = makeTakeBackStopped(deps);
  return async function reapAttempts(): Promise<number> {
    const now = deps.clock.now();
    const due: [Parameters<Stores["attempts"]["stale"]>[0], number, (attempt: Attempt) => Promise<unknown>][] = [
      ["reserved", RESERVED_FOR_MS, (attempt) => letReservedGo(deps, attempt)],
      ["submitting", deps.requestTimeoutMs + SUBMITTING_MARGIN_MS, (attempt) => callUnknown(deps, attempt)],
      ["dialing", IN_THE_AIR_FOR_MS, (attempt) => askCarrier(deps, attempt)],
      ["ringing", IN_THE_AIR_FOR_MS, (attempt) => askCarrier(deps, attempt)],
      ["answered", ANSWERED_FOR_MS, (attempt) => rescueAnswered(deps, attempt)],
      ["connected", CONNECTED_CHECK_MS, (attempt) => askCarrier(deps, attempt)],
      ["abandoned", ABANDONED_FOR_MS, (attempt) => askCarrier(deps, attempt)],
      ["wrapping-up", ENDING_FOR_MS, (attempt) => learnEnd(deps, attempt)],
    ];
    // First what needs no carrier: it must not wait for one that is slow or away.
    let reaped = await attendAll(deps, await deps.stores.attempts.overdueWrapUps(now, MOST_AT_ONCE), (late) => endWrapUp(deps, late));
    await takeBackStopped();
    for (const [state, afterMs, mend] of due)
      reaped += await attendAll(deps, await deps.stores.attempts.stale(state, now - afterMs, MOST_AT_ONCE), mend);
    if (reaped > 0) await nudgePacing(deps);
    return reaped;
  };
}

/** Questions to the carrier at the same time. */
const SIDE_BY_SIDE = 8;

async function attendAll(deps: Deps, attempts: readonly Attempt[], mend: (attempt: Attempt) => Promise<unknown>): Promise<number> {
  let mended = 0;
  for (let first = 0; first < attempts.length; first += SIDE_BY_SIDE) {
    const some = attempts.slice(first, first + SIDE_BY_SIDE);
    const done = await Promise.all(some.map((attempt) => attend(deps, attempt, mend)));
    mended += done.reduce((sum, one) => sum + one, 0);
  }
  return mended;
}

/** One attempt that cannot be mended now must not keep the others waiting. */
async function attend(deps: Deps, attempt: Attempt, mend: (attempt: Attempt) => Promise<unknown>): Promise<number> {
  try {
    await mend(attempt);
    return 1;
  } catch (error) {
    deps.log.error({ attemptId: attempt.id, state: attempt.state, err: error }, "an attempt that hangs could not be mended yet");
    return 0;
  }
}

const letReservedGo = (deps: Deps, seen: Attempt): Promise<unknown> =>
  deps.stores.transaction(async (tx) => {
    const attempt = await tx.attempts.lock(seen.id);
    const now = deps.clock.now();
    if (attempt?.state !== "reserved") return;
    if (attempt.kind === "preview" && attempt.reservedAt > now - PREVIEW_FOR_MS) return;
    await releaseAttempt(tx, attempt, { reason: "not-released-in-time", at: now, contact: { dueAt: now } });
  });

const callUnknown = (deps: Deps, seen: Attempt): Promise<unknown> =>
  deps.stores.transaction((tx) => tx.attempts.move(seen.id, "unknown", deps.clock.now(), { errorCode: "no-answer-from-carrier" }));

/** The wrap-up began when the person left, and the end of their call was not told. */
const learnEnd = async (deps: Deps, attempt: Attempt): Promise<unknown> =>
  attempt.carrierRank < rankOf("ended") ? askCarrier(deps, attempt) : undefined;

const endWrapUp = async (deps: Deps, seen: Attempt): Promise<unknown> => {
  await hangUpLeftOver(deps, seen);
  return deps.stores.transaction(async (tx) => {
    const attempt = await tx.attempts.lock(seen.id);
    const now = deps.clock.now();
    if (attempt?.state !== "wrapping-up" || (attempt.wrapUpUntil ?? 0) > now) return;
    const chosen = attempt.chosenDisposition;
    await closeAttempt(tx, attempt, { disposition: chosen ?? "not-dispositioned", source: chosen ? "agent" : "system", at: now });
  });
};
