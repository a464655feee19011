/** All services of marketers' work: campaigns, lists, contacts, do-not-call. Knows no brand. */
import type { CampaignState } from "../../campaigns/campaign.ts";
import type { Clock, Ids } from "../ports/clock.ts";
import type { ReadContactFile, WriteRefusedRows } from "../ports/contact-file.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";
import type { PageQuery } from "../ports/page.ts";
import type { Stores } from "../ports/stores.ts";
import { makeAttachList } from "./campaigns/attach-list.ts";
import { makeCampaignStatus } from "./campaigns/campaign-status.ts";
import { makeCreateCampaign } from "./campaigns/create-campaign.ts";
import { makeEditCampaign } from "./campaigns/edit-campaign.ts";
import { makeScheduleCampaign } from "./campaigns/schedule-campaign.ts";
import { makeStartCampaign, makeStartDueCampaigns } from "./campaigns/start-campaign.ts";
import { makeArchiveCampaign, makeCompleteCampaign, makeCompleteFinishedCampaigns, makePauseCampaign } from "./campaigns/stop-campaign.ts";
import { makeForbidCalls } from "./consent/forbid-calls.ts";
import { makeWithdrawForbid } from "./consent/withdraw-forbid.ts";
import { makeFailStaleImports } from "./contacts/fail-stale-imports.ts";
import { makeImportContacts } from "./contacts/import-contacts.ts";
import { makeRefusedRows } from "./contacts/refused-rows.ts";

export type CampaignDeskDeps = {
  stores: Stores;
  clock: Clock;
  ids: Ids;
  jobQueue: JobQueue;
  log: Log;
  readContactFile: ReadContactFile;
  writeRefusedRows: WriteRefusedRows;
};
export type CampaignDesk = ReturnType<typeof makeCampaignDesk>;

export function makeCampaignDesk(deps: CampaignDeskDeps) {
  return { ...campaignServices(deps), ...listServices(deps), ...doNotCallServices(deps) };
}

const campaignServices = (deps: CampaignDeskDeps) => ({
  listCampaigns: (filter: { state?: CampaignState | undefined }, query: PageQuery) => deps.stores.campaigns.page({ ...filter, ...query }),
  findCampaign: (id: string) => deps.stores.campaigns.find(id),
  createCampaign: makeCreateCampaign(deps),
  editCampaign: makeEditCampaign(deps),
  scheduleCampaign: makeScheduleCampaign(deps),
  startCampaign: makeStartCampaign(deps),
  pauseCampaign: makePauseCampaign(deps),
  completeCampaign: makeCompleteCampaign(deps),
  archiveCampaign: makeArchiveCampaign(deps),
  attachList: makeAttachList(deps),
  campaignStatus: makeCampaignStatus(deps),
  startDueCampaigns: makeStartDueCampaigns(deps),
  completeFinishedCampaigns: makeCompleteFinishedCampaigns(deps),
});

const listServices = (deps: CampaignDeskDeps) => ({
  importContacts: makeImportContacts(deps),
  failStaleImports: makeFailStaleImports(deps),
  listContactLists: (query: PageQuery) => deps.stores.contactLists.page(query),
  findContactList: (id: string) => deps.stores.contactLists.find(id),
  refusedRows: makeRefusedRows(deps),
  findContacts: (filter: { listId?: string | undefined; phone?: string | undefined; externalRef?: string | undefined }, query: PageQuery) =>
    deps.stores.contacts.page({ ...filter, ...query }),
  findContact: (id: string) => deps.stores.contacts.find(id),
});

const doNotCallServices = (deps: CampaignDeskDeps) => ({
  forbidCalls: makeForbidCalls(deps),
  withdrawForbid: makeWithdrawForbid(deps),
  listDoNotCall: (filter: { phone?: string | undefined }, query: PageQuery) =>
    deps.stores.doNotCall.page({ ...filter, ...query, now: deps.clock.now() }),
});
