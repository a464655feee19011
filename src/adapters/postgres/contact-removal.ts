import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

/**
 * Removes every contact of a list that was never dialed, with its numbers. What is known of a number by another
 * contact or an attempt stays.
 */
export async function removeContacts(db: Kysely<Database>, listId: string): Promise<void> {
  await sql`
    delete from person_phones where phone in (
      select phone from contact_phones join contacts on contacts.id = contact_phones.contact_id where contacts.list_id = ${listId})
    and not exists (
      select from contact_phones as other join contacts on contacts.id = other.contact_id
      where other.phone = person_phones.phone and contacts.list_id <> ${listId})
    and not exists (select from attempts where attempts.phone = person_phones.phone)`.execute(db);
  await sql`delete from contact_phones where contact_id in (select id from contacts where list_id = ${listId})`.execute(db);
  await db.deleteFrom("contacts").where("list_id", "=", listId).execute();
}
