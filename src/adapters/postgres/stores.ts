import type { Kysely } from "kysely";
import type { Stores } from "../../ports/stores.ts";
import { makeAgentStore } from "./agent-store.ts";
import { makeAnnouncer } from "./announcer.ts";
import { makeApiKeyStore } from "./api-key-store.ts";
import { makeAttemptLog } from "./attempt-log.ts";
import { makeAttemptStore } from "./attempt-store.ts";
import { makeAuditTrail } from "./audit-trail.ts";
import { makeCallRecords } from "./call-records.ts";
import { makeCallerIds } from "./caller-ids.ts";
import { makeCarrierEventStore } from "./carrier-event-store.ts";
import { makeCarrierLimits } from "./carrier-limits.ts";
import { makeCampaignReports } from "./campaign-reports.ts";
import { makeCampaignStore } from "./campaign-store.ts";
import { makeConsentStore } from "./consent-store.ts";
import { makeContactImport } from "./contact-import.ts";
import { makeContactListStore } from "./contact-list-store.ts";
import { makeContactStore } from "./contact-store.ts";
import { makeDoNotCallStore } from "./do-not-call-store.ts";
import { makeEmergencyStopStore } from "./emergency-stop-store.ts";
import { makeDecisionLedger } from "./decision-ledger.ts";
import { makeDeskBoard } from "./desk-board.ts";
import { makeDialabilityBoard } from "./dialability-board.ts";
import { makeDialingCampaigns } from "./dialing-campaigns.ts";
import { makeFloorBoard } from "./floor-board.ts";
import { makeHopperStore } from "./hopper-store.ts";
import { makeIdempotencyStore } from "./idempotency-store.ts";
import { makeInstallation } from "./installation.ts";
import { makeLedgerChain } from "./ledger-chain.ts";
import { makeLiveEventStore } from "./live-event-store.ts";
import { makePacingStore } from "./pacing-store.ts";
import { makePlacing } from "./placing.ts";
import { makeCalleeLocks } from "./phone-lock.ts";
import { makeRegisterStore } from "./register-store.ts";
import { makeRecordKeeping } from "./record-keeping.ts";
import type { Database } from "./schema.ts";
import { inTransaction } from "./transaction.ts";
import { makeUserStore } from "./user-store.ts";

/** All stores over one database or one transaction. */
export function makeStores(db: Kysely<Database>): Stores {
  return {
    announcer: makeAnnouncer(db),
    liveEvents: makeLiveEventStore(db),
    users: makeUserStore(db),
    apiKeys: makeApiKeyStore(db),
    idempotency: makeIdempotencyStore(db),
    audit: makeAuditTrail(db),
    agents: makeAgentStore(db),
    attempts: makeAttemptStore(db),
    hopper: makeHopperStore(db),
    pacing: makePacingStore(db),
    dialing: makeDialingCampaigns(db),
    stops: makeEmergencyStopStore(db),
    decisions: makeDecisionLedger(db),
    chain: makeLedgerChain(db),
    recordKeeping: makeRecordKeeping(db),
    callRecords: makeCallRecords(db),
    callerIds: makeCallerIds(db),
    carrierEvents: makeCarrierEventStore(db),
    carrierLimits: makeCarrierLimits(db),
    attemptLog: makeAttemptLog(db),
    floor: makeFloorBoard(db),
    desks: makeDeskBoard(db),
    campaigns: makeCampaignStore(db),
    campaignReports: makeCampaignReports(db),
    dialability: makeDialabilityBoard(db),
    contactLists: makeContactListStore(db),
    contactImport: makeContactImport(db),
    placing: makePlacing(db),
    contacts: makeContactStore(db),
    callees: makeCalleeLocks(db),
    consents: makeConsentStore(db),
    doNotCall: makeDoNotCallStore(db),
    registers: makeRegisterStore(db),
    installation: makeInstallation(db),
    transaction: (work, options) => inTransaction(db, (transaction) => work(makeStores(transaction)), options),
  };
}
