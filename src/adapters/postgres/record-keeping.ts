import { type Kysely, sql } from "kysely";
import type { Erasure, RecordKeeping } from "../../ports/record-keeping.ts";
import { keptAttempts } from "./kept-attempts.ts";
import { keptConsents } from "./kept-consents.ts";
import { keptPersons } from "./kept-persons.ts";
import { lockPhones } from "./phone-lock.ts";
import type { Database } from "./schema.ts";

export const makeRecordKeeping = (db: Kysely<Database>): RecordKeeping => ({
  ...keptPersons(db),
  ...keptAttempts(db),
  ...keptConsents(db),
  ...erasures(db),
  lockPhones: (phones) => lockPhones(db, phones),
});

const erasures = (db: Kysely<Database>) => ({
  async addErasure({ id, personId, phones, askedBy, askedAt, nextOn }: Erasure) {
    await db
      .insertInto("erasures")
      .values({
        id,
        person_id: personId,
        phones: nextOn === null ? [] : [...phones],
        asked_by: askedBy,
        asked_at: new Date(askedAt),
        next_on: nextOn,
      })
      .execute();
  },
  async putOffErasure(id: string, nextOn: string | null) {
    await db
      .updateTable("erasures")
      .set({ next_on: nextOn, ...(nextOn === null ? { phones: [] } : {}) })
      .where("id", "=", id)
      .execute();
  },
  async erasuresDue(today: string, limit: number) {
    const rows = await db
      .selectFrom("erasures")
      .selectAll()
      .where("next_on", "<=", sql<string>`${today}::date`)
      .orderBy("next_on")
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      phones: row.phones,
      askedBy: row.asked_by,
      askedAt: row.asked_at,
      nextOn: row.next_on,
    }));
  },
});
