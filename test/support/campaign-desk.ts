/** The real services of marketers' work on a real database, with a clock that is moved and reminders that are kept. */
import { readContactFile } from "../../src/adapters/csv/contact-file.ts";
import { writeRefusedRows } from "../../src/adapters/csv/refused-rows.ts";
import { STRICT_POLICY } from "../../campaigns/contacts/place.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { makeAttachList } from "../../src/services/campaigns/attach-list.ts";
import { makeCampaignStatus } from "../../src/services/campaigns/campaign-status.ts";
import { makeCreateCampaign } from "../../src/services/campaigns/create-campaign.ts";
import { makeEditCampaign } from "../../src/services/campaigns/edit-campaign.ts";
import { makeScheduleCampaign } from "../../src/services/campaigns/schedule-campaign.ts";
import { makeStartCampaign, makeStartDueCampaigns } from "../../src/services/campaigns/start-campaign.ts";
import {
  makeArchiveCampaign,
  makeCompleteCampaign,
  makeCompleteFinishedCampaigns,
  makePauseCampaign,
} from "../../src/services/campaigns/stop-campaign.ts";
import { makeForbidCalls } from "../../src/services/consent/forbid-calls.ts";
import { makeWithdrawForbid } from "../../src/services/consent/withdraw-forbid.ts";
import { makeFailStaleImports } from "../../src/services/contacts/fail-stale-imports.ts";
import { makeImportContacts } from "../../src/services/contacts/import-contacts.ts";
import { makeReplacePlaces } from "../../src/services/contacts/replace-places.ts";
import { makeRefusedRows } from "../../src/services/contacts/refused-rows.ts";
import { movingClock } from "./clock.ts";
import { keptJobQueue } from "./dialing.ts";
import { countedIds } from "./ids.ts";
import { keptLog } from "./log.ts";

export type CampaignDesk = ReturnType<typeof makeCampaignDesk>;

export function makeCampaignDesk(stores: Stores) {
  const clock = movingClock();
  const base = { stores, clock, ids: countedIds(0xcd), jobQueue: keptJobQueue(), log: keptLog() };
  return {
    ...base,
    importContacts: makeImportContacts({ ...base, readContactFile }),
    refusedRows: makeRefusedRows({ ...base, writeRefusedRows }),
    failStaleImports: makeFailStaleImports(base),
    replacePlaces: makeReplacePlaces({ ...base, placePolicy: STRICT_POLICY }),
    createCampaign: makeCreateCampaign(base),
    editCampaign: makeEditCampaign(base),
    scheduleCampaign: makeScheduleCampaign(base),
    startCampaign: makeStartCampaign(base),
    startDueCampaigns: makeStartDueCampaigns(base),
    pauseCampaign: makePauseCampaign(base),
    completeCampaign: makeCompleteCampaign(base),
    completeFinishedCampaigns: makeCompleteFinishedCampaigns(base),
    archiveCampaign: makeArchiveCampaign(base),
    attachList: makeAttachList(base),
    campaignStatus: makeCampaignStatus(base),
    forbidCalls: makeForbidCalls(base),
    withdrawForbid: makeWithdrawForbid(base),
  };
}
