import { beforeEach, describe, expect, it } from "vitest";
import type { CampaignState } from "../../../campaigns/campaign.ts";
import { aCampaign, aCampaignContact, aContact, aContactList } from "../../support/builders.ts";
import { type CampaignDesk, makeCampaignDesk } from "../../support/campaign-desk.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
let desk: CampaignDesk;
beforeEach(() => {
  desk = makeCampaignDesk(database.stores);
});

const NOBODY = "00000000-0000-7000-8000-000000000000";
async function drafted(settings: Record<string, unknown> = {}) {
  const answer = await desk.createCampaign({ name: "Spring", settings: { callerIds: ["+12025550199"], ...settings }, createdBy: null });
  if (!answer.ok) throw new Error(answer.detail);
  return answer.campaign;
}
const kinds = async (): Promise<string[]> =>
  (await database.db.selectFrom("live_events").select(["kind", "data"]).orderBy("id").execute()).map(
    ({ kind, data }) => `${kind} ${(data as { state: string }).state}`,
  );
const inCampaign = (campaignId: string) =>
  database.db.selectFrom("campaign_contacts").selectAll().where("campaign_id", "=", campaignId).orderBy("contact_id").execute();

describe("a campaign", () => {
  it("is drafted with the defaults for what is left out", async () => {
    const campaign = await drafted({ dialRatio: 2 });
    expect(campaign).toMatchObject({
      name: "Spring",
      state: "draft",
      version: 1,
      listIds: [],
      createdAt: desk.clock.now(),
      startedAt: null,
    });
    expect(campaign.settings).toMatchObject({ dialRatio: 2, dialMode: "progressive", ringTimeoutSeconds: 25 });
    expect(await desk.stores.campaigns.find(campaign.id)).toEqual(campaign);
    expect(await kinds()).toEqual(["campaign.changed draft"]);
  });

  it.each([
    [{}, "callerIds: found nothing, expected a value of type array"],
    [{ callerIds: ["12025550199"] }, 'callerIds.0: found "12025550199", expected an E.164 number such as +12025550100'],
    [{ callerIds: ["+12025550199"], ringTimeoutSeconds: 5 }, "ringTimeoutSeconds: found 5, expected at least 15 (number)"],
    [{ callerIds: ["+12025550199"], dialSpeed: 5 }, "dialSpeed: found 5, expected no such field"],
    [null, "settings: found null, expected"],
  ])("with the settings %j is refused, field by field", async (settings, detail) => {
    const answer = await desk.createCampaign({ name: "Spring", settings, createdBy: null });
    expect(answer).toMatchObject({ ok: false, reason: "invalid-settings", detail: expect.stringContaining(detail) });
    expect((await desk.stores.campaigns.page({ after: null, limit: 10 })).items).toEqual([]);
  });

  it("is edited while it runs; what the edit leaves out stays", async () => {
    const { id } = await drafted({ dialRatio: 2, script: "Hello" });
    const started = await desk.startCampaign(id);
    const version = started.ok ? started.campaign.version : 0;
    const edited = await desk.editCampaign({ id, version, name: "Summer", settings: { dialRatio: 3 } });
    expect(edited).toMatchObject({
      ok: true,
      campaign: { name: "Summer", state: "running", version: version + 1, settings: { dialRatio: 3, script: "Hello" } },
    });
  });

  it("refuses an edit of a version that somebody has changed since, and changes nothing", async () => {
    const { id, version } = await drafted();
    const both = await Promise.all([1, 2].map((ratio) => desk.editCampaign({ id, version, settings: { dialRatio: ratio + 1 } })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "version-changed", detail: "version: found 1, expected 2" });
    expect(await desk.stores.campaigns.find(id)).toMatchObject({ version: 2 });
  });

  it("refuses an edit that makes its settings contradictory, and changes nothing", async () => {
    const campaign = await drafted();
    const answer = await desk.editCampaign({ id: campaign.id, version: 1, settings: { callerIds: [] } });
    expect(answer).toMatchObject({ ok: false, reason: "invalid-settings", detail: expect.stringContaining("callerIds") });
    expect(await desk.stores.campaigns.find(campaign.id)).toEqual(campaign);
  });

  it("starts, pauses, goes on, completes and is archived, and each step is told to screens", async () => {
    const { id } = await drafted();
    await desk.startCampaign(id);
    const startedAt = desk.clock.now();
    desk.clock.advance(60_000);
    await desk.pauseCampaign(id);
    expect(await desk.startCampaign(id)).toMatchObject({ ok: true, campaign: { state: "running", startedAt } });
    await desk.completeCampaign(id);
    expect(await desk.archiveCampaign(id)).toMatchObject({ ok: true, campaign: { state: "archived", endedAt: desk.clock.now() } });
    expect(await kinds()).toEqual(
      ["draft", "running", "paused", "running", "completed", "archived"].map((state) => `campaign.changed ${state}`),
    );
    expect(desk.jobQueue.ofName("fill-hopper")).toEqual([{ campaignId: id }, { campaignId: id }]);
  });

  it.each<[string, CampaignState, (id: string) => Promise<unknown>]>([
    ["start", "archived", (id) => desk.startCampaign(id)],
    ["start", "completed", (id) => desk.startCampaign(id)],
    ["pause", "draft", (id) => desk.pauseCampaign(id)],
    ["complete", "draft", (id) => desk.completeCampaign(id)],
    ["archive", "running", (id) => desk.archiveCampaign(id)],
    ["edit", "completed", (id) => desk.editCampaign({ id, version: 1 })],
    ["schedule", "running", (id) => desk.scheduleCampaign(id, desk.clock.now() + 1)],
  ])("refuses to %s when it is %s, with the states that would do", async (_action, state, act) => {
    const { id } = await aCampaign(database.db, { state });
    expect(await act(id)).toMatchObject({
      ok: false,
      reason: "campaign-state",
      detail: expect.stringContaining(`state: found ${state}, expected `),
    });
    expect(await desk.stores.campaigns.find(id)).toMatchObject({ state, version: 1 });
  });

  it("that does not exist is refused as such", async () => {
    for (const answer of [
      await desk.startCampaign(NOBODY),
      await desk.editCampaign({ id: NOBODY, version: 1 }),
      await desk.attachList(NOBODY, NOBODY),
    ])
      expect(answer).toMatchObject({ ok: false, reason: "no-such-campaign" });
    expect(await desk.campaignStatus(NOBODY)).toBeUndefined();
  });

  it("is started by the sweep at its time, once, and the trail says that the system did it", async () => {
    const { id } = await drafted();
    expect(await desk.scheduleCampaign(id, desk.clock.now())).toMatchObject({ ok: false, reason: "starts-in-the-past" });
    await desk.scheduleCampaign(id, desk.clock.now() + 60_000);
    expect(await desk.startDueCampaigns()).toBe(0);
    desk.clock.advance(60_000);
    expect((await Promise.all([desk.startDueCampaigns(), desk.startDueCampaigns()])).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(await desk.stores.campaigns.find(id)).toMatchObject({ state: "running", startsAt: null, startedAt: desk.clock.now() });
    const trail = await database.db.selectFrom("audit_entries").select(["actor", "subject"]).execute();
    expect(trail).toEqual([{ actor: "system", subject: `campaign:${id}` }]);
  });

  it("that is paused before its time is not started", async () => {
    const { id } = await drafted();
    await desk.scheduleCampaign(id, desk.clock.now() + 60_000);
    await desk.pauseCampaign(id);
    desk.clock.advance(60_000);
    expect(await desk.startDueCampaigns()).toBe(0);
  });

  it("goes on without reminders when the job queue is away: the sweep finds it", async () => {
    const { id } = await drafted();
    desk.jobQueue.isAway = true;
    expect(await desk.startCampaign(id)).toMatchObject({ ok: true, campaign: { state: "running" } });
  });

  it("pages newest first, by state", async () => {
    const ids = [];
    for (let count = 0; count < 3; count++) ids.push((await drafted()).id);
    await desk.startCampaign(ids[1] ?? "");
    const first = await desk.stores.campaigns.page({ after: null, limit: 2 });
    const second = await desk.stores.campaigns.page({ after: first.next, limit: 2 });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([...ids].reverse());
    expect((await desk.stores.campaigns.page({ state: "running", after: null, limit: 2 })).items.map(({ id }) => id)).toEqual([ids[1]]);
  });
});

describe("a list in a campaign", () => {
  it("brings all its contacts, each once, at the place of its first good number", async () => {
    const list = await aContactList(database.db);
    const contact = await aContact(database.db, { list_id: list.id, phones: ["+12025550100", "+12025550101"], priority: 7 });
    const dead = await aContact(database.db, { list_id: list.id });
    await database.db.updateTable("contact_phones").set({ bad_reason: "invalid-number" }).where("contact_id", "=", dead.id).execute();
    await database.db
      .updateTable("contact_phones")
      .set({ bad_reason: "fax" })
      .where("contact_id", "=", contact.id)
      .where("position", "=", 1)
      .execute();
    const { id } = await drafted();
    expect(await desk.attachList(id, list.id)).toMatchObject({ ok: true, campaign: { listIds: [list.id], version: 2 } });
    expect(await desk.attachList(id, list.id)).toMatchObject({ ok: true, campaign: { version: 2 } });
    expect(await desk.stores.campaigns.addContacts(id, list.id)).toBe(0);
    expect(await inCampaign(id)).toMatchObject([
      {
        contact_id: contact.id,
        state: "ready",
        next_position: 2,
        priority: 7,
        place_id: contact.place.id,
        due_at: Number.NEGATIVE_INFINITY,
      },
      { contact_id: dead.id, state: "finished", finished_reason: "no-number-left" },
    ]);
  });

  it("gives a contact without a place one that is nowhere", async () => {
    const contact = await aContact(database.db);
    await database.db.updateTable("contact_phones").set({ place_id: null }).execute();
    const { id } = await drafted();
    await desk.attachList(id, contact.list_id);
    const [row] = await inCampaign(id);
    const place = await database.db
      .selectFrom("places")
      .select(["zones", "source"])
      .where("id", "=", row?.place_id ?? 0)
      .executeTakeFirst();
    expect(place).toEqual({ zones: [], source: "none" });
  });

  it("that is still being imported brings its contacts when it is ready", async () => {
    const { id } = await drafted();
    const attachedMidway: unknown[] = [];
    async function* stream(): AsyncGenerator<Buffer> {
      yield Buffer.from("Phone\n+12025550100\n");
      const [list] = (await desk.stores.contactLists.page({ after: null, limit: 1 })).items;
      attachedMidway.push(await desk.attachList(id, list?.id ?? ""));
      yield Buffer.from("+12025550101\n");
    }
    await desk.importContacts({ name: "Spring", sourceName: "spring.csv", createdBy: null, stream: stream() });
    expect(attachedMidway).toMatchObject([{ ok: true }]);
    expect(await inCampaign(id)).toHaveLength(2);
  });

  it.each(["failed", "archived"] as const)("is refused when it is %s", async (state) => {
    const list = await aContactList(database.db, { state });
    const { id } = await drafted();
    expect(await desk.attachList(id, list.id)).toMatchObject({ ok: false, reason: "list-state" });
    expect(await desk.attachList(id, NOBODY)).toMatchObject({ ok: false, reason: "no-such-list" });
    expect(await desk.stores.campaigns.find(id)).toMatchObject({ listIds: [] });
  });

  it("is refused by a campaign that is over", async () => {
    const { id } = await aCampaign(database.db, { state: "completed" });
    expect(await desk.attachList(id, (await aContactList(database.db)).id)).toMatchObject({ ok: false, reason: "campaign-state" });
  });
});

describe("a campaign of which every contact is finished", () => {
  it("completes by itself, and only then", async () => {
    const campaign = await aCampaign(database.db);
    expect(await desk.completeFinishedCampaigns()).toBe(0);
    const done = await aCampaignContact(
      database.db,
      { campaign, contact: await aContact(database.db) },
      { state: "finished", finished_reason: "final-disposition" },
    );
    const open = await aCampaignContact(database.db, { campaign, contact: await aContact(database.db) }, { state: "in-attempt" });
    expect(await desk.completeFinishedCampaigns()).toBe(0);
    await database.db.updateTable("campaign_contacts").set({ state: done.state }).where("contact_id", "=", open.contact_id).execute();
    expect(await desk.completeFinishedCampaigns()).toBe(1);
    expect(await desk.stores.campaigns.find(campaign.id)).toMatchObject({
      state: "completed",
      stateReason: "all-contacts-finished",
      endedAt: desk.clock.now(),
    });
    expect(await desk.completeFinishedCampaigns()).toBe(0);
  });

  it("goes on while a list of it is still being imported", async () => {
    const campaign = await aCampaign(database.db);
    await aCampaignContact(database.db, { campaign, contact: await aContact(database.db) }, { state: "finished" });
    const list = await aContactList(database.db, { state: "importing" });
    await database.db.insertInto("campaign_lists").values({ campaign_id: campaign.id, list_id: list.id }).execute();
    expect(await desk.completeFinishedCampaigns()).toBe(0);
  });
});
