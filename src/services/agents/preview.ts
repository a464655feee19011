/** Preview: the agent sees the contact first and then dials or skips. The gate is asked when they dial, as always. */
import { HOUR_MS, type Instant } from "../../../campaigns/instant.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAgent, announceAttempt } from "../announce.ts";
import { releaseAttempt } from "../attempts/close-attempt.ts";
import { passOver } from "../hopper/pass-over.ts";
import type { Placed } from "../calls/place-call.ts";
import { nudge } from "../nudge.ts";

export type PreviewAnswer =
  | { ok: true; attempt: Attempt }
  | { ok: false; reason: "campaign-not-running" | "not-a-preview-campaign" | "agent-not-available" | "missing-skill" | "no-contact-ready" };
export type PreviewDialAnswer =
  | { ok: true }
  | { ok: false; reason: "no-such-attempt" | "not-your-attempt" | "not-in-preview" | "refused" | "no-slot"; detail?: string };

type Deps = { stores: Stores; clock: Clock; ids: Ids; jobQueue: JobQueue; log: Log; placeCall: (attemptId: string) => Promise<Placed> };

export function makePreview(deps: Deps) {
  return {
    /** Take the next contact of a preview campaign for this agent to look at. */
    async next(agentId: string, campaignId: string): Promise<PreviewAnswer> {
      const answer = await takeNext(deps, agentId, campaignId).catch((error: unknown): PreviewAnswer => {
        if (error instanceof AgentTaken) return { ok: false, reason: "agent-not-available" };
        throw error;
      });
      if (!answer.ok && answer.reason === "no-contact-ready") await nudge(deps, "fill-hopper", { campaignId });
      return answer;
    },
    async dial(agentId: string, attemptId: string): Promise<PreviewDialAnswer> {
      const held = await inPreview(deps.stores, agentId, attemptId);
      if (!held.ok) return held;
      const agent = await deps.stores.agents.find(agentId);
      // Whoever answers would be alone.
      if (agent?.lineState !== "parked") return { ok: false, reason: "refused", detail: "line-not-parked" };
      const placed = await deps.placeCall(attemptId);
      if (placed === "released") return { ok: true };
      if (placed === "no-slot") return { ok: false, reason: "no-slot" };
      const attempt = await deps.stores.attempts.find(attemptId);
      return placed === "refused"
        ? { ok: false, reason: "refused", detail: attempt?.refusal ?? "refused" }
        : { ok: false, reason: "not-in-preview" };
    },
    /** Let the contact go; it comes back after `SKIP_FOR_MS`. */
    async skipContact(agentId: string, attemptId: string, reason: string): Promise<PreviewDialAnswer> {
      return deps.stores.transaction(async (tx) => {
        const attempt = await tx.attempts.lock(attemptId);
        const held = ownPreview(attempt, agentId);
        if (!held.ok) return held;
        const now = deps.clock.now();
        await tx.attempts.amend(attemptId, { note: reason });
        await releaseAttempt(tx, held.attempt, { reason: "skipped", at: now, contact: { dueAt: now + SKIP_FOR_MS } });
        return { ok: true };
      });
    },
  };
}

/** A skipped contact is left alone for a day unless an agent or the list says otherwise. */
const SKIP_FOR_MS = 24 * HOUR_MS;

function ownPreview(attempt: Attempt | undefined, agentId: string) {
  if (!attempt) return { ok: false, reason: "no-such-attempt" } as const;
  if (attempt.agentId !== agentId) return { ok: false, reason: "not-your-attempt" } as const;
  if (attempt.kind !== "preview" || attempt.state !== "reserved") return { ok: false, reason: "not-in-preview" } as const;
  return { ok: true, attempt } as const;
}

const inPreview = async (stores: Stores, agentId: string, attemptId: string) => ownPreview(await stores.attempts.find(attemptId), agentId);

function takeNext(deps: Deps, agentId: string, campaignId: string): Promise<PreviewAnswer> {
  return deps.stores.transaction(async (tx): Promise<PreviewAnswer> => {
    const campaign = await tx.dialing.findForDialing(campaignId);
    if (campaign?.state !== "running") return { ok: false, reason: "campaign-not-running" };
    if (campaign.settings.dialMode !== "preview") return { ok: false, reason: "not-a-preview-campaign" };
    const agent = await tx.agents.find(agentId);
    if (agent?.state !== "available") return { ok: false, reason: "agent-not-available" };
    if (!campaign.settings.requiredSkills.every((skill) => agent.skills.includes(skill))) return { ok: false, reason: "missing-skill" };
    const now = deps.clock.now();
    const attempt = await reserveFirstFree(tx, { id: deps.ids.next(), campaignId, agentId, now });
    if (!attempt) return { ok: false, reason: "no-contact-ready" };
    const reserved = await tx.agents.reserveThis(agentId, attempt.id, now);
    // Taken in between: the contact goes back with the transaction's other effects.
    if (!reserved) throw new AgentTaken();
    await announceAttempt(tx, attempt);
    await announceAgent(tx, reserved);
    return { ok: true, attempt };
  });
}

class AgentTaken extends Error {}

/** Contacts that are passed over in one go. */
const MOST_PASSED_OVER = 20;

/** The first contact on the hopper whose person is not on a call; the others wait a minute and are judged again. */
async function reserveFirstFree(
  tx: Stores,
  { id, campaignId, agentId, now }: { id: string; campaignId: string; agentId: string; now: Instant },
): Promise<Attempt | undefined> {
  for (let passedOver = 0; passedOver < MOST_PASSED_OVER; passedOver++) {
    const [candidate] = await tx.hopper.take(campaignId, 1);
    if (!candidate) return undefined;
    const { contactId, personId, phone, position } = candidate;
    const wanted = {
      id,
      kind: "preview" as const,
      campaignId,
      contactId,
      personId,
      phone,
      phonePosition: position,
      agentId,
      reservedAt: now,
    };
    const [attempt] = await tx.attempts.reserve([wanted]);
    if (attempt) return attempt;
    await passOver(tx, candidate, now);
  }
  return undefined;
}
