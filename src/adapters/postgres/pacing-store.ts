import { type Kysely, sql } from "kysely";
import { IN_THE_AIR_STATES } from "../../../campaigns/attempts/attempt.ts";
import type { CampaignSettings } from "../../../campaigns/campaign.ts";
import type { PacingCampaign } from "../../../campaigns/pacing/pace.ts";
import type { PacingStore } from "../../ports/pacing-store.ts";
import { advisoryKey } from "./phone-lock.ts";
import type { Database } from "./schema.ts";

type CampaignRow = { id: string; settings: CampaignSettings; in_the_air: number; waiting: number; on_hopper: number };

export const makePacingStore = (db: Kysely<Database>): PacingStore => ({
  async lock() {
    const result = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${advisoryKey("pace-campaigns")}) as held`.execute(db);
    return result.rows[0]?.held === true;
  },
  async snapshot() {
    const campaigns = await readCampaigns(db);
    const freeAgents = await db
      .selectFrom("agents")
      .select(["id", "skills"])
      .where("state", "=", "available")
      .where("line_state", "=", "parked")
      .execute();
    const unreleased = await db
      .selectFrom("attempts")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .where("state", "=", "reserved")
      .where("kind", "=", "list")
      .executeTakeFirstOrThrow();
    return { campaigns, freeAgents, unreleased: Number(unreleased.count) };
  },
});

async function readCampaigns(db: Kysely<Database>): Promise<PacingCampaign[]> {
  const { rows } = await sql<CampaignRow>`
    select campaigns.id, campaigns.settings,
      (select count(*)::int from attempts where campaign_id = campaigns.id and agent_id is null
        and state in (${sql.join(IN_THE_AIR_STATES)})) as in_the_air,
      (select count(*)::int from attempts where campaign_id = campaigns.id and agent_id is null and state = 'answered') as waiting,
      (select count(*)::int from campaign_contacts where campaign_id = campaigns.id and state = 'on-hopper') as on_hopper
    from campaigns where state = 'running'`.execute(db);
  return rows.map(({ id, settings, in_the_air, waiting, on_hopper }) => ({
    id,
    dialMode: settings.dialMode,
    dialRatio: settings.dialRatio,
    priority: settings.priority,
    requiredSkills: settings.requiredSkills,
    inTheAir: in_the_air,
    waiting,
    onHopper: on_hopper,
  }));
}
