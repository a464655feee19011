/** The rules of the house: what holds for every call of every campaign, wherever the person is. */
import { attemptIs } from "../attempts/attempt.ts";
import { campaignCan, type CampaignState } from "../campaign.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import { abandonMessageRule } from "./abandon-message-rule.ts";
import { autodialMinutesRule } from "./autodial-minutes-rule.ts";
import { consentRule } from "./consent-rule.ts";
import { coolDownRule } from "./cool-downs.ts";
import { doNotCallRule } from "./do-not-call.ts";
import { emergencyStopRule } from "./emergency-stop-rule.ts";
import { frequencyCapRule } from "./frequency-cap.ts";
import { lawKnownRule } from "./law-known-rule.ts";
import { legalCapsRule } from "./legal-caps.ts";
import { callingWindowRule, legalHoursRule } from "./legal-hours-rule.ts";
import { numberTypeRule } from "./number-type-rule.ts";
import { placeKnownRule } from "./place-known-rule.ts";
import { registerRule } from "./register-rule.ts";
import { requestRule } from "./request-rule.ts";
import { ringTimeRule } from "./ring-time-rule.ts";

const ENDED: readonly CampaignState[] = ["completed", "archived"];

const campaignRunningRule: CallRule = {
  id: "campaign/running",
  version: 1,
  judge({ campaign }): readonly Objection[] {
    if (!campaign) return [{ answer: "never", code: "no-campaign", detail: "No campaign stands behind the call." }];
    if (campaignCan.dial(campaign).ok) return [];
    const detail = `The campaign is ${campaign.state}.`;
    return ENDED.includes(campaign.state)
      ? [{ answer: "never", code: "campaign-ended", detail }]
      : [{ answer: "wait", until: null, code: "campaign-not-running", detail }];
  },
};

const personFreeRule: CallRule = {
  id: "house/person-free",
  version: 1,
  judge: ({ history }) =>
    history.openAttempts
      .filter((attempt) => attempt.state !== "closed" && attempt.state !== "released")
      .map((attempt) =>
        attempt.state === "unknown"
          ? {
              answer: "wait",
              until: null,
              code: "call-unknown",
              detail: "The carrier has not said what became of the last call to this person.",
            }
          : { answer: "wait", until: null, code: "person-on-a-call", detail: "Another attempt to reach this person is open." },
      ),
  counts: ({ history }) => ({ openAttempts: history.openAttempts.filter(attemptIs.open).length }),
};

const attemptsLeftRule: CallRule = {
  id: "campaign/attempts-left",
  version: 1,
  judge: ({ campaign, history }) =>
    campaign && history.placedForContact >= campaign.mostAttemptsPerContact
      ? [
          {
            answer: "never",
            code: "attempts-used-up",
            detail: `The contact was tried ${history.placedForContact} times, which is all the campaign allows.`,
          },
        ]
      : [],
  counts: ({ campaign, history }) => ({
    placedForContact: history.placedForContact,
    ...(campaign ? { mostAttemptsPerContact: campaign.mostAttemptsPerContact } : {}),
  }),
};

/** In the order in which their reasons are told. */
export const HOUSE_RULES: readonly CallRule[] = [
  campaignRunningRule,
  emergencyStopRule,
  placeKnownRule,
  lawKnownRule,
  doNotCallRule,
  registerRule,
  requestRule,
  consentRule,
  numberTypeRule,
  personFreeRule,
  attemptsLeftRule,
  ringTimeRule,
  abandonMessageRule,
  legalCapsRule,
  frequencyCapRule,
  autodialMinutesRule,
  coolDownRule,
  legalHoursRule,
  callingWindowRule,
];
