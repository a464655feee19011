import type { CallKind } from "../../campaigns/compliance/call-kind.ts";
import type { ConsentRecord } from "../../campaigns/compliance/consent.ts";
import type { Instant } from "../../campaigns/instant.ts";
import type { Page, PageQuery } from "./page.ts";

/** Whom an entry is about: this number, or whoever answers it on every number they have. */
export type ConsentCover = "number" | "person";

/** A consent as it was written down. `phone` in it is the number that it was given for, or that the person was known by. */
export type ConsentEntry = Omit<ConsentRecord, "phone" | "lastUsedAt"> & {
  phone: string;
  covers: ConsentCover;
  /** Who answered the number when it was written down; null: nobody known. */
  personId: string | null;
  contactId: string | null;
  /** How it was obtained: "web-form", "recording", "paper", "import". */
  source: string;
  /** What shows it: form id, recording, IP address, the text that was shown. */
  proof: Readonly<Record<string, unknown>>;
  recordedBy: string;
  recordedAt: Instant;
};

export const WITHDRAWAL_CHANNELS = ["agent", "keypress", "sms", "web", "api", "import", "cli"] as const;
export type WithdrawalChannel = (typeof WITHDRAWAL_CHANNELS)[number];

export type ConsentWithdrawal = {
  id: string;
  phone: string;
  covers: ConsentCover;
  personId: string | null;
  /** What is taken back; nothing named: everything. */
  callKinds: readonly CallKind[];
  subject: string | null;
  channel: WithdrawalChannel;
  attemptId: string | null;
  /** The do-not-call entry that came of it; null: a part was taken back, and that part alone is refused. */
  doNotCallId: string | null;
  withdrawnAt: Instant;
  recordedBy: string;
  recordedAt: Instant;
};

/** The consent ledger. Only added to: what ends a consent is a withdrawal. */
export interface ConsentStore {
  add(entries: readonly ConsentEntry[]): Promise<void>;
  addWithdrawal(withdrawal: ConsentWithdrawal): Promise<void>;
  /** Calls that rested on consents, for laws whose clock begins again with each use. */
  addUses(consentIds: readonly string[], use: { attemptId: string; usedAt: Instant }): Promise<void>;
  find(id: string): Promise<ConsentEntry | undefined>;
  /** Newest first. `phone`: those that speak of this number, by itself or by its person, ended or not. */
  page(query: PageQuery & { phone?: string | undefined }): Promise<Page<ConsentEntry>>;
  /** Withdrawals that speak of this number, by itself or by its person, newest first. */
  withdrawalsOf(phone: string): Promise<ConsentWithdrawal[]>;
}
