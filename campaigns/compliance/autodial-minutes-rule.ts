/**
 * Most minutes a day that a machine may dial one person. How long each attempt rang is not kept, so each counts as long
 * as the campaign lets a call ring, which is the longest it can have been; a day is the last 24 hours.
 */
import { MINUTE_MS, SECOND_MS } from "../instant.ts";
import { type AttemptLimit, limitAllowsAt } from "./attempts-counted.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import { isLifted } from "./conditions-held.ts";
import { waitByLaw } from "./legal-objection.ts";
import { holdsNow, legalPartsOf } from "./legal-parts.ts";

export const autodialMinutesRule: CallRule = {
  id: "law/autodial-minutes",
  version: 1,
  judge(question): readonly Objection[] {
    const { campaign, now } = question;
    if (!campaign?.isAutomatic) return [];
    const objections: Objection[] = [];
    for (const rule of legalPartsOf(question).autodialMinutes) {
      const minutes = rule.autodialMinutesPerDay ?? 0;
      const attempts = Math.floor((minutes * MINUTE_MS) / (Math.max(1, campaign.ringTimeoutSeconds) * SECOND_MS));
      const limit: AttemptLimit = { per: "person", about: "anything", attempts, hours: 24 };
      const until = limitAllowsAt(limit, question);
      if (until <= now || !holdsNow(rule, question) || isLifted(rule, "everything", question)) continue;
      const detail = `a machine may dial one person for ${minutes} minutes in a day, which are used up.`;
      objections.push(waitByLaw(until, { rule, question, code: "autodial-minutes", detail }));
    }
    return objections;
  },
};
