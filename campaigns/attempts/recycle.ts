/** When a contact is tried again, and on which number. Decides; moves nothing. */
import { type Instant, SECOND_MS } from "../instant.ts";
import { dispositionOf } from "./disposition.ts";

/** For one disposition: how long to leave the contact alone, and how many attempts of that kind are enough. */
export type RecycleRule = { afterSeconds: number; mostAttempts: number };
export type RecyclePolicy = Readonly<Record<string, RecycleRule>>;

export type RecycleQuestion = {
  disposition: string;
  closedAt: Instant;
  /** Position of the number just tried; positions count from 1. */
  position: number;
  /** Positions of the contact's numbers that are not marked bad, in order. */
  goodPositions: readonly number[];
  /** Attempts placed for this contact in this campaign, this one included. */
  attemptCount: number;
  /** Of those, the ones that ended in this same disposition, this one included. */
  sameDispositionCount: number;
};

export type RecycleAnswer =
  | { next: "finish"; reason: "final-disposition" | "attempts-used-up" | "disposition-used-up" | "no-number-left" | "unknown-disposition" }
  | { next: "again"; dueAt: Instant; position: number };

/** The number after `position` in the order of the list; after the last comes the first. */
function numberAfter(position: number, goodPositions: readonly number[]): number | undefined {
  return goodPositions.find((good) => good > position) ?? goodPositions[0];
}

/** What becomes of the contact once an attempt has closed with `disposition`. */
export function recycle(
  policy: { rules: RecyclePolicy; fallback: RecycleRule; mostAttempts: number },
  question: RecycleQuestion,
): RecycleAnswer {
  const disposition = dispositionOf(question.disposition);
  if (!disposition) return { next: "finish", reason: "unknown-disposition" };
  if (disposition.consequence === "final" || disposition.consequence === "never-again")
    return { next: "finish", reason: "final-disposition" };
  const left =
    disposition.consequence === "next-number"
      ? question.goodPositions.filter((good) => good !== question.position)
      : question.goodPositions;
  const position = numberAfter(question.position, left);
  if (position === undefined) return { next: "finish", reason: "no-number-left" };
  // A release placed no call: it uses nothing up and the same number stays next.
  if (disposition.code === "not-placed") return { next: "again", dueAt: question.closedAt, position: question.position };
  if (question.attemptCount >= policy.mostAttempts) return { next: "finish", reason: "attempts-used-up" };
  if (disposition.consequence === "next-number") return { next: "again", dueAt: question.closedAt, position };
  const rule = policy.rules[disposition.code] ?? policy.fallback;
  if (question.sameDispositionCount >= rule.mostAttempts) return { next: "finish", reason: "disposition-used-up" };
  return { next: "again", dueAt: question.closedAt + rule.afterSeconds * SECOND_MS, position };
}
