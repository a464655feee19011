/** What one rule of the law answers, in words short enough for a table. */
import type { CallRule } from "../../../campaigns/compliance/call-rule.ts";
import type { CallQuestion, Place } from "../../../campaigns/compliance/decision.ts";
import { placeIn } from "./questions.ts";

const HOUR_MS = 3_600_000;

/** "us-fl legal-cap 23" (hours to wait), "us-az mobile-ban never", "us-tsr register-stale held" (no time changes it). */
export function saysOf(rule: CallRule, question: CallQuestion): string[] {
  return rule.judge(question).map((objection) => {
    const when = objection.answer === "never" ? "never" : objection.until === null ? "held" : (objection.until - question.now) / HOUR_MS;
    return `${objection.legalRule?.split("@", 1)[0] ?? rule.id} ${objection.code} ${when}`;
  });
}

/** The first hour from `now` on at which the rule has nothing against the call, looked for hour by hour; null: none in 500 days. */
export function firstFreeHour(rule: CallRule, question: CallQuestion): number | null {
  for (let hour = 0; hour < 12_000; hour += 1)
    if (rule.judge({ ...question, now: question.now + hour * HOUR_MS }).length === 0) return hour;
  return null;
}

export const PLACES = {
  arizona: placeIn("America/Phoenix", "US", "US-AZ"),
  britishColumbia: placeIn("America/Vancouver", "CA", "CA-BC"),
  colombia: placeIn("America/Bogota", "CO"),
  florida: placeIn("America/New_York", "US", "US-FL"),
  france: placeIn("Europe/Paris", "FR"),
  germany: placeIn("Europe/Berlin", "DE"),
  maine: placeIn("America/New_York", "US", "US-ME"),
  massachusetts: placeIn("America/New_York", "US", "US-MA"),
  nevada: placeIn("America/Los_Angeles", "US", "US-NV"),
  newYork: placeIn("America/New_York", "US", "US-NY"),
  ohio: placeIn("America/New_York", "US", "US-OH"),
  oregon: placeIn("America/Los_Angeles", "US", "US-OR"),
  texas: placeIn("America/Chicago", "US", "US-TX"),
  ukraine: placeIn("Europe/Kyiv", "UA"),
  unitedKingdom: placeIn("Europe/London", "GB"),
  washingtonDc: placeIn("America/New_York", "US", "US-DC"),
  washingtonState: placeIn("America/Los_Angeles", "US", "US-WA"),
} as const satisfies Readonly<Record<string, Place>>;
