import { type Kysely, sql } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { AbandonmentCount, AbandonmentQuestion } from "../../../campaigns/compliance/abandonment/ledger.ts";
import type { CampaignTally } from "../../../campaigns/measures/campaign-status.ts";
import { NOT_BY_WAITING } from "../../../campaigns/measures/reasons.ts";
import type { CampaignReports } from "../../ports/campaign-reports.ts";
import type { Database } from "./schema.ts";

/**
 * An agent's word that it was a voicemail counts like the carrier's that it was a machine. A connect that came too late
 * and a person who gave up after the law's seconds without an agent are abandoned like those who heard the message.
 */
async function abandonment(
  db: Kysely<Database>,
  campaignId: string,
  questions: readonly AbandonmentQuestion[],
): Promise<AbandonmentCount[]> {
  const { rows } = await sql<{ live: number; abandoned: number }>`
    select counted.live, counted.abandoned
    from unnest(${questions.map(({ jurisdiction }) => jurisdiction)}::text[], ${questions.map(({ span }) => new Date(span.from))}::timestamptz[],
                ${questions.map(({ span }) => new Date(span.to))}::timestamptz[], ${questions.map((asked) => asked.connectWithinSeconds)}::int[])
         with ordinality as asked (jurisdiction, from_at, to_at, seconds, turn)
    cross join lateral (
      select count(*)::int as live,
             (count(*) filter (where abandoned_at is not null
                or connected_at > answered_at + make_interval(secs => asked.seconds)
                or (connected_at is null and call_ended_at > answered_at + make_interval(secs => asked.seconds))))::int as abandoned
      from attempts
      where campaign_id = ${campaignId} and answered_at >= asked.from_at and answered_at < asked.to_at
        and jurisdictions @> array[asked.jurisdiction] and coalesce(answer, 'human') not in ('machine', 'fax')
        and coalesce(disposition, '') not in ('machine', 'fax', 'voicemail')) as counted
    order by asked.turn`.execute(db);
  return rows;
}

type CountRow = { name: string; count: number };
const toCounts = (rows: readonly CountRow[]): Record<string, number> => Object.fromEntries(rows.map(({ name, count }) => [name, count]));

export const makeCampaignReports = (db: Kysely<Database>): CampaignReports => ({
  async tally(campaignId, { now, since }) {
    const open = await sql<CountRow>`
      select state as name, count(*)::int as count from attempts
      where campaign_id = ${campaignId} and state in (${sql.join(OPEN_STATES)}) group by state`.execute(db);
    const waiting = await sql<CountRow>`
      select wait_reason as name, count(*)::int as count from campaign_contacts
      where campaign_id = ${campaignId} and state = 'ready' and wait_reason is not null group by wait_reason`.execute(db);
    const waits = toCounts(waiting.rows);
    return {
      ...(await contactCounts(db, campaignId)),
      waiting: waits,
      readyPlaces: await readyPlaces(db, campaignId, { now, waiting: waits }),
      openAttempts: toCounts(open.rows),
      ...(await closedAttempts(db, campaignId, since)),
    };
  },
  abandonment: (campaignId, questions) => abandonment(db, campaignId, questions),
});

/** Finished is what is left over: an index of finished contacts would be the largest of all and serve nothing else. */
async function contactCounts(db: Kysely<Database>, campaignId: string): Promise<Pick<CampaignTally, "contacts" | "attemptedContacts">> {
  const { rows } = await sql<{ total: number; ready: number; hopper: number; attempt: number; attempted: number }>`
    select (select count(*)::int from campaign_contacts where campaign_id = ${campaignId}) as total,
           (select count(*)::int from campaign_contacts where campaign_id = ${campaignId} and state = 'ready') as ready,
           (select count(*)::int from campaign_contacts where campaign_id = ${campaignId} and state = 'on-hopper') as hopper,
           (select count(*)::int from campaign_contacts where campaign_id = ${campaignId} and state = 'in-attempt') as attempt,
           (select count(*)::int from attempts
            where campaign_id = ${campaignId} and number_in_campaign = 1 and submitting_at is not null) as attempted`.execute(db);
  const { total, ready, hopper, attempt, attempted } = rows[0] ?? { total: 0, ready: 0, hopper: 0, attempt: 0, attempted: 0 };
  const contacts = { ready, "on-hopper": hopper, "in-attempt": attempt, finished: total - ready - hopper - attempt };
  return { contacts, attemptedContacts: attempted };
}

type ClosedRow = { disposition: string; count: number; live: number; abandoned: number; connected: number };

/** A machine or fax is no person; an answer that nobody judged is one. */
async function closedAttempts(
  db: Kysely<Database>,
  campaignId: string,
  since: Instant,
): Promise<Pick<CampaignTally, "dispositions" | "liveAnswers" | "recent">> {
  const isLive = sql`answered_at is not null and coalesce(answer, 'human') not in ('machine', 'fax')`;
  const isRecent = sql`closed_at > ${new Date(since)}`;
  const { rows } = await sql<ClosedRow>`
    select disposition, count(*)::int as count, (count(*) filter (where ${isLive}))::int as live,
           (count(*) filter (where abandoned_at is not null and ${isRecent}))::int as abandoned,
           (count(*) filter (where connected_at is not null and ${isLive} and ${isRecent}))::int as connected
    from attempts where campaign_id = ${campaignId} and closed_at is not null and state = 'closed'
    group by disposition`.execute(db);
  const sum = (field: "live" | "abandoned" | "connected"): number => rows.reduce((total, row) => total + row[field], 0);
  return {
    dispositions: toCounts(rows.map(({ disposition, count }) => ({ name: disposition, count }))),
    liveAnswers: sum("live"),
    recent: { since, abandoned: sum("abandoned"), connected: sum("connected") },
  };
}

type PlaceCountRow = { zones: string[]; jurisdictions: string[]; source: string; due: number; first_due_at: Instant | null };

/**
 * Ready contacts stand in their index by place, so this reads it once from end to end and nothing else. Only where some
 * of them wait for what no time changes must the rows themselves be read, to leave those out of the first due time.
 */
async function readyPlaces(
  db: Kysely<Database>,
  campaignId: string,
  { now, waiting }: { now: Instant; waiting: Readonly<Record<string, number>> },
): Promise<CampaignTally["readyPlaces"]> {
  const isHelped = NOT_BY_WAITING.some((code) => Object.hasOwn(waiting, code))
    ? sql`wait_reason is null or wait_reason <> all(${NOT_BY_WAITING}::text[])`
    : sql`true`;
  const { rows } = await sql<PlaceCountRow>`
    select places.zones, places.jurisdictions, places.source, held.due, held.first_due_at
    from (select place_id, (count(*) filter (where due_at <= ${new Date(now)}))::int as due, min(due_at) filter (where ${isHelped}) as first_due_at
          from campaign_contacts where campaign_id = ${campaignId} and state = 'ready' group by place_id) as held
    join places on places.id = held.place_id`.execute(db);
  return rows.map(({ due, first_due_at: firstDueAt, ...place }) => ({ place, dueCount: due, firstDueAt }));
}
