import { type Kysely, sql } from "kysely";
import { ON_CARRIER_STATES } from "../../../campaigns/attempts/attempt.ts";
import { rankOf } from "../../../campaigns/attempts/call-event.ts";
import type { CarrierLimits, Slot } from "../../ports/carrier-limits.ts";
import type { Database } from "./schema.ts";

const CARRIER = "default";

/**
 * Share of the carrier's calls per second that we use. The carrier meets its rate on average and counts at its
 * own end, where our evenly spaced releases arrive with some jitter.
 */
const SAFETY = 0.9;

/**
 * A release may come this much before its time, so that releases under way at once need not wait for each other by
 * milliseconds. Together with SAFETY it keeps any one second within the carrier's rate: 0.9 + 0.1.
 */
const EARLY_SECONDS = 0.1;

/** How long a slow-down lasts: it halves every half minute. */
const RECOVERY_SECONDS = 30;

/** Factor by which pacing is slowed now; falls back to 1 by itself. */
const SLOW_DOWN = sql<number>`greatest(1, slow_down * power(0.5, extract(epoch from clock_timestamp() - coalesce(slowed_at, clock_timestamp())) / ${RECOVERY_SECONDS}))`;

/** Rank of a call that is known to be over. */
const OVER = rankOf("ended");

/**
 * Lines in use: every attempt that may have a call (the person may leave the room before their call ends), and
 * agents' own legs that the carrier carries.
 */
const LINES_USED = sql<number>`(
  (select count(*) from attempts where state in (${sql.join(ON_CARRIER_STATES)}))
  + (select count(*) from attempts where state = 'wrapping-up' and carrier_rank < ${OVER})
  + (select count(*) from agents where line_state <> 'none' and line_kind in ('phone', 'sip')))::int`;

/**
 * Generic cell rate algorithm over one row: a release is allowed when the previous one is a full interval ago.
 * The database's clock is the one that all processes share.
 */
export function makeCarrierLimits(db: Kysely<Database>): CarrierLimits {
  return {
    async configure({ callsPerSecond, lines }) {
      await db
        .insertInto("carrier_limits")
        .values({ carrier: CARRIER, calls_per_second: callsPerSecond, lines })
        .onConflict((conflict) => conflict.column("carrier").doUpdateSet({ calls_per_second: callsPerSecond, lines }))
        .execute();
    },
    take: () => take(db),
    async slowDown() {
      await sql`update carrier_limits set slow_down = least(8, ${SLOW_DOWN} * 2), slowed_at = clock_timestamp()
        where carrier = ${CARRIER}`.execute(db);
    },
    async room() {
      const result = await sql<{ rate: number; lines_left: number }>`
        select calls_per_second * ${SAFETY} / ${SLOW_DOWN} as rate, greatest(0, lines - ${LINES_USED}) as lines_left
        from carrier_limits where carrier = ${CARRIER}`.execute(db);
      const row = result.rows[0];
      return { callsPerSecond: row?.rate ?? 0, linesLeft: row?.lines_left ?? 0 };
    },
  };
}

async function take(db: Kysely<Database>): Promise<Slot> {
  // The lock first: the count of lines below must be made after the previous holder has committed.
  const locked = await sql<{ wait_ms: number; lines: number }>`
    select ceil((extract(epoch from next_release_at - clock_timestamp()) - ${EARLY_SECONDS}::float8) * 1000)::float8 as wait_ms, lines
    from carrier_limits where carrier = ${CARRIER} for update`.execute(db);
  const limits = locked.rows[0];
  if (!limits) throw new Error("carrier limits: found none configured, expected calls per second and lines");
  if (limits.wait_ms > 0) return { granted: false, reason: "calls-per-second", waitMs: limits.wait_ms };
  const used = await sql<{ used: number }>`select ${LINES_USED} as used`.execute(db);
  if ((used.rows[0]?.used ?? 0) >= limits.lines) return { granted: false, reason: "lines", waitMs: 1_000 };
  await sql`update carrier_limits set next_release_at = greatest(next_release_at, clock_timestamp())
      + make_interval(secs => ${SLOW_DOWN} / (calls_per_second * ${SAFETY}))
    where carrier = ${CARRIER}`.execute(db);
  return { granted: true };
}
