import type { CampaignChanges, CampaignRecord } from "../../ports/campaign-store.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { nudge, nudgePacing } from "../nudge.ts";
import { type CampaignAnswer, moveCampaign } from "./move-campaign.ts";

type Deps = { stores: Stores; clock: Clock; ids: Ids; jobQueue: JobQueue; log: Log };

const started = (campaign: CampaignRecord, now: number): CampaignChanges => ({
  state: "running",
  stateReason: null,
  startsAt: null,
  ...(campaign.startedAt === null ? { startedAt: now } : {}),
});

async function remind(deps: Deps, answer: CampaignAnswer): Promise<CampaignAnswer> {
  if (answer.ok) {
    await nudge(deps, "fill-hopper", { campaignId: answer.campaign.id });
    await nudgePacing(deps);
  }
  return answer;
}

/** Start or resume dialing. */
export function makeStartCampaign(deps: Deps) {
  return async function startCampaign(id: string): Promise<CampaignAnswer> {
    const answer = await deps.stores.transaction((tx) =>
      moveCampaign(tx, { id, action: "start", decide: (campaign) => started(campaign, deps.clock.now()) }),
    );
    return remind(deps, answer);
  };
}

/** Start the scheduled campaigns whose time has come; returns how many. Called by the sweep. */
export function makeStartDueCampaigns(deps: Deps) {
  return async function startDueCampaigns(): Promise<number> {
    let count = 0;
    for (const id of await deps.stores.campaigns.dueToStart(deps.clock.now())) {
      const answer = await startIfDue(deps, id);
      if (answer?.ok) count++;
    }
    return count;
  };
}

function startIfDue(deps: Deps, id: string): Promise<CampaignAnswer | undefined> {
  return deps.stores
    .transaction(async (tx) => {
      const now = deps.clock.now();
      const campaign = await tx.campaigns.lock(id);
      // Put off, paused or started by somebody meanwhile.
      if (campaign?.state !== "scheduled" || campaign.startsAt === null || campaign.startsAt > now) return undefined;
      const answer = await moveCampaign(tx, { id, action: "start", decide: (found) => started(found, now) });
      const entry = {
        id: deps.ids.next(),
        actor: "system",
        action: "startDueCampaigns",
        subject: `campaign:${id}`,
        detail: {},
        createdAt: now,
      };
      if (answer.ok) await tx.audit.add(entry);
      return answer;
    })
    .then((answer) => answer && remind(deps, answer));
}
