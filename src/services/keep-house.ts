import { DAY_MS, HOUR_MS } from "../../campaigns/instant.ts";
import type { Clock, Ids } from "../ports/clock.ts";
import type { Stores } from "../ports/stores.ts";
import { makeCareForRecords } from "./records/care-for-records.ts";
import { makeTidyRegisters } from "./registers/tidy-registers.ts";

/** A screen that was away for longer loads anew. */
const LIVE_EVENTS_KEPT_MS = HOUR_MS;
/** A client that repeats a request does so within minutes. */
const IDEMPOTENCY_KEYS_KEPT_MS = DAY_MS;

type Deps = { stores: Stores; clock: Clock; ids: Ids; retentionYears?: number | undefined };

/** Throws away what has outlived its use. Attempts, decisions and carrier events are evidence: they stay as long as laws say. */
export function makeKeepHouse({ stores, clock, ...deps }: Deps) {
  const careForRecords = makeCareForRecords({ stores, clock, ...deps });
  const tidyRegisters = makeTidyRegisters({ stores, clock });
  return async function keepHouse() {
    const now = clock.now();
    return {
      liveEvents: await stores.liveEvents.forgetBefore(now - LIVE_EVENTS_KEPT_MS),
      idempotencyKeys: await stores.idempotency.forgetBefore(now - IDEMPOTENCY_KEYS_KEPT_MS),
      registers: await tidyRegisters(),
      records: await careForRecords(),
    };
  };
}
