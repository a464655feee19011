/** Bans by what a number is reached on: no unsolicited sales calls to mobiles where the law says so. */
import type { CallRule, Objection } from "./call-rule.ts";
import { conditionHolds, isLifted } from "./conditions-held.ts";
import { neverByLaw } from "./legal-objection.ts";
import { holdsNow, legalPartsOf } from "./legal-parts.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";

type NumberTypeBan = NonNullable<LegalRule["numberTypeBan"]>;

/** What would make the call lawful: conditions as rules name them, and a number that is known to be no mobile. */
function remedyOf({ exemptions }: LegalRule, { unless }: NumberTypeBan): string {
  const lifting = exemptions.filter(({ lifts }) => lifts.includes("number-type") || lifts.includes("everything"));
  const conditions = new Set([...unless, ...lifting.flatMap(({ when }) => when ?? [])]);
  return ` What lifts it: ${[...conditions, "a number known to be a landline"].join(", ")}.`;
}

export const numberTypeRule: CallRule = {
  id: "law/number-type",
  version: 1,
  judge(question): readonly Objection[] {
    const { numberType } = question.subject;
    // Only what is known to be no mobile is none.
    if (numberType === "landline") return [];
    const objections: Objection[] = [];
    for (const rule of legalPartsOf(question).numberTypeBans) {
      const ban = rule.numberTypeBan;
      if (!ban || !holdsNow(rule, question) || isLifted(rule, "number-type", question)) continue;
      if (ban.unless.some((condition) => conditionHolds(condition, question))) continue;
      const taken = numberType === "mobile" ? "" : " The number's type is not known, so it is taken for a mobile.";
      objections.push(neverByLaw({ rule, question, code: "mobile-ban", detail: `${ban.text}${taken}${remedyOf(rule, ban)}` }));
    }
    return objections;
  },
};
