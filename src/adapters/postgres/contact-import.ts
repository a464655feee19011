import { type Kysely, sql } from "kysely";
import type { ContactImport, NewContact } from "../../ports/contact-import.ts";
import { mergePersons } from "./person-merge.ts";
import type { Database } from "./schema.ts";

export function makeContactImport(db: Kysely<Database>): ContactImport {
  return {
    placeIds: async (places) => placeIds(db, places),
    async firstNumbersIn(listId, phones) {
      // Probe by probe, not as a join: the tables grow while they are written, faster than their statistics, and a join
      // planned for a small list reads all of a large one for every batch.
      const { rows } = await sql<{ phone: string }>`
        select wanted.phone from unnest(${[...phones]}::text[]) as wanted (phone)
        cross join lateral (
          select 1 from contact_phones
          where phone = wanted.phone and position = 1
            and (select list_id from contacts where contacts.id = contact_phones.contact_id) = ${listId}
          limit 1) as found`.execute(db);
      return new Set(rows.map(({ phone }) => phone));
    },
    async claimPersons(wished) {
      const phones = [...wished.keys()].sort();
      // In order, so that two imports with some of the same numbers never wait for each other crosswise.
      await sql`
        insert into person_phones (phone, person_id)
        select phone, person_id from unnest(${phones}::text[], ${phones.map((phone) => wished.get(phone))}::uuid[]) as wished (phone, person_id)
        order by phone
        on conflict do nothing`.execute(db);
      const { rows } = await sql<{ phone: string; person_id: string }>`
        select phone, person_id from person_phones where phone = any(${phones}) order by phone for no key update`.execute(db);
      return new Map(rows.map((row) => [row.phone, row.person_id]));
    },
    mergePersons: (merges) => mergePersons(db, merges),
    addContacts: (contacts) => addContacts(db, contacts),
    async addRefusedRows(listId, rows) {
      if (rows.length === 0) return;
      const values = rows.map(({ cells, ...row }) => ({ ...row, raw: JSON.stringify(cells) }));
      await sql`
        insert into refused_rows (list_id, line, field, reason, found, expected, raw)
        select ${listId}::uuid, line, field, reason, found, expected, raw
        from json_to_recordset(${JSON.stringify(values)}::json)
          as (line int, field text, reason text, found text, expected text, raw text)`.execute(db);
    },
  };
}

async function placeIds(db: Kysely<Database>, places: Parameters<ContactImport["placeIds"]>[0]): Promise<Map<string, number>> {
  if (places.length === 0) return new Map();
  const keys = places.map(({ key }) => key).sort();
  const values = JSON.stringify(places.map(({ key, zones, jurisdictions, source }) => ({ key, zones, jurisdictions, source })));
  await sql`
    insert into places (key, zones, jurisdictions, source)
    select * from json_to_recordset(${values}::json) as (key text, zones text[], jurisdictions text[], source text) order by key
    on conflict do nothing`.execute(db);
  const rows = await db.selectFrom("places").select(["key", "id"]).where("key", "in", keys).execute();
  return new Map(rows.map(({ key, id }) => [key, id]));
}

async function addContacts(db: Kysely<Database>, contacts: readonly NewContact[]): Promise<void> {
  if (contacts.length === 0) return;
  const values = contacts.map(
    ({ id, listId, personId, draft: { phones: _phones, numberTypes: _types, consent: _consent, ...draft }, createdAt }) => ({
      ...draft,
      id,
      listId,
      personId,
      createdAt: new Date(createdAt),
    }),
  );
  await sql`
    insert into contacts (id, list_id, person_id, external_ref, given_name, family_name, country, region, postal_code, time_zone,
                          language, priority, debt_id, fields, created_at)
    select * from json_to_recordset(${JSON.stringify(values)}::json)
      as (id uuid, "listId" uuid, "personId" uuid, "externalRef" text, "givenName" text, "familyName" text, country text, region text,
          "postalCode" text, "timeZone" text, language text, priority int, "debtId" text, fields jsonb, "createdAt" timestamptz)`.execute(
    db,
  );
  const phones = contacts.flatMap(({ id, draft, placeIds: places }) =>
    draft.phones.map((phone, index) => ({
      id,
      position: index + 1,
      phone,
      place: places[index],
      type: draft.numberTypes[index] ?? "unknown",
    })),
  );
  await sql`
    insert into contact_phones (contact_id, position, phone, place_id, number_type)
    select * from json_to_recordset(${JSON.stringify(phones)}::json) as (id uuid, position smallint, phone text, place int, type text)`.execute(
    db,
  );
}
