import { type Kysely, sql, type UpdateObject } from "kysely";
import { type AttemptState, OPEN_STATES, statesBefore } from "../../../campaigns/attempts/attempt.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Attempt, AttemptChanges, AttemptStore, NewAttempt } from "../../ports/attempt-store.ts";
import { readHistories } from "./call-history.ts";
import type { Database, Row } from "./schema.ts";

type AttemptUpdate = UpdateObject<Database, "attempts">;

export const toAttempt = (row: Row<"attempts">): Attempt => ({
  id: row.id,
  kind: row.kind,
  campaignId: row.campaign_id,
  contactId: row.contact_id,
  personId: row.person_id,
  phone: row.phone,
  phonePosition: row.phone_position,
  state: row.state,
  agentId: row.agent_id,
  callerId: row.caller_id,
  carrierCallId: row.carrier_call_id,
  carrierRank: row.carrier_rank,
  answer: row.answer,
  chosenDisposition: row.chosen_disposition,
  disposition: row.disposition,
  note: row.note,
  refusal: row.refusal,
  reservedAt: row.reserved_at,
  submittingAt: row.submitting_at,
  answeredAt: row.answered_at,
  agentReservedAt: row.agent_reserved_at,
  connectedAt: row.connected_at,
  unknownAt: row.unknown_at,
  wrapUpUntil: row.wrap_up_until,
  closedAt: row.closed_at,
  checkedAt: row.checked_at,
});

const date = (instant: Instant | null | undefined): Date | null | undefined => (typeof instant === "number" ? new Date(instant) : instant);

function toUpdate(changes: AttemptChanges): AttemptUpdate {
  const update: AttemptUpdate = {
    agent_id: changes.agentId,
    caller_id: changes.callerId,
    call_kind: changes.callKind,
    subject: changes.subject,
    debt_id: changes.debtId,
    jurisdictions: changes.jurisdictions && [...changes.jurisdictions],
    carrier_call_id: changes.carrierCallId,
    carrier_rank: changes.carrierRank,
    carrier_status: changes.carrierStatus,
    answer: changes.answer,
    chosen_disposition: changes.chosenDisposition,
    disposition: changes.disposition,
    disposition_source: changes.dispositionSource,
    note: changes.note,
    refusal: changes.refusal,
    error_code: changes.errorCode,
    sip_code: changes.sipCode,
    agent_reserved_at: date(changes.agentReservedAt),
    wrap_up_until: date(changes.wrapUpUntil),
    call_ended_at: date(changes.callEndedAt),
    checked_at: date(changes.checkedAt),
  };
  return Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined)) as AttemptUpdate;
}

/** The column that keeps when a state was entered; `reserved` is the row's birth. */
const ENTERED_AT = {
  reserved: "reserved_at",
  submitting: "submitting_at",
  dialing: "dialing_at",
  ringing: "ringing_at",
  answered: "answered_at",
  connected: "connected_at",
  "wrapping-up": "call_ended_at",
  abandoned: "abandoned_at",
  unknown: "unknown_at",
  released: "closed_at",
  closed: "closed_at",
} as const satisfies Record<AttemptState, keyof Database["attempts"]>;

export function makeAttemptStore(db: Kysely<Database>): AttemptStore {
  const all = () => db.selectFrom("attempts").selectAll();
  const byId = (id: string) => all().where("id", "=", id);
  return {
    reserve: (attempts) => reserve(db, attempts),
    find: (id) => one(byId(id)),
    lock: (id) => one(byId(id).forUpdate()),
    findByCall: (carrierCallId) => one(all().where("carrier_call_id", "=", carrierCallId)),
    move: (...wanted) => move(db, wanted),
    async amend(id, changes) {
      const update = toUpdate(changes);
      if (Object.keys(update).length > 0) await db.updateTable("attempts").set(update).where("id", "=", id).execute();
    },
    histories: (candidates, now) => readHistories(db, candidates, now),
    stale: (state, before, limit) => stale(db, { state, before, limit }),
    async overdueWrapUps(now, limit) {
      const rows = await all()
        .where("state", "=", "wrapping-up")
        .where("wrap_up_until", "<=", sql<Instant>`${new Date(now)}`)
        .orderBy("wrap_up_until")
        .limit(limit)
        .execute();
      return rows.map(toAttempt);
    },
    tally: (campaignId, contactId) => tally(db, campaignId, contactId),
    async boundCalls(carrierCallIds) {
      if (carrierCallIds.length === 0) return new Set();
      const rows = await db.selectFrom("attempts").select("carrier_call_id").where("carrier_call_id", "in", carrierCallIds).execute();
      return new Set(rows.map((row) => row.carrier_call_id as string));
    },
  };
}

