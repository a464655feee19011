import type { Kysely } from "kysely";
import type { DecisionReason } from "../../../campaigns/compliance/decision.ts";
import type { AttemptLog, LoggedAttempt, LoggedDecision } from "../../ports/attempt-log.ts";
import { readDecisionRecord } from "./decision-record.ts";
import { toPage } from "./page.ts";
import type { Database, Row } from "./schema.ts";

const toLogged = (row: Row<"attempts">): LoggedAttempt => ({
  id: row.id,
  kind: row.kind,
  campaignId: row.campaign_id,
  contactId: row.contact_id,
  phone: row.phone,
  state: row.state,
  agentId: row.agent_id,
  callerId: row.caller_id,
  answer: row.answer,
  disposition: row.disposition,
  dispositionSource: row.disposition_source,
  note: row.note,
  refusal: row.refusal,
  errorCode: row.error_code,
  reservedAt: row.reserved_at,
  submittingAt: row.submitting_at,
  dialingAt: row.dialing_at,
  ringingAt: row.ringing_at,
  answeredAt: row.answered_at,
  connectedAt: row.connected_at,
  abandonedAt: row.abandoned_at,
  callEndedAt: row.call_ended_at,
  closedAt: row.closed_at,
});

function toDecision({
  id,
  day,
  sequence,
  hash,
  record,
}: {
  id: string;
  day: string;
  sequence: number;
  hash: Buffer;
  record: string;
}): LoggedDecision {
  const { askedBy, answer, until, reasons, evidence, decidedAt } = readDecisionRecord(record);
  return {
    id,
    day,
    sequence,
    hash: hash.toString("hex"),
    askedBy,
    answer,
    waitUntil: until === null ? null : Date.parse(until),
    reasons: reasons as DecisionReason[],
    evidence,
    decidedAt: Date.parse(decidedAt),
  };
}

export function makeAttemptLog(db: Kysely<Database>): AttemptLog {
  return {
    async page(filter, { after, limit }) {
      let rows = db
        .selectFrom("attempts")
        .selectAll()
        .orderBy("id", "desc")
        .limit(limit + 1);
      if (filter.campaignId) rows = rows.where("campaign_id", "=", filter.campaignId);
      if (filter.contactId) rows = rows.where("contact_id", "=", filter.contactId);
      if (filter.state) rows = rows.where("state", "=", filter.state);
      if (after) rows = rows.where("id", "<", after);
      return toPage(await rows.execute(), limit, toLogged);
    },
    async find(id) {
      const row = await db.selectFrom("attempts").selectAll().where("id", "=", id).executeTakeFirst();
      return row && toLogged(row);
    },
    decisionsOf: (attemptId) => decisionsOf(db, attemptId),
    async eventsOf(attemptId) {
      const rows = await db.selectFrom("carrier_events").selectAll().where("attempt_id", "=", attemptId).orderBy("id").execute();
      return rows.map((row) => ({
        source: row.source,
        receivedAt: row.received_at,
        appliedAt: row.applied_at,
        outcome: row.outcome,
        payload: row.payload,
      }));
    },
  };
}

async function decisionsOf(db: Kysely<Database>, attemptId: string): Promise<LoggedDecision[]> {
  const rows = await db
    .selectFrom("decisions")
    .select(["id", "day", "sequence", "hash", "record"])
    .where("attempt_id", "=", attemptId)
    .where("record", "is not", null)
    .$narrowType<{ record: string }>()
    .orderBy("day")
    .orderBy("sequence")
    .execute();
  return rows.map(toDecision);
}
