/** Consents, their withdrawals and do-not-call entries as lines of the record. */
import type { Instant } from "../../../campaigns/instant.ts";
import type { RecordLine } from "../../ports/call-records.ts";
import type { Row } from "./schema.ts";

export type ConsentRow = Row<"consents">;
export type WithdrawalRow = Row<"consent_withdrawals">;
export type DoNotCallRow = Row<"do_not_call_entries">;

const iso = (instant: Instant | null): string | null => (instant === null ? null : new Date(instant).toISOString());

export const toConsent = (row: ConsentRow): RecordLine => ({
  type: "consent",
  id: row.id,
  at: iso(row.obtained_at),
  calledNumber: row.phone,
  contactId: row.contact_id,
  personId: row.person_id,
  callKind: row.call_kinds.join(" "),
  subject: row.subject,
  covers: row.covers,
  basis: row.basis,
  source: row.source,
  proof: JSON.stringify(row.proof),
  recordedBy: row.recorded_by,
  until: iso(row.ends_at),
});

export const toWithdrawal = (row: WithdrawalRow): RecordLine => ({
  type: "withdrawal",
  id: row.id,
  at: iso(row.withdrawn_at),
  calledNumber: row.phone,
  personId: row.person_id,
  callKind: row.call_kinds.join(" "),
  subject: row.subject,
  covers: row.covers,
  source: row.channel,
  recordedBy: row.recorded_by,
  doNotCallIds: row.do_not_call_id,
});

export const toDoNotCall = (row: DoNotCallRow): RecordLine => ({
  type: "do-not-call",
  id: row.id,
  at: iso(row.created_at),
  calledNumber: row.phone ?? row.prefix,
  campaignId: row.campaign_id,
  personId: row.person_id,
  covers: `${row.target} ${row.scope}`,
  source: row.source,
  recordedBy: row.created_by,
  reason: row.reason,
  until: iso(row.expires_at),
  withdrawnAt: iso(row.withdrawn_at),
});
