import { type Kysely, sql } from "kysely";
import type { CallerIds } from "../../ports/caller-ids.ts";
import type { Database } from "./schema.ts";

export const makeCallerIds = (db: Kysely<Database>): CallerIds => ({
  async fit(phones) {
    const result = await sql<{ phone: string }>`
      select offered.phone from unnest(${[...phones]}::text[]) with ordinality as offered (phone, position)
      left join lateral (
        select max(submitting_at) as at from attempts
        where caller_id = offered.phone and submitting_at > now() - interval '1 hour') as used on true
      where not exists (select from caller_id_faults as fault where fault.phone = offered.phone and fault.cleared_at is null)
      order by used.at nulls first, offered.position`.execute(db);
    return result.rows.map((row) => row.phone);
  },
  async reportFault(phone, { errorCode, reason, at }) {
    const fault = { error_code: errorCode, reason, found_at: new Date(at) };
    await db
      .insertInto("caller_id_faults")
      .values({ phone, ...fault })
      .onConflict((conflict) => conflict.column("phone").doUpdateSet({ ...fault, cleared_at: null }))
      .execute();
  },
});
