/** What the HTTP app needs; the wiring supplies it. Services answer with values: `{ok: true, …}` or a refusal with a reason. */
import type { Router } from "express";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Config } from "../../config/config.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Credentials } from "../../ports/credentials.ts";
import type { Stores } from "../../ports/stores.ts";
import type { makeAgentLine } from "../../services/agents/agent-line.ts";
import type { makeChangeState } from "../../services/agents/change-state.ts";
import type { makeHangUp, makeHold } from "../../services/agents/control-call.ts";
import type { makeDisposeAttempt } from "../../services/agents/dispose-attempt.ts";
import type { makePreview } from "../../services/agents/preview.ts";
import type { makeIssueApiKey } from "../../services/api-keys/issue-api-key.ts";
import type { makeAbandonmentLedger } from "../../services/campaigns/abandonment-ledger.ts";
import type { makeAttachList } from "../../services/campaigns/attach-list.ts";
import type { makeCampaignStatus } from "../../services/campaigns/campaign-status.ts";
import type { makeDialability } from "../../services/campaigns/dialability.ts";
import type { makeCreateCampaign } from "../../services/campaigns/create-campaign.ts";
import type { makeEditCampaign } from "../../services/campaigns/edit-campaign.ts";
import type { makeScheduleCampaign } from "../../services/campaigns/schedule-campaign.ts";
import type { makeStartCampaign } from "../../services/campaigns/start-campaign.ts";
import type { makeArchiveCampaign, makeCompleteCampaign, makePauseCampaign } from "../../services/campaigns/stop-campaign.ts";
import type { makeForbidCalls } from "../../services/consent/forbid-calls.ts";
import type { makeRecordConsent } from "../../services/consent/record-consent.ts";
import type { makeWithdrawConsent } from "../../services/consent/withdraw-consent.ts";
import type { makeWithdrawForbid } from "../../services/consent/withdraw-forbid.ts";
import type { makeContactDecision } from "../../services/contacts/contact-decision.ts";
import type { makeImportContacts } from "../../services/contacts/import-contacts.ts";
import type { makeRefusedRows } from "../../services/contacts/refused-rows.ts";
import type { makeErasePerson } from "../../services/erasure/erase-person.ts";
import type { makeExportRecords } from "../../services/records/export-records.ts";
import type { makeVerifyLedger } from "../../services/records/verify-ledger.ts";
import type { makeFindDesk } from "../../services/desks/find-desk.ts";
import type { makeLiftStop } from "../../services/stops/lift-stop.ts";
import type { makeStopCalls } from "../../services/stops/stop-calls.ts";
import type { makeListRegisters } from "../../services/registers/list-registers.ts";
import type { makeLoadRegister } from "../../services/registers/load-register.ts";
import type { makeChangePassword } from "../../services/users/change-password.ts";
import type { makeCheckPassword } from "../../services/users/check-password.ts";
import type { makeCreateUser } from "../../services/users/create-user.ts";
import type { makeEditUser } from "../../services/users/edit-user.ts";

export type AccountServices = {
  checkPassword: ReturnType<typeof makeCheckPassword>;
  createUser: ReturnType<typeof makeCreateUser>;
  editUser: ReturnType<typeof makeEditUser>;
  changePassword: ReturnType<typeof makeChangePassword>;
  issueApiKey: ReturnType<typeof makeIssueApiKey>;
};

export type ListServices = {
  importContacts: ReturnType<typeof makeImportContacts>;
  refusedRows: ReturnType<typeof makeRefusedRows>;
  contactDecision: ReturnType<typeof makeContactDecision>;
};

export type CampaignServices = {
  createCampaign: ReturnType<typeof makeCreateCampaign>;
  editCampaign: ReturnType<typeof makeEditCampaign>;
  startCampaign: ReturnType<typeof makeStartCampaign>;
  pauseCampaign: ReturnType<typeof makePauseCampaign>;
  completeCampaign: ReturnType<typeof makeCompleteCampaign>;
  archiveCampaign: ReturnType<typeof makeArchiveCampaign>;
  scheduleCampaign: ReturnType<typeof makeScheduleCampaign>;
  attachList: ReturnType<typeof makeAttachList>;
  abandonmentLedger: ReturnType<typeof makeAbandonmentLedger>;
  campaignStatus: ReturnType<typeof makeCampaignStatus>;
} & ReturnType<typeof makeDialability>;

export type DoNotCallServices = {
  forbidCalls: ReturnType<typeof makeForbidCalls>;
  withdrawForbid: ReturnType<typeof makeWithdrawForbid>;
  recordConsent: ReturnType<typeof makeRecordConsent>;
  withdrawConsent: ReturnType<typeof makeWithdrawConsent>;
  loadRegister: ReturnType<typeof makeLoadRegister>;
  listRegisters: ReturnType<typeof makeListRegisters>;
};

export type StopServices = {
  stopCalls: ReturnType<typeof makeStopCalls>;
  liftStop: ReturnType<typeof makeLiftStop>;
};

export type RecordServices = {
  verifyLedger: ReturnType<typeof makeVerifyLedger>;
  exportRecords: ReturnType<typeof makeExportRecords>;
  erasePerson: ReturnType<typeof makeErasePerson>;
};

export type DeskServices = {
  findDesk: ReturnType<typeof makeFindDesk>;
  agentLine: Pick<ReturnType<typeof makeAgentLine>, "request" | "drop">;
  changeState: ReturnType<typeof makeChangeState>;
  disposeAttempt: ReturnType<typeof makeDisposeAttempt>;
  hangUp: ReturnType<typeof makeHangUp>;
  hold: ReturnType<typeof makeHold>;
  preview: ReturnType<typeof makePreview>;
};

export type Services = AccountServices & ListServices & CampaignServices & DoNotCallServices & StopServices & RecordServices & DeskServices;

export type HttpDeps = {
  config: Config["http"];
  /** For the login sessions; everything else goes through the stores. */
  pool: Pool;
  stores: Stores;
  clock: Clock;
  ids: Ids;
  credentials: Credentials;
  log: Logger;
  /** The carrier's webhooks, mounted at /twilio before any body parser. */
  carrierRouter: Router;
  services: Services;
  /** Jobs by name and state. */
  countJobs(): Promise<Record<string, Record<string, number>>>;
  checkReady(): Promise<{ database: boolean; migrations: boolean; jobQueue: boolean }>;
};
