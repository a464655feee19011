import type { Kysely } from "kysely";
import type { Stores } from "../../ports/stores.ts";
import { makeAnnouncer } from "./announcer.ts";
import { makeLiveEventStore } from "./live-event-store.ts";
import type { Database } from "./schema.ts";
import { inTransaction } from "./transaction.ts";

/** All stores over one database or one transaction. */
export function makeStores(db: Kysely<Database>): Stores {
  return {
    announcer: makeAnnouncer(db),
    liveEvents: makeLiveEventStore(db),
    transaction: (work, options) => inTransaction(db, (transaction) => work(makeStores(transaction)), options),
  };
}
