import { describeFaults, readCampaignSettings } from "../../../campaigns/campaign-settings.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceCampaign } from "./announce-campaign.ts";
import { auditCallsChanged, auditSetAside, type By, refuseSetAside, whatCallsBecome, whatIsSetAside } from "./law-set-aside.ts";
import { type CampaignAnswer, noSuchCampaign } from "./move-campaign.ts";

type NewCampaign = { name: string; settings: unknown; createdBy: string | null; by?: By | undefined };

/** Draft a campaign. `settings` are checked here; what they leave out has its default. */
export function makeCreateCampaign({ stores, clock, ids }: { stores: Stores; clock: Clock; ids: Ids }) {
  /** `by` left out: somebody who may set no part of a law aside. */
  return async function createCampaign(wanted: NewCampaign): Promise<CampaignAnswer> {
    const read = readCampaignSettings(wanted.settings);
    if (!read.ok) return { ok: false, reason: "invalid-settings", detail: describeFaults(read.faults) };
    const change = whatIsSetAside(null, read.settings);
    const refused = refuseSetAside(change, wanted.by);
    if (refused) return refused;
    return stores.transaction(async (tx): Promise<CampaignAnswer> => {
      const id = ids.next();
      await tx.campaigns.add({ id, name: wanted.name, settings: read.settings, createdBy: wanted.createdBy, createdAt: clock.now() });
      const campaign = await tx.campaigns.find(id);
      if (!campaign) return noSuchCampaign;
      await auditSetAside(tx, { clock, ids }, { campaignId: id, change, by: wanted.by });
      await auditCallsChanged(tx, { clock, ids }, { campaignId: id, change: whatCallsBecome(null, read.settings), by: wanted.by });
      await announceCampaign(tx, campaign);
      return { ok: true, campaign };
    });
  };
}
