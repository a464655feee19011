/** What the HTTP app needs; the wiring supplies it. Services answer with values: `{ok: true, …}` or a refusal with a reason. */
import type { Readable } from "node:stream";
import type { Router } from "express";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { CampaignState } from "../../../campaigns/campaign.ts";
import type { Contact } from "../../../campaigns/contacts/contact.ts";
import type { ContactList } from "../../../campaigns/contacts/contact-list.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Config } from "../../config/config.ts";
import type { CampaignRecord } from "../../ports/campaign-store.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Credentials } from "../../ports/credentials.ts";
import type { Page, PageQuery } from "../../ports/page.ts";
import type { Stores } from "../../ports/stores.ts";
import type { makeAgentLine } from "../../services/agents/agent-line.ts";
import type { makeChangeState } from "../../services/agents/change-state.ts";
import type { makeHangUp, makeHold } from "../../services/agents/control-call.ts";
import type { makeDisposeAttempt } from "../../services/agents/dispose-attempt.ts";
import type { makePreview } from "../../services/agents/preview.ts";
import type { makeIssueApiKey } from "../../services/api-keys/issue-api-key.ts";
import type { makeFindDesk } from "../../services/desks/find-desk.ts";
import type { makeChangePassword } from "../../services/users/change-password.ts";
import type { makeCheckPassword } from "../../services/users/check-password.ts";
import type { makeCreateUser } from "../../services/users/create-user.ts";
import type { makeEditUser } from "../../services/users/edit-user.ts";
import type { Refusal } from "./errors.ts";

type Outcome<Good> = Promise<({ ok: true } & Good) | Refusal>;
type MovedCampaign = Outcome<{ campaign: CampaignRecord }>;

export type DoNotCallView = {
  id: string;
  scope: "organisation" | "campaign";
  phone: string;
  campaignId: string | null;
  reason: string;
  source: string;
  createdAt: Instant;
  expiresAt: Instant | null;
  withdrawnAt: Instant | null;
};

export type CampaignStatusView = {
  campaignId: string;
  state: CampaignState;
  stateReason: string | null;
  contacts: Record<string, number>;
  contactCount: number;
  openAttempts: Record<string, number>;
  dispositions: Record<string, number>;
  attemptedContacts: number;
  penetration: number | null;
  answerRate: number | null;
  abandonRate: number | null;
  waiting: Record<string, number>;
  nextDueAt: Instant | null;
};

export type AccountServices = {
  checkPassword: ReturnType<typeof makeCheckPassword>;
  createUser: ReturnType<typeof makeCreateUser>;
  editUser: ReturnType<typeof makeEditUser>;
  changePassword: ReturnType<typeof makeChangePassword>;
  issueApiKey: ReturnType<typeof makeIssueApiKey>;
};

export type ListServices = {
  importContacts(wanted: {
    name: string;
    sourceName: string;
    mapping: Record<string, string> | undefined;
    country: string | undefined;
    createdBy: string | null;
    stream: Readable;
  }): Outcome<{ list: ContactList }>;
  listContactLists(query: PageQuery): Promise<Page<ContactList>>;
  findContactList(id: string): Promise<ContactList | undefined>;
  /** CSV text piece by piece; `undefined`: no such list. */
  refusedRows(listId: string): Promise<AsyncIterable<string> | undefined>;
  findContacts(filter: { listId?: string | undefined; phone?: string | undefined }, query: PageQuery): Promise<Page<Contact>>;
  findContact(id: string): Promise<Contact | undefined>;
};

export type CampaignServices = {
  listCampaigns(filter: { state?: CampaignState | undefined }, query: PageQuery): Promise<Page<CampaignRecord>>;
  findCampaign(id: string): Promise<CampaignRecord | undefined>;
  createCampaign(wanted: { name: string; settings: unknown; createdBy: string | null }): MovedCampaign;
  editCampaign(wanted: {
    id: string;
    version: number;
    name?: string | undefined;
    settings?: Record<string, unknown> | undefined;
  }): MovedCampaign;
  startCampaign(id: string): MovedCampaign;
  pauseCampaign(id: string): MovedCampaign;
  completeCampaign(id: string): MovedCampaign;
  archiveCampaign(id: string): MovedCampaign;
  scheduleCampaign(id: string, startsAt: Instant): MovedCampaign;
  attachList(campaignId: string, listId: string): MovedCampaign;
  campaignStatus(id: string): Promise<CampaignStatusView | undefined>;
};

export type DoNotCallServices = {
  listDoNotCall(filter: { phone?: string | undefined }, query: PageQuery): Promise<Page<DoNotCallView>>;
  forbidCalls(wanted: {
    phone: string;
    scope: "organisation" | "campaign";
    campaignId: string | null;
    reason: string;
    source: string;
    createdBy: string | null;
    expiresAt: Instant | null;
  }): Outcome<{ entry: DoNotCallView }>;
  withdrawForbid(id: string): Outcome<object>;
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

export type Services = AccountServices & ListServices & CampaignServices & DoNotCallServices & DeskServices;

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
