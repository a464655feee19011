import { beforeEach, describe, expect, test } from "vitest";
import { MINUTE_MS, SECOND_MS } from "../../../campaigns/instant.ts";
import {
  aReservedCall,
  attemptOf,
  contactOf,
  type Floor,
  makeFloor,
  type ReservedCall,
  UNKNOWN_DEADLINE_MS,
} from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

/** The carrier was asked for a call and gave no answer; whether there is one is the test's to say. */
async function anUnknownAttempt(answer: "lost-answer" | "lost-request"): Promise<ReservedCall> {
  floor.carrier.next.push(answer);
  const reserved = await aReservedCall(floor);
  await floor.placeCall(reserved.attemptId);
  return reserved;
}

const reconcileAfter = (ms: number): Promise<number> => {
  floor.clock.advance(ms);
  return floor.reconcileAttempts();
};

describe("an attempt whose call is unknown is looked up, never redialed", () => {
  test.each([
    ["queued", { state: "dialing" }],
    ["ringing", { state: "ringing" }],
    ["answered", { state: "answered" }],
    ["busy", { state: "closed", disposition: "busy" }],
    ["no-answer", { state: "closed", disposition: "no-answer" }],
    ["ended", { state: "closed", disposition: "hung-up" }],
  ] as const)("found %s in the carrier's list: bound and believed", async (status, expected) => {
    const unknown = await anUnknownAttempt("lost-answer");
    const { carrierCallId } = floor.carrier.callOf(unknown.attemptId);
    floor.carrier.setStatus(carrierCallId, status);
    expect(await reconcileAfter(4 * SECOND_MS)).toBe(1);
    expect(await attemptOf(floor, unknown)).toMatchObject({ ...expected, carrierCallId });
    expect(floor.carrier.orders).toHaveLength(1);
  });

  test("not found before the deadline: it is asked about again, every few seconds, and the person is not called", async () => {
    const unknown = await anUnknownAttempt("lost-request");
    for (let round = 0; round < 5; round++) expect(await reconcileAfter(4 * SECOND_MS)).toBe(0);
    expect(await attemptOf(floor, unknown)).toMatchObject({ state: "unknown", checkedAt: floor.clock.now() });
    const asked = await attemptOf(floor, unknown);
    await reconcileAfter(SECOND_MS);
    expect((await attemptOf(floor, unknown)).checkedAt).toBe(asked.checkedAt);
    expect(await contactOf(floor, unknown)).toMatchObject({ state: "in-attempt" });
  });

  test("found at the last moment, since the carrier's lists lag", async () => {
    const unknown = await anUnknownAttempt("lost-request");
    const orderedAt = floor.clock.now();
    await reconcileAfter(UNKNOWN_DEADLINE_MS - SECOND_MS);
    const { contact } = unknown;
    floor.carrier.addCall({ to: contact.phones[0] as string, from: "+12025550199", status: "ringing", createdAt: orderedAt });
    await reconcileAfter(4 * SECOND_MS);
    expect(await attemptOf(floor, unknown)).toMatchObject({ state: "ringing" });
  });

  test("not found after the deadline: closed as unknown, and the contact comes back under the recycle policy", async () => {
    const unknown = await anUnknownAttempt("lost-request");
    expect(await reconcileAfter(UNKNOWN_DEADLINE_MS)).toBe(1);
    expect(await attemptOf(floor, unknown)).toMatchObject({ state: "closed", disposition: "unknown", carrierCallId: null });
    // The fallback rule: an hour.
    expect(await contactOf(floor, unknown)).toMatchObject({ state: "ready", attempt_count: 1, due_at: floor.clock.now() + 60 * MINUTE_MS });
    expect(floor.carrier.orders).toHaveLength(1);
  });

  test("a call that belongs to another attempt, to another number, from another caller id or of an earlier time is not bound", async () => {
    const unknown = await anUnknownAttempt("lost-request");
    const [phone] = unknown.contact.phones as [string];
    const bound = floor.carrier.addCall({ to: phone, from: "+12025550199", status: "ended" });
    await aReservedCall(floor, {
      attempt: { state: "closed", disposition: "busy", closed_at: new Date(), carrier_call_id: bound.carrierCallId },
    });
    floor.carrier.addCall({ to: "+12125550199", from: "+12025550199", status: "ringing" });
    floor.carrier.addCall({ to: phone, from: "+12025550177", status: "ringing" });
    floor.carrier.addCall({ to: phone, from: "+12025550199", status: "ended", createdAt: floor.clock.now() - MINUTE_MS });
    expect(await reconcileAfter(4 * SECOND_MS)).toBe(0);
    expect(await attemptOf(floor, unknown)).toMatchObject({ state: "unknown", carrierCallId: null });
  });

  test("of several calls to the number the one that belongs to nobody is theirs", async () => {
    const unknown = await anUnknownAttempt("lost-request");
    const order = { to: unknown.contact.phones[0] as string, from: "+12025550199" };
    const own = floor.carrier.addCall({ ...order, status: "ringing" });
    const bound = floor.carrier.addCall({ ...order, status: "ended" });
    await aReservedCall(floor, {
      attempt: { state: "closed", disposition: "busy", closed_at: new Date(), carrier_call_id: bound.carrierCallId },
    });
    expect(await reconcileAfter(4 * SECOND_MS)).toBe(1);
    expect(await attemptOf(floor, unknown)).toMatchObject({ state: "ringing", carrierCallId: own.carrierCallId });
  });

  test("the carrier is away: nothing is concluded, not even after the deadline; then it is asked again", async () => {
    const unknown = await anUnknownAttempt("lost-answer");
    floor.carrier.isAway = true;
    expect(await reconcileAfter(2 * UNKNOWN_DEADLINE_MS)).toBe(0);
    expect(await attemptOf(floor, unknown)).toMatchObject({ state: "unknown" });
    floor.carrier.isAway = false;
    floor.carrier.setStatus(floor.carrier.callOf(unknown.attemptId).carrierCallId, "busy");
    expect(await reconcileAfter(SECOND_MS)).toBe(1);
    expect(await attemptOf(floor, unknown)).toMatchObject({ state: "closed", disposition: "busy" });
  });

  test("two rounds at once settle it once", async () => {
    const unknown = await anUnknownAttempt("lost-request");
    floor.clock.advance(UNKNOWN_DEADLINE_MS);
    const settled = await Promise.all([floor.reconcileAttempts(), floor.reconcileAttempts(), floor.reconcileAttempts()]);
    expect(settled.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await contactOf(floor, unknown)).toMatchObject({ attempt_count: 1 });
  });
});
