/**
 * A person answered and is not with an agent after a few seconds. Either they are in the room and we were not told,
 * or the join failed: then they get another agent, or the abandon message. Nobody is left in silence.
 */
import { isNobody } from "../../../campaigns/attempts/answer.ts";
import { SECOND_MS } from "../../../campaigns/instant.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Carrier, Participant } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import type { VoiceInstruction } from "../../ports/voice-desk.ts";
import { loseAgent } from "../agents/lose-line.ts";
import { abandon, findAgent } from "../calls/answer-call.ts";
import { personJoined } from "../calls/apply-conference-event.ts";
import { applyCall, askCarrier } from "./ask-carrier.ts";

type Deps = { stores: Stores; clock: Clock; carrier: Carrier; log: Log };

/** A join that has been tried for so long does not come about: the person hears the message, the agent is free again. */
const GIVE_UP_AFTER_MS = 10 * SECOND_MS;

export async function rescueAnswered(deps: Deps, seen: Attempt): Promise<void> {
  if (isNobody(seen.answer)) return askCarrier(deps, seen);
  const callId = seen.carrierCallId;
  const call = callId ? await deps.carrier.findCall(callId) : undefined;
  if (!callId || call?.status !== "answered") return applyCall(deps, seen, call);
  const agent = seen.agentId ? await deps.stores.agents.find(seen.agentId) : undefined;
  const present = agent ? await deps.carrier.participants(agent.conferenceName) : [];
  const isIn = (carrierCallId: string | null): boolean =>
    present.some((participant: Participant) => participant.carrierCallId === carrierCallId);
  if (agent && isIn(callId) && isIn(agent.lineCallId)) {
    const joined = { attemptId: seen.id, carrierCallId: callId, conferenceName: agent.conferenceName };
    await deps.stores.transaction(async (tx) => {
      await tx.attempts.amend(seen.id, { checkedAt: deps.clock.now() });
      await personJoined(tx, joined, deps.clock.now());
    });
    return;
  }
  // An agent whose own leg stands in the room keeps their place; the person is sent there once more.
  const agentIsThere = agent !== undefined && isIn(agent.lineCallId);
  const instruction = await deps.stores.transaction(async (tx): Promise<VoiceInstruction | undefined> => {
    const attempt = await tx.attempts.lock(seen.id);
    if (attempt?.state !== "answered") return undefined;
    await tx.attempts.amend(attempt.id, { checkedAt: deps.clock.now() });
    const now = deps.clock.now();
    const alone = attempt.agentId && !agentIsThere ? await loseAgent(tx, attempt, now) : attempt;
    return now - (attempt.answeredAt ?? now) >= GIVE_UP_AFTER_MS ? abandon(tx, alone, now) : findAgent(tx, deps, alone);
  });
  if (!instruction) return;
  deps.log.warn({ attemptId: seen.id, instruction: instruction.do }, "an answered call had not joined its agent");
  await carryOut(deps, { attemptId: seen.id, callId }, instruction);
}

async function carryOut(deps: Deps, call: { attemptId: string; callId: string }, instruction: VoiceInstruction): Promise<void> {
  if (instruction.do === "join-agent") await deps.carrier.moveToConference(call.callId, call.attemptId, instruction.conferenceName);
  else if (instruction.do === "say-and-hang-up") await deps.carrier.sayAndHangUp(call.callId, instruction);
  else if (instruction.do === "hang-up") await deps.carrier.hangUp(call.callId);
}
