import { type Kysely, sql } from "kysely";
import type { Instant } from "../../../campaigns/instant.ts";
import type { CarrierEventStore, StoredCarrierEvent } from "../../ports/carrier-event-store.ts";
import type { Database, Row } from "./schema.ts";

const toEvent = (row: Row<"carrier_events">): StoredCarrierEvent => ({
  id: row.id,
  dedupeKey: row.dedupe_key,
  source: row.source,
  attemptId: row.attempt_id,
  agentId: row.agent_id,
  carrierCallId: row.carrier_call_id,
  payload: row.payload,
  receivedAt: row.received_at,
});

export function makeCarrierEventStore(db: Kysely<Database>): CarrierEventStore {
  const unapplied = () => db.selectFrom("carrier_events").selectAll().where("applied_at", "is", null).forUpdate().skipLocked();
  return {
    async add(event, now) {
      const row = await db
        .insertInto("carrier_events")
        .values({
          dedupe_key: event.dedupeKey,
          source: event.source,
          attempt_id: event.attemptId,
          agent_id: event.agentId,
          carrier_call_id: event.carrierCallId,
          payload: JSON.stringify(event.payload),
          received_at: new Date(now),
        })
        .onConflict((conflict) => conflict.column("dedupe_key").doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && toEvent(row);
    },
    async takeUnapplied(before, limit) {
      const rows = await unapplied()
        .where("received_at", "<=", sql<Instant>`${new Date(before)}`)
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toEvent);
    },
    async take(id) {
      const row = await unapplied().where("id", "=", id).executeTakeFirst();
      return row && toEvent(row);
    },
    async markApplied(id, now, outcome) {
      const applied = { applied_at: new Date(now), outcome };
      await db.updateTable("carrier_events").set(applied).where("id", "=", id).execute();
    },
  };
}
