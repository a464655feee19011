/** The hours and days of the law, in every zone where the person may be, and the campaign's own window on top. */
import { zoneNamed } from "../contacts/tzdb.ts";
import type { Instant } from "../instant.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import { consentSpeaksOf } from "./conditions-held.ts";
import type { CallQuestion, CampaignTerms } from "./decision.ts";
import { datesWithoutLaw, forbiddenBy } from "./forbidden-hours.ts";
import { type Interval, type IntervalSet, merged, spanAtOrAfter } from "./intervals.ts";
import { legalHoursOf } from "./legal-hours.ts";
import { neverByLaw, waitByLaw } from "./legal-objection.ts";
import { legalRulesOf } from "./legal-rules-of.ts";
import { openingAt, type TimeQuestion } from "./permitted-time.ts";

type Asked = CallQuestion & { campaign: CampaignTerms };

/** Spans in which the person agreed to be called, for a callback that they asked for; no other call may use them. */
function agreedSpans(question: Asked): IntervalSet {
  if (question.campaign.callKind !== "requested-callback") return [];
  const spans: Interval[] = [];
  for (const record of question.history.consents) {
    const { agreedTime, obtainedAt, until } = record;
    if (agreedTime === null || !consentSpeaksOf(record, question)) continue;
    const [from, to] = agreedTime === "any" ? [obtainedAt, Number.POSITIVE_INFINITY] : agreedTime;
    spans.push([Math.max(from, obtainedAt), Math.min(to, until ?? Number.POSITIVE_INFINITY)]);
  }
  return merged(spans);
}

/** Which parts of the permitted time are asked for, and how long before its end a call may no longer start. */
type Parts = { window: boolean; margin: boolean };

const timeOf = (question: Asked, { window, margin }: Parts): TimeQuestion => ({
  law: question.campaign,
  window: window ? question.campaign : null,
  ringTimeoutSeconds: margin ? question.campaign.ringTimeoutSeconds : null,
  place: question.place,
  agreed: agreedSpans(question),
});

const isAgreed = (spans: IntervalSet, at: Instant): boolean => {
  const span = spanAtOrAfter(spans, at);
  return span !== undefined && span[0] <= at;
};

function unknownLaw(dates: readonly string[], until: Instant | null): Objection {
  const detail = `No rule for such calls there is in force on ${dates.join(" and ")}, so no hour is known to be allowed.`;
  return until === null ? { answer: "never", code: "unknown-rule", detail } : { answer: "wait", until, code: "unknown-rule", detail };
}

/** Every rule that forbids the instant `at`, which is now or the moment at which the call could still be ringing. */
function objectionsAt(question: Asked, at: Instant, until: Instant | null): Objection[] {
  const { campaign, place, now } = question;
  const law = legalHoursOf(campaign, place, isAgreed(agreedSpans(question), at));
  const zones = place.zones.map(zoneNamed).filter((zone) => zone !== undefined);
  const dates = datesWithoutLaw(law, zones, at);
  const tooClose = at > now ? "the call could ring past the end of the legal hours: " : "";
  const objections = forbiddenBy(law, { zones, jurisdictions: place.jurisdictions, at }).map(({ rule, code, detail }) => {
    const said = { rule, question, code, detail: `${tooClose}${detail}` };
    return until === null ? neverByLaw(said) : waitByLaw(until, said);
  });
  return dates.length > 0 ? [unknownLaw(dates, until), ...objections] : objections;
}

function judgeHours(question: Asked, { window, margin }: Parts): Objection[] {
  const { place, now } = question;
  const { unknown } = legalRulesOf({ ...question.campaign, jurisdictions: place.jurisdictions });
  if (unknown !== null || place.zones.length === 0) return [];
  const together = openingAt(timeOf(question, { window, margin }), now);
  if (together.open) return [];
  const byLaw = window ? openingAt(timeOf(question, { window: false, margin }), now) : together;
  if (byLaw.open) return [];
  // While law and window together never open, the window's own rule says never; the law names its own next hour.
  const until = together.nextAt ?? byLaw.nextAt;
  const objections = objectionsAt(question, now, until);
  if (objections.length > 0) return objections;
  const toTheSecond = openingAt(timeOf(question, { window: false, margin: false }), now);
  const found = toTheSecond.open ? objectionsAt(question, toTheSecond.until, until) : [];
  return found.length > 0
    ? found
    : [{ answer: "wait", until, code: "outside-legal-hours", detail: "The law leaves no time for the call to ring." }];
}

/** The hours and days of the law, less the time that the call may ring. */
export const legalHoursRule: CallRule = {
  id: "law/hours",
  version: 1,
  judge: (question) => (question.campaign ? judgeHours({ ...question, campaign: question.campaign }, { window: true, margin: true }) : []),
};

/** The hours and days of the law alone, to the second: what `explain` tells. */
export const exactLegalHoursRule: CallRule = {
  id: "law/hours-to-the-second",
  version: 1,
  judge: (question) =>
    question.campaign ? judgeHours({ ...question, campaign: question.campaign }, { window: false, margin: false }) : [],
};

const noCommonTime = (detail: string): Objection => ({ answer: "never", code: "no-common-calling-time", detail });

/** The campaign's own window, which may only be narrower than the law. */
export const callingWindowRule: CallRule = {
  id: "campaign/calling-window",
  version: 1,
  judge(question): readonly Objection[] {
    const { campaign, place, now } = question;
    if (!campaign || place.zones.length === 0) return [];
    const alone = openingAt({ law: null, window: campaign, ringTimeoutSeconds: campaign.ringTimeoutSeconds, place }, now);
    if (alone.open) return [];
    if (alone.nextAt === null)
      return [noCommonTime("There is no time at which the campaign's calling window is open in every time zone where the person may be.")];
    const isLawKnown = legalRulesOf({ ...campaign, jurisdictions: place.jurisdictions }).unknown === null;
    const together = isLawKnown ? openingAt(timeOf({ ...question, campaign }, { window: true, margin: true }), now) : alone;
    if (together.open) return [];
    if (together.nextAt === null)
      return [noCommonTime("There is no time that the law allows and at which the campaign's calling window is open.")];
    const detail =
      "It is outside the campaign's calling window, or too close to its end, in at least one time zone where the person may be.";
    return [{ answer: "wait", until: together.nextAt, code: "outside-calling-window", detail }];
  },
};
