/** A rule of the gate: a value in a list, which `decideCall` goes through. A new law is a new value, never a new branch. */
import type { Instant } from "../instant.ts";
import type { CallQuestion } from "./decision.ts";

/** What a rule has against a call. */
export type Objection =
  /** `until` is the first instant at which this rule allows the call; null when something other than time must change. */
  ({ answer: "wait"; until: Instant | null } | { answer: "never" }) & {
    code: string;
    detail: string;
    /** For a legal rule: its id and first day, "us-fl@2021-07-01", in place of the id of the rule that carries it. */
    legalRule?: string;
    citation?: string;
    confidence?: "high" | "medium" | "low";
  };

export type CallRule = {
  /** Stable: "campaign/calling-window". Kept with the version in every decision. */
  id: string;
  version: number;
  /** Everything the rule has against calling at `question.now`; nothing: the rule allows it. Reads its argument only. */
  judge(question: CallQuestion): readonly Objection[];
  /** The figures that it judged by, for the decision ledger. */
  counts?(question: CallQuestion): Readonly<Record<string, number>>;
};

/** "campaign/calling-window@1" */
export const citationOf = (rule: CallRule): string => `${rule.id}@${rule.version}`;
