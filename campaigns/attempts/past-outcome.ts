/** What became of an attempt, in the words of the cool-downs of the law. */
import type { PastOutcome } from "../compliance/decision.ts";
import type { Instant } from "../instant.ts";
import { type Answer, isNobody } from "./answer.ts";
import { dispositionOf } from "./disposition.ts";

export type PastAttempt = {
  connectedAt: Instant | null;
  abandonedAt: Instant | null;
  answer: Answer | null;
  /** The one it closed with, or that the agent has chosen so far. */
  disposition: string | null;
};

const MACHINES = new Set(["machine", "fax", "voicemail"]);

/** Everything that happened on it. Whoever spoke with an agent had a conversation, unless it was a machine that spoke. */
export function outcomesOf({ connectedAt, abandonedAt, answer, disposition }: PastAttempt): PastOutcome[] {
  const isMachine = isNobody(answer) || MACHINES.has(disposition ?? "");
  return [
    ...(connectedAt !== null && !isMachine ? (["conversation"] as const) : []),
    ...(disposition !== null && dispositionOf(disposition)?.refusal ? (["refusal"] as const) : []),
    ...(abandonedAt === null ? [] : (["abandoned"] as const)),
    ...(isMachine ? (["machine"] as const) : []),
    ...(disposition === "hung-up" ? (["hung-up"] as const) : []),
  ];
}
