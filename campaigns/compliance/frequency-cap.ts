/**
 * How often one number, or one person on all of their numbers, may be tried in a span of hours, over all campaigns.
 * The span rolls: an attempt counts until that many hours have gone by since it was placed, answered or not.
 */
import { HOUR_MS, type Instant } from "../instant.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import type { CallHistory, CallSubject, FrequencyCap } from "./decision.ts";

type Asked = { subject: CallSubject; history: CallHistory; now: Instant };

/** When the attempts that count against the cap at `now` were placed, the latest first. One in the future counts. */
function countedAt(cap: FrequencyCap, { subject, history, now }: Asked): Instant[] {
  return history.placed
    .filter((attempt) => cap.per === "person" || attempt.phone === subject.phone)
    .map((attempt) => attempt.placedAt)
    .filter((placedAt) => placedAt > now - cap.hours * HOUR_MS)
    .sort((one, other) => other - one);
}

/** The first instant at or after `now` at which the cap allows one more attempt. */
export function capAllowsAt(cap: FrequencyCap, asked: Asked): Instant {
  const counted = countedAt(cap, asked);
  if (counted.length < cap.attempts) return asked.now;
  // One place is free again once the oldest of the latest `attempts` has left the span.
  const oldest = counted[cap.attempts - 1] ?? asked.now;
  return oldest + cap.hours * HOUR_MS;
}

const nameOf = (cap: FrequencyCap): string => `${cap.per}-${cap.hours}h`;

export const frequencyCapRule: CallRule = {
  id: "campaign/frequency-caps",
  version: 1,
  judge(question): readonly Objection[] {
    const { campaign, now } = question;
    if (!campaign) return [];
    return campaign.frequencyCaps
      .map((cap) => ({ cap, until: capAllowsAt(cap, question) }))
      .filter(({ until }) => until > now)
      .map(({ cap, until }) => ({
        answer: "wait",
        until,
        code: "frequency-cap",
        detail: `This ${cap.per} was tried ${cap.attempts} times or more within ${cap.hours} hours.`,
      }));
  },
  counts(question) {
    const caps = question.campaign?.frequencyCaps ?? [];
    return Object.fromEntries(caps.map((cap) => [`placed:${nameOf(cap)}`, countedAt(cap, question).length]));
  },
};
