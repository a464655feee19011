import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import type { VoiceInstruction } from "../../ports/voice-desk.ts";
import { loseAgent } from "../agents/lose-line.ts";
import { findAgent } from "./answer-call.ts";

const LOST_AGENT_MESSAGE = "We are sorry, the connection to our colleague was lost. Goodbye.";

/**
 * The person is out of the agent's conference. Mostly they hung up and nobody hears the answer; but when the
 * agent's leg went while they were on the line, they get another agent (nobody had spoken to them yet) or a word.
 */
export function makePersonLeft(deps: { stores: Stores; clock: Clock }) {
  return (call: { attemptId: string; carrierCallId: string }): Promise<VoiceInstruction> =>
    deps.stores.transaction(async (tx) => {
      const attempt = await tx.attempts.lock(call.attemptId);
      if (!attempt || attempt.carrierCallId !== call.carrierCallId) return { do: "hang-up" };
      if (attempt.state === "answered") {
        const alone = attempt.agentId ? await loseAgent(tx, attempt, deps.clock.now()) : attempt;
        return findAgent(tx, deps, alone);
      }
      if (attempt.state === "connected") return { do: "say-and-hang-up", message: LOST_AGENT_MESSAGE, language: "en-US" };
      return { do: "hang-up" };
    });
}
