import { beforeEach, describe, expect, test } from "vitest";
import { MINUTE_MS } from "../../../campaigns/instant.ts";
import type { CampaignSettings } from "../../../campaigns/campaign.ts";
import type { Row } from "../../../src/adapters/postgres/schema.ts";
import { aCampaign, aCampaignContact, aContact, anAttempt, type BuiltContact } from "../../support/builders.ts";
import {
  anotherProcess,
  aPlacedCall,
  aReservedCall,
  aWaitingAgent,
  contactOf,
  type Floor,
  hangUp,
  makeFloor,
  pickUp,
} from "../../support/dialing.ts";
import { heldOpen } from "../../support/locks.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

async function aCampaignWith(contacts: number, settings: Partial<CampaignSettings> = {}) {
  const campaign = await aCampaign(house.db, { settings });
  const shelved: BuiltContact[] = [];
  for (let rank = 1; rank <= contacts; rank++) {
    const contact = await aContact(house.db);
    await aCampaignContact(house.db, { campaign, contact }, { state: "on-hopper", hopper_rank: String(rank) });
    shelved.push(contact);
  }
  return { campaign, contacts: shelved };
}
const openAttempts = (campaign?: Row<"campaigns">) => {
  const open = house.db.selectFrom("attempts").selectAll().where("state", "not in", ["closed", "released"]).orderBy("id");
  return (campaign ? open.where("campaign_id", "=", campaign.id) : open).execute();
};

