import { beforeEach, describe, expect, test } from "vitest";
import { SECOND_MS } from "../../../campaigns/instant.ts";
import { eventually } from "../../support/eventually.ts";
import {
  aConnectedCall,
  agentGone,
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

describe("the progress of a call", () => {
  test("goes up by rank and never down", async () => {
    const call = await aPlacedCall(floor);
    expect(await floor.tell(progress(call, "ringing"))).toBe("moved");
    expect(await floor.tell(progress(call, "dialing"))).toBe("ignored");
    expect(await floor.tell(progress(call, "queued"))).toBe("ignored");
    expect(await attemptOf(floor, call)).toMatchObject({ state: "ringing" });
    expect(await floor.tell(progress(call, "answered"))).toBe("moved");
    expect(await floor.tell(progress(call, "ringing"))).toBe("ignored");
    expect(await attemptOf(floor, call)).toMatchObject({ state: "answered", answeredAt: floor.clock.now() });
  });

  test("may skip what was lost: no ringing, or nothing before the end", async () => {
    const skipped = await aPlacedCall(floor);
    await floor.tell(progress(skipped, "answered"));
    expect(await attemptOf(floor, skipped)).toMatchObject({ state: "answered" });
    const silent = await aPlacedCall(floor);
    await hangUp(floor, silent, "no-answer", "no-answer");
    expect(await attemptOf(floor, silent)).toMatchObject({ state: "closed", disposition: "no-answer" });
  });

  test.each([
    ["busy", "busy", { state: "ready", last_disposition: "busy" }],
    ["no-answer", "no-answer", { state: "ready", last_disposition: "no-answer" }],
    ["failed", "invalid-number", { state: "finished", finished_reason: "no-number-left" }],
    ["ended", "hung-up", { state: "ready", last_disposition: "hung-up" }],
  ] as const)("a call that ends %s closes the attempt as %s", async (status, disposition, contact) => {
    const call = await aPlacedCall(floor);
    await hangUp(floor, call, status, disposition);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition });
    expect(await contactOf(floor, call)).toMatchObject({ ...contact, attempt_count: 1 });
  });

  test("the first end is believed, and what follows changes nothing", async () => {
    const call = await aPlacedCall(floor);
    await hangUp(floor, call, "busy", "busy");
    expect(await floor.tell(progress(call, "ended", "hung-up"))).toBe("ignored");
    expect(await floor.tell(progress(call, "ringing"))).toBe("ignored");
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "busy" });
    expect(await contactOf(floor, call)).toMatchObject({ attempt_count: 1 });
  });

  test("the same event twice is one event", async () => {
    const call = await aPlacedCall(floor);
    expect(await floor.tell(progress(call, "ringing"), "CA1 seq 2")).toBe("moved");
    expect(await floor.tell(progress(call, "ringing"), "CA1 seq 2")).toBe("repeated");
  });

  test("the word of another call than the attempt's is not believed", async () => {
    const call = await aPlacedCall(floor);
    expect(await floor.tell(progress({ ...call, carrierCallId: "CA9999" }, "busy", "busy"))).toBe("another-call");
    expect(await attemptOf(floor, call)).toMatchObject({ state: "dialing" });
  });

  test("the word of an attempt that does not exist or was never released changes nothing", async () => {
    const reserved = await aReservedCall(floor);
    expect(await floor.tell(progress({ ...reserved, carrierCallId: "CA9999" }, "busy", "busy"))).toBe("ignored");
    const stranger = { attemptId: "00000000-0000-7000-8000-000000000001", carrierCallId: "CA9999" };
    expect(await floor.tell(progress(stranger, "busy", "busy"))).toBe("no-such-attempt");
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "reserved", carrierCallId: null });
  });

  test("an answered status that comes before the question for an agent: the person still gets one", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await floor.tell(progress(call, "answered"));
    expect(await pickUp(floor, call)).toMatchObject({ do: "join-agent", conferenceName: agent.conference_name });
  });

  test("the end of an unknown attempt's call settles it", async () => {
    floor.carrier.next.push("lost-answer");
    const call = await aPlacedCall(floor);
    await hangUp(floor, call, "no-answer", "no-answer");
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "no-answer", carrierCallId: call.carrierCallId });
  });
});

