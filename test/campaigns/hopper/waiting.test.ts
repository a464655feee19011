import { expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../campaigns/instant.ts";
import { waitOf } from "../../../campaigns/hopper/waiting.ts";
import { weigh } from "../../../campaigns/compliance/weigh-rules.ts";
import type { CallRule } from "../../../campaigns/compliance/call-rule.ts";
import { question } from "../compliance/questions.ts";

const NOW = question().now;
/** Objects until so long after NOW; null: whatever the time is. */
const rule = (code: string, after: number | null): CallRule => ({
  id: `test/${code}`,
  version: 1,
  judge({ now }) {
    const until = after === null ? null : NOW + after;
    return until === null || now < until ? [{ answer: "wait", until, code, detail: "" }] : [];
  },
});
const waitFor = (...rules: CallRule[]) => {
  const decision = weigh(question(), rules);
  if (decision.answer !== "wait") throw new Error(`found ${decision.answer}, expected wait`);
  return waitOf(decision, NOW);
};

it.each([
  ["a stop alone names the wait until the next look", [rule("stop", null)], MINUTE_MS, "stop"],
  [
    "a cap until tomorrow names the wait, not the stop that may be lifted long before",
    [rule("stop", null), rule("cap", 24 * HOUR_MS)],
    24 * HOUR_MS,
    "cap",
  ],
  ["a cap that ends before the next look leaves the name to the stop", [rule("cap", 20_000), rule("stop", null)], MINUTE_MS, "stop"],
  ["of two times the later one decides", [rule("hours", HOUR_MS), rule("cap", 3 * HOUR_MS), rule("day", 2 * HOUR_MS)], 3 * HOUR_MS, "cap"],
] satisfies [string, CallRule[], number, string][])("%s", (_, rules, after, waitReason) => {
  expect(waitFor(...rules)).toEqual({ dueAt: NOW + after, waitReason });
});
