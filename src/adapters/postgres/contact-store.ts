import { type Kysely, sql } from "kysely";
import type { Contact, ContactPhone } from "../../../campaigns/contacts/contact.ts";
import type { ContactQuery, ContactStore } from "../../ports/contact-store.ts";
import { toPage } from "./page.ts";
import type { Database, Row } from "./schema.ts";

type ContactRow = Row<"contacts"> & { phones: ContactPhone[] };

const toContact = (row: ContactRow): Contact => ({
  id: row.id,
  listId: row.list_id,
  personId: row.person_id,
  externalRef: row.external_ref,
  givenName: row.given_name,
  familyName: row.family_name,
  country: row.country,
  region: row.region,
  postalCode: row.postal_code,
  timeZone: row.time_zone,
  language: row.language,
  priority: row.priority,
  debtId: row.debt_id,
  fields: row.fields,
  phones: row.phones,
  createdAt: row.created_at,
});

const select = (db: Kysely<Database>) =>
  db
    .selectFrom("contacts")
    .selectAll()
    .select(
      sql<ContactPhone[]>`(
        select json_agg(json_build_object('position', position, 'phone', phone, 'badReason', bad_reason, 'numberType', number_type) order by position)
        from contact_phones where contact_id = contacts.id)`.as("phones"),
    );

export function makeContactStore(db: Kysely<Database>): ContactStore {
  return {
    async find(id) {
      const row = await select(db).where("id", "=", id).executeTakeFirst();
      return row && toContact({ ...row, phones: row.phones ?? [] });
    },
    async page(query) {
      const rows = await search(db, query).execute();
      return toPage(rows, query.limit, (row) => toContact({ ...row, phones: row.phones ?? [] }));
    },
  };
}

function search(db: Kysely<Database>, query: ContactQuery) {
  let rows = select(db)
    .orderBy("id")
    .limit(query.limit + 1);
  if (query.after) rows = rows.where("id", ">", query.after);
  if (query.listId) rows = rows.where("list_id", "=", query.listId);
  if (query.externalRef) rows = rows.where("external_ref", "=", query.externalRef);
  const { phone } = query;
  // Few contacts share a number: they are found first, so that the order by id is no temptation to read them all.
  if (phone) rows = rows.where("id", "in", sql<string>`(select distinct contact_id from contact_phones where phone = ${phone})`);
  return rows;
}
