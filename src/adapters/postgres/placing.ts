import { type Kysely, sql } from "kysely";
import type { ListToPlace, PhoneToPlace, Placing, PlacedPhone } from "../../ports/placing.ts";
import type { Database } from "./schema.ts";

export function makePlacing(db: Kysely<Database>): Placing {
  return {
    lockNext: (version) => lockNext(db, version),
    phonesAfter: (list, limit) => phonesAfter(db, list, limit),
    move: (phones) => move(db, phones),
    async progress(listId, version, through) {
      await db.updateTable("contact_lists").set({ placing_version: version, placed_through: through }).where("id", "=", listId).execute();
    },
    finish: (listId, version) => finish(db, listId, version),
  };
}

async function lockNext(db: Kysely<Database>, version: string): Promise<ListToPlace | undefined> {
  const row = await db
    .selectFrom("contact_lists")
    .select(["id", "placing_version", "placed_through"])
    .where("state", "!=", "importing")
    .where("place_version", "is distinct from", version)
    .orderBy("id")
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  // Half done for another version is not begun for this one.
  return row && { listId: row.id, through: row.placing_version === version ? row.placed_through : null };
}

/** A contact whose numbers were erased counts among the contacts, too. */
async function phonesAfter(db: Kysely<Database>, { listId, through }: ListToPlace, limit: number) {
  const { rows } = await sql<PhoneToPlace & { phone: string | null }>`
    with picked as materialized (
      select id, country, region, postal_code, time_zone from contacts
      where list_id = ${listId} and (${through}::uuid is null or id > ${through}::uuid) order by id limit ${limit})
    select picked.id as "contactId", contact_phones.position, contact_phones.phone, picked.country, picked.region,
           picked.postal_code as "postalCode", picked.time_zone as "timeZone"
    from picked left join contact_phones on contact_phones.contact_id = picked.id
    order by picked.id, contact_phones.position`.execute(db);
  return { phones: rows.filter((row) => row.phone !== null), through: rows.at(-1)?.contactId ?? null };
}

/** Contacts first and then campaigns, in the order in which a bad number is marked, so that neither waits for the other. */
async function move(db: Kysely<Database>, phones: readonly PlacedPhone[]): Promise<number> {
  if (phones.length === 0) return 0;
  const { numAffectedRows } = await sql`
    update contact_phones as held set place_id = placed."placeId"
    from json_to_recordset(${JSON.stringify(phones)}::json) as placed ("contactId" uuid, position smallint, "placeId" int)
    where held.contact_id = placed."contactId" and held.position = placed.position and held.place_id is distinct from placed."placeId"`.execute(
    db,
  );
  if (numAffectedRows !== undefined && numAffectedRows > 0n)
    await align(db, sql`held.contact_id = any(${[...new Set(phones.map(({ contactId }) => contactId))]}::uuid[])`);
  return Number(numAffectedRows ?? 0);
}

/** Contacts of campaigns wait at the place of the number that is next. */
async function align(db: Kysely<Database>, which: ReturnType<typeof sql>): Promise<void> {
  await sql`
    update campaign_contacts as held set place_id = contact_phones.place_id
    from contact_phones
    where ${which} and contact_phones.contact_id = held.contact_id and contact_phones.position = held.next_position
      and contact_phones.place_id is not null and held.place_id is distinct from contact_phones.place_id`.execute(db);
}

async function finish(db: Kysely<Database>, listId: string, version: string): Promise<void> {
  await align(db, sql`held.list_id = ${listId}::uuid`);
  await db
    .updateTable("contact_lists")
    .set({ place_version: version, placing_version: null, placed_through: null })
    .where("id", "=", listId)
    .execute();
}
