import { type Kysely, sql } from "kysely";
import type { EmergencyStop } from "../../../campaigns/compliance/emergency-stop.ts";
import type { EmergencyStopRecord, EmergencyStopStore } from "../../ports/emergency-stop-store.ts";
import { toAttempt } from "./attempt-store.ts";
import { toPage } from "./page.ts";
import type { Database, Row } from "./schema.ts";

const toStop = (row: Row<"emergency_stops">): EmergencyStop => ({
  id: row.id,
  scope: row.scope,
  jurisdiction: row.jurisdiction,
  campaignId: row.campaign_id,
  reason: row.reason,
  createdAt: row.created_at,
});

const toRecord = (row: Row<"emergency_stops">): EmergencyStopRecord => ({
  ...toStop(row),
  createdBy: row.created_by,
  liftedBy: row.lifted_by,
  liftReason: row.lift_reason,
  liftedAt: row.lifted_at,
});

export const makeEmergencyStopStore = (db: Kysely<Database>): EmergencyStopStore => ({
  async inForce() {
    const rows = await db.selectFrom("emergency_stops").selectAll().where("lifted_at", "is", null).orderBy("created_at").execute();
    return rows.map(toStop);
  },
  async add({ campaignId, createdAt, createdBy, ...stop }) {
    await db
      .insertInto("emergency_stops")
      .values({ ...stop, campaign_id: campaignId, created_at: new Date(createdAt), created_by: createdBy })
      .execute();
  },
  async find(id) {
    const row = await db.selectFrom("emergency_stops").selectAll().where("id", "=", id).executeTakeFirst();
    return row && toRecord(row);
  },
  async lift(id, { by, reason, at }) {
    const { numUpdatedRows } = await db
      .updateTable("emergency_stops")
      .set({ lifted_by: by, lift_reason: reason, lifted_at: new Date(at) })
      .where("id", "=", id)
      .where("lifted_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
  async page({ after, limit, inForceOnly }) {
    let rows = db
      .selectFrom("emergency_stops")
      .selectAll()
      .orderBy("id", "desc")
      .limit(limit + 1);
    if (after !== null) rows = rows.where("id", "<", after);
    if (inForceOnly) rows = rows.where("lifted_at", "is", null);
    return toPage(await rows.execute(), limit, toRecord);
  },
  callsUnder: (stop) => callsUnder(db, stop),
});

/** As the gate reads it (campaigns/compliance/emergency-stop-rule.ts): whoever may be in the country may be in the region. */
const mayBeIn = (stopped: string) => {
  const country = stopped.split("-", 1)[0] ?? stopped;
  return sql<boolean>`(cardinality(jurisdictions) = 0
    or exists (select from unnest(jurisdictions) as known where known = ${stopped} or starts_with(known, ${`${stopped}-`}))
    or (${country}::text = any(jurisdictions) and ${stopped}::text <> ${country}::text
        and not exists (select from unnest(jurisdictions) as known where starts_with(known, ${`${country}-`}))))`;
};

/** From the moment when the carrier may know of them to the end of the conversation. */
const ON_THE_WIRE = ["submitting", "dialing", "ringing", "unknown", "answered", "connected", "abandoned"] as const;

async function callsUnder(db: Kysely<Database>, stop: Parameters<EmergencyStopStore["callsUnder"]>[0]) {
  let rows = db.selectFrom("attempts").selectAll().where("state", "in", ON_THE_WIRE);
  if (stop.scope === "campaign") rows = rows.where("campaign_id", "=", stop.campaignId);
  if (stop.scope === "jurisdiction") rows = rows.where(mayBeIn(stop.jurisdiction ?? ""));
  return (await rows.execute()).map(toAttempt);
}
