/** The ways in which a campaign stops: for now, for good, and out of sight. */
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { type CampaignAnswer, moveCampaign } from "./move-campaign.ts";

/** Start no further calls; those under way go on. When this resolves, no call is released any more. A scheduled start is called off. */
export function makePauseCampaign({ stores }: { stores: Stores }) {
  return (id: string): Promise<CampaignAnswer> =>
    stores.transaction((tx) =>
      moveCampaign(tx, { id, action: "pause", decide: () => ({ state: "paused", stateReason: null, startsAt: null }) }),
    );
}

/** End the campaign for good. */
export function makeCompleteCampaign({ stores, clock }: { stores: Stores; clock: Clock }) {
  return (id: string): Promise<CampaignAnswer> =>
    stores.transaction((tx) =>
      moveCampaign(tx, { id, action: "complete", decide: () => ({ state: "completed", stateReason: null, endedAt: clock.now() }) }),
    );
}

/** Put a campaign away that is over or was never started. */
export function makeArchiveCampaign({ stores, clock }: { stores: Stores; clock: Clock }) {
  return (id: string): Promise<CampaignAnswer> =>
    stores.transaction((tx) =>
      moveCampaign(tx, {
        id,
        action: "archive",
        decide: (campaign) => ({ state: "archived", startsAt: null, ...(campaign.endedAt === null ? { endedAt: clock.now() } : {}) }),
      }),
    );
}

/** Campaigns looked at in one go. */
const MOST_AT_ONCE = 50;

/** Complete running campaigns of which every contact is finished; returns how many. Called by the sweep. */
export function makeCompleteFinishedCampaigns({ stores, clock, ids }: { stores: Stores; clock: Clock; ids: Ids }) {
  return async function completeFinishedCampaigns(): Promise<number> {
    let count = 0;
    for (const id of await stores.campaigns.finished(MOST_AT_ONCE)) if (await completeIfFinished({ stores, clock, ids }, id)) count++;
    return count;
  };
}

function completeIfFinished({ stores, clock, ids }: { stores: Stores; clock: Clock; ids: Ids }, id: string): Promise<boolean> {
  return stores.transaction(async (tx) => {
    await tx.campaigns.lock(id);
    // Looked at again under the lock: a list may have been attached meanwhile.
    if (!(await tx.campaigns.isFinished(id))) return false;
    const now = clock.now();
    const changes = { state: "completed", stateReason: "all-contacts-finished", endedAt: now } as const;
    const answer = await moveCampaign(tx, { id, action: "complete", decide: () => changes });
    const entry = {
      id: ids.next(),
      actor: "system",
      action: "completeFinishedCampaigns",
      subject: `campaign:${id}`,
      detail: {},
      createdAt: now,
    };
    if (answer.ok) await tx.audit.add(entry);
    return answer.ok;
  });
}
