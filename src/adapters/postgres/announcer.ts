import { type Kysely, sql } from "kysely";
import type { Announcer } from "../../ports/announcer.ts";
import type { Database } from "./schema.ts";

/** The notification channel of live events; the payload is `{id, kind, data}`, or `{id}` when that is too long. */
export const LIVE_CHANNEL = "callkeeper_live";
/** PostgreSQL takes fewer than 8,000 bytes in a notification (manual of version 18, NOTIFY, read 2026-11-21). */
const MOST_BYTES = 7_500;

/** Stores the event and notifies in one statement, so both happen with the transaction or not at all. */
export function makeAnnouncer(db: Kysely<Database>): Announcer {
  return {
    announce: async ({ kind, data }) => {
      await sql`
        with stored as (insert into live_events (kind, data) values (${kind}, ${JSON.stringify(data ?? null)}::jsonb) returning id, kind, data),
             told as (select id, json_build_object('id', id::text, 'kind', kind, 'data', data)::text as whole from stored)
        select pg_notify(${LIVE_CHANNEL}, case when octet_length(whole) <= ${MOST_BYTES}::int then whole
                                               else json_build_object('id', id::text)::text end)
        from told`.execute(db);
    },
  };
}
