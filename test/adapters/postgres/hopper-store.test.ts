import { beforeEach, describe, expect, test } from "vitest";
import { type Instant, MINUTE_MS } from "../../../campaigns/instant.ts";
import type { NewRow, Row } from "../../../src/adapters/postgres/schema.ts";
import type { HopperStore } from "../../../src/ports/hopper-store.ts";
import { aCampaign, aCampaignContact, aContact, anAttempt, aPlace, type BuiltContact, type ContactWish } from "../../support/builders.ts";
import { heldOpen } from "../../support/locks.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
const now: Instant = Date.UTC(2026, 10, 18, 15);
let hopper: HopperStore;
let campaign: Row<"campaigns">;
beforeEach(async () => {
  hopper = house.stores.hopper;
  campaign = await aCampaign(house.db);
});

async function aReadyContact(wish: ContactWish = {}, row: Partial<NewRow<"campaign_contacts">> = {}): Promise<BuiltContact> {
  const contact = await aContact(house.db, wish);
  await aCampaignContact(house.db, { campaign, contact }, row);
  return contact;
}
const rowOf = (contact: BuiltContact, of: Row<"campaigns"> = campaign) =>
  house.db
    .selectFrom("campaign_contacts")
    .selectAll()
    .where("contact_id", "=", contact.id)
    .where("campaign_id", "=", of.id)
    .executeTakeFirstOrThrow();
const offer = (placeIds: number[], limit = 10) =>
  house.stores.transaction(async (tx) =>
    (await tx.hopper.candidates(campaign.id, { placeIds, now, limit })).map(({ contactId }) => contactId),
  );

describe("what is offered", () => {
  test("the best of all open places together, not of one place after the other", async () => {
    const [york, london] = [await aPlace(house.db), await aPlace(house.db, { zones: ["Europe/London"] })];
    const ids: string[] = [];
    for (let made = 0; made < 6; made++)
      ids.push((await aReadyContact({ place: made % 2 ? york : london }, { due_at: new Date(now - (made + 1) * MINUTE_MS) })).id);
    expect(await offer([york.id, london.id], 3)).toEqual([ids[5], ids[4], ids[3]]);
    expect(await offer([london.id], 10)).toEqual([ids[4], ids[2], ids[0]]);
    expect(await offer([])).toEqual([]);
  });

  test("with person, number, language and the place of the number that is next", async () => {
    const contact = await aReadyContact(
      { phones: ["+12025550101", "+442079460001"], language: "es", postal_code: "10001", debt_id: "D1" },
      { next_position: 2 },
    );
    const london = await aPlace(house.db, { zones: ["Europe/London"], jurisdictions: ["GB"] });
    await house.db.updateTable("contact_phones").set({ place_id: london.id, number_type: "landline" }).where("position", "=", 2).execute();
    const candidates = await hopper.candidates(campaign.id, { placeIds: [contact.place.id], now, limit: 5 });
    const place = { zones: ["Europe/London"], jurisdictions: ["GB"], source: "explicit-zone" };
    const { id: contactId, person_id: personId } = contact;
    expect(candidates).toEqual([
      {
        campaignId: campaign.id,
        contactId,
        personId,
        phone: "+442079460001",
        position: 2,
        language: "es",
        numberType: "landline",
        postalCode: "10001",
        debtId: "D1",
        place,
      },
    ]);
    expect(await hopper.candidate(campaign.id, contactId, 2)).toEqual(candidates[0]);
    expect(await hopper.candidate(campaign.id, contactId, 3)).toBeUndefined();
  });

  test("not what another filler holds at that moment", async () => {
    const contact = await aReadyContact();
    const held = heldOpen(house.db, (tx) => tx.hopper.candidates(campaign.id, { placeIds: [contact.place.id], now, limit: 5 }));
    await held.begun;
    expect(await offer([contact.place.id])).toEqual([]);
    held.open();
    await held.done;
    expect(await offer([contact.place.id])).toEqual([contact.id]);
  });

  test("the places in which somebody is ready, each once", async () => {
    const [york, london, tokyo] = [
      await aPlace(house.db),
      await aPlace(house.db, { zones: ["Europe/London"] }),
      await aPlace(house.db, { zones: ["Asia/Tokyo"] }),
    ];
    for (const place of [york, london, york, london]) await aReadyContact({ place });
    await aReadyContact({ place: tokyo }, { state: "finished" });
    const places = await hopper.placesWaiting(campaign.id);
    expect(places.map(({ place }) => place.zones)).toEqual([["America/New_York"], ["Europe/London"]]);
    expect(await hopper.placesWaiting((await aCampaign(house.db)).id)).toEqual([]);
  });
});

