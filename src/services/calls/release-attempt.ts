/**
 * The releasing transaction: the only road to the carrier. The gate is asked with what this transaction sees, under
 * locks that make it last: the attempt's row, the number and its person (do-not-call, caps), the campaign (pause), the limiter.
 */

import type { Campaign } from "../../../campaigns/campaign.ts";
import { waitOf } from "../../../campaigns/hopper/waiting.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { CallOrder } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Candidate } from "../../ports/hopper-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAttempt } from "../announce.ts";
import { releaseAttempt as letGo } from "../attempts/close-attempt.ts";
import { judge } from "./judge.ts";
import { ledgerEntry, type LedgerDeps } from "./ledger-entry.ts";

export type Release =
  /** It is ours alone to place this call, now. */
  | { outcome: "released"; order: CallOrder }
  | { outcome: "refused"; reason: string }
  /** No slot yet: ask again after this long, and the gate is asked again too. */
  | { outcome: "wait"; waitMs: number }
  /** Another run took it, or it is over. */
  | { outcome: "nothing-to-do" };

class NoSlot extends Error {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super("no slot at the carrier");
    this.waitMs = waitMs;
  }
}

type Deps = LedgerDeps & { stores: Stores; clock: Clock };

export function makeReleaseAttempt(deps: Deps) {
  return async function release(attemptId: string): Promise<Release> {
    try {
      return await deps.stores.transaction((tx) => releaseWithin(tx, deps, attemptId));
    } catch (error) {
      // Thrown so that the transaction leaves no trace: the decision of a release that did not happen is none.
      if (error instanceof NoSlot) return { outcome: "wait", waitMs: error.waitMs };
      throw error;
    }
  };
}

async function releaseWithin(tx: Stores, deps: Deps, attemptId: string): Promise<Release> {
  const attempt = await tx.attempts.lock(attemptId);
  if (attempt?.state !== "reserved") return { outcome: "nothing-to-do" };
  await tx.callees.forRelease(attempt);
  const campaign = await tx.dialing.findForDialing(attempt.campaignId);
  const candidate = await tx.hopper.candidate(attempt.campaignId, attempt.contactId, attempt.phonePosition);
  const now = deps.clock.now();
  if (!campaign || !candidate) return refuse(tx, attempt, { reason: "contact-gone", finish: true, until: now, now });
  // The number may have been corrected since the contact was taken; the call goes where the gate looked.
  if (candidate.phone !== attempt.phone) return refuse(tx, attempt, { reason: "number-changed", finish: false, until: now, now });
  // Two contacts were found to be one person meanwhile: taken again, as that person.
  if (candidate.personId !== attempt.personId) return refuse(tx, attempt, { reason: "person-changed", finish: false, until: now, now });
  const [decision] = await judge(tx, { campaign, asked: [{ ...candidate, kind: attempt.kind, exceptAttemptId: attempt.id }], now });
  if (!decision) throw new Error("gate: found no decision, expected one");
  const judged = { campaign, candidate, attemptId: attempt.id, attemptKind: attempt.kind, askedBy: askedBy(attempt), decision, now };
  if (decision.answer !== "call") {
    const { waitReason: reason, dueAt: until } =
      decision.answer === "wait" ? waitOf(decision, now) : { waitReason: decision.reasons[0]?.code ?? "refused", dueAt: now };
    const refused = await refuse(tx, attempt, { reason, finish: decision.answer === "never", until, now });
    await tx.decisions.add([ledgerEntry(deps, { ...judged, callerId: null })]);
    return refused;
  }
  const [callerId] = await tx.callerIds.fit(campaign.settings.callerIds);
  if (!callerId) return refuse(tx, attempt, { reason: "no-caller-id", finish: false, until: now + 60_000, now });
  const slot = await tx.carrierLimits.take();
  if (!slot.granted) throw new NoSlot(slot.waitMs);
  const submitting = await tx.attempts.move(attempt.id, "submitting", now, { callerId, ...about(campaign, candidate) });
  if (!submitting) return { outcome: "nothing-to-do" };
  await tx.consents.addUses(decision.evidence.consentIds, { attemptId: attempt.id, usedAt: now });
  await announceAttempt(tx, submitting);
  // Last, after the limiter: whoever writes the ledger holds its end until the commit.
  await tx.decisions.add([ledgerEntry(deps, { ...judged, callerId })]);
  return { outcome: "released", order: orderOf(submitting, campaign, callerId) };
}

/** What later calls are counted by. */
const about = ({ settings: { callKind, subject } }: Campaign, { debtId, place: { jurisdictions } }: Candidate) => ({
  callKind,
  subject,
  debtId,
  jurisdictions,
});

const orderOf = (attempt: Attempt, campaign: Campaign, callerId: string): CallOrder => ({
  attemptId: attempt.id,
  to: attempt.phone,
  callerId,
  ringTimeoutSeconds: campaign.settings.ringTimeoutSeconds,
  answerDetection: campaign.settings.answerDetection,
});

async function refuse(
  tx: Stores,
  attempt: Attempt,
  refusal: { reason: string; finish: boolean; until: Instant; now: Instant },
): Promise<Release> {
  const contact = refusal.finish ? { finish: refusal.reason } : { dueAt: refusal.until };
  await letGo(tx, attempt, { reason: refusal.reason, at: refusal.now, contact });
  return { outcome: "refused", reason: refusal.reason };
}

/** A list is dialed by the machine; a preview by the agent who looked at it. */
const askedBy = (attempt: Attempt): string => (attempt.kind === "list" || !attempt.agentId ? "release" : `agent:${attempt.agentId}`);
