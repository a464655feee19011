import { changeCampaignSettings, describeFaults } from "../../../campaigns/campaign-settings.ts";
import type { CampaignRecord } from "../../ports/campaign-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { type CampaignAnswer, type CampaignRefusal, moveCampaign } from "./move-campaign.ts";

export type CampaignEdit = {
  id: string;
  /** The version that the editor saw: an edit of anything older is refused, so that nobody undoes what they have not seen. */
  version: number;
  name?: string | undefined;
  /** Some of the settings; the others stay. */
  settings?: Readonly<Record<string, unknown>> | undefined;
};

/** Change a campaign, also while it runs: what is decided from now on is decided by the new settings. */
export function makeEditCampaign({ stores }: { stores: Stores }) {
  return function editCampaign(edit: CampaignEdit): Promise<CampaignAnswer> {
    return stores.transaction((tx) => moveCampaign(tx, { id: edit.id, action: "edit", decide: (campaign) => decide(campaign, edit) }));
  };
}

function decide(campaign: CampaignRecord, { version, name, settings }: CampaignEdit) {
  if (campaign.version !== version)
    return {
      ok: false,
      reason: "version-changed",
      detail: `version: found ${version}, expected ${campaign.version}`,
    } satisfies CampaignRefusal;
  const changed = changeCampaignSettings(campaign.settings, settings ?? {});
  if (!changed.ok) return { ok: false, reason: "invalid-settings", detail: describeFaults(changed.faults) } satisfies CampaignRefusal;
  return { settings: changed.settings, ...(name === undefined ? {} : { name }) };
}
