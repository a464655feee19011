import { beforeEach, describe, expect, test } from "vitest";
import { SECOND_MS } from "../../../campaigns/instant.ts";
import { aCampaign, aCampaignContact, aContact } from "../../support/builders.ts";
import { aPlacedCall, aReservedCall, aWaitingAgent, contactOf, type Floor, makeFloor } from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

describe("every reminder may be lost (invariant 10)", () => {
  test("what is reserved and has stood for a while is reminded of again; the rest is left alone", async () => {
    const forgotten = await aReservedCall(floor);
    const agent = await aWaitingAgent(floor);
    await aReservedCall(floor, { kind: "preview", agentId: agent.id });
    await aPlacedCall(floor);
    floor.clock.advance(3 * SECOND_MS);
    await aReservedCall(floor);
    floor.jobQueue.reminders.length = 0;
    await floor.sweep();
    expect(floor.jobQueue.ofName("place-call")).toEqual([{ attemptId: forgotten.attemptId }]);
  });

  test("the hoppers of running campaigns are reminded of, of no others", async () => {
    const running = await aCampaign(house.db);
    await aCampaign(house.db, { state: "paused" });
    await aCampaign(house.db, { state: "draft" });
    await floor.sweep();
    expect(floor.jobQueue.ofName("fill-hopper")).toEqual([{ campaignId: running.id }]);
  });

  test("a contact whose attempt is over and who was left behind is ready again", async () => {
    const stuck = await aReservedCall(floor, { attempt: { state: "closed", disposition: "busy", closed_at: new Date() } });
    const held = await aReservedCall(floor);
    expect((await floor.sweep()).healed).toBe(1);
    expect(await contactOf(floor, stuck)).toMatchObject({ state: "ready" });
    expect(await contactOf(floor, held)).toMatchObject({ state: "in-attempt" });
    expect(floor.log.lines.map((line) => line.message)).toEqual(["contacts were held by attempts that are over: freed"]);
  });

  test("the hopper of a campaign that has ended is cleared; that of a paused one waits for it", async () => {
    const contacts = await Promise.all([aContact(house.db), aContact(house.db)]);
    const [over, paused] = [await aCampaign(house.db, { state: "completed" }), await aCampaign(house.db, { state: "paused" })];
    for (const [index, campaign] of [over, paused].entries()) {
      const contact = contacts[index];
      if (contact) await aCampaignContact(house.db, { campaign, contact }, { state: "on-hopper", hopper_rank: "1" });
    }
    await floor.sweep();
    expect(await floor.stores.hopper.level(over.id)).toBe(0);
    expect(await floor.stores.hopper.level(paused.id)).toBe(1);
  });
});