describe("person and agent", () => {
  test("talk once the person is in the agent's room; the wrap-up begins when they leave", async () => {
    const call = await aConnectedCall(floor, { settings: { wrapUpSeconds: 45 } });
    expect(await attemptOf(floor, call)).toMatchObject({ state: "connected", connectedAt: floor.clock.now() });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "talking" });
    floor.clock.advance(30 * SECOND_MS);
    expect(await floor.tell(left(call, call.agent))).toBe("moved");
    const wrapUpUntil = floor.clock.now() + 45 * SECOND_MS;
    expect(await attemptOf(floor, call)).toMatchObject({ state: "wrapping-up", wrapUpUntil });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "wrapping-up", wrap_up_until: wrapUpUntil });
    expect(await hangUp(floor, call)).toBe("ignored");
    expect(await attemptOf(floor, call)).toMatchObject({ state: "wrapping-up", wrapUpUntil });
  });

  test("the end of the call begins the wrap-up when the word of the leaving is lost", async () => {
    const call = await aConnectedCall(floor);
    expect(await hangUp(floor, call)).toBe("moved");
    expect(await attemptOf(floor, call)).toMatchObject({ state: "wrapping-up" });
    expect(await floor.tell(left(call, call.agent))).toBe("ignored");
  });

  test("a joining that is told after the leaving: the end of the call still begins the wrap-up", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    expect(await floor.tell(left(call, agent))).toBe("ignored");
    expect(await floor.tell(joined(call, agent))).toBe("moved");
    await hangUp(floor, call);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "wrapping-up" });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "wrapping-up" });
  });

  test("a joining that is told after the end is ignored, and the agent is free", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    await hangUp(floor, call);
    expect(await floor.tell(joined(call, agent))).toBe("ignored");
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "hung-up" });
    expect(await agentOf(floor, agent)).toMatchObject({ state: "available", attempt_id: null });
  });

  test("a late word that they left an earlier agent's room does not end the talk with the next", async () => {
    const first = await aWaitingAgent(floor, { state_since: new Date(floor.clock.now() - 9_000) });
    const second = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    await floor.tell(agentGone(first));
    await pickUp(floor, call);
    await floor.tell(joined(call, second));
    expect(await floor.tell(joined(call, first))).toBe("ignored");
    expect(await floor.tell(left(call, first))).toBe("ignored");
    expect(await attemptOf(floor, call)).toMatchObject({ state: "connected", agentId: second.id });
    expect(await agentOf(floor, second)).toMatchObject({ state: "talking" });
  });

  test("the agent's leg goes while they talk: the agent still has the wrap-up, then a break", async () => {
    const call = await aConnectedCall(floor);
    await floor.tell(agentGone(call.agent));
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "talking", line_state: "none" });
    await floor.tell(left(call, call.agent));
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "wrapping-up" });
    await floor.disposeAttempt(call.agent.id, { attemptId: call.attemptId, disposition: "success", note: null, then: "available" });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "on-break", pause_reason: "line-lost", attempt_id: null });
  });
});

