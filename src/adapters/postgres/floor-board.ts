import { type Kysely, sql } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import type { FloorBoard, FloorCount } from "../../ports/floor-board.ts";
import type { Database } from "./schema.ts";

/** Counts open attempts only: those that are closed are many, and the indexes of the open ones stay small. */
export function makeFloorBoard(db: Kysely<Database>): FloorBoard {
  return {
    async count() {
      const { rows } = await sql<{ floor: FloorCount }>`
        with open as (
          select campaign_id, state, count(*)::int as number from attempts where state in (${sql.join(OPEN_STATES)}) group by campaign_id, state
        ), shelved as (
          select campaign_id, count(*)::int as number from campaign_contacts where state = 'on-hopper' group by campaign_id
        )
        select json_build_object(
          'agents', (select coalesce(json_object_agg(state, number), '{}') from (select state, count(*)::int as number from agents group by state) as a),
          'calls', (select coalesce(json_object_agg(state, number), '{}') from (select state, sum(number)::int as number from open group by state) as c),
          'campaigns', (select coalesce(json_agg(json_build_object(
              'id', id, 'name', name, 'state', campaigns.state, 'dialMode', settings->>'dialMode',
              'calls', (select coalesce(json_object_agg(open.state, open.number), '{}') from open where open.campaign_id = campaigns.id),
              'onHopper', coalesce((select number from shelved where shelved.campaign_id = campaigns.id), 0)
            ) order by priority desc, id), '[]') from campaigns where state in ('running', 'paused')),
          'waitingEvents', (select count(*)::int from carrier_events where applied_at is null)
        ) as floor`.execute(db);
      const row = rows[0];
      if (!row) throw new Error("floor: found no row, expected one");
      return row.floor;
    },
  };
}
