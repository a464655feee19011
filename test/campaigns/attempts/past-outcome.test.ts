import { expect, it } from "vitest";
import { outcomesOf, type PastAttempt } from "../../../campaigns/attempts/past-outcome.ts";

const attempt = (more: Partial<PastAttempt>): PastAttempt => ({
  connectedAt: null,
  abandonedAt: null,
  answer: null,
  disposition: null,
  ...more,
});

it.each<[what: string, past: Partial<PastAttempt>, outcomes: string[]]>([
  ["nobody picked up: nothing happened", { disposition: "no-answer" }, []],
  ["the agent spoke with somebody: a conversation", { connectedAt: 1, answer: "human", disposition: "reached" }, ["conversation"]],
  ["who they spoke with is not known to be a machine: a conversation", { connectedAt: 1, answer: "unknown" }, ["conversation"]],
  [
    "the person was not interested: a conversation and a refusal",
    { connectedAt: 1, disposition: "not-interested" },
    ["conversation", "refusal"],
  ],
  [
    "the person asked not to be called: a conversation and a refusal",
    { connectedAt: 1, disposition: "do-not-call" },
    ["conversation", "refusal"],
  ],
  ["the agent heard a voicemail: a machine", { connectedAt: 1, disposition: "voicemail" }, ["machine"]],
  ["an answering machine was detected: a machine", { answer: "machine", disposition: "machine" }, ["machine"]],
  ["no agent came in time: abandoned", { abandonedAt: 1, disposition: "abandoned" }, ["abandoned"]],
  ["they hung up before an agent came: hung up", { disposition: "hung-up" }, ["hung-up"]],
])("%s", (_what, past, outcomes) => {
  expect(outcomesOf(attempt(past))).toEqual(outcomes);
});
