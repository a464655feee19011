import { dateOf } from "../../../campaigns/compliance/retention.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Erasure } from "../../ports/record-keeping.ts";
import type { Stores } from "../../ports/stores.ts";
import { eraseRecords } from "./erase-records.ts";

const BATCH = 100;

/**
 * Removes what erasures had to leave for a law, once that law needs it no more. Only what was on record when the person
 * asked: whoever came back since is somebody new. Gives how many erasures went on.
 */
export function makeContinueErasures({ stores, clock, ids }: { stores: Stores; clock: Clock; ids: Ids }) {
  return async function continueErasures(): Promise<number> {
    let count = 0;
    for (;;) {
      const due = await stores.recordKeeping.erasuresDue(dateOf(clock.now()), BATCH);
      for (const erasure of due) await stores.transaction((tx) => goOn(tx, { clock, ids }, erasure));
      count += due.length;
      if (due.length < BATCH) return count;
    }
  };
}

async function goOn(tx: Stores, { clock, ids }: { clock: Clock; ids: Ids }, erasure: Erasure): Promise<void> {
  await tx.recordKeeping.lockPhones(erasure.phones);
  const jurisdictions = await tx.recordKeeping.jurisdictionsOf(erasure.personId);
  const { nextOn } = await eraseRecords(tx, { ...erasure, entryId: ids.next(), contactIds: [], jurisdictions }, clock.now());
  await tx.recordKeeping.putOffErasure(erasure.id, nextOn);
}
