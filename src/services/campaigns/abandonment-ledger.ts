import { type AbandonmentEntry, ledgerEntry, ledgerItems } from "../../../campaigns/compliance/abandonment/ledger.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";

/**
 * Abandoned calls of a campaign as each law counts them, the current span first; spans and laws without a live answer
 * are left out. `undefined`: there is no such campaign.
 */
export function makeAbandonmentLedger({ stores, clock }: { stores: Stores; clock: Clock }) {
  return async function abandonmentLedger(campaignId: string): Promise<AbandonmentEntry[] | undefined> {
    const campaign = await stores.campaigns.find(campaignId);
    if (!campaign) return undefined;
    if (campaign.startedAt === null) return [];
    const items = ledgerItems({ callKind: campaign.settings.callKind, startedAt: campaign.startedAt, now: clock.now() });
    const counts = await stores.campaignReports.abandonment(campaignId, items);
    return items.flatMap((item, index) => {
      const count = counts[index];
      return count && count.live > 0 ? [ledgerEntry(item, count)] : [];
    });
  };
}
