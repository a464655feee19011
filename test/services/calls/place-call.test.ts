import { beforeEach, describe, expect, test } from "vitest";
import { HOUR_MS, SECOND_MS } from "../../../campaigns/instant.ts";
import { aDoNotCallEntry, aPlace } from "../../support/builders.ts";
import {
  agentOf,
  aPlacedCall,
  aReservedCall,
  attemptOf,
  aWaitingAgent,
  contactOf,
  type Floor,
  makeFloor,
  progress,
} from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

const decisionsOf = (attemptId: string) => floor.stores.attemptLog.decisionsOf(attemptId);

describe("placing a call", () => {
  test("one call is placed for a reserved attempt, and why it was allowed is on record", async () => {
    const reserved = await aReservedCall(floor, { settings: { ringTimeoutSeconds: 33, answerDetection: "async" } });
    expect(await floor.placeCall(reserved.attemptId)).toBe("released");
    expect(floor.carrier.orders).toEqual([
      {
        attemptId: reserved.attemptId,
        to: reserved.contact.phones[0],
        callerId: "+12025550199",
        ringTimeoutSeconds: 33,
        answerDetection: "async",
      },
    ]);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "dialing", carrierCallId: "CA0001", callerId: "+12025550199" });
    const [decision, ...others] = await decisionsOf(reserved.attemptId);
    expect(others).toEqual([]);
    expect(decision).toMatchObject({ askedBy: "release", answer: "call", decidedAt: floor.clock.now() });
    expect(decision?.evidence.zones).toEqual(["America/New_York"]);
  });

  test("a second run for the same attempt finds nothing to do", async () => {
    const { attemptId } = await aReservedCall(floor);
    await floor.placeCall(attemptId);
    expect(await floor.placeCall(attemptId)).toBe("nothing-to-do");
    expect(floor.carrier.orders).toHaveLength(1);
  });

  test("an attempt that nobody knows is nothing to do", async () => {
    expect(await floor.placeCall("00000000-0000-7000-8000-000000000001")).toBe("nothing-to-do");
  });

  test("caller ids are shown in turn", async () => {
    const settings = { callerIds: ["+12025550190", "+12025550191"] };
    floor.clock.moveTo(Date.now());
    const first = await aPlacedCall(floor, { settings });
    floor.clock.advance(10);
    await aPlacedCall(floor, { campaign: first.campaign });
    floor.clock.advance(10);
    await aPlacedCall(floor, { campaign: first.campaign });
    expect(floor.carrier.orders.map((order) => order.callerId)).toEqual(["+12025550190", "+12025550191", "+12025550190"]);
  });
});

