import { type Kysely, sql } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import { outcomesOf } from "../../../campaigns/attempts/past-outcome.ts";
import type { CallHistory, PlacedAttempt } from "../../../campaigns/compliance/decision.ts";
import { DAY_MS, type Instant } from "../../../campaigns/instant.ts";
import type { Callee } from "../../ports/attempt-store.ts";
import { type Known, readLedgers } from "./call-history-ledgers.ts";
import type { Database, Row } from "./schema.ts";

/** Longer than any cap or cool-down of the rulebook (a year in Washington State) with some weeks to spare. */
const LOOK_BACK_MS = 400 * DAY_MS;

const NO_ATTEMPT = "00000000-0000-0000-0000-000000000000";

/** The history of several callees with four statements, however many there are. */
export async function readHistories(db: Kysely<Database>, callees: readonly Callee[], now: Instant): Promise<CallHistory[]> {
  if (callees.length === 0) return [];
  const known = await readKnown(db, callees);
  const attempts = indexAttempts(await readAttempts(db, known, now));
  const ledgers = await readLedgers(db, { callees, known, now });
  const counts = await readPlacedForContact(db, callees);
  return callees.map((callee, index) => {
    const past = attemptsOf(attempts, known[index] as Known).filter((row) => row.id !== callee.exceptAttemptId);
    return {
      openAttempts: past.filter(isOpen).map((row) => ({ attemptId: row.id, state: row.state, phone: row.phone })),
      placed: past.filter((row) => row.submitting_at !== null && row.submitting_at > now - LOOK_BACK_MS).map(toPlaced),
      inboundConversations: [],
      stops: [],
      placedForContact: counts.get(`${callee.campaignId} ${callee.contactId}`) ?? 0,
      ...(ledgers[index] as (typeof ledgers)[number]),
    };
  });
}

async function readKnown(db: Kysely<Database>, callees: readonly Callee[]): Promise<Known[]> {
  const known = callees.map(({ personId, phone }) => ({ personIds: new Set([personId]), phones: new Set([phone]) }));
  const { rows } = await sql<{ at: string; person_id: string; phone: string }>`
    with asked as materialized (
      select * from unnest(${callees.map(({ personId }) => personId)}::uuid[], ${callees.map(({ phone }) => phone)}::text[])
        with ordinality as asked (person_id, phone, at)),
    person as (
      select at, person_id from asked
      union select asked.at, answers.person_id from asked join person_phones as answers using (phone))
    select person.at, person.person_id, person_phones.phone from person join person_phones using (person_id)`.execute(db);
  for (const row of rows) {
    const of = known[Number(row.at) - 1];
    of?.personIds.add(row.person_id);
    of?.phones.add(row.phone);
  }
  return known;
}

type AttemptRow = Pick<
  Row<"attempts">,
  | "id"
  | "state"
  | "phone"
  | "person_id"
  | "campaign_id"
  | "submitting_at"
  | "call_ended_at"
  | "connected_at"
  | "abandoned_at"
  | "answer"
  | "disposition"
  | "subject"
  | "debt_id"
>;

const isOpen = ({ state }: AttemptRow): boolean => OPEN_STATES.includes(state);

const toPlaced = (row: AttemptRow): PlacedAttempt => ({
  attemptId: row.id,
  phone: row.phone,
  campaignId: row.campaign_id,
  placedAt: row.submitting_at as Instant,
  endedAt: row.call_ended_at,
  subject: row.subject,
  debtId: row.debt_id,
  outcomes: outcomesOf({ connectedAt: row.connected_at, abandonedAt: row.abandoned_at, answer: row.answer, disposition: row.disposition }),
});

const all = (known: readonly Known[], which: keyof Known): string[] => [...new Set(known.flatMap((one) => [...one[which]]))];

/** Open ones and those that were placed. A release after the fact (the carrier did not process the request) placed no call. */
async function readAttempts(db: Kysely<Database>, known: readonly Known[], now: Instant): Promise<AttemptRow[]> {
  const { rows } = await sql<AttemptRow>`
    select id, state, phone, person_id, campaign_id, submitting_at, connected_at, abandoned_at, call_ended_at, answer,
           coalesce(disposition, chosen_disposition) as disposition, subject, debt_id
    from attempts
    where (person_id = any(${all(known, "personIds")}::uuid[]) or phone = any(${all(known, "phones")}::text[]))
      and (state in (${sql.join(OPEN_STATES)}) or (submitting_at > ${new Date(now - LOOK_BACK_MS)} and state <> 'released'))`.execute(db);
  return rows;
}

type Index = { byPerson: Map<string, AttemptRow[]>; byPhone: Map<string, AttemptRow[]> };

function indexAttempts(rows: readonly AttemptRow[]): Index {
  const index: Index = { byPerson: new Map(), byPhone: new Map() };
  const put = (into: Map<string, AttemptRow[]>, key: string, row: AttemptRow): void => {
    const there = into.get(key);
    if (there) there.push(row);
    else into.set(key, [row]);
  };
  for (const row of rows) {
    put(index.byPerson, row.person_id, row);
    put(index.byPhone, row.phone, row);
  }
  return index;
}

const attemptsOf = ({ byPerson, byPhone }: Index, known: Known): AttemptRow[] => [
  ...new Set([
    ...[...known.personIds].flatMap((personId) => byPerson.get(personId) ?? []),
    ...[...known.phones].flatMap((phone) => byPhone.get(phone) ?? []),
  ]),
];

async function readPlacedForContact(db: Kysely<Database>, callees: readonly Callee[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ campaign_id: string; contact_id: string; count: string }>`
    select campaign_id, contact_id, count(*) as count from attempts
    where contact_id = any(${[...new Set(callees.map(({ contactId }) => contactId))]}::uuid[])
      and submitting_at is not null and state <> 'released'
      and id <> all(${callees.map(({ exceptAttemptId }) => exceptAttemptId ?? NO_ATTEMPT)}::uuid[])
    group by campaign_id, contact_id`.execute(db);
  return new Map(rows.map((row) => [`${row.campaign_id} ${row.contact_id}`, Number(row.count)]));
}
