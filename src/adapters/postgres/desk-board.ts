import { type Kysely, sql } from "kysely";
import type { Desk, DeskAttempt, DeskBoard } from "../../ports/desk-board.ts";
import type { Database } from "./schema.ts";

export function makeDeskBoard(db: Kysely<Database>): DeskBoard {
  return {
    async find(agentId) {
      const row = await selectDesk(db, agentId).executeTakeFirst();
      return row && toDesk(row);
    },
    async heardOf(agentIds, now) {
      if (agentIds.length === 0) return;
      await db
        .updateTable("agents")
        .set({ last_seen_at: new Date(now) })
        .where("id", "in", [...agentIds])
        .execute();
    },
  };
}

function selectDesk(db: Kysely<Database>, agentId: string) {
  return db
    .selectFrom("agents")
    .innerJoin("users", "users.id", "agents.id")
    .leftJoin("attempts", "attempts.id", "agents.attempt_id")
    .leftJoin("contacts", "contacts.id", "attempts.contact_id")
    .leftJoin("contact_phones", (join) =>
      join.onRef("contact_phones.contact_id", "=", "attempts.contact_id").onRef("contact_phones.position", "=", "attempts.phone_position"),
    )
    .leftJoin("places", "places.id", "contact_phones.place_id")
    .leftJoin("campaigns", "campaigns.id", "attempts.campaign_id")
    .select(["agents.id", "users.name", "agents.state", "agents.state_since", "agents.pause_reason", "agents.line_state"])
    .select(["agents.line_kind", "agents.skills", "agents.wrap_up_until"])
    .select(["attempts.id as attempt_id", "attempts.state as attempt_state", "attempts.campaign_id", "attempts.phone", "attempts.kind"])
    .select([
      "attempts.answered_at",
      "attempts.connected_at",
      "contacts.given_name",
      "contacts.family_name",
      "contacts.fields",
      "places.zones",
    ])
    .select(sql<string>`coalesce(campaigns.settings->>'script', '')`.as("script"))
    .where("agents.id", "=", agentId);
}

type DeskRow = NonNullable<Awaited<ReturnType<ReturnType<typeof selectDesk>["executeTakeFirst"]>>>;

const toDesk = (row: DeskRow): Desk => ({
  id: row.id,
  name: row.name,
  state: row.state,
  stateSince: row.state_since,
  pauseReason: row.pause_reason,
  lineState: row.line_state,
  lineKind: row.line_kind,
  skills: row.skills,
  wrapUpUntil: row.wrap_up_until,
  attempt: toDeskAttempt(row),
});

function toDeskAttempt(row: DeskRow): DeskAttempt | null {
  const { attempt_id: id, attempt_state: state, campaign_id: campaignId, phone, kind } = row;
  // A left join has all of these or none.
  if (id === null || state === null || campaignId === null || phone === null || kind === null) return null;
  return {
    id,
    state,
    campaignId,
    contact: { givenName: row.given_name, familyName: row.family_name, fields: row.fields ?? {} },
    zones: row.zones ?? [],
    phone,
    kind,
    script: row.script,
    answeredAt: row.answered_at,
    connectedAt: row.connected_at,
  };
}
