/** What a campaign's funnel is made of: its contacts in groups, and the gate's answer for each group. */
import { type Campaign, campaignCan, type CampaignState } from "../../../campaigns/campaign.ts";
import type { CallDecision } from "../../../campaigns/compliance/decision.ts";
import { SECOND_LOOK } from "../../../campaigns/hopper/second-look.ts";
import { type Sample, weigh } from "../../../campaigns/measures/dialability-sample.ts";
import { type Funnel, funnelOf, type SettledContacts } from "../../../campaigns/measures/dialability.ts";
import { JUDGED_ANEW } from "../../../campaigns/measures/reasons.ts";
import { CONSENT_AGES_MS, POSTAL_PARTS, REQUEST_AGES_MS } from "../../../campaigns/measures/rulebook-edges.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Candidate } from "../../ports/hopper-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { judge } from "../calls/judge.ts";

/** Lists up to this length are judged contact by contact. */
const MOST_ONE_BY_ONE = 2_000;
/** Contacts with a past of their own that are judged one by one; when there are more, one in so many. */
const MOST_PICKED = 2_000;
/** Contacts that are judged for one funnel at most: about two seconds of the gate. */
const MOST_JUDGED = 12_000;
/** Put to the gate at once, so that their histories are read with a few statements. */
const BATCH = 1_000;

export type SurveyedCampaign = { settled: SettledContacts; sample: Sample<Candidate>; finished: Sample<Candidate>; now: Instant };

type SurveyWish = {
  campaignId: string;
  now: Instant;
  /** Survey those as well whom a change of settings gives another look, for `afterChange`. */
  forChange?: boolean;
  mostOneByOne?: number;
};

/** Counts a campaign's contacts, in groups of those whom the gate cannot tell apart, whatever the settings. */
export async function surveyCampaign(
  stores: Stores,
  { campaignId, now, forChange = false, mostOneByOne = MOST_ONE_BY_ONE }: SurveyWish,
): Promise<SurveyedCampaign> {
  const { settled, groups, finishedGroups } = await stores.dialability.survey(campaignId, {
    now,
    judgedAnew: JUDGED_ANEW,
    lookedAtAgain: forChange ? SECOND_LOOK.settings : [],
    consentAgesMs: CONSENT_AGES_MS,
    requestAgesMs: REQUEST_AGES_MS,
    postalParts: POSTAL_PARTS,
    mostPicked: MOST_PICKED,
    mostOneByOne,
  });
  return { settled, sample: weigh(groups, MOST_JUDGED), finished: weigh(finishedGroups, MOST_JUDGED), now };
}

const LOOKED_AT_AGAIN: ReadonlySet<string> = new Set(SECOND_LOOK.settings);

/** The same campaign at the moment at which other settings are saved: who was finished for the old ones is asked about again. */
export const afterChange = ({ settled, sample, finished, now }: SurveyedCampaign): SurveyedCampaign => ({
  settled: { ...settled, finished: settled.finished.filter(({ code }) => !LOOKED_AT_AGAIN.has(code)) },
  sample: { judged: [...sample.judged, ...finished.judged], isSampled: sample.isSampled || finished.isSampled },
  finished: { judged: [], isSampled: false },
  now,
});

/** A campaign that could run is judged as if it ran: a funnel in which everybody waits for the start would say nothing. */
const isAssumedRunning = ({ state }: { state: CampaignState }): boolean => state !== "running" && campaignCan.edit({ state }).ok;

/** The gate's answer for every group, as a funnel. Reads; writes and locks nothing. */
export async function judgeSurvey(stores: Stores, campaign: Campaign, { settled, sample, now }: SurveyedCampaign): Promise<Funnel> {
  const assumesRunning = isAssumedRunning(campaign);
  const asked = sample.judged.map(({ who }) => ({ ...who, kind: "list" as const, exceptAttemptId: null }));
  const judged: Campaign = assumesRunning ? { ...campaign, state: "running" } : campaign;
  const decisions: CallDecision[] = [];
  for (let from = 0; from < asked.length; from += BATCH)
    decisions.push(...(await judge(stores, { campaign: judged, asked: asked.slice(from, from + BATCH), now })));
  return funnelOf({ campaign: { id: campaign.id, state: campaign.state, assumesRunning }, settled, sample, decisions, now });
}
