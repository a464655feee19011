/**
 * A person answered: find a free agent in one statement and move the person in. Nobody free: hold the line a second
 * at a time until the campaign's limit, then the abandon message. The same question twice gets the same answer.
 */
import { type Answer, isNobody } from "../../../campaigns/attempts/answer.ts";
import { rankOf } from "../../../campaigns/attempts/call-event.ts";
import { abandonMessageOf } from "../../../campaigns/compliance/abandonment/message.ts";
import { DAY_MS, type Instant, SECOND_MS } from "../../../campaigns/instant.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import type { VoiceInstruction } from "../../ports/voice-desk.ts";
import { freeAgent } from "../agents/free-agent.ts";
import { termsOf } from "./judge.ts";
import { loseAgent } from "../agents/lose-line.ts";
import { announceAgent, announceAttempt } from "../announce.ts";

type Deps = { stores: Stores; clock: Clock; log: Log };
export type AnsweredCall = { attemptId: string; carrierCallId: string; answer: Answer | null };

const HANG_UP: VoiceInstruction = { do: "hang-up" };

export function makeAnswerCall(deps: Deps) {
  return (call: AnsweredCall): Promise<VoiceInstruction> =>
    deps.stores.transaction(async (tx) => {
      const attempt = await tx.attempts.lock(call.attemptId);
      if (!attempt) return HANG_UP;
      if (attempt.carrierCallId && attempt.carrierCallId !== call.carrierCallId) {
        // Must not happen: an attempt places one call at most. The stranger is hung up, loudly.
        deps.log.error({ attemptId: attempt.id, carrierCallId: call.carrierCallId }, "a second call answered for one attempt");
        return HANG_UP;
      }
      return answer(tx, deps, { attempt, call });
    });
}

async function answer(tx: Stores, deps: Deps, { attempt, call }: { attempt: Attempt; call: AnsweredCall }): Promise<VoiceInstruction> {
  switch (attempt.state) {
    case "submitting":
    case "dialing":
    case "ringing":
    case "unknown": {
      const answered = await tx.attempts.move(attempt.id, "answered", deps.clock.now(), {
        carrierCallId: call.carrierCallId,
        carrierRank: rankOf("answered"),
        ...(call.answer ? { answer: call.answer } : {}),
      });
      return answered ? findAgent(tx, deps, answered) : HANG_UP;
    }
    case "answered":
      return findAgent(tx, deps, attempt);
    case "connected":
      return attempt.agentId ? joinAgent(tx, attempt, attempt.agentId) : HANG_UP;
    case "abandoned":
      return abandonMessage(tx, attempt, deps.clock.now());
    default:
      return HANG_UP;
  }
}

/**
 * The agent who has this person already, or a free one, or a wait, or the abandon message. Used again when an agent
 * was lost before the person got in.
 */
export async function findAgent(tx: Stores, deps: { clock: Clock }, attempt: Attempt): Promise<VoiceInstruction> {
  if (isNobody(attempt.answer)) return HANG_UP;
  const now = deps.clock.now();
  if (attempt.agentId) {
    const agent = await tx.agents.lock(attempt.agentId);
    // A room that its agent has left would be silence: a line that is only just coming up again is waited for.
    if (agent?.attemptId === attempt.id && agent.lineState !== "none") return joinAgent(tx, attempt, agent.id);
    return findAgent(tx, deps, await loseAgent(tx, attempt, now));
  }
  const campaign = await tx.dialing.find(attempt.campaignId);
  const candidate = await tx.hopper.candidate(attempt.campaignId, attempt.contactId, attempt.phonePosition);
  const needs = { skills: campaign?.settings.requiredSkills ?? [], language: candidate?.language ?? null };
  const agent = await tx.agents.reserve(attempt.id, needs, now);
  if (agent) {
    const mine = { ...attempt, agentId: agent.id };
    await tx.attempts.amend(attempt.id, { agentId: agent.id, agentReservedAt: now });
    await announceAgent(tx, agent);
    await announceAttempt(tx, mine);
    return { do: "join-agent", attemptId: attempt.id, conferenceName: agent.conferenceName };
  }
  const limitMs = (campaign?.settings.connectWithinSeconds ?? 0) * SECOND_MS;
  // Half a second is left for the carrier to come back and ask.
  if (now - (attempt.answeredAt ?? now) + SECOND_MS / 2 < limitMs) return { do: "wait", attemptId: attempt.id, seconds: 1 };
  return abandon(tx, attempt, now);
}

/** The person hears the message and nobody else; an agent who was held for them is free again. */
export async function abandon(tx: Stores, attempt: Attempt, now: Instant): Promise<VoiceInstruction> {
  const abandoned = await tx.attempts.move(attempt.id, "abandoned", now, { agentId: null, agentReservedAt: null });
  if (!abandoned) return HANG_UP;
  if (attempt.agentId) await freeAgent(tx, { agentId: attempt.agentId, attemptId: attempt.id, now });
  await announceAttempt(tx, abandoned);
  return abandonMessage(tx, abandoned, now);
}

async function joinAgent(tx: Stores, attempt: Attempt, agentId: string): Promise<VoiceInstruction> {
  const agent = await tx.agents.find(agentId);
  return agent ? { do: "join-agent", attemptId: attempt.id, conferenceName: agent.conferenceName } : HANG_UP;
}

/** What the law at the place demands, in the campaign's words where they say all of it. */
async function abandonMessage(tx: Stores, attempt: Attempt, now: Instant): Promise<VoiceInstruction> {
  const campaign = await tx.dialing.find(attempt.campaignId);
  if (!campaign) return HANG_UP;
  const candidate = await tx.hopper.candidate(attempt.campaignId, attempt.contactId, attempt.phonePosition);
  const message = abandonMessageOf(termsOf(campaign), candidate?.place.jurisdictions ?? [], Math.floor(now / DAY_MS));
  return {
    do: "say-and-hang-up",
    message: message.text,
    language: message.isLawsWords ? "en-US" : campaign.settings.abandonMessageLanguage,
    ...(message.optOutKey === null ? {} : { optOut: { attemptId: attempt.id, key: message.optOutKey } }),
  };
}
