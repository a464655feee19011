/** Every service that the API and the command line offer. */
import { readContactFile } from "../adapters/csv/contact-file.ts";
import { writeRefusedRows } from "../adapters/csv/refused-rows.ts";
import { writeRecordsCsv } from "../adapters/csv/records.ts";
import { makeCredentials } from "../adapters/system/credentials.ts";
import type { PlacePolicy } from "../../campaigns/contacts/place.ts";
import { sha256 } from "../adapters/system/sha256.ts";
import type { Clock, Ids } from "../ports/clock.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";
import type { Stores } from "../ports/stores.ts";
import { makeIssueApiKey } from "../services/api-keys/issue-api-key.ts";
import { makeAbandonmentLedger } from "../services/campaigns/abandonment-ledger.ts";
import { makeAttachList } from "../services/campaigns/attach-list.ts";
import { makeCampaignStatus } from "../services/campaigns/campaign-status.ts";
import { makeDialability } from "../services/campaigns/dialability.ts";
import { makeCreateCampaign } from "../services/campaigns/create-campaign.ts";
import { makeEditCampaign } from "../services/campaigns/edit-campaign.ts";
import { makeScheduleCampaign } from "../services/campaigns/schedule-campaign.ts";
import { makeStartCampaign, makeStartDueCampaigns } from "../services/campaigns/start-campaign.ts";
import {
  makeArchiveCampaign,
  makeCompleteCampaign,
  makeCompleteFinishedCampaigns,
  makePauseCampaign,
} from "../services/campaigns/stop-campaign.ts";
import { makeForbidCalls } from "../services/consent/forbid-calls.ts";
import { makeRecordConsent } from "../services/consent/record-consent.ts";
import { makeWithdrawConsent } from "../services/consent/withdraw-consent.ts";
import { makeWithdrawForbid } from "../services/consent/withdraw-forbid.ts";
import { makeContactDecision } from "../services/contacts/contact-decision.ts";
import { makeFailStaleImports } from "../services/contacts/fail-stale-imports.ts";
import { makeImportContacts } from "../services/contacts/import-contacts.ts";
import { makeReplacePlaces } from "../services/contacts/replace-places.ts";
import { makeRefusedRows } from "../services/contacts/refused-rows.ts";
import { makeFindDesk } from "../services/desks/find-desk.ts";
import type { Dialing } from "../services/dialing.ts";
import { makeErasePerson } from "../services/erasure/erase-person.ts";
import { makeKeepHouse } from "../services/keep-house.ts";
import { makeLiftStop } from "../services/stops/lift-stop.ts";
import { makeListRegisters } from "../services/registers/list-registers.ts";
import { makeLoadRegister } from "../services/registers/load-register.ts";
import { makeExportRecords } from "../services/records/export-records.ts";
import { makeVerifyLedger } from "../services/records/verify-ledger.ts";
import { makeChangePassword } from "../services/users/change-password.ts";
import { makeCheckPassword } from "../services/users/check-password.ts";
import { makeCreateUser } from "../services/users/create-user.ts";
import { makeEditUser } from "../services/users/edit-user.ts";
import { makeEnsureAdmin } from "../services/users/ensure-admin.ts";

type Base = { stores: Stores; clock: Clock; ids: Ids; jobQueue: JobQueue; log: Log; placePolicy: PlacePolicy; retentionYears?: number };

const listServices = (base: Base) => ({
  importContacts: makeImportContacts({ ...base, readContactFile }),
  replacePlaces: makeReplacePlaces(base),
  refusedRows: makeRefusedRows({ ...base, writeRefusedRows }),
  failStaleImports: makeFailStaleImports(base),
});

/** What keeps the law and proves it. */
const lawServices = (deps: Base) => ({
  forbidCalls: makeForbidCalls(deps),
  withdrawForbid: makeWithdrawForbid(deps),
  recordConsent: makeRecordConsent(deps),
  withdrawConsent: makeWithdrawConsent(deps),
  loadRegister: makeLoadRegister(deps),
  listRegisters: makeListRegisters(deps),
  verifyLedger: makeVerifyLedger({ ...deps, chain: deps.stores.chain, sha256 }),
  exportRecords: makeExportRecords({ ...deps, writeRecordsCsv }),
  erasePerson: makeErasePerson(deps),
  liftStop: makeLiftStop(deps),
});

export function makeServices(base: Base, dialing: Dialing) {
  const credentials = makeCredentials();
  const deps = { ...base, credentials };
  const createUser = makeCreateUser(deps);
  return {
    credentials,
    checkPassword: makeCheckPassword(deps),
    createUser,
    editUser: makeEditUser(deps),
    changePassword: makeChangePassword(deps),
    ensureAdmin: makeEnsureAdmin({ ...deps, createUser }),
    issueApiKey: makeIssueApiKey(deps),
    ...listServices(base),
    createCampaign: makeCreateCampaign(deps),
    editCampaign: makeEditCampaign(deps),
    startCampaign: makeStartCampaign(deps),
    pauseCampaign: makePauseCampaign(deps),
    completeCampaign: makeCompleteCampaign(deps),
    archiveCampaign: makeArchiveCampaign(deps),
    scheduleCampaign: makeScheduleCampaign(deps),
    attachList: makeAttachList(deps),
    abandonmentLedger: makeAbandonmentLedger(deps),
    campaignStatus: makeCampaignStatus(deps),
    ...makeDialability(deps),
    contactDecision: makeContactDecision(deps),
    startDueCampaigns: makeStartDueCampaigns(deps),
    completeFinishedCampaigns: makeCompleteFinishedCampaigns(deps),
    ...lawServices(base),
    findDesk: makeFindDesk(deps),
    keepHouse: makeKeepHouse(deps),
    stopCalls: dialing.stopCalls,
    agentLine: dialing.agentLine,
    changeState: dialing.changeState,
    disposeAttempt: dialing.disposeAttempt,
    hangUp: dialing.hangUp,
    hold: dialing.hold,
    preview: dialing.preview,
  };
}
