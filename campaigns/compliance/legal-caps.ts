/**
 * The caps of the law: every cap of every legal rule that holds, counted over all campaigns, caller ids and callbacks.
 * Showing another number does not begin a new count, nor does another campaign.
 */
import { type AttemptLimit, attemptsCounted, limitAllowsAt } from "./attempts-counted.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import { conditionHolds, isLifted } from "./conditions-held.ts";
import type { CallQuestion } from "./decision.ts";
import { waitByLaw } from "./legal-objection.ts";
import { holdsNow, legalPartsOf } from "./legal-parts.ts";
import type { LegalCap, LegalRule } from "./rulebook/legal-rule.ts";

/** What the attempts are about, as the reason puts it. */
const ABOUT: Readonly<Record<AttemptLimit["about"], string>> = {
  anything: "",
  "same-subject": " about the same subject",
  "same-debt": " about the same debt",
};

const spanOf = (hours: number): string => {
  if (hours === 24) return "24 hours";
  return hours % 24 === 0 ? `${hours / 24} days` : `${hours} ${hours === 1 ? "hour" : "hours"}`;
};

const sentenceOf = ({ per, about, attempts, hours }: LegalCap): string =>
  `at most ${attempts} ${attempts === 1 ? "attempt" : "attempts"}${ABOUT[about]} to one ${per} in ${spanOf(hours)}, and so many were placed.`;

/** Calls back with each cap that counts for this call, none that an exemption lifts. */
function eachCap(question: CallQuestion, visit: (rule: LegalRule, cap: LegalCap) => void): void {
  for (const rule of legalPartsOf(question).caps) {
    if (!holdsNow(rule, question) || isLifted(rule, "caps", question)) continue;
    for (const cap of rule.caps) if (cap.when === undefined || conditionHolds(cap.when, question)) visit(rule, cap);
  }
}

export const legalCapsRule: CallRule = {
  id: "law/caps",
  version: 1,
  judge(question): readonly Objection[] {
    const objections: Objection[] = [];
    eachCap(question, (rule, cap) => {
      const until = limitAllowsAt(cap, question);
      if (until > question.now) objections.push(waitByLaw(until, { rule, question, code: "legal-cap", detail: sentenceOf(cap) }));
    });
    return objections;
  },
  counts(question) {
    const counts: Record<string, number> = {};
    eachCap(question, (rule, cap) => {
      const name = `${rule.id} ${cap.hours}h ${cap.per}`;
      counts[name] = Math.max(counts[name] ?? 0, attemptsCounted(cap, question));
    });
    return counts;
  },
};
