/** For tests about things that happen at the same moment: transactions held open, and who waits for them. */
import { type Kysely, sql } from "kysely";
import type { Database } from "../../src/adapters/postgres/schema.ts";
import { makeStores } from "../../src/adapters/postgres/stores.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { aDoor } from "./door.ts";
import { eventually } from "./eventually.ts";

/** Waits until somebody waits for a lock that another transaction holds. */
export const somebodyWaits = (db: Kysely<Database>) =>
  eventually(async () => {
    const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return (rows[0]?.waiting ?? 0) > 0;
  });

/** Does the work in a transaction that stays open until `open` is called. */
export function heldOpen(db: Kysely<Database>, work: (tx: Stores) => Promise<unknown>) {
  const [begun, door] = [aDoor(), aDoor()];
  const done = makeStores(db).transaction(async (tx) => {
    await work(tx);
    begun.open();
    await door.opened;
  });
  return { begun: begun.opened, open: door.open, done };
}
