/**
 * Attempts whose call is unknown: the carrier is asked for calls to that number since then. Found: bound and
 * believed. Not found after the deadline: closed as unknown. Never redialed.
 */
import { SECOND_MS } from "../../../campaigns/instant.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { nudgePacing } from "../nudge.ts";
import { applyCall } from "./ask-carrier.ts";
import { closeAttempt } from "./close-attempt.ts";

type Deps = { stores: Stores; clock: Clock; carrier: Carrier; jobQueue: JobQueue; log: Log; unknownDeadlineMs: number };

/** The carrier's lists are eventually consistent, so the same attempt is asked about again and again. */
const ASK_EVERY_MS = 3 * SECOND_MS;
/** The carrier's clock and ours may differ a little, and its dates are whole seconds. */
const CLOCK_MARGIN_MS = 5 * SECOND_MS;
const MOST_AT_ONCE = 50;

export function makeReconcileAttempts(deps: Deps) {
  return async function reconcileAttempts(): Promise<number> {
    const unknown = await deps.stores.attempts.stale("unknown", deps.clock.now() - ASK_EVERY_MS, MOST_AT_ONCE);
    let settled = 0;
    for (const attempt of unknown) {
      try {
        if (await reconcile(deps, attempt)) settled++;
      } catch (error) {
        deps.log.warn({ attemptId: attempt.id, err: error }, "the carrier could not be asked about an unknown attempt");
      }
    }
    if (settled > 0) await nudgePacing(deps);
    return settled;
  };
}

async function reconcile(deps: Deps, attempt: Attempt): Promise<boolean> {
  const since = (attempt.submittingAt ?? attempt.reservedAt) - CLOCK_MARGIN_MS;
  const listed = await deps.carrier.listCallsTo(attempt.phone, attempt.callerId ?? "", since);
  const bound = await deps.stores.attempts.boundCalls(listed.map((call) => call.carrierCallId));
  const [found] = listed.filter((call) => !bound.has(call.carrierCallId));
  if (found) {
    await applyCall(deps, attempt, found);
    return true;
  }
  return deps.stores.transaction(async (tx) => {
    const now = deps.clock.now();
    const locked = await tx.attempts.lock(attempt.id);
    if (locked?.state !== "unknown") return false;
    await tx.attempts.amend(locked.id, { checkedAt: now });
    if ((locked.unknownAt ?? now) > now - deps.unknownDeadlineMs) return false;
    await closeAttempt(tx, locked, { disposition: "unknown", source: "system", at: now });
    return true;
  });
}
