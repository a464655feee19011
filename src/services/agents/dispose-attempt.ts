import { AGENT_DISPOSITIONS, dispositionOf } from "../../../campaigns/attempts/disposition.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAttempt } from "../announce.ts";
import { closeAttempt } from "../attempts/close-attempt.ts";
import { hangUpLeftOver } from "../attempts/hang-up-left-over.ts";
import { nudgePacing } from "../nudge.ts";

export type DispositionWish = {
  attemptId: string;
  disposition: string;
  note: string | null;
  /** Where the agent wants to be afterwards. */
  then: "available" | "on-break" | null;
};
export type DispositionAnswer =
  | { ok: true; attempt: Attempt }
  | { ok: false; reason: "unknown-disposition" | "no-such-attempt" | "not-your-attempt" | "nothing-to-dispose"; detail?: string };

/**
 * Takes back every consent of whoever answers the number and forbids calls to all numbers of theirs, within the same
 * transaction. `source` says by which way they asked: "agent", "keypress", "sms".
 */
export type ForbidWithin = (
  tx: Stores,
  entry: { phone: string; reason: string; source: string; createdBy: string | null; at: Instant; attemptId?: string },
) => Promise<void>;

type Deps = { stores: Stores; clock: Clock; carrier: Carrier; jobQueue: JobQueue; log: Log; forbid: ForbidWithin };

/**
 * The agent says what came of the call. While the person is still on the line it is kept and closes the attempt when
 * they are gone; in the wrap-up it closes the attempt at once. Saying the same again changes nothing. Said too late,
 * it is refused, but a do-not-call entry is made all the same.
 */
export function makeDisposeAttempt(deps: Deps) {
  return async function disposeAttempt(agentId: string, wish: DispositionWish): Promise<DispositionAnswer> {
    const disposition = dispositionOf(wish.disposition);
    if (disposition?.source !== "agent")
      return { ok: false, reason: "unknown-disposition", detail: AGENT_DISPOSITIONS.map(({ code }) => code).join(", ") };
    const seen = await deps.stores.attempts.find(wish.attemptId);
    if (seen?.agentId === agentId && seen.state === "wrapping-up") await hangUpLeftOver(deps, seen);
    const answer = await deps.stores.transaction((tx) => dispose(tx, deps, { agentId, wish }));
    if (answer.ok) await nudgePacing(deps);
    return answer;
  };
}

async function dispose(tx: Stores, deps: Deps, { agentId, wish }: { agentId: string; wish: DispositionWish }): Promise<DispositionAnswer> {
  const now = deps.clock.now();
  const attempt = await tx.attempts.lock(wish.attemptId);
  if (!attempt) return { ok: false, reason: "no-such-attempt" };
  if (attempt.agentId !== agentId) return { ok: false, reason: "not-your-attempt" };
  if (attempt.state === "closed" && attempt.disposition === wish.disposition) return { ok: true, attempt };
  // The person has asked for it, whether or not the wrap-up has run out.
  if (dispositionOf(wish.disposition)?.consequence === "never-again" && attempt.connectedAt !== null)
    await deps.forbid(tx, {
      phone: attempt.phone,
      reason: "asked-by-the-person",
      source: "agent",
      createdBy: agentId,
      at: now,
      attemptId: attempt.id,
    });
  if (attempt.state !== "connected" && attempt.state !== "wrapping-up")
    return { ok: false, reason: "nothing-to-dispose", detail: attempt.state };
  if (wish.then) await tx.agents.change(agentId, { pauseAfter: wish.then === "on-break", pauseReason: null }, now);
  const changes = { chosenDisposition: wish.disposition, note: wish.note ?? attempt.note };
  if (attempt.state === "wrapping-up") {
    const closed = await closeAttempt(tx, attempt, { disposition: wish.disposition, source: "agent", at: now, changes });
    return closed ? { ok: true, attempt: closed } : { ok: false, reason: "nothing-to-dispose" };
  }
  await tx.attempts.amend(attempt.id, changes);
  const chosen = { ...attempt, chosenDisposition: wish.disposition };
  await announceAttempt(tx, chosen);
  return { ok: true, attempt: chosen };
}
