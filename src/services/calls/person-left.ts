import type { Attempt } from "../../ports/attempt-store.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import type { VoiceInstruction } from "../../ports/voice-desk.ts";
import { loseAgent } from "../agents/lose-line.ts";
import { findAgent } from "./answer-call.ts";

const LOST_AGENT_MESSAGE = "We are sorry, the connection to our colleague was lost. Goodbye.";

type Deps = { stores: Stores; clock: Clock; carrier: Carrier; log: Log };

/**
 * The person is out of the agent's conference. Mostly they hung up and nobody hears the answer; but when the
 * agent's leg went while they were on the line, they get another agent (nobody had spoken to them yet) or a word.
 */
export function makePersonLeft(deps: Deps) {
  return async function personLeft(call: { attemptId: string; carrierCallId: string }): Promise<VoiceInstruction> {
    const seen = await deps.stores.attempts.find(call.attemptId);
    const agentIsThere = seen?.state === "answered" && (await isAgentThere(deps, seen));
    return deps.stores.transaction(async (tx) => {
      const attempt = await tx.attempts.lock(call.attemptId);
      if (!attempt || attempt.carrierCallId !== call.carrierCallId) return { do: "hang-up" };
      if (attempt.state === "answered") {
        const isLost = attempt.agentId !== null && attempt.agentId === seen?.agentId && !agentIsThere;
        return findAgent(tx, deps, isLost ? await loseAgent(tx, attempt, deps.clock.now()) : attempt);
      }
      if (attempt.state === "connected") return { do: "say-and-hang-up", message: LOST_AGENT_MESSAGE, language: "en-US" };
      return { do: "hang-up" };
    });
  };
}

/**
 * That the person has left says nothing of the agent: taking the line of one who sits in their room would cost the
 * floor an agent each time that the word of a join is lost. So the carrier is asked who is in the room.
 */
async function isAgentThere(deps: Deps, attempt: Attempt): Promise<boolean> {
  const agent = attempt.agentId ? await deps.stores.agents.find(attempt.agentId) : undefined;
  if (!agent?.lineCallId) return false;
  try {
    const present = await deps.carrier.participants(agent.conferenceName);
    return present.some((participant) => participant.carrierCallId === agent.lineCallId);
  } catch (error) {
    // Not known: the rescue of answered calls looks again within seconds.
    deps.log.warn({ attemptId: attempt.id, err: error }, "the carrier could not be asked who is in an agent's conference");
    return true;
  }
}
