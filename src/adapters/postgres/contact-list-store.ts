import { type Kysely, sql } from "kysely";
import type { ContactList, ImportCounts, RefusedRow } from "../../../campaigns/contacts/contact-list.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { ContactListStore, NewContactList } from "../../ports/contact-list-store.ts";
import type { PageQuery } from "../../ports/page.ts";
import { removeContacts } from "./contact-removal.ts";
import { toPage } from "./page.ts";
import type { Database, Row } from "./schema.ts";

const toList = (row: Row<"contact_lists">): ContactList => ({
  id: row.id,
  name: row.name,
  sourceName: row.source_name,
  state: row.state,
  counts: { rows: row.row_count, accepted: row.accepted_count, refused: row.refused_count, duplicates: row.duplicate_count },
  failure: row.failure,
  header: row.header,
  createdBy: row.created_by,
  createdAt: row.created_at,
  readyAt: row.ready_at,
});

/** Refused rows read at once for a download. */
const ROWS_AT_ONCE = 500;

const importing = (db: Kysely<Database>, id: string) =>
  db.updateTable("contact_lists").where("id", "=", id).where("state", "=", "importing");

export const makeContactListStore = (db: Kysely<Database>): ContactListStore => ({ ...reading(db), ...writing(db) });

const reading = (db: Kysely<Database>) => ({
  async find(id: string) {
    const row = await db.selectFrom("contact_lists").selectAll().where("id", "=", id).executeTakeFirst();
    return row && toList(row);
  },
  async lock(id: string) {
    const row = await db.selectFrom("contact_lists").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
    return row && toList(row);
  },
  async page(query: PageQuery) {
    let rows = db
      .selectFrom("contact_lists")
      .selectAll()
      .orderBy("id", "desc")
      .limit(query.limit + 1);
    if (query.after) rows = rows.where("id", "<", query.after);
    return toPage(await rows.execute(), query.limit, toList);
  },
  async silentImports(before: Instant) {
    const rows = await db
      .selectFrom("contact_lists")
      .select("id")
      .where("state", "=", "importing")
      .where("progress_at", "<", sql<Instant>`${new Date(before)}`)
      .execute();
    return rows.map(({ id }) => id);
  },
  refusedRows: (id: string) => refusedRows(db, id),
});

const writing = (db: Kysely<Database>) => ({
  async open({ id, name, sourceName, createdBy, createdAt, placeVersion }: NewContactList) {
    const at = new Date(createdAt);
    const list = { id, name, source_name: sourceName, created_by: createdBy, created_at: at, progress_at: at, place_version: placeVersion };
    await db
      .insertInto("contact_lists")
      .values({ ...list, state: "importing" })
      .execute();
  },
  async keepHeader(id: string, header: readonly string[]) {
    await importing(db, id)
      .set({ header: JSON.stringify(header) })
      .execute();
  },
  async progress(id: string, { rows, accepted, refused, duplicates }: ImportCounts, now: Instant) {
    const counts = { row_count: rows, accepted_count: accepted, refused_count: refused, duplicate_count: duplicates };
    const { numUpdatedRows } = await importing(db, id)
      .set({ ...counts, progress_at: new Date(now) })
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
  async markReady(id: string, now: Instant) {
    const { numUpdatedRows } = await importing(db, id)
      .set({ state: "ready", ready_at: new Date(now) })
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
  async fail(id: string, failure: string) {
    const { numUpdatedRows } = await importing(db, id).set({ state: "failed", failure, accepted_count: 0 }).executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await removeContacts(db, id);
    return true;
  },
});

async function* refusedRows(db: Kysely<Database>, listId: string): AsyncGenerator<RefusedRow> {
  for (let line = -1; ; ) {
    const rows = await db
      .selectFrom("refused_rows")
      .selectAll()
      .where("list_id", "=", listId)
      .where("line", ">", line)
      .orderBy("line")
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const row of rows) {
      line = row.line;
      const { field, reason, found, expected, raw } = row;
      yield { line, field, reason, found, expected: expected ?? "", cells: JSON.parse(raw) as string[] };
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
