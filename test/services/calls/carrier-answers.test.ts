import { beforeEach, describe, expect, test } from "vitest";
import { SECOND_MS } from "../../../campaigns/instant.ts";
import { aPlacedCall, aReservedCall, attemptOf, contactOf, type Floor, makeFloor, pickUp, progress } from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

describe("the carrier says no", () => {
  const refusal = (blame: "number" | "caller-id" | "account" | "request", code: string, disposition: string) =>
    ({ outcome: "refused", code, message: "No.", blame, disposition }) as const;

  test("the number cannot be reached: it is marked bad and the next one is tried at once", async () => {
    floor.carrier.next.push(refusal("number", "21211", "invalid-number"));
    const reserved = await aReservedCall(floor, { contact: { phones: ["+12025550101", "+12025550102"] } });
    await floor.placeCall(reserved.attemptId);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "closed", disposition: "invalid-number" });
    expect(await floor.stores.hopper.goodPositions(reserved.contact.id)).toEqual([2]);
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "ready", next_position: 2, due_at: floor.clock.now() });
  });

  test("a contact without another number is finished", async () => {
    floor.carrier.next.push(refusal("number", "21211", "invalid-number"));
    const reserved = await aReservedCall(floor);
    await floor.placeCall(reserved.attemptId);
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "finished", finished_reason: "no-number-left" });
  });

  test("a caller id that is not ours is taken out of the pool for every campaign", async () => {
    floor.carrier.next.push(refusal("caller-id", "21210", "failed"));
    const settings = { callerIds: ["+12025550190", "+12025550191"] };
    const reserved = await aReservedCall(floor, { settings });
    await floor.placeCall(reserved.attemptId);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "closed", disposition: "failed", callerId: "+12025550190" });
    await aPlacedCall(floor, { settings });
    await aPlacedCall(floor, { settings });
    expect(floor.carrier.orders.map((order) => order.callerId)).toEqual(["+12025550190", "+12025550191", "+12025550191"]);
  });

  test("the account may not call: the campaign is halted and says why", async () => {
    floor.carrier.next.push(refusal("account", "20003", "failed"));
    const reserved = await aReservedCall(floor);
    await floor.placeCall(reserved.attemptId);
    const campaign = await floor.stores.campaigns.find(reserved.campaign.id);
    expect(campaign).toMatchObject({ state: "paused", stateReason: "carrier-20003" });
    const next = await aReservedCall(floor, { campaign: reserved.campaign });
    expect(await floor.placeCall(next.attemptId)).toBe("refused");
    expect(floor.carrier.orders).toHaveLength(1);
  });

  test("our own bad request closes one attempt and halts nothing", async () => {
    floor.carrier.next.push(refusal("request", "21206", "failed"));
    const reserved = await aReservedCall(floor);
    await floor.placeCall(reserved.attemptId);
    expect(await floor.stores.campaigns.find(reserved.campaign.id)).toMatchObject({ state: "running" });
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "closed" });
  });
});

describe("the carrier is busy", () => {
  const tooMany = { outcome: "try-later", code: "20429", message: "Too many requests." } as const;

  test("the attempt is released, nothing is used up, and pacing is lowered", async () => {
    const before = await floor.stores.carrierLimits.room();
    floor.carrier.next.push(tooMany);
    const settings = { mostAttemptsPerContact: 1, frequencyCaps: [{ per: "person" as const, attempts: 1, hours: 24 }] };
    const reserved = await aReservedCall(floor, { settings });
    await floor.placeCall(reserved.attemptId);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "released", refusal: "carrier-busy", disposition: "not-placed" });
    expect(await contactOf(floor, reserved)).toMatchObject({
      state: "ready",
      attempt_count: 0,
      due_at: floor.clock.now() + 5 * SECOND_MS,
    });
    expect((await floor.stores.carrierLimits.room()).callsPerSecond).toBeLessThan(before.callsPerSecond * 0.6);
  });

  test("the same contact may be called a little later, and counts as called once", async () => {
    floor.carrier.next.push(tooMany);
    const settings = { mostAttemptsPerContact: 2, frequencyCaps: [{ per: "person" as const, attempts: 1, hours: 1 }] };
    const reserved = await aReservedCall(floor, { settings });
    await floor.placeCall(reserved.attemptId);
    floor.clock.advance(5 * SECOND_MS);
    await floor.fillHopper(reserved.campaign.id);
    const [taken] = await floor.stores.hopper.take(reserved.campaign.id, 1);
    expect(taken?.contactId).toBe(reserved.contact.id);
    const again = { id: "0193a000-0000-7000-8000-000000000001", kind: "list" as const, agentId: null, reservedAt: floor.clock.now() };
    await floor.stores.attempts.reserve([
      {
        ...again,
        campaignId: reserved.campaign.id,
        contactId: reserved.contact.id,
        personId: reserved.contact.person_id,
        phone: reserved.contact.phones[0] as string,
        phonePosition: 1,
      },
    ]);
    expect(await floor.placeCall(again.id)).toBe("released");
    await floor.tell(progress({ attemptId: again.id, carrierCallId: floor.carrier.callOf(again.id).carrierCallId }, "busy", "busy"));
    // Of the two attempts that the campaign allows, one is left.
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "ready", attempt_count: 1, last_disposition: "busy" });
    const { attemptedContacts } = await floor.stores.campaignReports.tally(reserved.campaign.id, { now: floor.clock.now(), since: 0 });
    expect(attemptedContacts).toBe(1);
  });
});

