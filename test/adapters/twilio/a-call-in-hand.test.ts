/** Taking hold of calls and asking about them, on the simulated carrier. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { CALLER_ID, CONFERENCE, type Simulation, simulate } from "./on-the-simulator.ts";
import { ended, heard, orderTo, parkAgent, place, reached } from "./steps.ts";

let it: Simulation;
beforeEach(async () => {
  it = await simulate();
});
afterEach(() => it[Symbol.asyncDispose]());

describe("taking hold of a call", () => {
  test("a ringing call can be cancelled, and then only once", async () => {
    it.control.party("+12025550110", { outcome: "human", ringMs: 60_000 });
    const order = orderTo("+12025550110");
    const callSid = await place(it, order);
    await reached(it, order.attemptId, "ringing");
    expect(await it.carrier.cancelCall(callSid)).toBe(true);
    expect(await ended(it, order.attemptId)).toMatchObject({ status: "cancelled", disposition: "cancelled" });
    expect(await it.carrier.cancelCall(callSid)).toBe(false);
  });

  test("an answered call cannot be cancelled any more, only hung up, and then it had ended", async () => {
    it.desk.atAnswer = (attemptId) => ({ do: "wait", attemptId, seconds: 600 });
    const order = orderTo("+12025550111");
    const callSid = await place(it, order);
    await reached(it, order.attemptId, "answered");
    expect(await it.carrier.cancelCall(callSid)).toBe(false);
    expect(await it.carrier.hangUp(callSid)).toBe(true);
    await ended(it, order.attemptId);
    expect(await it.carrier.hangUp(callSid)).toBe(false);
    expect(await it.carrier.sayAndHangUp(callSid, { message: "Goodbye", language: "en-US" })).toBe(false);
    expect(await it.carrier.moveToConference(callSid, order.attemptId, CONFERENCE)).toBe(false);
  });

  test("a live call is moved to an agent who became free", async () => {
    await parkAgent(it);
    it.desk.atAnswer = (attemptId) => ({ do: "wait", attemptId, seconds: 600 });
    const order = orderTo("+12025550112");
    const callSid = await place(it, order);
    await reached(it, order.attemptId, "answered");
    expect(await it.carrier.moveToConference(callSid, order.attemptId, CONFERENCE)).toBe(true);
    await heard(it, order.attemptId, "person-joined");
  });

  test("a message to a live call is its last word", async () => {
    it.desk.atAnswer = (attemptId) => ({ do: "wait", attemptId, seconds: 600 });
    const order = orderTo("+12025550113");
    const callSid = await place(it, order);
    await reached(it, order.attemptId, "answered");
    expect(await it.carrier.sayAndHangUp(callSid, { message: "Nobody is free & we are sorry.", language: "en-US" })).toBe(true);
    expect(await ended(it, order.attemptId)).toMatchObject({ status: "ended" });
  });

  test("a person who presses the key during the message is heard", async () => {
    it.control.party("+12025550118", { outcome: "human", ringMs: 500, dtmf: [{ at: "gather", afterMs: 500, digits: "9" }] });
    const order = orderTo("+12025550118");
    it.desk.atAnswer = (attemptId) => ({
      do: "say-and-hang-up",
      message: "Press 9 now.",
      language: "en-US",
      optOut: { attemptId, key: "9" },
    });
    await place(it, order);
    await ended(it, order.attemptId);
    expect(it.desk.asked).toContainEqual({
      question: "optedOut",
      input: { attemptId: order.attemptId, carrierCallId: expect.any(String), digits: "9" },
    });
  });

  test("who is not in a conference cannot be held or removed, and nor can anyone in a conference that is none", async () => {
    await parkAgent(it);
    const stranger = `CA${"0".repeat(32)}`;
    expect(await it.carrier.kick(CONFERENCE, stranger)).toBe(false);
    expect(await it.carrier.hold(CONFERENCE, stranger, true)).toBe(false);
    expect(await it.carrier.kick("agent-nobody", stranger)).toBe(false);
    expect(await it.carrier.participants("agent-nobody")).toEqual([]);
  });
});

describe("asking the carrier", () => {
  test("a call is found by its id, with its status in our words, and a stranger is not found", async () => {
    it.control.party("+12025550114", { outcome: "human", ringMs: 60_000 });
    const order = orderTo("+12025550114");
    const callSid = await place(it, order);
    const call = await eventually(async () => {
      const found = await it.carrier.findCall(callSid);
      if (found?.status !== "ringing") throw new Error(`expected a ringing call, found ${found?.status}`);
      return found;
    });
    expect(call).toMatchObject({ carrierCallId: callSid, to: order.to, from: CALLER_ID, sipCode: null });
    expect(Math.abs((call.createdAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await it.carrier.findCall(`CA${"0".repeat(32)}`)).toBeUndefined();
  });

  test("a call whose answer was lost is found by its number, newest first, and older ones are left out", async () => {
    const order = orderTo("+12025550115");
    it.control.fault({ match: { kind: "create" }, effect: { hangAfterAccept: true }, times: 1 });
    const impatient = it.carrierWith({ requestTimeoutMs: 300 });
    const since = Date.now();
    expect(await impatient.placeCall(order)).toMatchObject({ outcome: "unknown", code: "timeout" });
    const found = await it.carrier.listCallsTo(order.to, CALLER_ID, since);
    expect(found).toHaveLength(1);
    expect(
      it.desk.heardOf(order.attemptId).every((event) => !("carrierCallId" in event) || event.carrierCallId === found[0]?.carrierCallId),
    ).toBe(true);
    expect(await it.carrier.listCallsTo(order.to, CALLER_ID, Date.now() + 60_000)).toEqual([]);
    expect(await it.carrier.listCallsTo(order.to, "+12025550100", since)).toEqual([]);
  });

  test("a request that was lost on the way left no call", async () => {
    const order = orderTo("+12025550116");
    it.control.fault({ match: { kind: "create" }, effect: { hangBeforeAccept: true }, times: 1 });
    expect(await it.carrierWith({ requestTimeoutMs: 300 }).placeCall(order)).toMatchObject({ outcome: "unknown", code: "timeout" });
    expect(await it.carrier.listCallsTo(order.to, CALLER_ID, 0)).toEqual([]);
  });

  test("the check names the account, and says when the credentials are refused", async () => {
    expect(await it.carrier.check()).toEqual({ ok: true, account: it.settings.accountSid });
    const stranger = it.carrierWith({ apiKey: { sid: it.settings.apiKeySid, secret: "wrong" } });
    expect(await stranger.check()).toMatchObject({ ok: false, code: "20003" });
  });
});
