import { type Kysely, type RawBuilder, sql } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import { isUniqueViolation } from "./retryable.ts";
import { lockPhones } from "./phone-lock.ts";
import type { Database } from "./schema.ts";

type Merge = { from: string; into: string };

/**
 * Makes one person of two. The numbers of both are locked first, so that no call to either is released while it is
 * not clear who they are. Numbers before contacts: whoever adds a contact holds its numbers until it is committed.
 */
export async function mergePersons(db: Kysely<Database>, merges: readonly Merge[]): Promise<void> {
  if (merges.length === 0) return;
  const pairs = sql`(select * from unnest(${merges.map(({ from }) => from)}::uuid[], ${merges.map(({ into }) => into)}::uuid[])) as merge (gone, stays)`;
  await lockPhones(db, await numbersOf(db, merges));
  await sql`update person_phones set person_id = merge.stays from ${pairs} where person_phones.person_id = merge.gone`.execute(db);
  await sql`update contacts set person_id = merge.stays from ${pairs} where contacts.person_id = merge.gone`.execute(db);
  await sql`
    update attempts set person_id = merge.stays from ${pairs}
    where attempts.person_id = merge.gone and attempts.state not in (${sql.join(OPEN_STATES)})`.execute(db);
  await moveOpenAttempts(db, pairs);
}

/** The numbers of those who were somebody before; whoever was made up for this import has no call. */
async function numbersOf(db: Kysely<Database>, merges: readonly Merge[]): Promise<string[]> {
  const gone = [...new Set(merges.map(({ from }) => from))];
  const known = await db.selectFrom("contacts").select("person_id").distinct().where("person_id", "in", gone).execute();
  const isKnown = new Set(known.map(({ person_id }) => person_id));
  const persons = merges.filter(({ from }) => isKnown.has(from)).flatMap(({ from, into }) => [from, into]);
  if (persons.length === 0) return [];
  const rows = await db.selectFrom("person_phones").select("phone").where("person_id", "in", persons).execute();
  return rows.map(({ phone }) => phone);
}

/** One open attempt of those who are now one person, unless that person has one: the database allows no second. */
async function moveOpenAttempts(db: Kysely<Database>, pairs: RawBuilder<unknown>): Promise<void> {
  const isOpen = sql`state in (${sql.join(OPEN_STATES)})`;
  try {
    await sql`
      update attempts set person_id = chosen.stays
      from (select distinct on (merge.stays) attempts.id, merge.stays from attempts join ${pairs} on attempts.person_id = merge.gone
            where ${isOpen} order by merge.stays, attempts.id) as chosen
      where attempts.id = chosen.id
        and not exists (select from attempts as other where other.person_id = chosen.stays and other.${isOpen})`.execute(db);
  } catch (error) {
    if (!isUniqueViolation(error, "attempts_one_open_per_person")) throw error;
    // An attempt was reserved in this very moment. As a serialization failure the transaction is run again and sees it.
    throw Object.assign(new Error("persons: found an attempt reserved meanwhile, expected none", { cause: error }), { code: "40001" });
  }
}
