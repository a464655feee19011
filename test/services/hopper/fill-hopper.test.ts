import { beforeEach, describe, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../campaigns/instant.ts";
import type { CampaignSettings } from "../../../campaigns/campaign.ts";
import type { NewRow, Row } from "../../../src/adapters/postgres/schema.ts";
import {
  aCampaign,
  aCampaignContact,
  aContact,
  aDoNotCallEntry,
  aPlace,
  anAttempt,
  type BuiltContact,
  type ContactWish,
} from "../../support/builders.ts";
import { anotherProcess, contactOf, type Floor, makeFloor } from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
let campaign: Row<"campaigns">;
beforeEach(async () => {
  floor = await makeFloor(house.db);
  campaign = await aCampaign(house.db);
});

/** Open from nine to five, every day. */
const day = [{ opensAt: "09:00", closesAt: "17:00" }];
const officeHours: Partial<CampaignSettings> = { callingWindow: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day } };

async function aReadyContact(wish: ContactWish = {}, row: Partial<NewRow<"campaign_contacts">> = {}): Promise<BuiltContact> {
  const contact = await aContact(house.db, wish);
  await aCampaignContact(house.db, { campaign, contact }, row);
  return contact;
}
const stateOf = (contact: BuiltContact) => contactOf(floor, { campaign, contact });
const fill = (by: Floor = floor) => by.fillHopper(campaign.id);
const takeAll = async (): Promise<string[]> => (await floor.stores.hopper.take(campaign.id, 100)).map(({ contactId }) => contactId);
const decisions = () => house.db.selectFrom("decisions").selectAll().execute();

describe("filling the hopper", () => {
  test("contacts that may be called now are shelved, up to the level", async () => {
    for (let made = 0; made < 25; made++) await aReadyContact();
    expect(await fill()).toMatchObject({ shelved: 20, waiting: 0, finished: 0, openPlaces: 1, waitingPlaces: 1 });
    expect(await floor.stores.hopper.level(campaign.id)).toBe(20);
    expect(await fill()).toMatchObject({ shelved: 0 });
    expect(await decisions()).toEqual([]);
  });

  test("by priority first, then by who has been due longest", async () => {
    const due = (minutesAgo: number) => ({ due_at: new Date(floor.clock.now() - minutesAgo * MINUTE_MS) });
    const late = await aReadyContact({}, { ...due(1), priority: 0 });
    const early = await aReadyContact({}, { ...due(60), priority: 0 });
    const urgent = await aReadyContact({}, { ...due(0), priority: 5 });
    const elsewhere = await aReadyContact({ place: await aPlace(house.db, { zones: ["Europe/London"] }) }, { ...due(30), priority: 0 });
    await fill();
    expect(await takeAll()).toEqual([urgent.id, early.id, elsewhere.id, late.id]);
  });

  test("contacts that are not due, on the hopper, in an attempt or finished are not offered", async () => {
    await aReadyContact({}, { due_at: new Date(floor.clock.now() + 1) });
    await aReadyContact({}, { state: "in-attempt" });
    await aReadyContact({}, { state: "finished" });
    const due = await aReadyContact({}, { due_at: new Date(floor.clock.now()) });
    await fill();
    expect(await takeAll()).toEqual([due.id]);
  });

  test("a campaign that does not run is left alone", async () => {
    await aReadyContact();
    await house.db.updateTable("campaigns").set({ state: "paused" }).execute();
    expect(await fill()).toMatchObject({ shelved: 0, waitingPlaces: 0 });
  });
});

describe("places", () => {
  test("a closed place is not offered, and its contacts are not touched", async () => {
    campaign = await aCampaign(house.db, { settings: officeHours });
    // 15:00 in London, 10:00 in New York, midnight in Tokyo.
    const asleep = await aReadyContact({ place: await aPlace(house.db, { zones: ["Asia/Tokyo"] }) });
    const awake = await aReadyContact({ place: await aPlace(house.db, { zones: ["Europe/London"] }) });
    expect(await fill()).toMatchObject({ shelved: 1, waiting: 0, openPlaces: 1, waitingPlaces: 2 });
    expect(await takeAll()).toEqual([awake.id]);
    expect(await stateOf(asleep)).toMatchObject({ state: "ready", wait_reason: null, due_at: Number.NEGATIVE_INFINITY });
    floor.clock.advance(9 * HOUR_MS + MINUTE_MS);
    await fill();
    expect(await takeAll()).toEqual([asleep.id]);
  });

  test("nobody knows where the person is: finished, with the reason on record, and the campaign can end", async () => {
    const nowhere = await aReadyContact({ place: await aPlace(house.db, { zones: [], jurisdictions: [], source: "none" }) });
    const unplaced = await aReadyContact();
    await house.db.updateTable("contact_phones").set({ place_id: null }).where("contact_id", "=", unplaced.id).execute();
    expect(await fill()).toMatchObject({ shelved: 0, finished: 2 });
    for (const contact of [nowhere, unplaced])
      expect(await stateOf(contact)).toMatchObject({ state: "finished", finished_reason: "unknown-place" });
    expect(await decisions()).toMatchObject([
      { asked_by: "hopper", answer: "never", attempt_id: null },
      { asked_by: "hopper", answer: "never", attempt_id: null },
    ]);
    expect(await floor.stores.campaigns.finished(10)).toEqual([campaign.id]);
  });

  test("places that have no common hour: finished, never offered again", async () => {
    const hour = [{ opensAt: "09:00", closesAt: "10:00" }];
    campaign = await aCampaign(house.db, {
      settings: { callingWindow: { 1: hour, 2: hour, 3: hour, 4: hour, 5: hour, 6: hour, 7: hour } },
    });
    const torn = await aReadyContact({ place: await aPlace(house.db, { zones: ["Europe/London", "Asia/Tokyo"] }) });
    expect(await fill()).toMatchObject({ finished: 1, openPlaces: 0, waitingPlaces: 1 });
    expect(await stateOf(torn)).toMatchObject({ state: "finished", finished_reason: "no-common-calling-time" });
  });
});

