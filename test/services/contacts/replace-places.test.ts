import { beforeEach, describe, expect, it } from "vitest";
import { STRICT_POLICY } from "../../../campaigns/contacts/place.ts";
import { placeVersion } from "../../../campaigns/contacts/place-version.ts";
import { makeReplacePlaces } from "../../../src/services/contacts/replace-places.ts";
import { aCampaign, aCampaignContact, aContact, aContactList, aPlace } from "../../support/builders.ts";
import { type CampaignDesk, makeCampaignDesk } from "../../support/campaign-desk.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const database = useTestDatabase();
let desk: CampaignDesk;
beforeEach(() => {
  desk = makeCampaignDesk(database.stores);
});

const OLD = { place_version: "2025b/00000000/address-and-number/refuse" };
const VERSION = placeVersion(STRICT_POLICY);
const nowhere = () => aPlace(database.db, { zones: ["Etc/UTC"], jurisdictions: [] });

const versionOf = async (listId: string) =>
  (await database.db.selectFrom("contact_lists").select("place_version").where("id", "=", listId).executeTakeFirst())?.place_version;
const zonesOf = async (contactId: string) =>
  (
    await database.db
      .selectFrom("contact_phones")
      .innerJoin("places", "places.id", "contact_phones.place_id")
      .select("zones")
      .where("contact_id", "=", contactId)
      .orderBy("position")
      .execute()
  ).map(({ zones }) => zones);
const zonesWaitedFor = async (contactId: string) =>
  (
    await database.db
      .selectFrom("campaign_contacts")
      .innerJoin("places", "places.id", "campaign_contacts.place_id")
      .select("zones")
      .where("contact_id", "=", contactId)
      .executeTakeFirst()
  )?.zones;

