import { type Kysely, sql } from "kysely";
import type { Instant } from "../../../campaigns/instant.ts";
import type { NewRegisterLoad, RegisterLoad, RegisterStore } from "../../ports/register-store.ts";
import { advisoryKey } from "./phone-lock.ts";
import type { Database, Row } from "./schema.ts";

const COLUMNS = [
  "id",
  "name",
  "kind",
  "jurisdiction",
  "file_name",
  "file_date",
  "state",
  "line_count",
  "number_count",
  "rubbish_count",
  "failure",
  "loaded_by",
  "created_at",
  "loaded_at",
] as const;

const toLoad = (row: Pick<Row<"registers">, (typeof COLUMNS)[number]>): RegisterLoad => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  jurisdiction: row.jurisdiction,
  fileName: row.file_name,
  fileDate: row.file_date,
  state: row.state,
  counts: { lines: Number(row.line_count), numbers: Number(row.number_count), rubbish: Number(row.rubbish_count) },
  failure: row.failure,
  loadedBy: row.loaded_by,
  createdAt: row.created_at,
  loadedAt: row.loaded_at,
});

export const makeRegisterStore = (db: Kysely<Database>): RegisterStore => ({ ...reading(db), ...loading(db), ...ending(db) });

const select = (db: Kysely<Database>) => db.selectFrom("registers").select(COLUMNS);

const reading = (db: Kysely<Database>) => ({
  async find(id: string) {
    const row = await select(db).where("id", "=", id).executeTakeFirst();
    return row && toLoad(row);
  },
  async list({ all = false }: { all?: boolean } = {}) {
    let rows = select(db).orderBy("name").orderBy("created_at", "desc");
    if (!all) rows = rows.where("state", "in", ["current", "loading"]);
    return (await rows.execute()).map(toLoad);
  },
  async current(name: string) {
    const row = await select(db).where("name", "=", name).where("state", "=", "current").executeTakeFirst();
    return row && toLoad(row);
  },
  async rubbishOf(id: string) {
    const row = await db.selectFrom("registers").select("rubbish").where("id", "=", id).executeTakeFirst();
    return row?.rubbish ?? [];
  },
  async silent(before: Instant) {
    const rows = await db
      .selectFrom("registers")
      .select("id")
      .where("state", "=", "loading")
      .where("progress_at", "<", sql<Instant>`${new Date(before)}`)
      .execute();
    return rows.map(({ id }) => id);
  },
});

type Loading = Pick<RegisterStore, "open" | "addNumbers" | "progress">;

const loading = (db: Kysely<Database>): Loading => ({
  open: (load) => open(db, load),
  async addNumbers(id, phones) {
    // Locked against the end of the load, so that a load that was given up leaves nothing behind its cleaning.
    const { rows } = await sql<{ under_way: boolean; added: string }>`
      with load as materialized (select number from registers where id = ${id} and state = 'loading' for share),
      added as (
        insert into register_numbers (phone, register) select phone, load.number from load, unnest(${`{${phones.join()}}`}::bigint[]) as phone
        on conflict do nothing returning 1)
      select exists (select from load) as under_way, (select count(*) from added) as added`.execute(db);
    return rows[0]?.under_way ? Number(rows[0].added) : undefined;
  },
  async progress(id, { counts, rubbish, now }) {
    await db
      .updateTable("registers")
      .set({
        line_count: String(counts.lines),
        number_count: String(counts.numbers),
        rubbish_count: String(counts.rubbish),
        rubbish: JSON.stringify(rubbish),
        progress_at: new Date(now),
      })
      .where("id", "=", id)
      .where("state", "=", "loading")
      .execute();
  },
});

async function open(db: Kysely<Database>, load: NewRegisterLoad): Promise<void> {
  const at = new Date(load.createdAt);
  await db
    .insertInto("registers")
    .values({
      id: load.id,
      name: load.name,
      kind: load.kind,
      jurisdiction: load.jurisdiction,
      file_name: load.fileName,
      file_date: load.fileDate,
      state: "loading",
      loaded_by: load.loadedBy,
      created_at: at,
      progress_at: at,
    })
    .execute();
}

type Ending = Pick<RegisterStore, "serve" | "fail" | "clean">;

const ending = (db: Kysely<Database>): Ending => ({
  async serve(id, { now, unlessLaterThan }) {
    const load = await db.selectFrom("registers").select(["name", "state"]).where("id", "=", id).forUpdate().executeTakeFirst();
    if (load?.state !== "loading") return false;
    // Two loads of one name that end at the same moment replace each other in turn.
    await sql`select pg_advisory_xact_lock(${advisoryKey(`register ${load.name}`)})`.execute(db);
    const before = await db
      .selectFrom("registers")
      .select("file_date")
      .where("name", "=", load.name)
      .where("state", "=", "current")
      .executeTakeFirst();
    if (before && before.file_date > unlessLaterThan) return false;
    await db.updateTable("registers").set({ state: "superseded" }).where("name", "=", load.name).where("state", "=", "current").execute();
    await db
      .updateTable("registers")
      .set({ state: "current", loaded_at: new Date(now), progress_at: new Date(now) })
      .where("id", "=", id)
      .execute();
    return true;
  },
  async fail(id, failure) {
    const { numUpdatedRows } = await db
      .updateTable("registers")
      .set({ state: "failed", failure })
      .where("id", "=", id)
      .where("state", "=", "loading")
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
  clean: (now) => clean(db, now),
});

/** Index entries that are looked at in one step of the cleaning. */
const CLEANED_AT_ONCE = 50_000;

/** From the lowest number on, some thousands at a time: the index has no order by register, and needs none for asking. */
async function clean(db: Kysely<Database>, now: Instant): Promise<boolean> {
  const ended = await db
    .selectFrom("registers")
    .select(["number", "id"])
    .where("state", "in", ["superseded", "failed"])
    .where("cleaned_at", "is", null)
    .orderBy("number")
    .limit(1)
    .executeTakeFirst();
  if (!ended) return false;
  for (let upto: string | null = "0"; upto !== null; upto = await cleanStep(db, ended.number, upto)) continue;
  await db
    .updateTable("registers")
    .set({ cleaned_at: new Date(now) })
    .where("id", "=", ended.id)
    .execute();
  return true;
}

/** Gives the number up to which the register is clean now; null: it is clean. */
async function cleanStep(db: Kysely<Database>, register: number, from: string): Promise<string | null> {
  const { rows } = await sql<{ upto: string | null }>`
    with step as materialized (
      select max(phone) as upto from (
        select phone from register_numbers where phone > ${from}::bigint order by phone limit ${CLEANED_AT_ONCE}) as next),
    gone as (
      delete from register_numbers using step
      where phone > ${from}::bigint and phone <= step.upto and register = ${register})
    select upto from step`.execute(db);
  return rows[0]?.upto ?? null;
}
