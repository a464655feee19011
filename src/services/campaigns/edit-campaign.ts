import type { CampaignSettings } from "../../../campaigns/campaign.ts";
import { changeCampaignSettings, describeFaults } from "../../../campaigns/campaign-settings.ts";
import { SECOND_LOOK } from "../../../campaigns/hopper/second-look.ts";
import type { CampaignRecord } from "../../ports/campaign-store.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import {
  auditCallsChanged,
  auditSetAside,
  type By,
  type CallsChanged,
  refuseSetAside,
  type SetAside,
  whatCallsBecome,
  whatIsSetAside,
} from "./law-set-aside.ts";
import { type CampaignAnswer, type CampaignRefusal, moveCampaign } from "./move-campaign.ts";

export type CampaignEdit = {
  id: string;
  /** The version that the editor saw: an edit of anything older is refused, so that nobody undoes what they have not seen. */
  version: number;
  name?: string | undefined;
  /** Some of the settings; the others stay. */
  settings?: Readonly<Record<string, unknown>> | undefined;
  /** Left out: somebody who may set no part of a law aside. */
  by?: By | undefined;
};

/** Change a campaign, also while it runs: what is decided from now on is decided by the new settings. */
export function makeEditCampaign({ stores, clock, ids }: { stores: Stores; clock: Clock; ids: Ids }) {
  return function editCampaign(edit: CampaignEdit): Promise<CampaignAnswer> {
    return stores.transaction(async (tx) => {
      let change: SetAside | null = null;
      let calls: CallsChanged | null = null;
      const answer = await moveCampaign(tx, {
        id: edit.id,
        action: "edit",
        decide: (campaign) => {
          const decided = decide(campaign, edit);
          if ("ok" in decided) return decided;
          change = whatIsSetAside(campaign.settings, decided.settings);
          calls = whatCallsBecome(campaign.settings, decided.settings);
          return refuseSetAside(change, edit.by) ?? decided;
        },
      });
      if (answer.ok && edit.settings !== undefined) await tx.hopper.lookAgain({ campaignId: edit.id }, SECOND_LOOK.settings, clock.now());
      if (!answer.ok) return answer;
      await auditSetAside(tx, { clock, ids }, { campaignId: edit.id, change, by: edit.by });
      await auditCallsChanged(tx, { clock, ids }, { campaignId: edit.id, change: calls, by: edit.by });
      return answer;
    });
  };
}

function decide(campaign: CampaignRecord, { version, name, settings }: CampaignEdit) {
  if (campaign.version !== version)
    return {
      ok: false,
      reason: "version-changed",
      detail: `version: found ${version}, expected ${campaign.version}`,
    } satisfies CampaignRefusal;
  const changed = settingsAfter(campaign, settings ?? {});
  return "ok" in changed ? changed : { ...changed, ...(name === undefined ? {} : { name }) };
}

/** The settings as they would be after the change; refused when they would not hold. */
export function settingsAfter(
  campaign: Pick<CampaignRecord, "settings">,
  changes: Readonly<Record<string, unknown>>,
): { settings: CampaignSettings } | CampaignRefusal {
  const changed = changeCampaignSettings(campaign.settings, changes);
  return changed.ok ? { settings: changed.settings } : { ok: false, reason: "invalid-settings", detail: describeFaults(changed.faults) };
}
