import { type Kysely, sql, type UpdateObject } from "kysely";
import { OPEN_STATES } from "../../../campaigns/attempts/attempt.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Agent, AgentChanges, AgentStore } from "../../ports/agent-store.ts";
import type { Database, Row } from "./schema.ts";

const toAgent = (row: Row<"agents"> & { name: string }): Agent => ({
  id: row.id,
  name: row.name,
  state: row.state,
  stateSince: row.state_since,
  pauseReason: row.pause_reason,
  pauseAfter: row.pause_after,
  lineState: row.line_state,
  lineKind: row.line_kind,
  lineAddress: row.line_address,
  lineCallId: row.line_call_id,
  lineSince: row.line_since,
  conferenceName: row.conference_name,
  skills: row.skills,
  languages: row.languages,
  attemptId: row.attempt_id,
  wrapUpUntil: row.wrap_up_until,
  lastSeenAt: row.last_seen_at,
});

function toUpdate(changes: AgentChanges, now: Instant): UpdateObject<Database, "agents"> {
  const update = {
    state: changes.state,
    // The time in state starts anew only when the state does change.
    state_since: changes.state && sql<Instant>`case when state = ${changes.state} then state_since else ${new Date(now)} end`,
    pause_reason: changes.pauseReason,
    pause_after: changes.pauseAfter,
    line_state: changes.lineState,
    line_since: changes.lineState && new Date(now),
    line_kind: changes.lineKind,
    line_address: changes.lineAddress,
    line_call_id: changes.lineCallId,
    conference_sid: changes.conferenceSid,
    attempt_id: changes.attemptId,
    wrap_up_until: typeof changes.wrapUpUntil === "number" ? new Date(changes.wrapUpUntil) : changes.wrapUpUntil,
    last_seen_at: changes.lastSeenAt && new Date(changes.lastSeenAt),
    skills: changes.skills && [...changes.skills],
    languages: changes.languages && [...changes.languages],
  };
  return Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined)) as UpdateObject<Database, "agents">;
}

/** The columns of an agent, the user's name with them. */
const AGENT = sql<Row<"agents"> & { name: string }>`agents.*, (select name from users where users.id = agents.id) as name`;

export function makeAgentStore(db: Kysely<Database>): AgentStore {
  const select = async (rest: ReturnType<typeof sql>): Promise<Agent[]> => {
    const result = await sql<Row<"agents"> & { name: string }>`select ${AGENT} from agents ${rest}`.execute(db);
    return result.rows.map(toAgent);
  };
  const first = async (rest: ReturnType<typeof sql>): Promise<Agent | undefined> => (await select(rest))[0];
  return {
    async ensure(agentId, conferenceName) {
      await db
        .insertInto("agents")
        .values({ id: agentId, conference_name: conferenceName })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    },
    find: (id) => first(sql`where id = ${id}`),
    lock: (id) => first(sql`where id = ${id} for update`),
    all: () => select(sql`order by id`),
    reserve: (attemptId, needs, now) => reserve(db, { attemptId, needs, now }),
    async reserveThis(agentId, attemptId, now) {
      const result = await sql<Row<"agents"> & { name: string }>`
        update agents set state = 'reserved', state_since = ${new Date(now)}, attempt_id = ${attemptId}
        where id = ${agentId} and state = 'available' and line_state = 'parked'
        returning ${AGENT}`.execute(db);
      return result.rows[0] && toAgent(result.rows[0]);
    },
    async change(id, changes, now) {
      await db.updateTable("agents").set(toUpdate(changes, now)).where("id", "=", id).execute();
      const agent = await first(sql`where id = ${id}`);
      if (!agent) throw new Error(`agent: found none with id ${id}, expected one`);
      return agent;
    },
    heldByNothing: () =>
      select(sql`where attempt_id is not null and not exists (
        select from attempts where attempts.id = agents.attempt_id and attempts.agent_id = agents.id
          and attempts.state in (${sql.join(OPEN_STATES)}))`),
    staleLines: (before) => select(sql`where line_state = 'connecting' and line_since <= ${new Date(before)}`),
    silentSince: (before) => select(sql`where state = 'available' and last_seen_at <= ${new Date(before)}`),
  };
}

type Wanted = { attemptId: string; needs: { skills: readonly string[]; language: string | null }; now: Instant };

async function reserve(db: Kysely<Database>, { attemptId, needs, now }: Wanted): Promise<Agent | undefined> {
  // First without waiting for anybody. An agent whose row is held for a moment by something else is free all the
  // same: before the answer is "nobody", such rows are waited for.
  for (const patience of [sql`skip locked`, sql``]) {
    const result = await sql<Row<"agents"> & { name: string }>`
      update agents set state = 'reserved', state_since = ${new Date(now)}, attempt_id = ${attemptId}
      where id = (
        select id from agents
        where state = 'available' and line_state = 'parked' and attempt_id is null
          and skills @> ${[...needs.skills]}::text[]
          and (${needs.language}::text is null or languages = '{}' or languages @> array[${needs.language}::text])
        order by state_since, id
        limit 1
        for update ${patience})
      returning ${AGENT}`.execute(db);
    if (result.rows[0]) return toAgent(result.rows[0]);
  }
  return undefined;
}