describe("what the gate says is written where it was found", () => {
  test("wait: the contact is due when the rules allow it, and says why", async () => {
    const capped = await aReadyContact();
    const placedAt = floor.clock.now() - 5 * HOUR_MS;
    for (let placed = 0; placed < 3; placed++)
      await anAttempt(
        house.db,
        { campaign: await aCampaign(house.db), contact: capped },
        {
          state: "closed",
          disposition: "busy",
          closed_at: new Date(placedAt),
          submitting_at: new Date(placedAt),
          reserved_at: new Date(placedAt),
        },
      );
    expect(await fill()).toMatchObject({ shelved: 0, waiting: 1 });
    expect(await stateOf(capped)).toMatchObject({ state: "ready", wait_reason: "frequency-cap", due_at: placedAt + 24 * HOUR_MS });
    expect(await fill()).toMatchObject({ waiting: 0 });
    floor.clock.moveTo(placedAt + 24 * HOUR_MS);
    expect(await fill()).toMatchObject({ shelved: 1 });
    expect(await stateOf(capped)).toMatchObject({ state: "on-hopper", wait_reason: null });
  });

  test("a person who is on a call, or whose last call nobody knows of, waits", async () => {
    const busy = await aReadyContact();
    const inDoubt = await aReadyContact();
    const other = await aCampaign(house.db);
    await anAttempt(house.db, { campaign: other, contact: busy }, { state: "connected" });
    await anAttempt(house.db, { campaign: other, contact: inDoubt }, { state: "unknown", phone: "+12125550177" });
    await fill();
    expect(await stateOf(busy)).toMatchObject({ state: "ready", wait_reason: "person-on-a-call", due_at: floor.clock.now() + MINUTE_MS });
    expect(await stateOf(inDoubt)).toMatchObject({ state: "ready", wait_reason: "call-unknown" });
  });

  test("never: finished, with the decision on record", async () => {
    const forbidden = await aReadyContact();
    const entry = await aDoNotCallEntry(house.db, { phone: forbidden.phones[0] as string });
    expect(await fill()).toMatchObject({ finished: 1 });
    expect(await stateOf(forbidden)).toMatchObject({ state: "finished", finished_reason: "do-not-call", attempt_count: 0 });
    const [decision] = await decisions();
    expect(decision).toMatchObject({ contact_id: forbidden.id, asked_by: "hopper", answer: "never", attempt_id: null });
    expect(JSON.parse(decision?.record ?? "")).toMatchObject({ evidence: { doNotCallIds: [entry.id] }, personId: forbidden.person_id });
  });

  test("refusals make room: those behind them are shelved in the same fill", async () => {
    for (let made = 0; made < 30; made++) {
      const forbidden = await aReadyContact({}, { priority: 9 });
      await aDoNotCallEntry(house.db, { phone: forbidden.phones[0] as string });
    }
    const allowed = await aReadyContact();
    expect(await fill()).toMatchObject({ finished: 30, shelved: 1 });
    expect(await takeAll()).toEqual([allowed.id]);
  });
});

describe("several fillers and takers at once", () => {
  test("no contact is shelved or taken twice, and none is lost", async () => {
    await using second = await anotherProcess(house.url, floor);
    const all: string[] = [];
    for (let made = 0; made < 60; made++) all.push((await aReadyContact()).id);
    const taken: string[] = [];
    const take = async (by: Floor) => {
      for (const { contactId } of await by.stores.hopper.take(campaign.id, 4)) taken.push(contactId);
    };
    for (let round = 0; round < 12 && taken.length < all.length; round++)
      await Promise.all([fill(), fill(second), take(floor), take(second), take(floor), take(second)]);
    expect(taken.length).toBe(60);
    expect(new Set(taken)).toEqual(new Set(all));
  });
});
