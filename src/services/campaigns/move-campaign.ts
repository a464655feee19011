/** What every change of a campaign has in common: lock, ask the rules, write, announce. */
import { type ActionAnswer, campaignCan } from "../../../campaigns/campaign.ts";
import type { CampaignChanges, CampaignRecord } from "../../ports/campaign-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceCampaign } from "./announce-campaign.ts";

/** A refusal is a value: `reason` is stable, `detail` is a sentence. */
export type CampaignRefusal = {
  ok: false;
  reason:
    | "no-such-campaign"
    | "campaign-state"
    | "version-changed"
    | "invalid-settings"
    | "law-not-yours"
    | "starts-in-the-past"
    | "no-such-list"
    | "list-state";
  detail?: string;
};
export type CampaignAnswer = { ok: true; campaign: CampaignRecord } | CampaignRefusal;

export const noSuchCampaign: CampaignRefusal = { ok: false, reason: "no-such-campaign" };

/** The rules' own refusal in the form in which services give it. */
export const asRefusal = (answer: Extract<ActionAnswer, { ok: false }>): CampaignRefusal => ({
  ok: false,
  reason: answer.reason,
  detail: `state: found ${answer.state}, expected ${answer.allowed.join(" or ")}`,
});

type Move = {
  id: string;
  action: keyof typeof campaignCan;
  /** What is to be written, from the campaign as it is now, or why it cannot be. */
  decide: (campaign: CampaignRecord) => CampaignChanges | CampaignRefusal;
};

const isRefusal = (decided: CampaignChanges | CampaignRefusal): decided is CampaignRefusal => "ok" in decided;

/** Take a campaign from one state to the next within `tx`. */
export async function moveCampaign(tx: Stores, { id, action, decide }: Move): Promise<CampaignAnswer> {
  const campaign = await tx.campaigns.lock(id);
  if (!campaign) return noSuchCampaign;
  const may = campaignCan[action](campaign);
  if (!may.ok) return asRefusal(may);
  const decided = decide(campaign);
  if (isRefusal(decided)) return decided;
  const changed = await tx.campaigns.change(id, decided);
  await announceCampaign(tx, changed);
  return { ok: true, campaign: changed };
}