describe("what has changed since the contact was taken stops the call", () => {
  test("a do-not-call entry: the contact is finished, and the reason is on record", async () => {
    const reserved = await aReservedCall(floor);
    await aDoNotCallEntry(house.db, { phone: reserved.contact.phones[0] as string });
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
    expect(floor.carrier.orders).toEqual([]);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "released", disposition: "not-placed", refusal: "do-not-call" });
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "finished", finished_reason: "do-not-call", attempt_count: 0 });
    expect(await decisionsOf(reserved.attemptId)).toMatchObject([{ answer: "never", reasons: [{ code: "do-not-call" }] }]);
  });

  test("an entry of another campaign stops nothing", async () => {
    const other = await aReservedCall(floor);
    const reserved = await aReservedCall(floor);
    await aDoNotCallEntry(house.db, { phone: reserved.contact.phones[0] as string, campaign_id: other.campaign.id });
    expect(await floor.placeCall(reserved.attemptId)).toBe("released");
  });

  test("a pause: the contact comes back a minute later", async () => {
    const reserved = await aReservedCall(floor, { campaignState: "paused" });
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "released", refusal: "campaign-not-running" });
    const dueAt = floor.clock.now() + 60 * SECOND_MS;
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "ready", due_at: dueAt, wait_reason: "campaign-not-running" });
  });

  test("a calling window that has closed: the contact comes back when it opens", async () => {
    const nine = [{ opensAt: "09:00", closesAt: "10:30" }];
    const callingWindow = { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: nine, 7: nine };
    const reserved = await aReservedCall(floor, { settings: { callingWindow } });
    // 10:00 in New York when it was reserved; 11:00 now.
    floor.clock.advance(HOUR_MS);
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
    expect(await attemptOf(floor, reserved)).toMatchObject({ refusal: "outside-calling-window" });
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "ready", due_at: floor.clock.now() + 22 * HOUR_MS });
  });

  test("a number that was corrected: the gate looks at the new one", async () => {
    const reserved = await aReservedCall(floor);
    await house.db.updateTable("contact_phones").set({ phone: "+12125550177" }).where("contact_id", "=", reserved.contact.id).execute();
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "released", refusal: "number-changed" });
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "ready", due_at: floor.clock.now() });
  });

  test("a place that nobody knows: never, and why is on record", async () => {
    const nowhere = await aPlace(house.db, { zones: [], jurisdictions: [], source: "none" });
    const known = await aReservedCall(floor, { contact: { place: nowhere } });
    expect(await floor.placeCall(known.attemptId)).toBe("refused");
    const unplaced = await aReservedCall(floor);
    await house.db.updateTable("contact_phones").set({ place_id: null }).where("contact_id", "=", unplaced.contact.id).execute();
    expect(await floor.placeCall(unplaced.attemptId)).toBe("refused");
    for (const refused of [known, unplaced]) {
      expect(await contactOf(floor, refused)).toMatchObject({ state: "finished", finished_reason: "unknown-place" });
      expect(await decisionsOf(refused.attemptId)).toMatchObject([{ answer: "never", reasons: [{ code: "unknown-place" }] }]);
    }
  });

  test("a campaign whose caller ids were all refused waits and asks the carrier nothing", async () => {
    const reserved = await aReservedCall(floor);
    await floor.stores.callerIds.reportFault("+12025550199", { errorCode: "21210", reason: "not verified", at: floor.clock.now() });
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
    expect(await attemptOf(floor, reserved)).toMatchObject({ refusal: "no-caller-id" });
    expect(floor.carrier.orders).toEqual([]);
  });

  test("the agent who was to have the call is free again", async () => {
    const agent = await aWaitingAgent(floor);
    const reserved = await aReservedCall(floor, { kind: "preview", agentId: agent.id, campaignState: "paused" });
    await floor.stores.agents.reserveThis(agent.id, reserved.attemptId, floor.clock.now());
    await floor.placeCall(reserved.attemptId);
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available", attempt_id: null });
  });
});

describe("no slot at the carrier", () => {
  test("an attempt that finds none for ten seconds is let go, and its contact is ready again", async () => {
    floor = await makeFloor(house.db, { lines: 1 });
    await aPlacedCall(floor);
    const started = floor.clock.now();
    const reserved = await aReservedCall(floor);
    expect(await floor.placeCall(reserved.attemptId)).toBe("no-slot");
    expect(floor.clock.now() - started).toBeGreaterThanOrEqual(9 * SECOND_MS);
    expect(floor.clock.now() - started).toBeLessThanOrEqual(10 * SECOND_MS);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "released", refusal: "no-slot" });
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "ready", attempt_count: 0 });
    expect(floor.carrier.orders).toHaveLength(1);
    // A release that did not happen left no decision behind.
    expect(await decisionsOf(reserved.attemptId)).toEqual([]);
  });

  test("the gate is asked again after the wait", async () => {
    floor = await makeFloor(house.db, {
      lines: 1,
      pause: async (ms) => {
        floor.clock.advance(ms);
        await aDoNotCallEntry(house.db, { phone: reserved.contact.phones[0] as string });
        await floor.tell(progress(busy, "busy", "busy"));
      },
    });
    const busy = await aPlacedCall(floor);
    const reserved = await aReservedCall(floor);
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
    expect(await attemptOf(floor, reserved)).toMatchObject({ refusal: "do-not-call" });
  });
});
