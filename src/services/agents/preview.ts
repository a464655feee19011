/** Preview: the agent sees the contact first and then dials or skips. The gate is asked when they dial, as always. */
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceAgent, announceAttempt } from "../announce.ts";
import { releaseAttempt } from "../attempts/close-attempt.ts";
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
      const answer = await takeNext(deps, agentId, campaignId);
      if (!answer.ok && answer.reason === "no-contact-ready") await nudge(deps, "fill-hopper", { campaignId });
      return answer;
    },
    async dial(agentId: string, attemptId: string): Promise<PreviewDialAnswer> {
      const held = await inPreview(deps.stores, agentId, attemptId);
      if (!held.ok) return held;
      const placed = await deps.placeCall(attemptId);
      if (placed === "released") return { ok: true };
      if (placed === "no-slot") return { ok: false, reason: "no-slot" };
      const attempt = await deps.stores.attempts.find(attemptId);
      return placed === "refused"
        ? { ok: false, reason: "refused", detail: attempt?.refusal ?? "refused" }
        : { ok: false, reason: "not-in-preview" };
    },
    /** Let the contact go; it comes back after `SKIP_FOR_MS`. */
    async skip(agentId: string, attemptId: string, reason: string): Promise<PreviewDialAnswer> {
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
const SKIP_FOR_MS = 24 * 3_600_000;

function ownPreview(attempt: Attempt | undefined, agentId: string) {
  if (!attempt) return { ok: false, reason: "no-such-attempt" } as const;
  if (attempt.agentId !== agentId) return { ok: false, reason: "not-your-attempt" } as const;
  if (attempt.kind !== "preview" || attempt.state !== "reserved") return { ok: false, reason: "not-in-preview" } as const;
  return { ok: true, attempt } as const;
}

const inPreview = async (stores: Stores, agentId: string, attemptId: string) => ownPreview(await stores.attempts.find(attemptId), agentId);

function takeNext(deps: Deps, agentId: string, campaignId: string): Promise<PreviewAnswer> {
  return deps.stores
    .transaction(async (tx): Promise<PreviewAnswer> => {
      const campaign = await tx.dialing.findForDialing(campaignId);
      if (campaign?.state !== "running") return { ok: false, reason: "campaign-not-running" };
      if (campaign.settings.dialMode !== "preview") return { ok: false, reason: "not-a-preview-campaign" };
      const agent = await tx.agents.find(agentId);
      if (agent?.state !== "available") return { ok: false, reason: "agent-not-available" };
      if (!campaign.settings.requiredSkills.every((skill) => agent.skills.includes(skill))) return { ok: false, reason: "missing-skill" };
      const [candidate] = await tx.hopper.take(campaignId, 1);
      if (!candidate) return { ok: false, reason: "no-contact-ready" };
      const now = deps.clock.now();
      const id = deps.ids.next();
      const [attempt] = await tx.attempts.reserve([
        {
          id,
          kind: "preview",
          campaignId,
          contactId: candidate.contactId,
          personId: candidate.personId,
          phone: candidate.phone,
          phonePosition: candidate.position,
          agentId,
          reservedAt: now,
        },
      ]);
      const reserved = attempt && (await tx.agents.reserveThis(agentId, id, now));
      if (!attempt || !reserved) {
        // The agent or the person was taken in between; thrown away with the transaction's other effects.
        throw new PreviewLost();
      }
      await announceAttempt(tx, attempt);
      await announceAgent(tx, reserved);
      return { ok: true, attempt };
    })
    .catch((error: unknown) => {
      if (error instanceof PreviewLost) return { ok: false, reason: "agent-not-available" };
      throw error;
    });
}

class PreviewLost extends Error {}
