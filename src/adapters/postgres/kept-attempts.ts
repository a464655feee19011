/** Attempts and what the carrier told of them, for retention and erasure. */
import { type Kysely, sql } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { KeptAttempt, RecordKeeping } from "../../ports/record-keeping.ts";
import type { Database } from "./schema.ts";

type Part = Pick<
  RecordKeeping,
  "attemptsTo" | "clearNotes" | "forgetCallee" | "removeAttempts" | "attemptsWithoutDecision" | "removeLooseEvents"
>;

/** Stands in `attempts.phone` where a number was. */
const ERASED = "erased";

const idsOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;
const IS_OPEN = sql<boolean>`state in (${sql.join(OPEN_STATES)})`;
const NO_DECISION = sql`not exists (select from decisions where attempt_id = attempts.id and record is not null)`;

export const keptAttempts = (db: Kysely<Database>): Part => ({ ...forgetting(db), ...sweeping(db) });

const forgetting = (db: Kysely<Database>) => ({
  async attemptsTo({ phones, contactIds }: { phones: readonly string[]; contactIds: readonly string[] }, before: Instant) {
    const { rows } = await sql<KeptAttempt>`
      select id, phone, jurisdictions, call_kind as "callKind", coalesce(submitting_at, reserved_at) as at, ${IS_OPEN} as "isOpen"
      from attempts
      where (phone = any(${[...phones]}::text[]) or (contact_id = ${idsOf(contactIds)} and phone <> ${ERASED}))
        and reserved_at <= ${new Date(before)} order by id`.execute(db);
    return rows;
  },
  async clearNotes(attemptIds: readonly string[]) {
    await sql`update attempts set note = null where id = ${idsOf(attemptIds)} and note is not null`.execute(db);
    await removeEvents(db, attemptIds);
  },
  async forgetCallee(attemptIds: readonly string[]) {
    const { numAffectedRows } = await sql`
      update attempts set phone = ${ERASED}, note = null, debt_id = null, carrier_call_id = null
      where id = ${idsOf(attemptIds)} and not ${IS_OPEN}`.execute(db);
    await removeEvents(db, attemptIds);
    return Number(numAffectedRows ?? 0);
  },
});

const sweeping = (db: Kysely<Database>) => ({
  async removeAttempts(attemptIds: readonly string[]) {
    const { rows } = await sql<{ id: string }>`
      delete from attempts where id = ${idsOf(attemptIds)} and not ${IS_OPEN} and ${NO_DECISION} returning id`.execute(db);
    await removeEvents(
      db,
      rows.map(({ id }) => id),
    );
    return rows.length;
  },
  async attemptsWithoutDecision(before: Instant, limit: number) {
    const { rows } = await sql<{ id: string }>`
      select id from attempts where reserved_at < ${new Date(before)} and not ${IS_OPEN} and ${NO_DECISION} limit ${limit}`.execute(db);
    return rows.map(({ id }) => id);
  },
  async removeLooseEvents(before: Instant, limit: number) {
    const { numAffectedRows } = await sql`
      delete from carrier_events where id in (
        select id from carrier_events
        where received_at < ${new Date(before)} and not exists (select from attempts where attempts.id = carrier_events.attempt_id)
        limit ${limit})`.execute(db);
    return Number(numAffectedRows ?? 0);
  },
});

async function removeEvents(db: Kysely<Database>, attemptIds: readonly string[]): Promise<void> {
  await sql`delete from carrier_events where attempt_id = ${idsOf(attemptIds)}`.execute(db);
}
