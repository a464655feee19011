/**
 * Advisory locks by name, held until the transaction ends. Whoever forbids calls to a number and whoever releases
 * a call to it take the same one, so that a release either sees the entry or was there before it (invariant 6).
 */
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "./schema.ts";

/** Sets our locks apart from those of others on the same database. */
const SEED = sql.raw("4846791");

/** The 64-bit key of a named lock. */
export const advisoryKey = (name: string): RawBuilder<string> => sql<string>`hashtextextended(${name}, ${SEED})`;

/** Wait for whoever changes what may be done with this number. */
export async function lockPhone(transaction: Kysely<Database>, phone: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${advisoryKey(`phone ${phone}`)})`.execute(transaction);
}

const STOPS = "emergency stops";

/** Taken by every release: many hold it at once. */
export async function shareStopsLock(transaction: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${advisoryKey(STOPS)})`.execute(transaction);
}

/** Taken by whoever stops: waits for the releases that are under way. */
export async function holdStopsLock(transaction: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${advisoryKey(STOPS)})`.execute(transaction);
}

/** The same for several numbers, always in the same order, so that two who want some of the same never wait for each other. */
export async function lockPhones(transaction: Kysely<Database>, phones: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('phone ' || phone, ${SEED}))
    from (select distinct phone from unnest(${[...phones]}::text[]) as phone order by phone) as ordered`.execute(transaction);
}
