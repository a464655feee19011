import { type Kysely, sql } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import type { NumberType } from "../../../campaigns/compliance/decision.ts";
import type { Candidate, HopperStore, LookedAt, PlaceRow } from "../../ports/hopper-store.ts";
import type { Database } from "./schema.ts";

type CandidateRow = {
  campaign_id: string;
  contact_id: string;
  person_id: string;
  phone: string;
  position: number;
  language: string | null;
  number_type: NumberType;
  postal_code: string | null;
  debt_id: string | null;
  zones: string[];
  jurisdictions: string[];
  source: string;
};

const toCandidate = (row: CandidateRow): Candidate => ({
  campaignId: row.campaign_id,
  contactId: row.contact_id,
  personId: row.person_id,
  phone: row.phone,
  position: row.position,
  language: row.language,
  numberType: row.number_type,
  postalCode: row.postal_code,
  debtId: row.debt_id,
  place: { zones: row.zones, jurisdictions: row.jurisdictions, source: row.source },
});

/**
 * What the gate asks of a contact, for rows `picked(campaign_id, contact_id, position, …)`. A number without a place
 * has no zones: the gate says never to it, where leaving it out would keep its contact waiting for ever.
 */
const DESCRIBE = sql`
  select picked.campaign_id, picked.contact_id, contacts.person_id, contact_phones.phone, contact_phones.position,
         contacts.language, contact_phones.number_type, contacts.postal_code, contacts.debt_id, coalesce(places.zones, '{}') as zones, coalesce(places.jurisdictions, '{}') as jurisdictions,
         coalesce(places.source, 'none') as source
  from picked
  join contacts on contacts.id = picked.contact_id
  join contact_phones on contact_phones.contact_id = picked.contact_id and contact_phones.position = picked.position
  left join places on places.id = contact_phones.place_id`;

/** The candidates for these contacts at the number that is tried next, in no order; nothing is locked. */
export async function describeCandidates(db: Kysely<Database>, campaignId: string, contactIds: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<CandidateRow>`
    with picked as (
      select campaign_id, contact_id, next_position as position from campaign_contacts
      where campaign_id = ${campaignId} and contact_id = any(${[...contactIds]}::uuid[]))
    ${DESCRIBE}`.execute(db);
  return rows.map(toCandidate);
}

