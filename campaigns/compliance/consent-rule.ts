/**
 * Consent where the law demands it: of the right form, for such calls to this number, neither ended nor too old. A
 * missing consent is no consent. A callback that the person asked for is its own (request-rule.ts wants the request).
 */
import { DAY_MS, type Instant } from "../instant.ts";
import { PURPOSES_OF } from "./call-kind.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import { consentHolds, consentSpeaksOf, isLifted } from "./conditions-held.ts";
import type { ConsentBasis, ConsentRecord } from "./consent.ts";
import type { CallQuestion, CampaignTerms } from "./decision.ts";
import { neverByLaw } from "./legal-objection.ts";
import { holdsNow, legalPartsOf } from "./legal-parts.ts";
import type { ConsentDemand, LegalRule } from "./rulebook/legal-rule.ts";

const MET_BY: Readonly<Record<ConsentDemand["level"], readonly ConsentBasis[]>> = {
  express: ["express", "written", "request"],
  written: ["written"],
};

const isDemanded = (demand: ConsentDemand, { callKind, isAutomatic }: CampaignTerms): boolean =>
  (isAutomatic || !demand.onlyIfAutomatic) && PURPOSES_OF[callKind].some((purpose) => demand.for.includes(purpose));

/** Is the consent young enough for the demand? Where use renews it, it is as young as its last use. */
export function isYoungEnough(
  { lifeDays, renewsOnUse }: Pick<ConsentDemand, "lifeDays" | "renewsOnUse">,
  { obtainedAt, lastUsedAt }: Pick<ConsentRecord, "obtainedAt" | "lastUsedAt">,
  now: Instant,
): boolean {
  if (lifeDays === null) return true;
  const from = renewsOnUse && lastUsedAt !== null ? Math.max(obtainedAt, lastUsedAt) : obtainedAt;
  return now < from + lifeDays * DAY_MS;
}

type Demanded = { rule: LegalRule; demand: ConsentDemand; missing: string };

function objectionOf({ rule, demand, missing }: Demanded, question: CallQuestion): Objection | undefined {
  const fitting = question.history.consents.filter(
    (record) => MET_BY[demand.level].includes(record.basis) && consentSpeaksOf(record, question),
  );
  if (fitting.some((record) => consentHolds(record, question) && isYoungEnough(demand, record, question.now))) return undefined;
  const form = demand.level === "written" ? "consent in writing" : "express consent";
  const said = { rule, question };
  if (fitting.length === 0)
    return neverByLaw({ ...said, code: "consent-required", detail: `such a call needs the person's ${form}, ${missing}.` });
  const life = demand.lifeDays === null ? "" : ` It lives ${demand.lifeDays} days.`;
  return neverByLaw({ ...said, code: "consent-expired", detail: `the person's ${form} does not hold now.${life}` });
}

/** `missing` ends the sentence about a consent that is demanded and of which there is none: "and none is on record". */
export const consentRuleSaying = (missing: string): CallRule => ({
  id: "law/consent",
  version: 1,
  judge(question): readonly Objection[] {
    const objections: Objection[] = [];
    for (const rule of legalPartsOf(question).consents) {
      const { campaign } = question;
      if (!campaign || !rule.consent || !isDemanded(rule.consent, campaign)) continue;
      if (!holdsNow(rule, question) || isLifted(rule, "consent", question)) continue;
      const objection = objectionOf({ rule, demand: rule.consent, missing }, question);
      if (objection) objections.push(objection);
    }
    return objections;
  },
});

export const consentRule = consentRuleSaying("and none is on record");
