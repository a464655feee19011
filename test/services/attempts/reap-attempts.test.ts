import { beforeEach, describe, expect, test } from "vitest";
import { SECOND_MS } from "../../../campaigns/instant.ts";
import {
  aConnectedCall,
  agentOf,
  aPlacedCall,
  aReservedCall,
  attemptOf,
  aWaitingAgent,
  contactOf,
  type Floor,
  hangUp,
  joined,
  left,
  makeFloor,
  pickUp,
  progress,
} from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

/** So much later, one round. */
async function reapAfter(seconds: number): Promise<number> {
  floor.clock.advance(seconds * SECOND_MS);
  return floor.reapAttempts();
}

describe("nothing hangs, whatever state it is in (invariant 3)", () => {
  test("reserved and never released: the contact is free again after half a minute", async () => {
    const reserved = await aReservedCall(floor);
    await reapAfter(29);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "reserved" });
    await reapAfter(1);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "released", refusal: "not-released-in-time" });
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "ready", attempt_count: 0, due_at: floor.clock.now() });
    expect(await floor.placeCall(reserved.attemptId)).toBe("nothing-to-do");
  });

  test("submitting for longer than a request may take: unknown, never asked for again", async () => {
    const reserved = await aReservedCall(floor);
    await floor.stores.attempts.move(reserved.attemptId, "submitting", floor.clock.now());
    await reapAfter(9);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "submitting" });
    await reapAfter(1);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "unknown", unknownAt: floor.clock.now() });
    expect(floor.carrier.orders).toEqual([]);
  });

  test.each([
    ["dialing", "busy", "busy"],
    ["ringing", "no-answer", "no-answer"],
    ["ringing", "failed", "failed"],
    ["ringing", "cancelled", "cancelled"],
    ["dialing", "ended", "hung-up"],
  ] as const)("%s, and the word of its end (%s) was lost: the carrier is asked", async (state, status, disposition) => {
    const call = await aPlacedCall(floor);
    if (state === "ringing") await floor.tell(progress(call, "ringing"));
    floor.carrier.setStatus(call.carrierCallId, status);
    await reapAfter(46);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition });
    expect(await contactOf(floor, call)).toMatchObject({ state: "ready", last_disposition: disposition });
  });

  test("ringing on at the carrier: it goes on, and the carrier is not asked every second", async () => {
    const call = await aPlacedCall(floor, { settings: { ringTimeoutSeconds: 600 } });
    floor.carrier.setStatus(call.carrierCallId, "ringing");
    await reapAfter(46);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "ringing", checkedAt: floor.clock.now() });
    expect(await reapAfter(1)).toBe(0);
  });

  test("the carrier no longer knows the call: lost", async () => {
    const call = await aPlacedCall(floor);
    floor.carrier.calls.delete(call.carrierCallId);
    await reapAfter(46);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "lost" });
  });

  test("connected, and the word of the end was lost: the wrap-up begins", async () => {
    const call = await aConnectedCall(floor);
    await reapAfter(21);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "connected" });
    floor.carrier.setStatus(call.carrierCallId, "ended");
    await reapAfter(21);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "wrapping-up" });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "wrapping-up" });
  });

  test("the message for an abandoned person was played, and the word of the end was lost", async () => {
    const call = await aPlacedCall(floor, { settings: { connectWithinSeconds: 0 } });
    await pickUp(floor, call);
    floor.carrier.setStatus(call.carrierCallId, "ended");
    await reapAfter(21);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "abandoned" });
  });

  test("a wrap-up whose call's end was never told holds a line until the carrier was asked", async () => {
    const call = await aConnectedCall(floor, { settings: { wrapUpSeconds: 600 } });
    const during = (await floor.stores.carrierLimits.room()).linesLeft;
    await floor.tell(left(call, call.agent));
    expect((await floor.stores.carrierLimits.room()).linesLeft).toBe(during);
    floor.carrier.setStatus(call.carrierCallId, "ended");
    await reapAfter(20);
    expect((await floor.stores.carrierLimits.room()).linesLeft).toBe(during + 1);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "wrapping-up" });
  });
});

