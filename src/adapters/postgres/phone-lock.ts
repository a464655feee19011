/** Advisory locks by name, held until the transaction ends. Who takes which, and why: ports/callee-locks.ts. */
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { CalleeLocks } from "../../ports/callee-locks.ts";
import type { Database } from "./schema.ts";

/** Sets our locks apart from those of others on the same database. */
const SEED = sql.raw("4846791");

/** The 64-bit key of a named lock. */
export const advisoryKey = (name: string): RawBuilder<string> => sql<string>`hashtextextended(${name}, ${SEED})`;

/** Shared by every release, taken alone by whoever forbids many numbers at once. */
const EVERYBODY = advisoryKey("everybody");

/** Wait for whoever changes what may be done with this number. */
async function lockPhone(transaction: Kysely<Database>, phone: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${advisoryKey(`phone ${phone}`)})`.execute(transaction);
}

/** The same for several numbers, always in the same order, so that two who want some of the same never wait for each other. */
export async function lockPhones(transaction: Kysely<Database>, phones: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('phone ' || phone, ${SEED}))
    from (select distinct phone from unnest(${[...phones]}::text[]) as phone order by phone) as ordered`.execute(transaction);
}

/** A statement of its own after the number is locked: only then is it settled whose the number is. */
async function lockPersons(transaction: Kysely<Database>, phone: string, personId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id, pg_advisory_xact_lock(hashtextextended('person ' || id, ${SEED}))
    from (select person_id as id from person_phones where phone = ${phone}
          union select ${personId}::uuid where ${personId}::uuid is not null order by id) as ordered`.execute(transaction);
  return rows.map(({ id }) => id);
}

export const makeCalleeLocks = (db: Kysely<Database>): CalleeLocks => ({
  async forRelease({ phone, personId }) {
    await sql`select pg_advisory_xact_lock_shared(${EVERYBODY}), pg_advisory_xact_lock(${advisoryKey(`phone ${phone}`)})`.execute(db);
    await lockPersons(db, phone, personId);
  },
  number: (phone) => lockPhone(db, phone),
  async person(phone) {
    await lockPhone(db, phone);
    const [personId] = await lockPersons(db, phone, null);
    return personId ?? null;
  },
  async everybody() {
    await sql`select pg_advisory_xact_lock(${EVERYBODY})`.execute(db);
  },
});
