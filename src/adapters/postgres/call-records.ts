/** Reads the record of calls in batches, each beginning behind the last id of the one before. */
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { CallRecords, RecordFilter, RecordLine } from "../../ports/call-records.ts";
import { type CallRow, toCall, toCallWithoutAttempt } from "./call-record-line.ts";
import { type ConsentRow, type DoNotCallRow, toConsent, toDoNotCall, toWithdrawal, type WithdrawalRow } from "./consent-record-line.ts";
import type { Database } from "./schema.ts";

const BATCH = 1_000;

type Section<Row extends { id: string }> = {
  table: string;
  select: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
  toLine: (row: Row) => RecordLine;
};

export const makeCallRecords = (db: Kysely<Database>): CallRecords => ({ read: (filter) => read(db, filter) });

async function* read(db: Kysely<Database>, filter: RecordFilter): AsyncGenerator<readonly RecordLine[]> {
  yield* section<CallRow>(db, { table: "attempts", select: CALLS, where: await callsIn(db, filter), toLine: toCall });
  yield* section<CallRow>(db, {
    table: "decisions",
    select: REFUSALS,
    where: sql`decisions.attempt_id is null and ${decidedIn(filter)}`,
    toLine: toCall,
  });
  yield* section<CallRow & { attempt_id: string }>(db, {
    table: "decisions",
    select: REFUSALS,
    where: sql`decisions.attempt_id is not null and ${decidedIn(filter)}
      and not exists (select from attempts where attempts.id = decisions.attempt_id)`,
    toLine: toCallWithoutAttempt,
  });
  yield* section<ConsentRow>(db, {
    table: "consents",
    select: sql`select consents.* from consents`,
    where: namedIn(filter, "consents", "recorded_at"),
    toLine: toConsent,
  });
  yield* section<WithdrawalRow>(db, {
    table: "consent_withdrawals",
    select: sql`select consent_withdrawals.* from consent_withdrawals`,
    where: namedIn(filter, "consent_withdrawals", "withdrawn_at"),
    toLine: toWithdrawal,
  });
  yield* section<DoNotCallRow>(db, {
    table: "do_not_call_entries",
    select: sql`select do_not_call_entries.* from do_not_call_entries`,
    where: doNotCallIn(filter),
    toLine: toDoNotCall,
  });
}

const LAST_COLUMNS = sql`
  decisions.day::text as day, decisions.sequence, encode(decisions.hash, 'hex') as hash, decisions.record, decisions.keep_until::text as "keepUntil"`;

const CALLS = sql`
  select attempts.*, campaigns.name as "campaignName", decision.*, version.settings as "abandonSettings"
  from attempts
  join campaigns on campaigns.id = attempts.campaign_id
  left join lateral (
    select ${LAST_COLUMNS} from decisions where attempt_id = attempts.id and record is not null
    order by decisions.day desc, decisions.sequence desc limit 1) as decision on true
  left join lateral (
    select settings from campaign_versions
    where campaign_id = attempts.campaign_id
      and version <= coalesce((decision.record::jsonb ->> 'campaignVersion')::int, campaigns.version)
    order by version desc limit 1) as version on attempts.abandoned_at is not null`;

/** What the hopper refused has no attempt. Nor has a call whose attempt somebody removed. */
const REFUSALS = sql`
  select decisions.id, decisions.attempt_id, decisions.campaign_id, decisions.contact_id, decisions.phone, decisions.decided_at as reserved_at,
         campaigns.name as "campaignName", ${LAST_COLUMNS}
  from decisions left join campaigns on campaigns.id = decisions.campaign_id`;

async function* section<Row extends { id: string }>(
  db: Kysely<Database>,
  { table, select, where, toLine }: Section<Row>,
): AsyncGenerator<readonly RecordLine[]> {
  const id = sql.ref(`${table}.id`);
  for (let after: string | null = null; ; ) {
    const rest: RawBuilder<unknown> = after === null ? sql`true` : sql`${id} > ${after}::uuid`;
    const { rows }: { rows: Row[] } = await sql<Row>`${select} where ${where} and ${rest} order by ${id} limit ${BATCH}`.execute(db);
    after = rows.at(-1)?.id ?? null;
    if (after === null) return;
    yield rows.map(toLine);
  }
}

const within = (column: string, { from, to }: RecordFilter): RawBuilder<unknown> =>
  sql`${from === undefined ? sql`true` : sql`${sql.ref(column)} >= ${new Date(from)}`}
    and ${to === undefined ? sql`true` : sql`${sql.ref(column)} < ${new Date(to)}`}`;

/** A span of time becomes a span of ids as well, which are nearly in its order, so that nothing outside is read. */
async function callsIn(db: Kysely<Database>, filter: RecordFilter): Promise<RawBuilder<unknown>> {
  const { phone, campaignId } = filter;
  const own = sql`${within("attempts.reserved_at", filter)}
    and ${phone === undefined ? sql`true` : sql`attempts.phone = ${phone}`}
    and ${campaignId === undefined ? sql`true` : sql`attempts.campaign_id = ${campaignId}::uuid`}`;
  if (phone !== undefined || campaignId !== undefined) return own;
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select (array_agg(id order by id))[1] as first, (array_agg(id order by id desc))[1] as last
    from (select id from attempts where ${within("attempts.reserved_at", filter)}) as span`.execute(db);
  const { first, last } = rows[0] ?? {};
  return first ? sql`${own} and attempts.id between ${first}::uuid and ${last}::uuid` : sql`false`;
}

const decidedIn = (filter: RecordFilter): RawBuilder<unknown> => {
  const { phone, campaignId } = filter;
  return sql`decisions.kind = 'decision' and decisions.record is not null
    and ${within("decisions.decided_at", filter)}
    and ${phone === undefined ? sql`true` : sql`decisions.phone = ${phone}`}
    and ${campaignId === undefined ? sql`true` : sql`decisions.campaign_id = ${campaignId}::uuid`}`;
};

/** Of a number its own; of a campaign those of the numbers that it called; of a span what came in it. */
function namedIn(filter: RecordFilter, table: string, column: string): RawBuilder<unknown> {
  const { phone, campaignId } = filter;
  if (phone !== undefined) return sql`${sql.ref(`${table}.phone`)} = ${phone}`;
  if (campaignId !== undefined)
    return sql`exists (select from attempts where attempts.phone = ${sql.ref(`${table}.phone`)} and attempts.campaign_id = ${campaignId}::uuid)`;
  return within(`${table}.${column}`, filter);
}

function doNotCallIn(filter: RecordFilter): RawBuilder<unknown> {
  const { phone, campaignId } = filter;
  if (phone !== undefined)
    return sql`(do_not_call_entries.phone = ${phone} or starts_with(${phone}, do_not_call_entries.prefix)
      or do_not_call_entries.person_id = (select person_id from person_phones where person_phones.phone = ${phone}))`;
  if (campaignId !== undefined)
    return sql`(do_not_call_entries.campaign_id = ${campaignId}::uuid or ${namedIn(filter, "do_not_call_entries", "created_at")})`;
  return within("do_not_call_entries.created_at", filter);
}
