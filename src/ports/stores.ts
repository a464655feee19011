import type { AgentStore } from "./agent-store.ts";
import type { Announcer } from "./announcer.ts";
import type { ApiKeyStore } from "./api-key-store.ts";
import type { AttemptLog } from "./attempt-log.ts";
import type { AttemptStore } from "./attempt-store.ts";
import type { AuditTrail } from "./audit-trail.ts";
import type { CalleeLocks } from "./callee-locks.ts";
import type { CallRecords } from "./call-records.ts";
import type { CallerIds } from "./caller-ids.ts";
import type { CarrierEventStore } from "./carrier-event-store.ts";
import type { CarrierLimits } from "./carrier-limits.ts";
import type { CampaignReports } from "./campaign-reports.ts";
import type { CampaignStore } from "./campaign-store.ts";
import type { ConsentStore } from "./consent-store.ts";
import type { ContactImport } from "./contact-import.ts";
import type { ContactListStore } from "./contact-list-store.ts";
import type { ContactStore } from "./contact-store.ts";
import type { DoNotCallStore } from "./do-not-call-store.ts";
import type { EmergencyStopStore } from "./emergency-stop-store.ts";
import type { DecisionLedger } from "./decision-ledger.ts";
import type { DeskBoard } from "./desk-board.ts";
import type { DialabilityBoard } from "./dialability-board.ts";
import type { DialingCampaigns } from "./dialing-campaigns.ts";
import type { FloorBoard } from "./floor-board.ts";
import type { HopperStore } from "./hopper-store.ts";
import type { IdempotencyStore } from "./idempotency-store.ts";
import type { Installation } from "./installation.ts";
import type { LedgerChain } from "./ledger-chain.ts";
import type { LiveEventStore } from "./live-event-store.ts";
import type { PacingStore } from "./pacing-store.ts";
import type { Placing } from "./placing.ts";
import type { RegisterStore } from "./register-store.ts";
import type { RecordKeeping } from "./record-keeping.ts";
import type { UserStore } from "./user-store.ts";

export type TransactionOptions = {
  /** Time limit for each statement inside, in milliseconds, in place of the usual one; 0 is none. */
  statementTimeoutMs?: number;
};

/** Everything that remembers, by aggregate. */
export interface Stores {
  announcer: Announcer;
  liveEvents: LiveEventStore;
  users: UserStore;
  apiKeys: ApiKeyStore;
  idempotency: IdempotencyStore;
  audit: AuditTrail;
  agents: AgentStore;
  attempts: AttemptStore;
  hopper: HopperStore;
  pacing: PacingStore;
  dialing: DialingCampaigns;
  stops: EmergencyStopStore;
  decisions: DecisionLedger;
  chain: LedgerChain;
  recordKeeping: RecordKeeping;
  callRecords: CallRecords;
  callerIds: CallerIds;
  carrierEvents: CarrierEventStore;
  carrierLimits: CarrierLimits;
  attemptLog: AttemptLog;
  floor: FloorBoard;
  desks: DeskBoard;
  campaigns: CampaignStore;
  campaignReports: CampaignReports;
  dialability: DialabilityBoard;
  contactLists: ContactListStore;
  contactImport: ContactImport;
  placing: Placing;
  contacts: ContactStore;
  callees: CalleeLocks;
  consents: ConsentStore;
  doNotCall: DoNotCallStore;
  registers: RegisterStore;
  installation: Installation;
  /**
   * All or nothing, over the stores that `work` is given. `work` may run several times (deadlock, lost connection),
   * so it has no effect outside them. Inside a transaction it joins that one.
   */
  transaction<T>(work: (stores: Stores) => Promise<T>, options?: TransactionOptions): Promise<T>;
}
