import type { Kysely } from "kysely";
import type { Campaign } from "../../../campaigns/campaign.ts";
import type { DialingCampaigns } from "../../ports/dialing-campaigns.ts";
import type { Database, Row } from "./schema.ts";

const COLUMNS = ["id", "name", "state", "settings", "version"] as const;
type CampaignRow = Pick<Row<"campaigns">, (typeof COLUMNS)[number]>;
const toCampaign = (row: CampaignRow): Campaign => ({ ...row });

export const makeDialingCampaigns = (db: Kysely<Database>): DialingCampaigns => ({
  async find(id) {
    const row = await db.selectFrom("campaigns").select(COLUMNS).where("id", "=", id).executeTakeFirst();
    return row && toCampaign(row);
  },
  async findForDialing(id) {
    const row = await db.selectFrom("campaigns").select(COLUMNS).where("id", "=", id).forShare().executeTakeFirst();
    return row && toCampaign(row);
  },
  async running() {
    const rows = await db.selectFrom("campaigns").select(COLUMNS).where("state", "=", "running").orderBy("id").execute();
    return rows.map(toCampaign);
  },
  async anyCallerId() {
    const rows = await db
      .selectFrom("campaigns")
      .select("settings")
      .where("state", "in", ["running", "paused"])
      .orderBy("state", "desc")
      .limit(1)
      .execute();
    return rows[0]?.settings.callerIds[0];
  },
});
