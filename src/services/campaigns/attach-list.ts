import { campaignCan } from "../../../campaigns/campaign.ts";
import { listMayBeAttached } from "../../../campaigns/contacts/contact-list.ts";
import type { CampaignRecord } from "../../ports/campaign-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobQueue } from "../../ports/job-queue.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { nudge } from "../nudge.ts";
import { announceCampaign } from "./announce-campaign.ts";
import { asRefusal, type CampaignAnswer, type CampaignRefusal, noSuchCampaign } from "./move-campaign.ts";

type Deps = { stores: Stores; clock: Clock; jobQueue: JobQueue; log: Log };

/**
 * Add the contacts of a list to a campaign; again is the same. A list that is still being imported is attached now
 * and its contacts come in when it is ready.
 */
export function makeAttachList(deps: Deps) {
  return async function attachList(campaignId: string, listId: string): Promise<CampaignAnswer> {
    const answer = await refusable(() =>
      // A million rows in one statement take longer than a statement usually may.
      deps.stores.transaction((tx) => attach(tx, { campaignId, listId, now: deps.clock.now() }), { statementTimeoutMs: 0 }),
    );
    if (answer.ok && answer.campaign.state === "running") await nudge(deps, "fill-hopper", { campaignId });
    return answer;
  };
}

/** Undoes the transaction, and then is the answer. */
class Refused extends Error {
  readonly refusal: CampaignRefusal;
  constructor(refusal: CampaignRefusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

async function refusable(work: () => Promise<CampaignAnswer>): Promise<CampaignAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function check(campaign: CampaignRecord | undefined): CampaignRecord {
  if (!campaign) throw new Refused(noSuchCampaign);
  const may = campaignCan.attachList(campaign);
  if (!may.ok) throw new Refused(asRefusal(may));
  return campaign;
}

async function attach(
  tx: Stores,
  { campaignId, listId, now }: { campaignId: string; listId: string; now: number },
): Promise<CampaignAnswer> {
  // As the end of an import does: whoever comes second sees what the first has done.
  const list = await tx.contactLists.lock(listId);
  const campaign = check(await tx.campaigns.find(campaignId));
  if (!list) throw new Refused({ ok: false, reason: "no-such-list" });
  if (!listMayBeAttached(list))
    throw new Refused({ ok: false, reason: "list-state", detail: `state: found ${list.state}, expected importing or ready` });
  if (!(await tx.campaigns.attachList(campaignId, listId, now))) return { ok: true, campaign };
  if (list.state === "ready") await tx.campaigns.addContacts(campaignId, listId);
  // Locked last and looked at again: dialing does not stand still while a million contacts come in.
  check(await tx.campaigns.lock(campaignId));
  const changed = await tx.campaigns.change(campaignId, {});
  await announceCampaign(tx, changed);
  return { ok: true, campaign: changed };
}
