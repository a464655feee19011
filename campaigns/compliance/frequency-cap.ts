/**
 * The campaign's own caps: how often one number, or one person on all of their numbers, may be tried in a span of
 * hours, over all campaigns. The law's caps are in legal-caps.ts and hold beside these.
 */
import type { Instant } from "../instant.ts";
import { type Asked, type AttemptLimit, attemptsCounted, limitAllowsAt } from "./attempts-counted.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import type { FrequencyCap } from "./decision.ts";

/** A campaign counts every attempt, whatever it was about. */
const limitOf = (cap: FrequencyCap): AttemptLimit => ({ ...cap, about: "anything" });

/** The first instant at or after `now` at which the cap allows one more attempt. */
export const capAllowsAt = (cap: FrequencyCap, asked: Asked): Instant => limitAllowsAt(limitOf(cap), asked);

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
    return Object.fromEntries(caps.map((cap) => [`placed:${nameOf(cap)}`, attemptsCounted(limitOf(cap), question)]));
  },
};
