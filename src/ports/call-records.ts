/** The record of calls as laws demand it, for one number, one campaign or a span of time. */
import type { Instant } from "../../campaigns/instant.ts";

/** At least one of them. `from` is included, `to` is not. */
export type RecordFilter = {
  phone?: string | undefined;
  campaignId?: string | undefined;
  from?: Instant | undefined;
  to?: Instant | undefined;
};

/**
 * What a record may say, in the order of the columns. 16 CFR 310.5(a)(2) (as amended, since 2024-10-15) wants of each
 * call the calling and the called number, date, time, duration and disposition, and the recording used if any;
 * (a)(5), (a)(8) to (a)(10) want consents, do-not-call requests and the registers asked. Several values stand with a
 * space between them. Instants are ISO 8601 in UTC.
 */
export const RECORD_COLUMNS = [
  /** call, refusal (no call was placed), consent, withdrawal, do-not-call. */
  "type",
  "id",
  "at",
  "localTime",
  "callingNumber",
  "calledNumber",
  "durationSeconds",
  "disposition",
  "answer",
  "agentId",
  "recordedMessage",
  "campaignId",
  "campaignName",
  "contactId",
  "personId",
  "callKind",
  "subject",
  "debtId",
  "askedBy",
  "decision",
  "reasons",
  "legalRules",
  "waivedRules",
  "zones",
  "jurisdictions",
  "consentIds",
  "doNotCallIds",
  "registers",
  "ledgerDay",
  "ledgerSequence",
  "ledgerHash",
  "keptUntil",
  /** "true": the ledger has the entry and its attempt is gone, so only what the ledger says is here. */
  "attemptMissing",
  /** Of consents, withdrawals and do-not-call entries. */
  "covers",
  "basis",
  "source",
  "proof",
  "recordedBy",
  "reason",
  "until",
  "withdrawnAt",
] as const;
export type RecordColumn = (typeof RECORD_COLUMNS)[number];
export type RecordLine = { type: "call" | "refusal" | "consent" | "withdrawal" | "do-not-call" } & Partial<
  Record<Exclude<RecordColumn, "type">, string | number | null>
>;

export interface CallRecords {
  /** Calls and refusals first, then consents, withdrawals, do-not-call entries; in batches, memory stays flat. */
  read(filter: RecordFilter): AsyncIterable<readonly RecordLine[]>;
}

/** CSV with a header line, safe to open in a spreadsheet. */
export type WriteRecordsCsv = (batches: AsyncIterable<readonly RecordLine[]>) => AsyncIterable<string>;