describe("a round of pacing", () => {
  test("takes one contact for each free agent off the hopper, reserves an attempt and reminds a dialer of each", async () => {
    for (let made = 0; made < 3; made++) await aWaitingAgent(floor);
    await aWaitingAgent(floor, { state: "on-break" });
    const { campaign, contacts } = await aCampaignWith(5);
    const [decision] = await floor.paceCampaigns();
    expect(decision).toMatchObject({ campaignId: campaign.id, callsToStart: 3, freeAgents: 3 });
    const attempts = await openAttempts();
    expect(attempts.map(({ contact_id, state, kind }) => [contact_id, state, kind])).toEqual(
      contacts.slice(0, 3).map(({ id }) => [id, "reserved", "list"]),
    );
    expect(floor.jobQueue.ofName("place-call")).toEqual(attempts.map(({ id }) => ({ attemptId: id })));
    expect(await floor.stores.hopper.level(campaign.id)).toBe(2);
  });

  test("the next round counts what is in the air, from reserved to ringing", async () => {
    for (let made = 0; made < 3; made++) await aWaitingAgent(floor);
    await aCampaignWith(9);
    await floor.paceCampaigns();
    const [first, second] = await openAttempts();
    await floor.placeCall(first?.id as string);
    expect((await floor.paceCampaigns())[0]).toMatchObject({ callsToStart: 0, inTheAir: 3 });
    const { carrierCallId } = floor.carrier.callOf(first?.id as string);
    await hangUp(floor, { attemptId: first?.id as string, carrierCallId }, "busy", "busy");
    expect((await floor.paceCampaigns())[0]).toMatchObject({ callsToStart: 1, inTheAir: 2 });
    expect((await openAttempts()).map(({ id }) => id)).toContain(second?.id);
  });

  test("a person who answered and waits has the next free agent; an agent who talks is not free", async () => {
    const { campaign } = await aCampaignWith(5);
    const waiting = await aPlacedCall(floor, { campaign });
    await pickUp(floor, waiting);
    await aWaitingAgent(floor);
    expect((await floor.paceCampaigns())[0]).toMatchObject({ callsToStart: 0 });
    await pickUp(floor, waiting);
    await aWaitingAgent(floor);
    expect((await floor.paceCampaigns())[0]).toMatchObject({ callsToStart: 1, freeAgents: 1 });
  });

  test("a preview that an agent looks at is in nobody's air", async () => {
    const agent = await aWaitingAgent(floor);
    const { campaign } = await aCampaignWith(1, { dialMode: "preview" });
    await floor.preview.next(agent.id, campaign.id);
    await aWaitingAgent(floor);
    const progressive = await aCampaignWith(2);
    const decisions = await floor.paceCampaigns();
    expect(decisions.find(({ campaignId }) => campaignId === progressive.campaign.id)).toMatchObject({ callsToStart: 1 });
    expect(decisions.find(({ campaignId }) => campaignId === campaign.id)).toMatchObject({ callsToStart: 0, limitedBy: "preview" });
  });

  test("no more is reserved than there are lines for", async () => {
    floor = await makeFloor(house.db, { lines: 2 });
    for (let made = 0; made < 5; made++) await aWaitingAgent(floor);
    await aCampaignWith(5);
    expect((await floor.paceCampaigns())[0]).toMatchObject({ callsToStart: 2, limitedBy: "lines" });
    expect((await floor.paceCampaigns())[0]).toMatchObject({ callsToStart: 0, limitedBy: "lines" });
  });

  test("campaigns that do not run are left alone", async () => {
    await aWaitingAgent(floor);
    const { campaign } = await aCampaignWith(3);
    await house.db.updateTable("campaigns").set({ state: "paused" }).execute();
    expect(await floor.paceCampaigns()).toEqual([]);
    expect(await openAttempts(campaign)).toEqual([]);
  });

  test("a contact whose person is on another call goes back for a minute", async () => {
    await aWaitingAgent(floor);
    const { campaign, contacts } = await aCampaignWith(1);
    const contact = contacts[0] as BuiltContact;
    await anAttempt(house.db, { campaign: await aCampaign(house.db, { state: "paused" }), contact }, { state: "ringing" });
    await floor.paceCampaigns();
    expect(await openAttempts(campaign)).toEqual([]);
    expect(await contactOf(floor, { campaign, contact })).toMatchObject({
      state: "ready",
      wait_reason: "person-on-a-call",
      due_at: floor.clock.now() + MINUTE_MS,
    });
  });

  test("a hopper that runs low is to be filled", async () => {
    await aWaitingAgent(floor);
    const low = await aCampaignWith(10);
    const full = await aCampaignWith(12);
    await floor.paceCampaigns();
    expect(floor.jobQueue.ofName("fill-hopper")).toEqual([{ campaignId: low.campaign.id }]);
    expect(full.contacts).toHaveLength(12);
  });

  test("the job queue is away: what was reserved stays, and the sweep reminds of it later", async () => {
    await aWaitingAgent(floor);
    await aCampaignWith(20);
    floor.jobQueue.isAway = true;
    expect((await floor.paceCampaigns())[0]).toMatchObject({ callsToStart: 1 });
    floor.jobQueue.isAway = false;
    floor.clock.advance(3_000);
    await floor.sweep();
    expect(floor.jobQueue.ofName("place-call")).toHaveLength(1);
  });
});

describe("one decision at a time over all processes", () => {
  test("who comes while another decides does nothing", async () => {
    await aWaitingAgent(floor);
    await aCampaignWith(3);
    const deciding = heldOpen(house.db, (tx) => tx.pacing.lock());
    await deciding.begun;
    expect(await floor.paceCampaigns()).toEqual([]);
    deciding.open();
    await deciding.done;
    expect((await floor.paceCampaigns())[0]).toMatchObject({ callsToStart: 1 });
  });

  test("ten rounds at once in two processes start no more calls than one", async () => {
    await using second = await anotherProcess(house.url, floor);
    for (let made = 0; made < 4; made++) await aWaitingAgent(floor);
    const shared = [await aCampaignWith(20), await aCampaignWith(20)];
    await Promise.all(Array.from({ length: 10 }, (_, round) => (round % 2 ? floor : second).paceCampaigns()));
    expect(await openAttempts()).toHaveLength(4);
    expect(shared).toHaveLength(2);
  });

  test("reserved attempts of all processes count against what can be released", async () => {
    floor = await makeFloor(house.db, { callsPerSecond: 1 });
    for (let made = 0; made < 9; made++) await aWaitingAgent(floor);
    await aReservedCall(floor);
    await aCampaignWith(20);
    const decisions = await floor.paceCampaigns();
    expect(decisions.reduce((sum, { callsToStart }) => sum + callsToStart, 0)).toBe(1);
  });
});
