import { DEFAULT_RETENTION_YEARS, dateOf, keptUntil, legalRetention } from "../../../campaigns/compliance/retention.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { KeptDecision } from "../../ports/decision-ledger.ts";
import type { Stores } from "../../ports/stores.ts";

export type SweptRecords = { decisions: number; attempts: number; carrierEvents: number };

type Deps = { stores: Stores; clock: Clock; retentionYears?: number | undefined };

/** Records removed in one transaction. */
const BATCH = 500;

/**
 * Removes the content of records that no law and no setting keeps any longer: a decision when its last day is over, by
 * the law of the day on which it was written and by that of today, with its attempt and what the carrier told of it.
 */
export function makeSweepRecords(deps: Deps) {
  return async function sweepRecords(): Promise<SweptRecords> {
    const now = deps.clock.now();
    const swept = await sweepDecisions(deps.stores, now);
    const years = deps.retentionYears ?? DEFAULT_RETENTION_YEARS;
    // The calendar's own way of going back: what was written before that day has had its anniversary.
    const before = Date.parse(`${yearsBefore(dateOf(now), years)}T00:00:00Z`);
    swept.attempts += await inBatches(async () => {
      const ids = await deps.stores.recordKeeping.attemptsWithoutDecision(before, BATCH);
      return ids.length === 0 ? 0 : deps.stores.transaction((tx) => tx.recordKeeping.removeAttempts(ids));
    });
    swept.carrierEvents = await inBatches(() => deps.stores.recordKeeping.removeLooseEvents(before, BATCH));
    return swept;
  };
}

/** The same day so many years ago; of a leap day the day before. */
const yearsBefore = (day: string, years: number): string => {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${String(Number(year) - years).padStart(4, "0")}-${month}-${month === "02" && date === "29" ? "28" : date}`;
};

async function inBatches(work: () => Promise<number>): Promise<number> {
  let count = 0;
  for (let done = await work(); done > 0; done = await work()) count += done;
  return count;
}

async function sweepDecisions(stores: Stores, now: Instant): Promise<SweptRecords> {
  const swept: SweptRecords = { decisions: 0, attempts: 0, carrierEvents: 0 };
  const today = dateOf(now);
  for (let after: KeptDecision | null = null; ; ) {
    const due: KeptDecision[] = await stores.decisions.due(today, { after, limit: BATCH });
    after = due.at(-1) ?? null;
    if (after === null) return swept;
    const past = due.filter((decision) => isPast(decision, today));
    if (past.length === 0) continue;
    await stores.transaction(async (tx) => {
      const decisions = await tx.decisions.removeContent(
        past.map(({ id }) => id),
        "retention",
        now,
      );
      const attempts = await tx.recordKeeping.removeAttempts(past.flatMap(({ attemptId }) => attemptId ?? []));
      swept.decisions += decisions;
      swept.attempts += attempts;
    });
  }
}

/** Over by the law of today too: one that came since may keep it longer. */
function isPast({ jurisdictions, callKind, decidedAt }: KeptDecision, today: string): boolean {
  const { years } = legalRetention({ jurisdictions, callKind, at: decidedAt });
  return years === null || keptUntil(decidedAt, years) < today;
}