describe("the carrier gives no answer that can be trusted", () => {
  test("the attempt is unknown, and asking again places nothing", async () => {
    floor.carrier.next.push("lost-answer");
    const reserved = await aReservedCall(floor);
    await floor.placeCall(reserved.attemptId);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "unknown", unknownAt: floor.clock.now() });
    expect(await floor.placeCall(reserved.attemptId)).toBe("nothing-to-do");
    expect(floor.carrier.orders).toHaveLength(1);
  });

  test("the person is not called meanwhile, by any campaign or on another of their numbers", async () => {
    floor.carrier.next.push("lost-answer");
    const reserved = await aReservedCall(floor);
    await floor.placeCall(reserved.attemptId);
    const other = { id: "0193a000-0000-7000-8000-000000000002", kind: "list" as const, agentId: null, reservedAt: floor.clock.now() };
    const samePerson = {
      ...other,
      campaignId: reserved.campaign.id,
      contactId: reserved.contact.id,
      personId: reserved.contact.person_id,
      phone: "+12125550100",
      phonePosition: 1,
    };
    expect(await floor.stores.attempts.reserve([samePerson])).toEqual([]);
  });

  test("a word from the carrier that came before the missing answer is not overwritten", async () => {
    floor.carrier.next.push("lost-answer");
    floor.carrier.meanwhile = async (call) => {
      await floor.tell(progress({ attemptId: call.attemptId as string, carrierCallId: call.carrierCallId }, "ringing"));
    };
    const reserved = await aReservedCall(floor);
    await floor.placeCall(reserved.attemptId);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "ringing", carrierCallId: "CA0001", unknownAt: null });
  });

  test("a worker that is killed while it asks leaves an attempt that becomes unknown and never a second call", async () => {
    const reserved = await aReservedCall(floor);
    floor.carrier.meanwhile = () => Promise.reject(new Error("killed"));
    await expect(floor.placeCall(reserved.attemptId)).rejects.toThrow("killed");
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "submitting" });
    expect(await floor.placeCall(reserved.attemptId)).toBe("nothing-to-do");
    floor.clock.advance(11 * SECOND_MS);
    await floor.reapAttempts();
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "unknown" });
  });
});

describe("the carrier's events run ahead of its answer", () => {
  test("an answered call stays answered", async () => {
    floor.carrier.meanwhile = async (call) => {
      await pickUp(floor, { attemptId: call.attemptId as string, carrierCallId: call.carrierCallId });
    };
    const reserved = await aReservedCall(floor);
    await floor.placeCall(reserved.attemptId);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "answered", carrierCallId: "CA0001" });
  });

  test("a call that is over stays closed", async () => {
    floor.carrier.meanwhile = async (call) => {
      await floor.tell(progress({ attemptId: call.attemptId as string, carrierCallId: call.carrierCallId }, "busy", "busy"));
    };
    const reserved = await aReservedCall(floor);
    await floor.placeCall(reserved.attemptId);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "closed", disposition: "busy" });
  });
});

describe("the carrier's own queue is never used", () => {
  test("a call that the carrier queued is taken back, and pacing is lowered", async () => {
    const before = await floor.stores.carrierLimits.room();
    floor.carrier.next.push({ queuedMs: 4_000 });
    const reserved = await aReservedCall(floor);
    await floor.placeCall(reserved.attemptId);
    expect(floor.carrier.deeds).toEqual(["cancel CA0001"]);
    expect((await floor.stores.carrierLimits.room()).callsPerSecond).toBeLessThan(before.callsPerSecond * 0.6);
    await floor.tell(progress({ attemptId: reserved.attemptId, carrierCallId: "CA0001" }, "cancelled", "cancelled"));
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "closed", disposition: "cancelled" });
  });
});
