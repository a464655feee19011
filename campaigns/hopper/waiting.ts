/** What is written of a contact whom the gate puts off: until when, and the reason that decides it. */
import type { CallDecision } from "../compliance/decision.ts";
import { ASK_AGAIN_MS } from "../compliance/weigh-rules.ts";
import type { Instant } from "../instant.ts";

export type Wait = { dueAt: Instant; waitReason: string };

/**
 * Of several objections the one that holds longest names the wait. One that no time removes (a paused campaign, an
 * emergency stop) names it only while nothing holds beyond the next look: it may be gone long before the contact is due.
 */
export function waitOf({ until, reasons }: Extract<CallDecision, { answer: "wait" }>, now: Instant): Wait {
  const timeless = reasons.find((reason) => reason.until === null);
  if (timeless && until <= now + ASK_AGAIN_MS) return { dueAt: until, waitReason: timeless.code };
  const [longest] = reasons
    .flatMap((reason) => (reason.until === null || reason.until === undefined ? [] : [{ code: reason.code, until: reason.until }]))
    .sort((one, other) => other.until - one.until);
  return { dueAt: until, waitReason: longest?.code ?? timeless?.code ?? reasons[0]?.code ?? "wait" };
}