describe("a person who answered and is not with an agent after three seconds", () => {
  test("is in the room, and the word of it was lost: they talk", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    await reapAfter(3);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "connected" });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "talking" });
    expect(floor.carrier.deeds).toEqual([]);
  });

  test("is not in the room: they are sent there once more", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    floor.carrier.rooms.get(agent.conference_name)?.delete(call.carrierCallId);
    await reapAfter(3);
    expect(floor.carrier.deeds).toEqual([`move ${call.carrierCallId} to ${agent.conference_name}`]);
    await reapAfter(3);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "connected" });
  });

  test("cannot be got in for ten seconds: they hear the message, and the agent is free again", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor, { settings: { abandonMessage: "Sorry." } });
    await pickUp(floor, call);
    for (let round = 0; round < 3; round++) {
      floor.carrier.rooms.get(agent.conference_name)?.delete(call.carrierCallId);
      await reapAfter(3);
      expect(await attemptOf(floor, call)).toMatchObject({ state: "answered" });
    }
    floor.carrier.rooms.get(agent.conference_name)?.delete(call.carrierCallId);
    await reapAfter(3);
    expect(floor.carrier.deeds.at(-1)).toBe(`say to ${call.carrierCallId}: Sorry.`);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "abandoned", agentId: null });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available", attempt_id: null });
  });

  test("whose agent's leg is not there: they go to another, and the first is on a break", async () => {
    const first = await aWaitingAgent(floor, { state_since: new Date(0) });
    const second = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    floor.carrier.rooms.set(first.conference_name, new Set([call.carrierCallId]));
    await reapAfter(3);
    expect(floor.carrier.deeds).toEqual([`move ${call.carrierCallId} to ${second.conference_name}`]);
    expect(await agentOf(floor, first)).toMatchObject({ state: "on-break", pause_reason: "line-lost" });
    await floor.tell(joined(call, second));
    expect(await attemptOf(floor, call)).toMatchObject({ state: "connected", agentId: second.id });
  });

  test("whose question for an agent never reached us: they get one, or the message", async () => {
    const call = await aPlacedCall(floor, { settings: { abandonMessage: "Sorry." } });
    const next = await aPlacedCall(floor);
    for (const answered of [call, next]) {
      floor.carrier.setStatus(answered.carrierCallId, "answered");
      await floor.tell(progress(answered, "answered"));
    }
    const agent = await aWaitingAgent(floor);
    await reapAfter(3);
    expect(floor.carrier.deeds.toSorted((one, other) => one.localeCompare(other))).toEqual([
      `move ${call.carrierCallId} to ${agent.conference_name}`,
      expect.stringContaining(`say to ${next.carrierCallId}`),
    ]);
  });

  test("who has hung up, and we were not told: closed, and the agent is free", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    floor.carrier.setStatus(call.carrierCallId, "ended");
    await reapAfter(3);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "hung-up" });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available", attempt_id: null });
  });

  test("turned out to be a machine: it is hung up, not sent to an agent", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    floor.carrier.setStatus(call.carrierCallId, "answered");
    await floor.tell(progress(call, "answered"));
    await floor.stores.attempts.amend(call.attemptId, { answer: "machine" });
    await reapAfter(3);
    expect(floor.carrier.deeds).toEqual([`hang up ${call.carrierCallId}`]);
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available" });
  });
});

describe("the carrier is away", () => {
  test("nothing changes; it is asked again, and one that cannot be mended does not hold up the others", async () => {
    const ringing = await aPlacedCall(floor);
    const agent = await aWaitingAgent(floor);
    const answered = await aPlacedCall(floor);
    await pickUp(floor, answered);
    const reserved = await aReservedCall(floor);
    floor.carrier.setStatus(ringing.carrierCallId, "busy");
    floor.carrier.isAway = true;
    await reapAfter(46);
    expect(await attemptOf(floor, ringing)).toMatchObject({ state: "dialing", checkedAt: null });
    expect(await attemptOf(floor, answered)).toMatchObject({ state: "answered", agentId: agent.id });
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "released" });
    floor.carrier.isAway = false;
    await reapAfter(1);
    expect(await attemptOf(floor, ringing)).toMatchObject({ state: "closed", disposition: "busy" });
    expect(await attemptOf(floor, answered)).toMatchObject({ state: "connected" });
  });
});

describe("two reapers at once", () => {
  test("close what hangs once", async () => {
    const call = await aPlacedCall(floor);
    await hangUp(floor, await aPlacedCall(floor), "busy", "busy");
    floor.carrier.setStatus(call.carrierCallId, "busy");
    floor.clock.advance(46 * SECOND_MS);
    await Promise.all([floor.reapAttempts(), floor.reapAttempts(), floor.reapAttempts()]);
    expect(await contactOf(floor, call)).toMatchObject({ attempt_count: 1 });
  });
});
