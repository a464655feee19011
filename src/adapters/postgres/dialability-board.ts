import { type Kysely, type Transaction, sql } from "kysely";
import type { ContactGroup } from "../../../campaigns/measures/dialability-sample.ts";
import type { SettledContacts } from "../../../campaigns/measures/dialability.ts";
import { type Instant, MINUTE_MS } from "../../../campaigns/instant.ts";
import type { ContactStanding, DialabilityBoard, Survey, SurveyQuestion } from "../../ports/dialability-board.ts";
import type { Candidate } from "../../ports/hopper-store.ts";
import { type Asked, isOffered, isSurveyed, keyed, ledgers } from "./dialability-sql.ts";
import { describeCandidates } from "./hopper-store.ts";
import type { Database } from "./schema.ts";
import { setStatementTimeout } from "./transaction.ts";

/** A million contacts take seconds; ten times as many must not be cut off. */
const STATEMENT_TIMEOUT_MS = 2 * MINUTE_MS;
/**
 * Hashes over a million rows stay in memory. PostgreSQL expects as many groups as contacts and would sort them all; there
 * are far fewer, so that it is allowed eight times as much for a hash as it will need.
 */
const WORK_MEMORY = "128MB";

export const makeDialabilityBoard = (db: Kysely<Database>): DialabilityBoard => ({
  survey: (campaignId, question) => inOneMoment(db, (tx) => survey(tx, campaignId, question)),
  standingsOf: (contactId, limit) => standingsOf(db, contactId, limit),
});

/** One snapshot for all statements, so that a contact that moves meanwhile is counted once. */
async function inOneMoment<T>(db: Kysely<Database>, work: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      await setStatementTimeout(tx, STATEMENT_TIMEOUT_MS);
      // Compiling the statement would take longer than it saves.
      await sql`select set_config('work_mem', ${WORK_MEMORY}, true), set_config('hash_mem_multiplier', '8', true),
        set_config('jit', 'off', true)`.execute(tx);
      return work(tx);
    });
}

async function survey(tx: Transaction<Database>, campaignId: string, question: SurveyQuestion): Promise<Survey> {
  const asked = { ...question, campaignId, ...(await readConstants(tx, question)) };
  const { offeredCount, ...settled } = await countStates(tx, asked);
  const again = settled.finished.filter(({ code }) => question.lookedAtAgain.includes(code)).reduce((sum, { count }) => sum + count, 0);
  const rows = offeredCount + again > question.mostOneByOne ? await readGroups(tx, asked) : await readEach(tx, asked);
  const contactIds = rows.map(({ contact_id }) => contact_id);
  const byContact = new Map((await describeCandidates(tx, campaignId, contactIds)).map((who) => [who.contactId, who]));
  const [groups, finishedGroups]: [ContactGroup<Candidate>[], ContactGroup<Candidate>[]] = [[], []];
  let withoutNumber = 0;
  for (const { key, count, kind, contact_id, is_finished } of rows) {
    const who = byContact.get(contact_id);
    if (who) (is_finished ? finishedGroups : groups).push({ key, count, kind, who });
    else if (!is_finished) withoutNumber += count;
  }
  const waiting = withoutNumber === 0 ? settled.waiting : [...settled.waiting, { code: "no-number", count: withoutNumber, dueAt: null }];
  return { settled: { ...settled, waiting }, groups, finishedGroups };
}

type Constants = Pick<Asked, "prefixes" | "registers" | "partedPlaces">;

/** What a statement over all contacts had better know as constants. */
async function readConstants(tx: Transaction<Database>, { postalParts }: SurveyQuestion): Promise<Constants> {
  const regions = postalParts.map(({ jurisdiction }) => jurisdiction);
  const countries = regions.map((region) => region.slice(0, 2));
  const { rows } = await sql<Constants>`
    select array(select distinct prefix from do_not_call_entries where withdrawn_at is null and prefix is not null) as prefixes,
           array(select number from registers where state = 'current') as registers,
           array(select id from places where jurisdictions && ${regions}::text[]
             or exists (select from unnest(${countries}::text[]) as country where country = any(jurisdictions)
               and not exists (select from unnest(jurisdictions) as known where starts_with(known, country || '-')))) as "partedPlaces"`.execute(
    tx,
  );
  return rows[0] ?? { prefixes: [], registers: [], partedPlaces: [] };
}

