/** Consents, withdrawals and do-not-call entries, for erasure. */
import { type Kysely, sql } from "kysely";
import type { KeptConsent, RecordKeeping } from "../../ports/record-keeping.ts";
import type { Database } from "./schema.ts";

type Part = Pick<RecordKeeping, "consentsOf" | "removeConsents" | "doNotCallCount">;

export const keptConsents = (db: Kysely<Database>): Part => ({
  async consentsOf(phones, before) {
    const numbers = sql`any(${[...phones]}::text[])`;
    // The proof of a consent is needed from its last use, and its end from when it came.
    const { rows } = await sql<KeptConsent>`
      select id, 'consents' as "table", call_kinds as "callKinds", false as "isOfDoNotCall",
             greatest(recorded_at, (select max(used_at) from consent_uses where consent_id = consents.id)) as at
      from consents where phone = ${numbers} and recorded_at <= ${new Date(before)}
      union all
      select id, 'consent_withdrawals', call_kinds, do_not_call_id is not null, recorded_at
      from consent_withdrawals where phone = ${numbers} and recorded_at <= ${new Date(before)}`.execute(db);
    return rows;
  },
  async removeConsents(consents) {
    const idsIn = (table: KeptConsent["table"]) => sql`any(${consents.filter((kept) => kept.table === table).map(({ id }) => id)}::uuid[])`;
    await sql`select set_config('callkeeper.erasing', 'on', true)`.execute(db);
    await sql`delete from consent_uses where consent_id = ${idsIn("consents")}`.execute(db);
    const given = await sql`delete from consents where id = ${idsIn("consents")}`.execute(db);
    const taken = await sql`delete from consent_withdrawals where id = ${idsIn("consent_withdrawals")}`.execute(db);
    await sql`select set_config('callkeeper.erasing', 'off', true)`.execute(db);
    return Number(given.numAffectedRows ?? 0) + Number(taken.numAffectedRows ?? 0);
  },
  async doNotCallCount({ personId, phones }, now) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from do_not_call_entries
      where (phone = any(${[...phones]}::text[]) or person_id = ${personId}::uuid)
        and withdrawn_at is null and (expires_at is null or expires_at > ${new Date(now)})`.execute(db);
    return rows[0]?.count ?? 0;
  },
});
