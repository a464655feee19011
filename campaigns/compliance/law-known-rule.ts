/** No call where the law is not known: neither to a country that is not in the rulebook, nor of a kind it is silent on. */
import type { CallRule, Objection } from "./call-rule.ts";
import { legalRulesOf } from "./legal-rules-of.ts";

const never = (code: string, detail: string): Objection[] => [{ answer: "never", code, detail }];

export const lawKnownRule: CallRule = {
  id: "house/law-known",
  version: 1,
  judge({ campaign, place }): readonly Objection[] {
    const { zones, jurisdictions } = place;
    // A place of which nothing is known is the business of the rule before this one.
    if (!campaign || (zones.length === 0 && jurisdictions.length === 0)) return [];
    if (jurisdictions.length === 0)
      return never("unknown-jurisdiction", "Nothing says whose law holds where the person is: the time zone alone does not.");
    const { unknown, unknownIn } = legalRulesOf({ ...campaign, jurisdictions });
    const where = unknownIn.join(" and ");
    if (unknown === "unknown-jurisdiction")
      return never(unknown, `The rulebook does not know the law of ${where}, so no call is made there.`);
    if (unknown === "unknown-rule")
      return never(unknown, `The rulebook has no rule of ${where} for ${campaign.callKind} calls, so none is made.`);
    return [];
  },
};