describe("answer detection", () => {
  test("a machine found while it is with an agent is hung up and frees the agent without a wrap-up", async () => {
    const call = await aConnectedCall(floor);
    await floor.tell({ kind: "answer-detected", ...call, answer: "machine" });
    expect(floor.carrier.deeds).toContain(`hang up ${call.carrierCallId}`);
    await floor.tell(progress(call, "ended", "hung-up"));
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "machine", answer: "machine" });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "available", attempt_id: null });
    expect(await contactOf(floor, call)).toMatchObject({ state: "ready", last_disposition: "machine" });
  });

  test("the hang-up that follows the verdict fails: the reaper does it", async () => {
    const call = await aConnectedCall(floor);
    floor.carrier.isAway = true;
    await expect(floor.tell({ kind: "answer-detected", ...call, answer: "fax" })).rejects.toThrow("cannot be asked");
    floor.carrier.isAway = false;
    floor.clock.advance(20 * SECOND_MS);
    await floor.reapAttempts();
    expect(floor.carrier.deeds).toEqual([`hang up ${call.carrierCallId}`]);
  });

  test("what the agent chose weighs more than the verdict", async () => {
    const call = await aConnectedCall(floor);
    await floor.disposeAttempt(call.agent.id, { attemptId: call.attemptId, disposition: "voicemail", note: null, then: null });
    await floor.tell({ kind: "answer-detected", ...call, answer: "machine" });
    await floor.tell(progress(call, "ended", "hung-up"));
    expect(await attemptOf(floor, call)).toMatchObject({ disposition: "voicemail" });
  });

  test("a person is left where they are, and a verdict after the end changes nothing", async () => {
    const call = await aConnectedCall(floor);
    await floor.tell({ kind: "answer-detected", ...call, answer: "human" });
    expect(floor.carrier.deeds).toEqual([]);
    const over = await aPlacedCall(floor);
    await hangUp(floor, over, "busy", "busy");
    expect(await floor.tell({ kind: "answer-detected", ...over, answer: "machine" })).toBe("ignored");
    expect(await attemptOf(floor, over)).toMatchObject({ disposition: "busy", answer: null });
  });
});

describe("events are stored before they are applied", () => {
  test("the webhook is answered once its event is stored; the event is then applied", async () => {
    const call = await aPlacedCall(floor);
    const event = { event: JSON.stringify(progress(call, "ringing")) };
    const raw = { dedupeKey: "one", source: "call", attemptId: call.attemptId, agentId: null, carrierCallId: call.carrierCallId };
    await floor.voiceDesk.record({ ...raw, payload: event });
    await eventually(async () => (await attemptOf(floor, call)).state === "ringing");
  });

  test("what a killed process stored is applied by the next round, once", async () => {
    const call = await aPlacedCall(floor);
    await floor.store(progress(call, "ringing"));
    await floor.store(progress(call, "busy", "busy"));
    expect(await floor.applyLeftOverEvents()).toBe(0);
    floor.clock.advance(3 * SECOND_MS);
    expect(await floor.applyLeftOverEvents()).toBe(2);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "busy" });
    expect(await floor.applyLeftOverEvents()).toBe(0);
  });

  test("one event applied by several processes at once is applied once", async () => {
    const call = await aPlacedCall(floor);
    for (let told = 0; told < 5; told++) await floor.store(progress(call, told < 4 ? "ringing" : "busy", told < 4 ? null : "busy"));
    floor.clock.advance(3 * SECOND_MS);
    await Promise.all([floor.applyLeftOverEvents(), floor.applyLeftOverEvents(), floor.applyLeftOverEvents()]);
    expect(await contactOf(floor, call)).toMatchObject({ attempt_count: 1, last_disposition: "busy" });
  });

  test("what we cannot read stays as evidence and holds nothing up", async () => {
    const raw = { dedupeKey: "odd", source: "call", attemptId: null, agentId: null, carrierCallId: null, payload: { Odd: "yes" } };
    await floor.stores.carrierEvents.add(raw, floor.clock.now());
    floor.clock.advance(3 * SECOND_MS);
    expect(await floor.applyLeftOverEvents()).toBe(1);
    const row = await house.db.selectFrom("carrier_events").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ outcome: "no-concern-of-ours", payload: { Odd: "yes" } });
  });

  test("the job queue is away: events are applied all the same", async () => {
    const call = await aPlacedCall(floor);
    floor.jobQueue.isAway = true;
    expect(await floor.tell(progress(call, "ringing"))).toBe("moved");
  });
});
