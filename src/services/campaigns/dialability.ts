import { campaignCan } from "../../../campaigns/campaign.ts";
import { type Funnel, type Moved, movedBetween } from "../../../campaigns/measures/dialability.ts";
import type { CampaignRecord } from "../../ports/campaign-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { settingsAfter } from "./edit-campaign.ts";
import { type By, refuseSetAside, whatIsSetAside } from "./law-set-aside.ts";
import { asRefusal, type CampaignRefusal, noSuchCampaign } from "./move-campaign.ts";
import { makeSharedAnswer } from "./shared-answer.ts";
import { afterChange, judgeSurvey, type SurveyedCampaign, surveyCampaign } from "./survey-campaign.ts";

export type PreviewWish = { id: string; settings: Readonly<Record<string, unknown>>; by?: By | undefined };
export type DialabilityPreview = { ok: true; now: Funnel; then: Funnel; moved: readonly Moved[] } | CampaignRefusal;

/**
 * How many contacts of a campaign may be called now, and what holds the others; and how other settings would move those
 * counts. Counted once for all who ask at the same time, and for a while after in proportion to how long it took; a
 * campaign that was changed, a stop and its lifting are seen at once.
 */
export function makeDialability({ stores, clock }: { stores: Stores; clock: Clock }) {
  const surveys = makeSharedAnswer<SurveyedCampaign>(clock);
  const funnels = makeSharedAnswer<Funnel>(clock);
  // An edit gives some contacts another look, so that a survey of before is worth nothing.
  const survey = ({ id: campaignId, version }: CampaignRecord, forChange: boolean): Promise<SurveyedCampaign> =>
    surveys(`${campaignId} ${version} ${forChange}`, () => surveyCampaign(stores, { campaignId, now: clock.now(), forChange }));
  const funnel = async (campaign: CampaignRecord, surveyed: SurveyedCampaign): Promise<Funnel> => {
    const stops = await stores.stops.inForce();
    const key = [campaign.id, surveyed.now, campaign.version, campaign.state, ...stops.map(({ id }) => id)].join(" ");
    return funnels(key, () => judgeSurvey(stores, campaign, surveyed));
  };
  return {
    /** `undefined`: there is no such campaign. */
    async dialability(id: string): Promise<Funnel | undefined> {
      const campaign = await stores.campaigns.find(id);
      return campaign && funnel(campaign, await survey(campaign, false));
    },
    /** Writes nothing. Refused as the edit itself would be. */
    async previewDialability({ id, settings, by }: PreviewWish): Promise<DialabilityPreview> {
      const campaign = await stores.campaigns.find(id);
      if (!campaign) return noSuchCampaign;
      const may = campaignCan.edit(campaign);
      if (!may.ok) return asRefusal(may);
      const changed = settingsAfter(campaign, settings);
      if ("ok" in changed) return changed;
      const refused = refuseSetAside(whatIsSetAside(campaign.settings, changed.settings), by);
      if (refused) return refused;
      const surveyed = await survey(campaign, true);
      const now = await funnel(campaign, surveyed);
      const then = await judgeSurvey(stores, { ...campaign, settings: changed.settings }, afterChange(surveyed));
      return { ok: true, now, then, moved: movedBetween(now, then) };
    },
  };
}