describe("placing contacts anew", () => {
  it("gives every number of an old list the place that today's tables say, also where a campaign waits for it", async () => {
    const list = await aContactList(database.db, OLD);
    const place = await nowhere();
    const address = { list_id: list.id, country: "US", region: "TX", postal_code: "79901" };
    const contact = await aContact(database.db, { ...address, place, phones: ["+18005550199", "+12125550101"] });
    await aCampaignContact(database.db, { campaign: await aCampaign(database.db), contact }, { next_position: 2 });

    expect(await desk.replacePlaces()).toEqual({ lists: 1, phones: 2, moved: 2 });
    expect(await zonesOf(contact.id)).toEqual([["America/Denver"], ["America/Denver", "America/New_York"]]);
    expect(await zonesWaitedFor(contact.id)).toEqual(["America/Denver", "America/New_York"]);
    expect(await versionOf(list.id)).toBe(VERSION);
  });

  it("leaves lists alone that were placed with today's tables, and those whose import runs", async () => {
    const place = await nowhere();
    const today = await aContact(database.db, { place });
    const importing = await aContactList(database.db, { ...OLD, state: "importing" });
    const coming = await aContact(database.db, { place, list_id: importing.id });
    expect(await desk.replacePlaces()).toEqual({ lists: 0, phones: 0, moved: 0 });
    expect(await zonesOf(today.id)).toEqual([["Etc/UTC"]]);
    expect(await zonesOf(coming.id)).toEqual([["Etc/UTC"]]);
  });

  it("has the gate look again at contacts that it had finished for want of a place", async () => {
    const list = await aContactList(database.db, OLD);
    const contact = await aContact(database.db, { list_id: list.id, place: await nowhere() });
    const lost = { state: "finished", finished_reason: "unknown-place" } as const;
    await aCampaignContact(database.db, { campaign: await aCampaign(database.db), contact }, lost);
    await desk.replacePlaces();
    const row = await database.db.selectFrom("campaign_contacts").select(["state", "finished_reason"]).executeTakeFirst();
    expect(row).toEqual({ state: "ready", finished_reason: null });
  });

  it("finds nothing to do the second time", async () => {
    const list = await aContactList(database.db, OLD);
    await aContact(database.db, { list_id: list.id });
    await desk.replacePlaces();
    expect(await desk.replacePlaces()).toEqual({ lists: 0, phones: 0, moved: 0 });
  });

  it("does the same again when the house decides otherwise about numbers beside addresses", async () => {
    const contact = await aContact(database.db, { country: "US", region: "TX", postal_code: "79901", phones: ["+12125550101"] });
    const replace = makeReplacePlaces({ ...desk, placePolicy: { from: "address", unknown: "refuse" } });
    expect(await replace()).toEqual({ lists: 1, phones: 1, moved: 1 });
    expect(await zonesOf(contact.id)).toEqual([["America/Denver"]]);
  });

  it("goes on behind the contact at which it was interrupted, and from the beginning for yet newer tables", async () => {
    const list = await aContactList(database.db, OLD);
    const place = await nowhere();
    const first = await aContact(database.db, { list_id: list.id, place });
    const second = await aContact(database.db, { list_id: list.id, place });
    const interrupted = (version: string) =>
      database.db
        .updateTable("contact_lists")
        .set({ ...OLD, placing_version: version, placed_through: first.id })
        .where("id", "=", list.id)
        .execute();

    await interrupted(VERSION);
    expect(await desk.replacePlaces()).toMatchObject({ phones: 1, moved: 1 });
    expect(await zonesOf(first.id)).toEqual([["Etc/UTC"]]);
    expect(await zonesOf(second.id)).not.toEqual([["Etc/UTC"]]);

    await interrupted("another version");
    expect(await desk.replacePlaces()).toMatchObject({ phones: 2, moved: 1 });
    expect(await zonesOf(first.id)).not.toEqual([["Etc/UTC"]]);
  });

  it("goes past contacts whose numbers were erased", async () => {
    const list = await aContactList(database.db, OLD);
    const erased = await aContact(database.db, { list_id: list.id });
    await database.db.deleteFrom("contact_phones").where("contact_id", "=", erased.id).execute();
    const kept = await aContact(database.db, { list_id: list.id, place: await nowhere() });
    expect(await desk.replacePlaces()).toMatchObject({ lists: 1, moved: 1 });
    expect(await zonesOf(kept.id)).not.toEqual([["Etc/UTC"]]);
  });

  it("puts a contact right that somebody put back at its old place meanwhile", async () => {
    const list = await aContactList(database.db, OLD);
    const contact = await aContact(database.db, { list_id: list.id, place: await nowhere(), phones: ["+12125550101"] });
    const campaign = await aCampaign(database.db);
    await aCampaignContact(database.db, { campaign, contact });
    await database.stores.transaction(async (tx) => {
      const found = await tx.placing.lockNext(VERSION);
      await tx.placing.progress(found?.listId ?? "", VERSION, contact.id);
      const ids = await tx.contactImport.placeIds([{ key: "new", zones: ["America/New_York"], jurisdictions: ["US"], source: "test" }]);
      await tx.placing.move([{ contactId: contact.id, position: 1, placeId: ids.get("new") ?? 0 }]);
    });
    // Written by somebody who had read before the number was moved.
    await database.db.updateTable("campaign_contacts").set({ place_id: contact.place.id }).where("contact_id", "=", contact.id).execute();
    await desk.replacePlaces();
    expect(await zonesWaitedFor(contact.id)).toEqual(["America/New_York"]);
  });

  it("lets two processes place different lists at once, and none the other's", async () => {
    const lists = [await aContactList(database.db, OLD), await aContactList(database.db, OLD)];
    const [first, second] = await database.stores.transaction(async (one) => {
      const held = await one.placing.lockNext(VERSION);
      return [held, await database.stores.transaction((other) => other.placing.lockNext(VERSION))];
    });
    expect(new Set([first?.listId, second?.listId])).toEqual(new Set(lists.map(({ id }) => id)));
  });

  it("has nothing to do for a list that was just brought in", async () => {
    const imported = await desk.importContacts({
      name: "Spring",
      sourceName: "spring.csv",
      createdBy: null,
      stream: (async function* () {
        yield Buffer.from("Phone,State\n+12025550100,DC\n");
      })(),
    });
    expect(imported.ok && (await versionOf(imported.list.id))).toBe(VERSION);
    expect(await desk.replacePlaces()).toEqual({ lists: 0, phones: 0, moved: 0 });
  });
});