type StateRow = { state: ContactStanding["state"] | "offered"; code: string | null; count: number; due_at: Instant | null };

async function countStates(tx: Transaction<Database>, asked: Asked): Promise<SettledContacts & { offeredCount: number }> {
  const { rows } = await sql<StateRow>`
    select case when is_offered then 'offered' else state end as state,
           case when is_offered then null when state = 'finished' then finished_reason else wait_reason end as code,
           count(*)::int as count, min(case when state = 'ready' then due_at end) as due_at
    from (select state, finished_reason, wait_reason, due_at, ${isOffered(asked)} as is_offered
          from campaign_contacts as held where held.campaign_id = ${asked.campaignId}) as held
    group by 1, 2, case when state = 'ready' and not is_offered then date_trunc('hour', due_at) end`.execute(tx);
  const of = (state: StateRow["state"]) => rows.filter((row) => row.state === state);
  const sum = (state: StateRow["state"]): number => of(state).reduce((total, { count }) => total + count, 0);
  return {
    finished: of("finished").map(({ code, count }) => ({ code: code ?? "finished", count })),
    onHopper: sum("on-hopper"),
    inAttempt: sum("in-attempt"),
    waiting: of("ready").map(({ code, count, due_at: dueAt }) => ({ code: code ?? "not-due-yet", count, dueAt })),
    offeredCount: sum("offered"),
  };
}

type GroupRow = Pick<ContactGroup<never>, "key" | "count" | "kind"> & { contact_id: string; is_finished: boolean };

/**
 * One row for each group, and one for each contact that was picked. A contact is picked by a hash of its id, so that the
 * same ones are picked each time and they are spread over the list.
 */
async function readGroups(tx: Transaction<Database>, asked: Asked): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    with ${ledgers(asked)},
    keyed as materialized (${keyed(asked)}),
    few as materialized (
      select ${asked.mostPicked}::float8 * (1 << 28) / greatest(1, count(*) filter (where not is_finished)) as of_offered,
             ${asked.mostPicked}::float8 * (1 << 28) / greatest(1, count(*) filter (where is_finished)) as of_finished
      from keyed where is_alone),
    shared as (
      select keyed.*, case when is_alone and ('x' || left(md5(contact_id::text), 7))::bit(28)::int
          < case when is_finished then (select of_finished from few) else (select of_offered from few) end
        then contact_id end as picked
      from keyed)
    select concat_ws(' ', coalesce(place_id, 0), number_type, coalesce(postal, '.'), coalesce(of_number, 0), coalesce(of_owner, 0),
             coalesce(of_person, 0), registers) as key,
           count(*)::int as count, min(contact_id::text) as contact_id, is_finished,
           case when not is_alone then 'alike' when picked is null then 'rest' else 'picked' end as kind
    from shared group by place_id, number_type, postal, of_number, of_owner, of_person, registers, is_finished, is_alone, picked`.execute(
    tx,
  );
  return rows;
}

async function readEach(tx: Transaction<Database>, asked: Asked): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select contact_id::text as key, 1 as count, 'picked' as kind, contact_id, state = 'finished' as is_finished
    from campaign_contacts as held where ${isSurveyed(asked)}`.execute(tx);
  return rows;
}

async function standingsOf(db: Kysely<Database>, contactId: string, limit: number): Promise<ContactStanding[]> {
  const rows = await db
    .selectFrom("campaign_contacts")
    .select(["campaign_id", "state", "next_position", "due_at", "wait_reason", "finished_reason"])
    .where("contact_id", "=", contactId)
    .orderBy("campaign_id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    campaignId: row.campaign_id,
    state: row.state,
    nextPosition: row.next_position,
    dueAt: row.due_at,
    waitReason: row.wait_reason,
    finishedReason: row.finished_reason,
  }));
}
