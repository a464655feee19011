import { hopperLevel, needsFilling } from "../../../campaigns/hopper/level.ts";
import { type PacingDecision, type PacingSnapshot, pace } from "../../../campaigns/pacing/pace.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAttempt } from "../announce.ts";
import { passOver } from "../hopper/pass-over.ts";
import { nudge } from "../nudge.ts";

type Deps = { stores: Stores; clock: Clock; ids: Ids; jobQueue: JobQueue; log: Log };

/** Decide how many calls to start, take that many contacts off the hoppers, and remind the dialers of each. */
export function makePaceCampaigns(deps: Deps) {
  return async function paceCampaigns(): Promise<PacingDecision[]> {
    const taken = await deps.stores.transaction(async (tx) => {
      if (!(await tx.pacing.lock())) return undefined;
      const room = await tx.carrierLimits.room();
      const snapshot: PacingSnapshot = { ...(await tx.pacing.snapshot()), ...room };
      const decisions = pace(snapshot);
      const reserved: Attempt[] = [];
      for (const decision of decisions) reserved.push(...(await reserveNext(deps, tx, decision)));
      return { snapshot, decisions, reserved };
    });
    if (!taken) return [];
    await remindDialers(deps, taken.reserved);
    for (const campaign of taken.snapshot.campaigns) {
      const wanted = hopperLevel({
        agentsSignedIn: taken.snapshot.freeAgents.length,
        dialRatio: campaign.dialRatio,
        callsPerSecond: taken.snapshot.callsPerSecond,
      });
      if (needsFilling(campaign.onHopper, wanted)) await nudge(deps, "fill-hopper", { campaignId: campaign.id });
    }
    return taken.decisions;
  };
}

async function remindDialers(deps: Deps, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  try {
    await deps.jobQueue.remindAll(
      "place-call",
      attempts.map((attempt) => ({ attemptId: attempt.id })),
    );
  } catch (error) {
    deps.log.warn({ err: error, attempts: attempts.length }, "reminders to place calls were not taken; the sweep will find them");
  }
}

async function reserveNext(deps: Deps, tx: Stores, decision: PacingDecision): Promise<Attempt[]> {
  const now = deps.clock.now();
  const candidates = await tx.hopper.take(decision.campaignId, decision.callsToStart);
  const attempts = await tx.attempts.reserve(
    candidates.map((candidate) => ({
      id: deps.ids.next(),
      kind: "list" as const,
      campaignId: candidate.campaignId,
      contactId: candidate.contactId,
      personId: candidate.personId,
      phone: candidate.phone,
      phonePosition: candidate.position,
      agentId: null,
      reservedAt: now,
    })),
  );
  const reserved = new Set(attempts.map((attempt) => attempt.contactId));
  for (const candidate of candidates) if (!reserved.has(candidate.contactId)) await passOver(tx, candidate, now);
  for (const attempt of attempts) await announceAttempt(tx, attempt);
  return attempts;
}
