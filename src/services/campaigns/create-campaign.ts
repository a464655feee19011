import { describeFaults, readCampaignSettings } from "../../../campaigns/campaign-settings.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceCampaign } from "./announce-campaign.ts";
import { type CampaignAnswer, noSuchCampaign } from "./move-campaign.ts";

/** Draft a campaign. `settings` are checked here; what they leave out has its default. */
export function makeCreateCampaign({ stores, clock, ids }: { stores: Stores; clock: Clock; ids: Ids }) {
  return async function createCampaign(wanted: { name: string; settings: unknown; createdBy: string | null }): Promise<CampaignAnswer> {
    const read = readCampaignSettings(wanted.settings);
    if (!read.ok) return { ok: false, reason: "invalid-settings", detail: describeFaults(read.faults) };
    return stores.transaction(async (tx): Promise<CampaignAnswer> => {
      const id = ids.next();
      await tx.campaigns.add({ id, name: wanted.name, settings: read.settings, createdBy: wanted.createdBy, createdAt: clock.now() });
      const campaign = await tx.campaigns.find(id);
      if (!campaign) return noSuchCampaign;
      await announceCampaign(tx, campaign);
      return { ok: true, campaign };
    });
  };
}
