import { type Kysely, sql } from "kysely";
import type { StoredLiveEvent } from "../../ports/announcer.ts";
import type { LiveEventStore } from "../../ports/live-event-store.ts";
import type { Database } from "./schema.ts";

/** How long a transaction that announces may stay open behind others and still be seen by a screen that resumes. */
const OVERLAP = sql`interval '10 seconds'`;

export function makeLiveEventStore(db: Kysely<Database>): LiveEventStore {
  return {
    latestId: async () => {
      const row = await db.selectFrom("live_events").select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
      return row?.id ?? "0";
    },
    byId: async (id) => {
      const row = await db.selectFrom("live_events").select(["id", "kind", "data"]).where("id", "=", id).executeTakeFirst();
      return row ?? null;
    },
    since: async (id, limit = 1_000) => {
      // Only what is new is limited, else a busy ten seconds would leave no room for it.
      const { rows } = await sql<StoredLiveEvent>`
        (select id, kind, data from live_events
          where id < ${id} and created_at > (select seen.created_at - ${OVERLAP} from live_events as seen where seen.id = ${id}))
        union all
        (select id, kind, data from live_events where id > ${id} order by id limit ${limit})
        order by id`.execute(db);
      return rows;
    },
    forgetBefore: async (instant) => {
      const { numDeletedRows } = await db
        .deleteFrom("live_events")
        .where("created_at", "<", sql<number>`${new Date(instant)}`)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
