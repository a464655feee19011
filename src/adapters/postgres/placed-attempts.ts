import { type Kysely, sql } from "kysely";
import type { LedgerChain, PlacedAttempt } from "../../ports/ledger-chain.ts";
import type { Database } from "./schema.ts";

const BATCH = 2_000;

type Row = PlacedAttempt & { stamp: string };

/** Whose decision went because the person asked to be forgotten: the attempt stays to be counted (kept-attempts.ts). */
const IS_ERASED = sql`exists (
  select from erasures where asked_at >= page.reserved_at and (page.phone = 'erased' or page.phone = any (erasures.phones)))`;

/** Since the chain began; before that nobody promised it. */
const SINCE = sql`coalesce((select applied_at from schema_migrations where name = '0009-decision-chain.sql'), '-infinity')`;

/** Each statement reads one page of `attempts_submitted`, so that none takes long however many there are. */
export async function* placedAttempts(
  db: Kysely<Database>,
  { from, before }: Parameters<LedgerChain["placed"]>[0],
): AsyncGenerator<readonly PlacedAttempt[]> {
  const midnight = (day: string | null, otherwise: string) => sql`coalesce(${day}::date, ${otherwise}::date)::timestamp at time zone 'UTC'`;
  for (let after: Row | undefined; ; ) {
    // The stamp is text: a Date has no microseconds.
    const rest = after ? sql`(submitting_at, id) > (${after.stamp}::timestamptz, ${after.id}::uuid)` : sql`true`;
    const { rows }: { rows: Row[] } = await sql<Row>`
      with page as materialized (
        select id, submitting_at, reserved_at, phone from attempts
        where submitting_at >= greatest(${SINCE}, ${midnight(from, "-infinity")}) and submitting_at < ${midnight(before, "infinity")} and ${rest}
        order by submitting_at, id limit ${BATCH})
      select id, submitting_at as at, submitting_at::text as stamp,
             exists (select from decisions where attempt_id = page.id and answer = 'call') or ${IS_ERASED} as "hasDecision"
      from page order by submitting_at, id`.execute(db);
    after = rows.at(-1);
    if (!after) return;
    yield rows.map(({ stamp: _in, ...row }) => row);
  }
}