export function makeHopperStore(db: Kysely<Database>): HopperStore {
  return {
    placesWaiting: (campaignId) => placesWaiting(db, campaignId),
    candidates: (campaignId, wanted) => candidates(db, { campaignId, ...wanted }),
    shelve: (campaignId, contactIds, now) => shelve(db, { campaignId, contactIds, now }),
    async level(campaignId) {
      const row = await db
        .selectFrom("campaign_contacts")
        .select((eb) => eb.fn.countAll<string>().as("count"))
        .where("campaign_id", "=", campaignId)
        .where("state", "=", "on-hopper")
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    take: (campaignId, count) => take(db, campaignId, count),
    async candidate(campaignId, contactId, position) {
      const result = await sql<CandidateRow>`
        with picked as (select ${campaignId}::uuid as campaign_id, ${contactId}::uuid as contact_id, ${position}::smallint as position)
        ${DESCRIBE}`.execute(db);
      return result.rows[0] && toCandidate(result.rows[0]);
    },
    putBack: (campaignId, contactId, next) => putBack(db, { campaignId, contactId, next }),
    finish: (campaignId, contactId, end) => finish(db, { campaignId, contactId, end }),
    goodPositions: (contactId) => goodPositions(db, contactId),
    markBad: (contactId, position, reason) => markBad(db, { contactId, position, reason }),
    lookAgain: (whom, reasons, now) => lookAgain(db, { whom, reasons, now }),
    heal: () => heal(db),
  };
}

async function goodPositions(db: Kysely<Database>, contactId: string): Promise<number[]> {
  const rows = await db
    .selectFrom("contact_phones")
    .select("position")
    .where("contact_id", "=", contactId)
    .where("bad_reason", "is", null)
    .orderBy("position")
    .execute();
  return rows.map((row) => row.position);
}

/** Other campaigns that have this very number next go on to the contact's following good one, or are done with it. */
async function markBad(db: Kysely<Database>, bad: { contactId: string; position: number; reason: string }): Promise<void> {
  await db
    .updateTable("contact_phones")
    .set({ bad_reason: bad.reason })
    .where("contact_id", "=", bad.contactId)
    .where("position", "=", bad.position)
    .execute();
  await sql`
    with good as (
      select position, place_id from contact_phones where contact_id = ${bad.contactId} and bad_reason is null
      order by position < ${bad.position}::smallint, position limit 1)
    update campaign_contacts as held set
      state = case when good.position is null then 'finished' else 'ready' end,
      finished_reason = case when good.position is null then 'no-number-left' end,
      next_position = coalesce(good.position, held.next_position), place_id = coalesce(good.place_id, held.place_id),
      hopper_rank = null, shelved_at = null, wait_reason = null
    from (select 1) as one left join good on true
    where held.contact_id = ${bad.contactId} and held.next_position = ${bad.position}::smallint
      and held.state in ('ready', 'on-hopper')`.execute(db);
}

type Shelf = { campaignId: string; contactIds: readonly string[]; now: number };

/** Materialized: each rank is drawn once and in the order given, whichever way the planner joins. */
async function shelve(db: Kysely<Database>, { campaignId, contactIds, now }: Shelf): Promise<void> {
  if (contactIds.length === 0) return;
  await sql`
    with shelf as materialized (select id, nextval('hopper_ranks') as rank from unnest(${[...contactIds]}::uuid[]) as id)
    update campaign_contacts set state = 'on-hopper', hopper_rank = shelf.rank, shelved_at = ${new Date(now)}, wait_reason = null
    from shelf where campaign_id = ${campaignId} and contact_id = shelf.id and state = 'ready'`.execute(db);
}

/** A loose index scan: one probe of the index for each place, not one for each contact. */
async function placesWaiting(db: Kysely<Database>, campaignId: string): Promise<PlaceRow[]> {
  const result = await sql<{ id: number; zones: string[]; jurisdictions: string[]; source: string }>`
    with recursive waiting as (
      (select place_id from campaign_contacts where campaign_id = ${campaignId} and state = 'ready' order by place_id limit 1)
      union all
      select (select place_id from campaign_contacts
              where campaign_id = ${campaignId} and state = 'ready' and place_id > waiting.place_id order by place_id limit 1)
      from waiting where waiting.place_id is not null)
    select places.id, places.zones, places.jurisdictions, places.source
    from waiting join places on places.id = waiting.place_id order by places.id`.execute(db);
  return result.rows.map(({ id, ...place }) => ({ id, place }));
}

type CandidateQuery = { campaignId: string; placeIds: readonly number[]; now: number; limit: number };

/**
 * The best few of each open place, then the best of those: the cost grows with the number of open places and
 * the limit, not with the size of the list. Ready rows of one priority stand in the order of their due time, so
 * the first due ones are the first of the index; a row that is not yet due ends its priority's run.
 */
async function candidates(db: Kysely<Database>, query: CandidateQuery): Promise<Candidate[]> {
  if (query.placeIds.length === 0) return [];
  const result = await sql<CandidateRow>`
    with offered as materialized (
      select best.* from unnest(${[...query.placeIds]}::int[]) as open_place (id)
      cross join lateral (
        select campaign_id, contact_id, priority, due_at, next_position from campaign_contacts
        where campaign_id = ${query.campaignId} and place_id = open_place.id and state = 'ready' and due_at <= ${new Date(query.now)}
        order by priority desc, due_at, contact_id
        limit ${query.limit}) as best
      order by best.priority desc, best.due_at, best.contact_id
      limit ${query.limit}),
    picked as materialized (
      select held.campaign_id, held.contact_id, held.next_position as position, held.priority, held.due_at
      from campaign_contacts as held
      join offered using (campaign_id, contact_id)
      where held.state = 'ready'
      for update of held skip locked)
    ${DESCRIBE} order by picked.priority desc, picked.due_at, picked.contact_id`.execute(db);
  return result.rows.map(toCandidate);
}

async function take(db: Kysely<Database>, campaignId: string, count: number): Promise<Candidate[]> {
  if (count <= 0) return [];
  const result = await sql<CandidateRow>`
    with chosen as materialized (
      select campaign_id, contact_id, hopper_rank from campaign_contacts
      where campaign_id = ${campaignId} and state = 'on-hopper'
      order by hopper_rank limit ${count} for update skip locked),
    picked as (
      update campaign_contacts as held set state = 'in-attempt', hopper_rank = null, shelved_at = null
      from chosen where held.campaign_id = chosen.campaign_id and held.contact_id = chosen.contact_id
      returning held.campaign_id, held.contact_id, held.next_position as position, chosen.hopper_rank)
    ${DESCRIBE} order by picked.hopper_rank`.execute(db);
  return result.rows.map(toCandidate);
}

type Held = { campaignId: string; contactId: string };

async function finish(db: Kysely<Database>, { campaignId, contactId, end }: Held & { end: Parameters<HopperStore["finish"]>[2] }) {
  await db
    .updateTable("campaign_contacts")
    .set({
      state: "finished",
      finished_reason: end.reason,
      wait_reason: null,
      last_disposition: sql<string | null>`coalesce(${end.lastDisposition}, last_disposition)`,
      attempt_count: sql<number>`attempt_count + ${end.placed ? 1 : 0}`,
      hopper_rank: null,
      shelved_at: null,
    })
    .where("campaign_id", "=", campaignId)
    .where("contact_id", "=", contactId)
    .execute();
}

async function putBack(db: Kysely<Database>, { campaignId, contactId, next }: Held & { next: Parameters<HopperStore["putBack"]>[2] }) {
  await sql`
    update campaign_contacts set state = 'ready', due_at = ${new Date(next.dueAt)}, next_position = ${next.position},
      wait_reason = ${next.waitReason}, last_disposition = coalesce(${next.lastDisposition}, last_disposition),
      attempt_count = attempt_count + ${next.placed ? 1 : 0}, hopper_rank = null, shelved_at = null,
      place_id = coalesce((select place_id from contact_phones
        where contact_phones.contact_id = campaign_contacts.contact_id and contact_phones.position = ${next.position}::smallint), place_id)
    where campaign_id = ${campaignId} and contact_id = ${contactId}`.execute(db);
}

function contactsOf(whom: LookedAt) {
  if ("campaignId" in whom) return sql`held.campaign_id = ${whom.campaignId}`;
  if ("contactIds" in whom) return sql`held.contact_id = any(${[...whom.contactIds]}::uuid[])`;
  if ("prefix" in whom) return sql`held.contact_id in (select contact_id from contact_phones where starts_with(phone, ${whom.prefix}))`;
  return sql`held.contact_id in (
    select contact_id from contact_phones where phone = ${whom.phone}
    union select contacts.id from contacts join person_phones using (person_id) where person_phones.phone = ${whom.phone})`;
}

type SecondLook = { whom: LookedAt; reasons: readonly string[]; now: number };

/** What waits by the campaign's own recycle policy goes on waiting: that is no answer of the gate. */
async function lookAgain(db: Kysely<Database>, { whom, reasons, now }: SecondLook): Promise<number> {
  const done = await sql`
    update campaign_contacts as held set state = 'ready', due_at = ${new Date(now)}, finished_reason = null, wait_reason = null
    from campaigns
    where campaigns.id = held.campaign_id and campaigns.state in ('draft', 'scheduled', 'running', 'paused') and ${contactsOf(whom)}
      and ((held.state = 'finished' and held.finished_reason = any(${[...reasons]}::text[]))
           or (held.state = 'ready' and held.wait_reason <> 'recycled' and held.due_at > ${new Date(now)}))`.execute(db);
  return Number(done.numAffectedRows ?? 0);
}

async function heal(db: Kysely<Database>): Promise<{ unshelved: number; freed: number }> {
  const unshelved = await sql`
    update campaign_contacts set state = 'ready', hopper_rank = null, shelved_at = null
    where state = 'on-hopper' and campaign_id in (select id from campaigns where state not in ('running', 'paused'))`.execute(db);
  const freed = await sql`
    update campaign_contacts as held set state = 'ready'
    where held.state = 'in-attempt' and not exists (
      select from attempts where attempts.campaign_id = held.campaign_id and attempts.contact_id = held.contact_id
        and attempts.state in (${sql.join(OPEN_STATES)}))`.execute(db);
  return { unshelved: Number(unshelved.numAffectedRows ?? 0), freed: Number(freed.numAffectedRows ?? 0) };
}
