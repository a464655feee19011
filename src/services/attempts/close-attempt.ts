/** The one way by which an attempt ends: disposition, agent, contact and screens in one transaction. */
import { dispositionOf } from "../../../campaigns/attempts/disposition.ts";
import { recycle } from "../../../campaigns/attempts/recycle.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Attempt, AttemptChanges } from "../../ports/attempt-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { freeAgent } from "../agents/free-agent.ts";
import { announceAttempt } from "../announce.ts";

export type Closing = {
  disposition: string;
  source: "system" | "agent";
  at: Instant;
  changes?: AttemptChanges;
};

/** `undefined`: it had been closed before, and nothing changed. */
export async function closeAttempt(tx: Stores, attempt: Attempt, closing: Closing): Promise<Attempt | undefined> {
  const closed = await tx.attempts.move(attempt.id, "closed", closing.at, {
    ...closing.changes,
    disposition: closing.disposition,
    dispositionSource: closing.source,
  });
  if (!closed) return undefined;
  if (closed.agentId) await freeAgent(tx, { agentId: closed.agentId, attemptId: closed.id, now: closing.at });
  await moveContactOn(tx, closed, closing.at);
  await announceAttempt(tx, closed);
  return closed;
}

/** Let a reserved attempt go: no call was placed, so nothing is used up. */
export async function releaseAttempt(
  tx: Stores,
  attempt: Attempt,
  release: { reason: string; at: Instant; contact: { finish: string } | { dueAt: Instant } },
): Promise<Attempt | undefined> {
  const released = await tx.attempts.move(attempt.id, "released", release.at, {
    disposition: "not-placed",
    dispositionSource: "system",
    refusal: release.reason,
  });
  if (!released) return undefined;
  if (released.agentId) await freeAgent(tx, { agentId: released.agentId, attemptId: released.id, now: release.at });
  const { campaignId, contactId } = attempt;
  if ("finish" in release.contact)
    await tx.hopper.finish(campaignId, contactId, { reason: release.contact.finish, lastDisposition: null, placed: false });
  else
    await tx.hopper.putBack(campaignId, contactId, {
      dueAt: release.contact.dueAt,
      position: attempt.phonePosition,
      waitReason: release.reason,
      lastDisposition: null,
      placed: false,
    });
  await announceAttempt(tx, released);
  return released;
}

async function moveContactOn(tx: Stores, attempt: Attempt, now: Instant): Promise<void> {
  const code = attempt.disposition ?? "unknown";
  const disposition = dispositionOf(code);
  if (disposition?.consequence === "next-number") await tx.hopper.markBad(attempt.contactId, attempt.phonePosition, code);
  const campaign = await tx.dialing.find(attempt.campaignId);
  if (!campaign) throw new Error(`campaign: found none with id ${attempt.campaignId}, expected the attempt's campaign`);
  const tally = await tx.attempts.tally(attempt.campaignId, attempt.contactId);
  const answer = recycle(
    {
      rules: campaign.settings.recycle,
      fallback: campaign.settings.recycleFallback,
      mostAttempts: campaign.settings.mostAttemptsPerContact,
    },
    {
      disposition: code,
      closedAt: now,
      position: attempt.phonePosition,
      goodPositions: await tx.hopper.goodPositions(attempt.contactId),
      attemptCount: tally.placed,
      sameDispositionCount: tally.byDisposition.get(code) ?? 1,
    },
  );
  if (answer.next === "finish")
    await tx.hopper.finish(attempt.campaignId, attempt.contactId, { reason: answer.reason, lastDisposition: code, placed: true });
  else
    await tx.hopper.putBack(attempt.campaignId, attempt.contactId, {
      dueAt: answer.dueAt,
      position: answer.position,
      waitReason: "recycled",
      lastDisposition: code,
      placed: true,
    });
}
