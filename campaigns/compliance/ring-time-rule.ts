/** How long a call must ring before it is given up, and how long it may: the campaign's ring timeout must lie between. */
import type { CallRule, Objection } from "./call-rule.ts";
import { isLifted } from "./conditions-held.ts";
import { waitByLaw } from "./legal-objection.ts";
import { holdsNow, legalPartsOf } from "./legal-parts.ts";

/** A ring in North America is 2 s of tone and 4 s of silence (AudioCodes MP-1xx manual LTRT-00651, page 78, read 2026-11-22). */
const SECONDS_PER_RING = 6;

export const ringTimeRule: CallRule = {
  id: "law/ring-time",
  version: 1,
  judge(question): readonly Objection[] {
    const seconds = question.campaign?.ringTimeoutSeconds;
    if (seconds === undefined) return [];
    const objections: Objection[] = [];
    for (const rule of legalPartsOf(question).rings) {
      const { leastSeconds = 0, mostRings } = rule.ring ?? {};
      const mostSeconds = mostRings === undefined ? Number.POSITIVE_INFINITY : mostRings * SECONDS_PER_RING;
      if (seconds >= leastSeconds && seconds <= mostSeconds) continue;
      if (!holdsNow(rule, question) || isLifted(rule, "everything", question)) continue;
      const bound = seconds < leastSeconds ? `at least ${leastSeconds} seconds` : `at most ${mostRings} rings, ${mostSeconds} seconds`;
      const detail = `a call rings ${bound}; the campaign's ring timeout is ${seconds} seconds.`;
      objections.push(waitByLaw(null, { rule, question, code: "ring-time", detail }));
    }
    return objections;
  },
};
