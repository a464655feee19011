/**
 * May this number be called, as far as the law of the place says, and why? Asked without a database: do-not-call entries,
 * registers, caps, cool-downs and the campaign's own window are not looked at, so a "call" here is not yet the gate's.
 */
import { isoLocal } from "../../contacts/local-time.ts";
import { zoneNamed } from "../../contacts/tzdb.ts";
import type { Instant } from "../../instant.ts";
import type { CallRule } from "../call-rule.ts";
import { consentRule } from "../consent-rule.ts";
import { weigh } from "../weigh-rules.ts";
import type { CallQuestion, CampaignTerms, DecisionReason } from "../decision.ts";
import { placeKnownRule } from "../place-known-rule.ts";
import { lawKnownRule } from "../law-known-rule.ts";
import { exactLegalHoursRule } from "../legal-hours-rule.ts";
import { holdsNow } from "../legal-parts.ts";
import { legalRuleName, legalRulesOf } from "../legal-rules-of.ts";
import { numberTypeRule } from "../number-type-rule.ts";
import type { LegalRule } from "../rulebook/legal-rule.ts";
import { lawQuestion } from "./law-question.ts";
import type { ExplainQuery } from "./query.ts";

export type Explanation = {
  decision: "call" | "wait" | "never";
  /** The first instant at which the law allows the call, for "wait". */
  until: Instant | null;
  zones: readonly string[];
  jurisdictions: readonly string[];
  /** What speaks against the call; for "call" the rules that were consulted. */
  reasons: readonly DecisionReason[];
  localTimes: readonly { zone: string; local: string }[];
  placeSource: string;
};

/** The rules that need nothing but the question. */
const LAW_RULES: readonly CallRule[] = [placeKnownRule, lawKnownRule, consentRule, numberTypeRule, exactLegalHoursRule];

/** A rule that was consulted and has nothing against the call. */
export const consulted = (rule: LegalRule, code: string): DecisionReason => ({
  code,
  rule: legalRuleName(rule),
  detail: rule.name,
  citation: rule.citation,
  confidence: rule.confidence,
});

/** The legal rules in force at the instant of the question. */
export const rulesInForce = (question: CallQuestion & { campaign: CampaignTerms }): LegalRule[] =>
  legalRulesOf({ ...question.campaign, jurisdictions: question.place.jurisdictions }).rules.filter((rule) => holdsNow(rule, question));

export function explainCall(query: ExplainQuery): Explanation {
  const question = lawQuestion(query, query.at);
  const decision = weigh(question, LAW_RULES);
  const { zones, jurisdictions, placeSource, localTimes } = decision.evidence;
  return {
    decision: decision.answer,
    until: decision.answer === "wait" ? decision.until : null,
    zones,
    jurisdictions,
    reasons: decision.answer === "call" ? rulesInForce(question).map((rule) => consulted(rule, "allowed")) : decision.reasons,
    localTimes,
    placeSource,
  };
}

/** What the clocks of the zones show at an instant. */
export const localTimesOf = (zones: readonly string[], instant: Instant): { zone: string; local: string }[] =>
  zones.flatMap((name) => {
    const zone = zoneNamed(name);
    return zone ? [{ zone: name, local: isoLocal(zone, instant) }] : [];
  });
