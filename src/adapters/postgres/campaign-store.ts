import { type Kysely, sql } from "kysely";
import type { CampaignState } from "../../../campaigns/campaign.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { CampaignChanges, CampaignRecord, CampaignStore, NewCampaign } from "../../ports/campaign-store.ts";
import type { PageQuery } from "../../ports/page.ts";
import { toPage } from "./page.ts";
import type { Database, Row } from "./schema.ts";

type CampaignRow = Row<"campaigns"> & { list_ids: string[] };

const toCampaign = (row: CampaignRow): CampaignRecord => ({
  id: row.id,
  name: row.name,
  state: row.state,
  settings: row.settings,
  version: row.version,
  stateReason: row.state_reason,
  listIds: row.list_ids,
  startsAt: row.starts_at,
  createdBy: row.created_by,
  createdAt: row.created_at,
  startedAt: row.started_at,
  endedAt: row.ended_at,
});

const select = (db: Kysely<Database>) =>
  db
    .selectFrom("campaigns")
    .selectAll()
    .select(
      sql<string[]>`array(select list_id from campaign_lists where campaign_id = campaigns.id order by attached_at, list_id)`.as(
        "list_ids",
      ),
    );

const date = (instant: Instant | null | undefined): Date | null | undefined => (typeof instant === "number" ? new Date(instant) : instant);

export const makeCampaignStore = (db: Kysely<Database>): CampaignStore => ({ ...reading(db), ...writing(db), ...lists(db) });

const reading = (db: Kysely<Database>) => ({
  async find(id: string) {
    const row = await select(db).where("id", "=", id).executeTakeFirst();
    return row && toCampaign(row);
  },
  async lock(id: string) {
    const row = await select(db).where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
    return row && toCampaign(row);
  },
  page: (query: CampaignPageQuery) => page(db, query),
  async dueToStart(now: Instant) {
    const rows = await db
      .selectFrom("campaigns")
      .select("id")
      .where("state", "=", "scheduled")
      .where("starts_at", "<=", sql<Instant>`${new Date(now)}`)
      .orderBy("starts_at")
      .execute();
    return rows.map(({ id }) => id);
  },
  finished: (limit: number) => finished(db, { limit }),
  isFinished: async (id: string) => (await finished(db, { id, limit: 1 })).length > 0,
});

const writing = (db: Kysely<Database>) => ({
  async add({ id, name, settings, createdBy, createdAt }: NewCampaign) {
    await db
      .insertInto("campaigns")
      .values({
        id,
        name,
        state: "draft",
        settings: JSON.stringify(settings),
        priority: settings.priority,
        created_by: createdBy,
        created_at: new Date(createdAt),
      })
      .execute();
  },
  async change(id: string, changes: CampaignChanges) {
    await change(db, id, changes);
    return toCampaign(await select(db).where("id", "=", id).executeTakeFirstOrThrow());
  },
});

const lists = (db: Kysely<Database>) => ({
  async attachList(campaignId: string, listId: string, at: Instant) {
    const added = await db
      .insertInto("campaign_lists")
      .values({ campaign_id: campaignId, list_id: listId, attached_at: new Date(at) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return Number(added.numInsertedOrUpdatedRows ?? 0) > 0;
  },
  async withList(listId: string) {
    const rows = await db
      .selectFrom("campaign_lists")
      .innerJoin("campaigns", "campaigns.id", "campaign_lists.campaign_id")
      .select("campaigns.id")
      .where("campaign_lists.list_id", "=", listId)
      .where("campaigns.state", "not in", ["completed", "archived"])
      .orderBy("campaigns.id")
      .execute();
    return rows.map(({ id }) => id);
  },
  addContacts: (campaignId: string, listId: string) => addContacts(db, campaignId, listId),
});

type CampaignPageQuery = PageQuery & { state?: CampaignState | undefined };

async function page(db: Kysely<Database>, query: CampaignPageQuery) {
  let rows = select(db)
    .orderBy("id", "desc")
    .limit(query.limit + 1);
  if (query.after) rows = rows.where("id", "<", query.after);
  if (query.state) rows = rows.where("state", "=", query.state);
  return toPage(await rows.execute(), query.limit, toCampaign);
}

async function change(db: Kysely<Database>, id: string, changes: CampaignChanges): Promise<void> {
  await db
    .updateTable("campaigns")
    .set({
      name: changes.name,
      settings: changes.settings && JSON.stringify(changes.settings),
      priority: changes.settings?.priority,
      state: changes.state,
      state_reason: changes.stateReason,
      starts_at: date(changes.startsAt),
      started_at: date(changes.startedAt),
      ended_at: date(changes.endedAt),
      version: sql<number>`version + 1`,
    })
    .where("id", "=", id)
    .execute();
}

/** Two probes of partial indexes for each running campaign, not a count of its contacts. */
async function finished(db: Kysely<Database>, { id, limit }: { id?: string; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from campaigns
    where state = 'running' ${id === undefined ? sql`` : sql`and id = ${id}`}
      and exists (select from campaign_contacts where campaign_id = campaigns.id)
      and not exists (select from campaign_contacts where campaign_id = campaigns.id and state = 'ready')
      and not exists (select from campaign_contacts where campaign_id = campaigns.id and state in ('on-hopper', 'in-attempt'))
      and not exists (select from campaign_lists join contact_lists on contact_lists.id = campaign_lists.list_id
                      where campaign_lists.campaign_id = campaigns.id and contact_lists.state = 'importing')
    order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

async function addContacts(db: Kysely<Database>, campaignId: string, listId: string): Promise<number> {
  // A contact needs some place to stand in; numbers without one get the place that is nowhere, where nobody may be called.
  await sql`insert into places (key, zones, jurisdictions, source) values ('none', '{}', '{}', 'none') on conflict do nothing`.execute(db);
  const { numAffectedRows } = await sql`
    insert into campaign_contacts (campaign_id, contact_id, list_id, state, finished_reason, place_id, next_position, priority)
    select ${campaignId}::uuid, contacts.id, contacts.list_id,
           case when first.position is null then 'finished' else 'ready' end,
           case when first.position is null then 'no-number-left' end,
           coalesce(first.place_id, nowhere.id), coalesce(first.position, 1), contacts.priority
    from contacts
    cross join (select id from places where key = 'none') as nowhere
    left join (select distinct on (contact_id) contact_id, position, place_id from contact_phones
               where bad_reason is null and contact_id in (select id from contacts where list_id = ${listId})
               order by contact_id, position) as first on first.contact_id = contacts.id
    where contacts.list_id = ${listId}
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}
