import { dateOf } from "../../../campaigns/compliance/retention.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { makeContinueErasures } from "../erasure/continue-erasures.ts";
import { makeSweepRecords, type SweptRecords } from "./sweep-records.ts";

type Deps = { stores: Stores; clock: Clock; ids: Ids; retentionYears?: number | undefined };

/** The date in Greenwich on which records were last cared for. */
const DONE_ON = "records-cared-for-on";

/** Once a day: erasures go on, and records whose time is over go. null: that has been done today. */
export function makeCareForRecords(deps: Deps) {
  const [continueErasures, sweepRecords] = [makeContinueErasures(deps), makeSweepRecords(deps)];
  return async function careForRecords(): Promise<(SweptRecords & { erasures: number }) | null> {
    const today = dateOf(deps.clock.now());
    const last = (await deps.stores.installation.get(DONE_ON)) as { on?: string } | undefined;
    if (last?.on === today) return null;
    const done = { erasures: await continueErasures(), ...(await sweepRecords()) };
    // Afterwards: what broke off is tried again.
    await deps.stores.installation.put(DONE_ON, { on: today });
    return done;
  };
}
