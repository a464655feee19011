import { type Kysely, sql } from "kysely";
import type { Instant } from "../../../campaigns/instant.ts";
import type { DoNotCallAim, DoNotCallRecord, DoNotCallStore } from "../../ports/do-not-call-store.ts";
import type { PageQuery } from "../../ports/page.ts";
import { toPage } from "./page.ts";
import type { Database, Row } from "./schema.ts";

const toEntry = (row: Row<"do_not_call_entries">): DoNotCallRecord => ({
  id: row.id,
  target: row.target,
  scope: row.scope,
  phone: row.phone,
  personId: row.person_id,
  prefix: row.prefix,
  campaignId: row.campaign_id,
  reason: row.reason,
  source: row.source,
  attemptId: row.attempt_id,
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

/** Every beginning of a number that an entry may name: "+1", "+12", … */
export const prefixesOf = (phone: string): string[] => Array.from({ length: phone.length - 2 }, (_, index) => phone.slice(0, index + 2));

const reading = (db: Kysely<Database>) => ({
  async find(id: string) {
    const row = await db.selectFrom("do_not_call_entries").selectAll().where("id", "=", id).executeTakeFirst();
    return row && toEntry(row);
  },
  async inForce({ target, phone, prefix, scope, campaignId }: DoNotCallAim, now: Instant) {
    const row = await inForceAt(db, now)
      .where("target", "=", target)
      .where((eb) => (prefix === null ? eb("phone", "=", phone) : eb("prefix", "=", prefix)))
      .where("scope", "=", scope)
      .where("campaign_id", "is not distinct from", campaignId)
      .orderBy(sql`expires_at desc nulls first`)
      .limit(1)
      .executeTakeFirst();
    return row && toEntry(row);
  },
  async page(query: PageQuery & { phone?: string | undefined; now: Instant }) {
    const { phone } = query;
    let rows = inForceAt(db, query.now)
      .orderBy("id", "desc")
      .limit(query.limit + 1);
    if (query.after) rows = rows.where("id", "<", query.after);
    if (phone !== undefined)
      rows = rows.where((eb) =>
        eb.or([
          eb("phone", "=", phone),
          eb("prefix", "in", [phone, ...prefixesOf(phone)]),
          eb.and([eb("target", "=", "person"), eb("phone", "in", numbersOfPersonAt(phone))]),
        ]),
      );
    return toPage(await rows.execute(), query.limit, toEntry);
  },
});

/** All numbers of whoever answers this one. */
const numbersOfPersonAt = (phone: string) =>
  sql<string>`(select mine.phone from person_phones as mine join person_phones as asked using (person_id) where asked.phone = ${phone})`;

const writing = (db: Kysely<Database>) => ({
  async add(entry: Omit<DoNotCallRecord, "withdrawnAt">) {
    await db
      .insertInto("do_not_call_entries")
      .values({
        id: entry.id,
        scope: entry.scope,
        target: entry.target,
        phone: entry.phone,
        person_id: entry.personId,
        prefix: entry.prefix,
        campaign_id: entry.campaignId,
        reason: entry.reason,
        source: entry.source,
        attempt_id: entry.attemptId,
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
