import { type Kysely, sql } from "kysely";
import type { Instant } from "../../../campaigns/instant.ts";
import type { DoNotCallRecord, DoNotCallStore } from "../../ports/do-not-call-store.ts";
import type { PageQuery } from "../../ports/page.ts";
import { toPage } from "./page.ts";
import { lockPhone } from "./phone-lock.ts";
import type { Database, Row } from "./schema.ts";

const toEntry = (row: Row<"do_not_call_entries">): DoNotCallRecord => ({
  id: row.id,
  target: "number",
  scope: row.scope,
  phone: row.phone,
  campaignId: row.campaign_id,
  reason: row.reason,
  source: row.source,
  createdBy: row.created_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  withdrawnAt: row.withdrawn_at,
});

const inForceAt = (db: Kysely<Database>, now: Instant) =>
  db
    .selectFrom("do_not_call_entries")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", sql<Instant>`${new Date(now)}`)]));

export const makeDoNotCallStore = (db: Kysely<Database>): DoNotCallStore => ({ ...reading(db), ...writing(db) });

const reading = (db: Kysely<Database>) => ({
  async find(id: string) {
    const row = await db.selectFrom("do_not_call_entries").selectAll().where("id", "=", id).executeTakeFirst();
    return row && toEntry(row);
  },
  async inForce({ phone, scope, campaignId }: Pick<DoNotCallRecord, "phone" | "scope" | "campaignId">, now: Instant) {
    const row = await inForceAt(db, now)
      .where("phone", "=", phone)
      .where("scope", "=", scope)
      .where("campaign_id", "is not distinct from", campaignId)
      .orderBy(sql`expires_at desc nulls first`)
      .limit(1)
      .executeTakeFirst();
    return row && toEntry(row);
  },
  async page(query: PageQuery & { phone?: string | undefined; now: Instant }) {
    let rows = inForceAt(db, query.now)
      .orderBy("id", "desc")
      .limit(query.limit + 1);
    if (query.after) rows = rows.where("id", "<", query.after);
    if (query.phone) rows = rows.where("phone", "=", query.phone);
    return toPage(await rows.execute(), query.limit, toEntry);
  },
});

const writing = (db: Kysely<Database>) => ({
  lockPhone: (phone: string) => lockPhone(db, phone),
  async add(entry: Omit<DoNotCallRecord, "withdrawnAt">) {
    await db
      .insertInto("do_not_call_entries")
      .values({
        id: entry.id,
        scope: entry.scope,
        phone: entry.phone,
        campaign_id: entry.campaignId,
        reason: entry.reason,
        source: entry.source,
        created_by: entry.createdBy,
        created_at: new Date(entry.createdAt),
        expires_at: entry.expiresAt === null ? null : new Date(entry.expiresAt),
      })
      .execute();
  },
  async withdraw(id: string, at: Instant) {
    const { numUpdatedRows } = await db
      .updateTable("do_not_call_entries")
      .set({ withdrawn_at: new Date(at) })
      .where("id", "=", id)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
});
