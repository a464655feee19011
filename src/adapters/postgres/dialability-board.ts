import { type Kysely, type Transaction, sql } from "kysely";
import type { ContactGroup } from "../../../campaigns/measures/dialability-sample.ts";
import type { SettledContacts } from "../../../campaigns/measures/dialability.ts";
import { type Instant, MINUTE_MS } from "../../../campaigns/instant.ts";
import type { ContactStanding, DialabilityBoard, Survey, SurveyQuestion } from "../../ports/dialability-board.ts";
import type { Candidate } from "../../ports/hopper-store.ts";
import { isOffered, ledgersByContact, postalText } from "./dialability-sql.ts";
import { describeCandidates } from "./hopper-store.ts";
import type { Database } from "./schema.ts";
import { setStatementTimeout } from "./transaction.ts";

/** A million contacts take seconds; ten times as many must not be cut off. */
const STATEMENT_TIMEOUT_MS = 2 * MINUTE_MS;
/** Hashes over a million rows stay in memory. */
const WORK_MEMORY = "128MB";

type Asked = SurveyQuestion & { campaignId: string };

export const makeDialabilityBoard = (db: Kysely<Database>): DialabilityBoard => ({
  survey: (campaignId, question) => inOneMoment(db, (tx) => survey(tx, { ...question, campaignId })),
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
      // Compiling the statement would take longer than running it.
      await sql`select set_config('work_mem', ${WORK_MEMORY}, true), set_config('jit', 'off', true)`.execute(tx);
      return work(tx);
    });
}

async function survey(tx: Transaction<Database>, asked: Asked): Promise<Survey> {
  const settled = await countSettled(tx, asked);
  const rows = await readGroups(tx, asked);
  const candidates = await describeCandidates(
    tx,
    asked.campaignId,
    rows.map(({ contact_id }) => contact_id),
  );
  const byContact = new Map(candidates.map((candidate) => [candidate.contactId, candidate]));
  const groups: ContactGroup<Candidate>[] = [];
  let withoutNumber = 0;
  for (const { key, count, kind, contact_id } of rows) {
    const who = byContact.get(contact_id);
    if (who) groups.push({ key, count, kind, who });
    else withoutNumber += count;
  }
  const waiting = withoutNumber === 0 ? settled.waiting : [...settled.waiting, { code: "no-number", count: withoutNumber, dueAt: null }];
  return { settled: { ...settled, waiting }, groups };
}

type SettledRow = { state: ContactStanding["state"]; code: string | null; count: number; due_at: Instant | null };

async function countSettled(tx: Transaction<Database>, asked: Asked): Promise<SettledContacts> {
  const { rows } = await sql<SettledRow>`
    select held.state, case held.state when 'finished' then held.finished_reason when 'ready' then held.wait_reason end as code,
           count(*)::int as count, min(case when held.state = 'ready' then held.due_at end) as due_at
    from campaign_contacts as held
    where held.campaign_id = ${asked.campaignId} and not (${isOffered(asked)})
    group by 1, 2, case when held.state = 'ready' then date_trunc('hour', held.due_at) end`.execute(tx);
  const of = (state: SettledRow["state"]) => rows.filter((row) => row.state === state);
  const sum = (state: SettledRow["state"]): number => of(state).reduce((total, { count }) => total + count, 0);
  return {
    finished: of("finished").map(({ code, count }) => ({ code: code ?? "finished", count })),
    onHopper: sum("on-hopper"),
    inAttempt: sum("in-attempt"),
    waiting: of("ready").map(({ code, count, due_at: dueAt }) => ({ code: code ?? "not-due-yet", count, dueAt })),
  };
}

type GroupRow = Pick<ContactGroup<never>, "key" | "count" | "kind"> & { contact_id: string };

/**
 * One row for each group, and one for each contact that was picked. A contact is picked by a hash of its id, so that the
 * same ones are picked each time and they are spread over the list.
 */
async function readGroups(tx: Transaction<Database>, asked: Asked): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    with ${ledgersByContact(asked)},
    total as materialized (select (select count(*) from pasts) + (select count(*) from marks where alone) as alone),
    keyed as (
      select held.contact_id, number.place_id, number.number_type, ${postalText(asked)} as postal, marks.said,
             coalesce(marks.alone, false) or pasts.contact_id is not null as is_alone
      from campaign_contacts as held
      join contacts on contacts.id = held.contact_id
      left join contact_phones as number on number.contact_id = held.contact_id and number.position = held.next_position
      left join marks on marks.contact_id = held.contact_id
      left join pasts on pasts.contact_id = held.contact_id
      where ${isOffered(asked)}),
    shared as (
      select keyed.*, case when is_alone
          and ('x' || left(md5(contact_id::text), 7))::bit(28)::int < (select ${asked.mostPicked}::float8 * (1 << 28) / greatest(alone, 1) from total)
        then contact_id end as picked
      from keyed)
    select concat_ws(' ', coalesce(place_id, 0), number_type, coalesce(postal, '.'), said) as key, count(*)::int as count,
           case when not is_alone then 'alike' when picked is null then 'rest' else 'picked' end as kind, min(contact_id::text) as contact_id
    from shared group by place_id, number_type, postal, said, is_alone, picked`.execute(tx);
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