async function one(query: { executeTakeFirst(): Promise<Row<"attempts"> | undefined> }): Promise<Attempt | undefined> {
  const row = await query.executeTakeFirst();
  return row && toAttempt(row);
}

async function move(db: Kysely<Database>, [id, to, at, changes = {}]: Parameters<AttemptStore["move"]>): Promise<Attempt | undefined> {
  const from = statesBefore(to);
  if (from.length === 0) return undefined;
  // coalesce: a state that is entered by a late event keeps the first instant that was seen.
  const entered = { [ENTERED_AT[to]]: sql`coalesce(${sql.ref(ENTERED_AT[to])}, ${new Date(at)})` } as AttemptUpdate;
  // No call was placed: whoever counts attempts by when they were submitted must not find this one.
  const unplaced: AttemptUpdate = to === "released" ? { submitting_at: null } : {};
  const update = { ...entered, ...unplaced, ...toUpdate(changes), state: to };
  return one(db.updateTable("attempts").set(update).where("id", "=", id).where("state", "in", from).returningAll());
}

async function reserve(db: Kysely<Database>, attempts: readonly NewAttempt[]): Promise<Attempt[]> {
  if (attempts.length === 0) return [];
  const rows = await db
    .insertInto("attempts")
    .values(
      attempts.map((attempt) => ({
        id: attempt.id,
        kind: attempt.kind,
        campaign_id: attempt.campaignId,
        contact_id: attempt.contactId,
        person_id: attempt.personId,
        phone: attempt.phone,
        phone_position: attempt.phonePosition,
        agent_id: attempt.agentId,
        reserved_at: new Date(attempt.reservedAt),
        number_in_campaign: sql<number>`1 + (select attempt_count from campaign_contacts
          where campaign_id = ${attempt.campaignId} and contact_id = ${attempt.contactId})`,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute();
  return rows.map(toAttempt);
}

async function stale(db: Kysely<Database>, which: { state: AttemptState; before: Instant; limit: number }): Promise<Attempt[]> {
  const touched = sql<Instant>`greatest(${sql.ref(ENTERED_AT[which.state])}, checked_at)`;
  const rows = await db
    .selectFrom("attempts")
    .selectAll()
    .where("state", "=", which.state)
    // Repeats the partial index's own condition so that the planner can use it.
    .where("state", "in", OPEN_STATES)
    .where(touched, "<=", sql<Instant>`${new Date(which.before)}`)
    .orderBy(touched)
    .orderBy("id")
    .limit(which.limit)
    .execute();
  return rows.map(toAttempt);
}

async function tally(db: Kysely<Database>, campaignId: string, contactId: string) {
  const rows = await db
    .selectFrom("attempts")
    .select(["disposition", (eb) => eb.fn.countAll<string>().as("count"), (eb) => eb.fn.count<string>("submitting_at").as("placed")])
    .where("contact_id", "=", contactId)
    .where("campaign_id", "=", campaignId)
    .groupBy("disposition")
    .execute();
  const byDisposition = new Map<string, number>();
  for (const row of rows) if (row.disposition) byDisposition.set(row.disposition, Number(row.count));
  return { placed: rows.reduce((sum, row) => sum + Number(row.placed), 0), byDisposition };
}
