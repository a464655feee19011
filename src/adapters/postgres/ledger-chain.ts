import { type Kysely, sql } from "kysely";
import { placedAttempts } from "./placed-attempts.ts";
import type { ChainPlace, DayHead, LedgerChain, Link } from "../../ports/ledger-chain.ts";
import type { Database } from "./schema.ts";

/** About 1 MB at a time, and some ten milliseconds of work before others of the process have their turn. */
const BATCH = 500;

type LinkRow = Omit<Link, "columns" | "sequence"> & Link["columns"] & { sequence: number };

const toLink = ({ attemptId, campaignId, contactId, phone, askedBy, answer, until, decidedAt, ...row }: LinkRow): Link => ({
  ...row,
  columns: { attemptId, campaignId, contactId, phone, askedBy, answer, until, decidedAt },
});

export function makeLedgerChain(db: Kysely<Database>): LedgerChain {
  return {
    async heads() {
      const { rows } = await sql<DayHead>`
        select day::text as day, count, encode(hash, 'hex') as hash from decision_days
        union all select day::text, count, encode(hash, 'hex') from decision_chain where day is not null
        order by day`.execute(db);
      return rows;
    },
    links: (range) => batches(db, range),
    placed: (range) => placedAttempts(db, range),
    async hashBefore(day) {
      const { rows } = await sql<{ hash: string }>`
        select encode(hash, 'hex') as hash from decisions where day < ${day}::date order by day desc, sequence desc limit 1`.execute(db);
      return rows[0]?.hash ?? null;
    },
    async beyondEnd(limit) {
      // One statement: the end and what stands behind it are seen at the same moment.
      const { rows } = await sql<ChainPlace>`
        select decisions.day::text as day, sequence from decisions
        where (decisions.day, sequence) > (select coalesce(max(day), '-infinity'), coalesce(max(count), 0) from decision_chain)
        order by decisions.day, sequence limit ${limit}`.execute(db);
      return rows;
    },
    async erasureRecord(id) {
      const { rows } = await sql<{ record: string; recordHash: string }>`
        select record, encode(record_hash, 'hex') as "recordHash" from decisions
        where id::text = ${id} and kind = 'erasure' and record is not null`.execute(db);
      return rows[0];
    },
  };
}

async function* batches(db: Kysely<Database>, { after, to }: { after: ChainPlace; to: ChainPlace }): AsyncGenerator<readonly Link[]> {
  let next = batch(db, after, to);
  for (;;) {
    const links = await next;
    const last = links.at(-1);
    if (!last) return;
    // The following batch is on its way while this one is worked on.
    next = batch(db, last, to);
    // Whoever stops reading leaves it alone; whoever goes on hears of its failure.
    next.catch(() => undefined);
    yield links;
  }
}

async function batch(db: Kysely<Database>, after: ChainPlace, to: ChainPlace): Promise<Link[]> {
  const { rows } = await sql<LinkRow>`
    select id, day::text as day, sequence, kind, keep_until::text as "keepUntil", record, encode(record_hash, 'hex') as "recordHash",
           encode(hash, 'hex') as hash, removed_at as "removedAt", removed_for as "removedFor", attempt_id as "attemptId",
           campaign_id as "campaignId", contact_id as "contactId", phone, asked_by as "askedBy", answer, wait_until as until,
           decided_at as "decidedAt",
           attempt_id is not null and exists (select from attempts where attempts.id = attempt_id) as "hasAttempt"
    from decisions
    where (day, sequence) > (${after.day}::date, ${after.sequence}::int) and (day, sequence) <= (${to.day}::date, ${to.sequence}::int)
    order by decisions.day, decisions.sequence limit ${BATCH}`.execute(db);
  return rows.map(toLink);
}
