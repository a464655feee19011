import { type Kysely, sql } from "kysely";
import type { ConsentRecord } from "../../../campaigns/compliance/consent.ts";
import type { ConsentEntry, ConsentStore, ConsentWithdrawal } from "../../ports/consent-store.ts";
import { toPage } from "./page.ts";
import type { Database, NewRow, Row } from "./schema.ts";

export function agreedTimeOf(row: Pick<Row<"consents">, "agreed_any" | "agreed_from" | "agreed_to">): ConsentRecord["agreedTime"] {
  if (row.agreed_any) return "any";
  return row.agreed_from !== null && row.agreed_to !== null ? [row.agreed_from, row.agreed_to] : null;
}

const toEntry = (row: Row<"consents">): ConsentEntry => ({
  id: row.id,
  phone: row.phone,
  covers: row.covers,
  personId: row.person_id,
  contactId: row.contact_id,
  basis: row.basis,
  callKinds: row.call_kinds,
  subject: row.subject,
  source: row.source,
  obtainedAt: row.obtained_at,
  proof: row.proof,
  agreedTime: agreedTimeOf(row),
  until: row.ends_at,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
});

function toRow(entry: ConsentEntry): NewRow<"consents"> {
  const [from, to] = Array.isArray(entry.agreedTime) ? entry.agreedTime : [];
  return {
    id: entry.id,
    phone: entry.phone,
    covers: entry.covers,
    person_id: entry.personId,
    contact_id: entry.contactId,
    basis: entry.basis,
    call_kinds: [...entry.callKinds],
    subject: entry.subject,
    source: entry.source,
    obtained_at: new Date(entry.obtainedAt),
    proof: JSON.stringify(entry.proof),
    agreed_any: entry.agreedTime === "any",
    agreed_from: from === undefined ? null : new Date(from),
    agreed_to: to === undefined ? null : new Date(to),
    ends_at: entry.until === null ? null : new Date(entry.until),
    recorded_by: entry.recordedBy,
    recorded_at: new Date(entry.recordedAt),
  };
}

/** PostgreSQL takes 65,535 parameters in a statement, and an entry has 17. */
const MOST_AT_ONCE = 1_000;

const toWithdrawal = (row: Row<"consent_withdrawals">): ConsentWithdrawal => ({
  id: row.id,
  phone: row.phone,
  covers: row.covers,
  personId: row.person_id,
  callKinds: row.call_kinds,
  subject: row.subject,
  channel: row.channel,
  attemptId: row.attempt_id,
  doNotCallId: row.do_not_call_id,
  withdrawnAt: row.withdrawn_at,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
});

/** Entries of this table that speak of the number: by itself, or by whoever answers it. */
const speaksOf = (phone: string) => sql<boolean>`(phone = ${phone} or (covers = 'person' and phone in (
  select mine.phone from person_phones as mine join person_phones as asked using (person_id) where asked.phone = ${phone})))`;

export const makeConsentStore = (db: Kysely<Database>): ConsentStore => ({ ...reading(db), ...writing(db) });

type Writing = Pick<ConsentStore, "add" | "addWithdrawal" | "addUses">;

const writing = (db: Kysely<Database>): Writing => ({
  async add(entries) {
    for (let from = 0; from < entries.length; from += MOST_AT_ONCE)
      await db
        .insertInto("consents")
        .values(entries.slice(from, from + MOST_AT_ONCE).map(toRow))
        .execute();
  },
  async addWithdrawal(withdrawal) {
    await db
      .insertInto("consent_withdrawals")
      .values({
        id: withdrawal.id,
        phone: withdrawal.phone,
        covers: withdrawal.covers,
        person_id: withdrawal.personId,
        call_kinds: [...withdrawal.callKinds],
        subject: withdrawal.subject,
        channel: withdrawal.channel,
        attempt_id: withdrawal.attemptId,
        do_not_call_id: withdrawal.doNotCallId,
        withdrawn_at: new Date(withdrawal.withdrawnAt),
        recorded_by: withdrawal.recordedBy,
        recorded_at: new Date(withdrawal.recordedAt),
      })
      .execute();
  },
  async addUses(consentIds, { attemptId, usedAt }) {
    if (consentIds.length === 0) return;
    const uses = consentIds.map((consentId) => ({ consent_id: consentId, used_at: new Date(usedAt), attempt_id: attemptId }));
    await db
      .insertInto("consent_uses")
      .values(uses)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
});

type Reading = Omit<ConsentStore, keyof Writing>;

const reading = (db: Kysely<Database>): Reading => ({
  async find(id) {
    const row = await db.selectFrom("consents").selectAll().where("id", "=", id).executeTakeFirst();
    return row && toEntry(row);
  },
  async page(query) {
    let rows = db
      .selectFrom("consents")
      .selectAll()
      .orderBy("id", "desc")
      .limit(query.limit + 1);
    if (query.after) rows = rows.where("id", "<", query.after);
    if (query.phone !== undefined) rows = rows.where(speaksOf(query.phone));
    return toPage(await rows.execute(), query.limit, toEntry);
  },
  async withdrawalsOf(phone) {
    const rows = await db.selectFrom("consent_withdrawals").selectAll().where(speaksOf(phone)).orderBy("withdrawn_at", "desc").execute();
    return rows.map(toWithdrawal);
  },
});