describe("shelving and taking", () => {
  test("in the order given, whatever order the rows lie in; one that is no longer ready is left out", async () => {
    const contacts: BuiltContact[] = [];
    for (let made = 0; made < 12; made++) contacts.push(await aReadyContact());
    const order = [7, 2, 11, 0, 5, 9, 1, 10, 3, 8, 6, 4].map((index) => contacts[index]?.id as string);
    await hopper.finish(campaign.id, order[3] as string, { reason: "test", lastDisposition: null, placed: false });
    await hopper.shelve(campaign.id, order, now);
    const taken = await hopper.take(campaign.id, 20);
    expect(taken.map(({ contactId }) => contactId)).toEqual(order.filter((_, index) => index !== 3));
    expect(await hopper.level(campaign.id)).toBe(0);
    expect(await rowOf(contacts[7] as BuiltContact)).toMatchObject({ state: "in-attempt", hopper_rank: null, shelved_at: null });
  });

  test("only so many, of this campaign, and none for nothing", async () => {
    const contact = await aReadyContact();
    const other = await aCampaign(house.db);
    await aCampaignContact(house.db, { campaign: other, contact });
    await hopper.shelve(campaign.id, [contact.id], now);
    await hopper.shelve(other.id, [contact.id], now);
    expect(await hopper.take(campaign.id, 0)).toEqual([]);
    expect(await hopper.take(campaign.id, 5)).toHaveLength(1);
    expect(await hopper.level(other.id)).toBe(1);
  });

  test("two takers at once never take one contact", async () => {
    const contacts: string[] = [];
    for (let made = 0; made < 30; made++) contacts.push((await aReadyContact()).id);
    await hopper.shelve(campaign.id, contacts, now);
    const taken = (await Promise.all(Array.from({ length: 8 }, () => hopper.take(campaign.id, 5))))
      .flat()
      .map(({ contactId }) => contactId);
    const rest = (await hopper.take(campaign.id, 30)).map(({ contactId }) => contactId);
    expect([...taken, ...rest].toSorted((one, two) => one.localeCompare(two))).toEqual(
      contacts.toSorted((one, two) => one.localeCompare(two)),
    );
  });
});

describe("putting back and finishing", () => {
  test("the next number brings its own place, so that its window counts", async () => {
    const contact = await aReadyContact({ phones: ["+12025550101", "+442079460001"] }, { state: "in-attempt" });
    const london = await aPlace(house.db, { zones: ["Europe/London"] });
    await house.db.updateTable("contact_phones").set({ place_id: london.id }).where("position", "=", 2).execute();
    const next = { dueAt: now + MINUTE_MS, position: 2, waitReason: "recycled", lastDisposition: "busy", placed: true };
    await hopper.putBack(campaign.id, contact.id, next);
    expect(await rowOf(contact)).toMatchObject({
      state: "ready",
      next_position: 2,
      place_id: london.id,
      due_at: now + MINUTE_MS,
      last_disposition: "busy",
      attempt_count: 1,
      wait_reason: "recycled",
    });
    await hopper.putBack(campaign.id, contact.id, { ...next, lastDisposition: null, placed: false });
    expect(await rowOf(contact)).toMatchObject({ last_disposition: "busy", attempt_count: 1 });
  });

  test("finished says why and holds no place on the hopper", async () => {
    const contact = await aReadyContact();
    await hopper.shelve(campaign.id, [contact.id], now);
    await hopper.finish(campaign.id, contact.id, { reason: "do-not-call", lastDisposition: "busy", placed: true });
    expect(await rowOf(contact)).toMatchObject({
      state: "finished",
      finished_reason: "do-not-call",
      last_disposition: "busy",
      attempt_count: 1,
      hopper_rank: null,
    });
    expect(await hopper.level(campaign.id)).toBe(0);
  });

  test("a bad number is bad for every campaign: those that have it next go on to the following, or are done", async () => {
    const contact = await aReadyContact({ phones: ["+12025550101", "+12025550102"] }, { state: "in-attempt" });
    const [waiting, later] = [await aCampaign(house.db), await aCampaign(house.db)];
    await aCampaignContact(house.db, { campaign: waiting, contact }, { state: "on-hopper", hopper_rank: "1" });
    await aCampaignContact(house.db, { campaign: later, contact }, { next_position: 2 });
    await hopper.markBad(contact.id, 1, "wrong-number");
    expect(await hopper.goodPositions(contact.id)).toEqual([2]);
    expect(await rowOf(contact, waiting)).toMatchObject({ state: "ready", next_position: 2, hopper_rank: null });
    expect(await rowOf(contact, later)).toMatchObject({ state: "ready", next_position: 2 });
    expect(await rowOf(contact)).toMatchObject({ state: "in-attempt", next_position: 1 });
    await hopper.markBad(contact.id, 2, "invalid-number");
    for (const of of [waiting, later])
      expect(await rowOf(contact, of)).toMatchObject({ state: "finished", finished_reason: "no-number-left" });
  });
});

describe("healing", () => {
  test("frees what an attempt that is over still holds, and nothing else", async () => {
    const [stuck, held, ready] = [
      await aReadyContact({}, { state: "in-attempt" }),
      await aReadyContact({}, { state: "in-attempt" }),
      await aReadyContact(),
    ];
    await anAttempt(house.db, { campaign, contact: stuck }, { state: "closed", disposition: "busy", closed_at: new Date() });
    await anAttempt(house.db, { campaign, contact: held }, { state: "unknown" });
    expect(await hopper.heal(now)).toEqual({ unshelved: 0, freed: 1 });
    expect((await Promise.all([stuck, held, ready].map((contact) => rowOf(contact)))).map(({ state }) => state)).toEqual([
      "ready",
      "in-attempt",
      "ready",
    ]);
    expect(await hopper.heal(now)).toEqual({ unshelved: 0, freed: 0 });
  });
});
