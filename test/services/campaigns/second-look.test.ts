import { beforeEach, describe, expect, it } from "vitest";
import { SECOND_LOOK } from "../../../campaigns/hopper/second-look.ts";
import { HOUR_MS } from "../../../campaigns/instant.ts";
import { aCampaign, aCampaignContact, aContact } from "../../support/builders.ts";
import { type CampaignDesk, makeCampaignDesk } from "../../support/campaign-desk.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
let desk: CampaignDesk;
beforeEach(() => {
  desk = makeCampaignDesk(database.stores);
});

async function held(
  campaignId: string,
  more: { state?: "ready" | "finished"; finishedReason?: string; waitReason?: string; dueIn?: number },
) {
  const contact = await aContact(database.db);
  await aCampaignContact(database.db, { campaign: { id: campaignId }, contact });
  await database.db
    .updateTable("campaign_contacts")
    .set({
      state: more.state ?? "ready",
      finished_reason: more.finishedReason ?? null,
      wait_reason: more.waitReason ?? null,
      due_at: new Date(desk.clock.now() + (more.dueIn ?? 0)),
    })
    .where("contact_id", "=", contact.id)
    .execute();
  return contact.id;
}
const stateOf = (contactId: string) =>
  database.db
    .selectFrom("campaign_contacts")
    .select(["state", "finished_reason", "wait_reason", "due_at"])
    .where("contact_id", "=", contactId)
    .executeTakeFirstOrThrow();

describe("after a change of the campaign's settings", () => {
  it("contacts that the gate had finished for what the settings decide are judged anew, others stay finished", async () => {
    const campaign = await aCampaign(database.db);
    const hours = await held(campaign.id, { state: "finished", finishedReason: "no-common-calling-time" });
    const sold = await held(campaign.id, { state: "finished", finishedReason: "success" });
    const forbidden = await held(campaign.id, { state: "finished", finishedReason: "do-not-call" });
    expect(await desk.editCampaign({ id: campaign.id, version: campaign.version, settings: { wrapUpSeconds: 20 } })).toMatchObject({
      ok: true,
    });
    expect(await stateOf(hours)).toMatchObject({ state: "ready", finished_reason: null, due_at: desk.clock.now() });
    expect(await stateOf(sold)).toMatchObject({ state: "finished", finished_reason: "success" });
    expect(await stateOf(forbidden)).toMatchObject({ state: "finished", finished_reason: "do-not-call" });
  });

  it("contacts that wait for the gate are due at once, and those that wait by the recycle policy are not", async () => {
    const campaign = await aCampaign(database.db);
    const window = await held(campaign.id, { waitReason: "outside-calling-window", dueIn: 20 * HOUR_MS });
    const recycled = await held(campaign.id, { waitReason: "recycled", dueIn: HOUR_MS });
    await desk.editCampaign({ id: campaign.id, version: campaign.version, settings: { wrapUpSeconds: 20 } });
    expect((await stateOf(window)).due_at).toBe(desk.clock.now());
    expect((await stateOf(recycled)).due_at).toBe(desk.clock.now() + HOUR_MS);
  });

  it("of its name alone nothing is judged anew", async () => {
    const campaign = await aCampaign(database.db);
    const hours = await held(campaign.id, { state: "finished", finishedReason: "no-common-calling-time" });
    await desk.editCampaign({ id: campaign.id, version: campaign.version, name: "Another" });
    expect(await stateOf(hours)).toMatchObject({ state: "finished" });
  });
});

describe("after a consent is given or a do-not-call entry is withdrawn", () => {
  it.each([
    ["consent", "consent-required"],
    ["a request", "request-required"],
  ])("the person's contacts that were finished for want of %s are judged anew in every campaign", async (_what, finishedReason) => {
    const campaign = await aCampaign(database.db);
    const contactId = await held(campaign.id, { state: "finished", finishedReason });
    const other = await held(campaign.id, { state: "finished", finishedReason });
    const [phone = ""] = (await database.stores.contacts.find(contactId))?.phones.map((one) => one.phone) ?? [];
    await database.stores.hopper.lookAgain({ phone }, SECOND_LOOK.consent, desk.clock.now());
    expect(await stateOf(contactId)).toMatchObject({ state: "ready", finished_reason: null });
    expect(await stateOf(other)).toMatchObject({ state: "finished" });
  });

  it("so are those of the numbers that a withdrawn prefix forbade", async () => {
    const campaign = await aCampaign(database.db);
    const contactId = await held(campaign.id, { state: "finished", finishedReason: "do-not-call" });
    const [phone = ""] = (await database.stores.contacts.find(contactId))?.phones.map((one) => one.phone) ?? [];
    const forbidden = await desk.forbidCalls({
      target: "prefix",
      prefix: phone.slice(0, 5),
      phone: null,
      scope: "organisation",
      campaignId: null,
      reason: "by mistake",
      source: "api",
      createdBy: null,
      actor: "user:1",
      expiresAt: null,
    });
    if (!forbidden.ok) throw new Error(forbidden.reason);
    await desk.withdrawForbid({ id: forbidden.entry.id, actor: "user:1" });
    expect(await stateOf(contactId)).toMatchObject({ state: "ready" });
  });

  it("a campaign that is over stays so", async () => {
    const campaign = await aCampaign(database.db, { state: "completed" });
    const contactId = await held(campaign.id, { state: "finished", finishedReason: "do-not-call" });
    await database.stores.hopper.lookAgain({ prefix: "+1" }, SECOND_LOOK["do-not-call"], desk.clock.now());
    expect(await stateOf(contactId)).toMatchObject({ state: "finished" });
  });
});
