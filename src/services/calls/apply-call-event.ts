/** Applies one carrier event to the attempt it is about: by rank, the first terminal one wins. */
import { isNobody } from "../../../campaigns/attempts/answer.ts";
import { type CallEvent, isTerminal, rankOf } from "../../../campaigns/attempts/call-event.ts";
import { type Instant, SECOND_MS } from "../../../campaigns/instant.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAgent, announceAttempt } from "../announce.ts";
import { closeAttempt } from "../attempts/close-attempt.ts";

export type Progress = Omit<Extract<CallEvent, { kind: "call-progress" }>, "kind">;

/** What was done with an event, kept beside it. */
export type Applied = "moved" | "noted" | "ignored" | "no-such-attempt" | "another-call";

export async function applyProgress(tx: Stores, progress: Progress, now: Instant): Promise<Applied> {
  const attempt = await tx.attempts.lock(progress.attemptId);
  if (!attempt) return "no-such-attempt";
  if (attempt.carrierCallId && attempt.carrierCallId !== progress.carrierCallId) return "another-call";
  if (attempt.state === "closed" || attempt.state === "released" || attempt.state === "reserved") return "ignored";
  const rank = rankOf(progress.status);
  if (rank <= attempt.carrierRank) return "ignored";
  await tx.attempts.amend(attempt.id, {
    carrierCallId: progress.carrierCallId,
    carrierRank: rank,
    carrierStatus: progress.status,
    sipCode: progress.sipCode ?? undefined,
    errorCode: progress.errorCode ?? undefined,
  });
  if (isTerminal(progress.status)) return endCall(tx, attempt, { disposition: progress.disposition ?? "failed", now });
  const to =
    progress.status === "queued" || progress.status === "dialing" ? "dialing" : progress.status === "ringing" ? "ringing" : "answered";
  const moved = await tx.attempts.move(attempt.id, to, now);
  if (moved) await announceAttempt(tx, moved);
  return moved ? "moved" : "noted";
}

/** The call is over: what becomes of the attempt depends on how far it had come. */
export async function endCall(tx: Stores, attempt: Attempt, end: { disposition: string; now: Instant }): Promise<Applied> {
  switch (attempt.state) {
    case "connected":
      return wrapUp(tx, attempt, end.now);
    case "abandoned":
      return (await closeAttempt(tx, attempt, {
        disposition: "abandoned",
        source: "system",
        at: end.now,
        changes: { callEndedAt: end.now },
      }))
        ? "moved"
        : "ignored";
    case "wrapping-up":
    case "closed":
    case "released":
    case "reserved":
      return "ignored";
    default: {
      const disposition = isNobody(attempt.answer) ? attempt.answer : end.disposition;
      const changes = { callEndedAt: end.now };
      return (await closeAttempt(tx, attempt, { disposition, source: "system", at: end.now, changes })) ? "moved" : "ignored";
    }
  }
}

/** The person has gone: the agent writes down what came of it, within the campaign's time. */
export async function wrapUp(tx: Stores, attempt: Attempt, now: Instant): Promise<Applied> {
  const campaign = await tx.dialing.find(attempt.campaignId);
  const wrapUpUntil = now + (campaign?.settings.wrapUpSeconds ?? 0) * SECOND_MS;
  const wrapping = await tx.attempts.move(attempt.id, "wrapping-up", now, { wrapUpUntil });
  if (!wrapping) return "ignored";
  // A disposition given while the person was still on the line closes the attempt as soon as they are gone.
  if (wrapping.chosenDisposition || isNobody(wrapping.answer)) {
    const disposition = wrapping.chosenDisposition ?? wrapping.answer ?? "unknown";
    await closeAttempt(tx, wrapping, { disposition, source: wrapping.chosenDisposition ? "agent" : "system", at: now });
    return "moved";
  }
  await announceAttempt(tx, wrapping);
  const agent = wrapping.agentId ? await tx.agents.lock(wrapping.agentId) : undefined;
  if (agent?.attemptId === wrapping.id)
    await announceAgent(tx, await tx.agents.change(agent.id, { state: "wrapping-up", wrapUpUntil }, now));
  return "moved";
}
