/** Persons and their contacts, to be forgotten. */
import { type Kysely, sql } from "kysely";
import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { KnownPerson, RecordKeeping } from "../../ports/record-keeping.ts";
import type { Database } from "./schema.ts";

type Part = Pick<RecordKeeping, "findPerson" | "jurisdictionsOf" | "removeContacts" | "removeRefusedRows">;

export const keptPersons = (db: Kysely<Database>): Part => ({
  async findPerson(wanted) {
    const personId = await idOf(db, wanted);
    return personId === undefined ? undefined : describe(db, personId);
  },
  async jurisdictionsOf(personId) {
    const { rows } = await sql<{ code: string }>`
      select distinct code from attempts, unnest(jurisdictions) as code where person_id = ${personId}::uuid`.execute(db);
    return rows.map(({ code }) => code);
  },
  removeContacts: (person) => removeContacts(db, person),
  async removeRefusedRows(phones) {
    const digits = phones.map((phone) => parsePhoneNumberFromString(phone)?.nationalNumber ?? phone.slice(1));
    if (digits.length === 0) return 0;
    const { numAffectedRows } = await sql`
      delete from refused_rows where regexp_replace(raw, '[^0-9"]', '', 'g') like any (${digits.map((number) => `%${number}%`)}::text[])`.execute(
      db,
    );
    return Number(numAffectedRows ?? 0);
  },
});

async function idOf(db: Kysely<Database>, wanted: Parameters<RecordKeeping["findPerson"]>[0]): Promise<string | undefined> {
  if ("personId" in wanted) {
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from contacts where person_id = ${wanted.personId}::uuid)
          or exists (select from person_phones where person_id = ${wanted.personId}::uuid) as found`.execute(db);
    return rows[0]?.found ? wanted.personId : undefined;
  }
  if ("contactId" in wanted) {
    const row = await db.selectFrom("contacts").select("person_id").where("id", "=", wanted.contactId).executeTakeFirst();
    return row?.person_id;
  }
  const { rows } = await sql<{ person_id: string }>`
    select person_id from (
      select person_id, 1 as rank from person_phones where phone = ${wanted.phone}
      union all select person_id, 2 from contact_phones join contacts on contacts.id = contact_id where phone = ${wanted.phone}
      union all (select person_id, 3 from attempts where phone = ${wanted.phone} order by id desc limit 1)) as known
    order by rank limit 1`.execute(db);
  return rows[0]?.person_id;
}

async function describe(db: Kysely<Database>, personId: string): Promise<KnownPerson> {
  const { rows } = await sql<{ phones: string[]; contact_ids: string[]; jurisdictions: string[] }>`
    with own as (select id from contacts where person_id = ${personId}::uuid)
    select array(select phone from person_phones where person_id = ${personId}::uuid
                 union select phone from contact_phones where contact_id in (select id from own)
                 union select phone from attempts where person_id = ${personId}::uuid and phone like '+%') as phones,
           array(select id from own) as contact_ids,
           array(select distinct code from contact_phones join places on places.id = place_id, unnest(places.jurisdictions) as code
                 where contact_id in (select id from own)
                 union select distinct code from attempts, unnest(attempts.jurisdictions) as code
                 where person_id = ${personId}::uuid) as jurisdictions`.execute(db);
  const row = rows[0];
  return { personId, phones: row?.phones ?? [], contactIds: row?.contact_ids ?? [], jurisdictions: row?.jurisdictions ?? [] };
}

async function removeContacts(db: Kysely<Database>, { personId, contactIds }: KnownPerson) {
  const ids = sql`any(${[...contactIds]}::uuid[])`;
  const left = await sql`delete from campaign_contacts where contact_id = ${ids}`.execute(db);
  const numbers = await sql`delete from contact_phones where contact_id = ${ids}`.execute(db);
  // A wish of the person on every number of theirs needs to know which numbers those are.
  await sql`
    delete from person_phones where person_id = ${personId}::uuid and not exists (
      select from do_not_call_entries where target = 'person' and withdrawn_at is null and (expires_at is null or expires_at > now())
        and (person_id = ${personId}::uuid or phone in (select phone from person_phones where person_id = ${personId}::uuid)))`.execute(db);
  await sql`delete from contacts where id = ${ids} and not exists (select from attempts where contact_id = contacts.id)`.execute(db);
  await sql`
    update contacts set external_ref = null, given_name = null, family_name = null, country = null, region = null, postal_code = null,
      time_zone = null, language = null, debt_id = null, fields = '{}'
    where id = ${ids}`.execute(db);
  return {
    contacts: contactIds.length,
    numbers: Number(numbers.numAffectedRows ?? 0),
    campaignContacts: Number(left.numAffectedRows ?? 0),
  };
}
