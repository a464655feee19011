/**
 * May this number be called, as far as the law of the place says, and why? Asked without a database: do-not-call entries,
 * registers, caps, cool-downs and the campaign's own window are not looked at, so a "call" here is not yet the gate's.
 */
import { isoLocal } from "../../contacts/local-time.ts";
import { zoneNamed } from "../../contacts/tzdb.ts";
import type { Instant } from "../../instant.ts";
import type { CallRule } from "../call-rule.ts";
import { consentRuleSaying } from "../consent-rule.ts";
import { verdictOf } from "../weigh-rules.ts";
import type { DecisionReason } from "../decision.ts";
import { placeKnownRule } from "../place-known-rule.ts";
import { lawKnownRule } from "../law-known-rule.ts";
import { exactLegalHoursRule } from "../legal-hours-rule.ts";
import { legalRuleName, legalRulesOf } from "../legal-rules-of.ts";
import { numberTypeRule } from "../number-type-rule.ts";
import type { LegalRule } from "../rulebook/legal-rule.ts";
import { type RulesInForce, rulesInForce } from "../rules-in-force.ts";
import type { ConsentWord } from "./consent-word.ts";
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
  placeSource: string;
};

const NOTHING_STATED = consentRuleSaying("and none was stated (--consent)");
const STATED_NONE = consentRuleSaying("and it is stated that there is none");
const ANOTHER_STATED = consentRuleSaying("and the one that is stated is no such consent");

/** The rule about consent, in words that fit what was stated. */
export function statedConsentRule(consent: ConsentWord | null): CallRule {
  if (consent === null) return NOTHING_STATED;
  return consent === "none" ? STATED_NONE : ANOTHER_STATED;
}

/** The rules that need nothing but the question. */
const lawRules = (consent: CallRule): readonly CallRule[] => [placeKnownRule, lawKnownRule, consent, numberTypeRule, exactLegalHoursRule];
const LAW_RULES = new Map([NOTHING_STATED, STATED_NONE, ANOTHER_STATED].map((consent) => [consent, lawRules(consent)]));

/** A rule that was consulted and has nothing against the call. */
export const consulted = (rule: LegalRule, code: string): DecisionReason => ({
  code,
  rule: legalRuleName(rule),
  detail: rule.name,
  citation: rule.citation,
  confidence: rule.confidence,
});

const ALLOWED = new WeakMap<RulesInForce, readonly DecisionReason[]>();

/** The legal rules in force at the instant of the query, as reasons. */
function allowedBy({ place, callKind, postalCode, at }: ExplainQuery): readonly DecisionReason[] {
  const answer = legalRulesOf({ jurisdictions: place.jurisdictions, callKind, waivedRules: [] });
  const found = rulesInForce(answer, { place, postalCode, now: at });
  const known = ALLOWED.get(found) ?? Object.freeze(found.rules.map((rule) => consulted(rule, "allowed")));
  ALLOWED.set(found, known);
  return known;
}

export function explainCall(query: ExplainQuery): Explanation {
  const { zones, jurisdictions, source } = query.place;
  const consent = statedConsentRule(query.consent);
  const verdict = verdictOf(lawQuestion(query, query.at), LAW_RULES.get(consent) ?? lawRules(consent));
  return {
    decision: verdict.answer,
    until: verdict.answer === "wait" ? verdict.until : null,
    zones,
    jurisdictions,
    reasons: verdict.answer === "call" ? allowedBy(query) : verdict.reasons,
    placeSource: source,
  };
}

/** What the clocks of the zones show at an instant. */
export const localTimesOf = (zones: readonly string[], instant: Instant): { zone: string; local: string }[] =>
  zones.flatMap((name) => {
    const zone = zoneNamed(name);
    return zone ? [{ zone: name, local: isoLocal(zone, instant) }] : [];
  });
