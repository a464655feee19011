/** Contacts by the million for benches, made inside PostgreSQL: nothing crosses the wire but the wish. */
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { setStatementTimeout } from "../../../src/adapters/postgres/transaction.ts";
import type { Database } from "../../../src/adapters/postgres/schema.ts";
import { aContactList, aPlace } from "../../support/builders.ts";

export type ManyContactsWish = {
  count: number;
  /** Put them into this campaign too, ready and due. */
  campaignId?: string;
  /**
   * Zones over which the contacts are spread evenly, each a place of its own. The rules are those of the United States,
   * which know no hours for informational calls: a bench runs at any time of the day.
   */
  zones?: readonly string[];
};

const ZONES = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "Europe/London",
  "Europe/Berlin",
  "Asia/Tokyo",
];

/** A ready list of `count` contacts with one number each, all different, also from those of an earlier wish. Returns its id. */
export async function manyContacts(db: Kysely<Database>, { count, campaignId, zones = ZONES }: ManyContactsWish): Promise<string> {
  const places: number[] = [];
  for (const zone of zones) places.push((await aPlace(db, { zones: [zone], jurisdictions: ["US"] })).id);
  return db.transaction().execute(async (tx) => {
    await setStatementTimeout(tx, 0);
    // Leaves out the foreign keys, which hold by the way the rows are made.
    await sql`set local session_replication_role = replica`.execute(tx);
    const list = await aContactList(tx, { id: randomUUID(), source_name: "bench", row_count: count, accepted_count: count });
    const { rows } = await sql<{ before: number }>`select count(*)::int as before from contacts`.execute(tx);
    const numbers = sql`(
      select n, ('019a0000000070008000' || lpad(to_hex(n), 12, '0'))::uuid as contact_id,
             ('019a0000000070008001' || lpad(to_hex(n), 12, '0'))::uuid as person_id,
             '+1' || (2000000000 + n)::text as phone, (${places}::int[])[1 + n % ${places.length}] as place_id
      from generate_series(${rows[0]?.before ?? 0}::bigint + 1, ${(rows[0]?.before ?? 0) + count}::bigint) as n) as made`;
    await sql`insert into contacts (id, list_id, person_id, given_name) select contact_id, ${list.id}, person_id, 'Robin' from ${numbers}`.execute(
      tx,
    );
    await sql`insert into contact_phones (contact_id, position, phone, place_id) select contact_id, 1, phone, place_id from ${numbers}`.execute(
      tx,
    );
    await sql`insert into person_phones (phone, person_id) select phone, person_id from ${numbers}`.execute(tx);
    if (campaignId === undefined) return list.id;
    await tx.insertInto("campaign_lists").values({ campaign_id: campaignId, list_id: list.id }).execute();
    await sql`
      insert into campaign_contacts (campaign_id, contact_id, list_id, place_id)
      select ${campaignId}::uuid, contact_id, ${list.id}::uuid, place_id from ${numbers}`.execute(tx);
    return list.id;
  });
}
