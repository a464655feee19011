import { beforeEach, describe, expect, test } from "vitest";
import { DAY_MS, SECOND_MS } from "../../../campaigns/instant.ts";
import {
  aConnectedCall,
  agentOf,
  aPlacedCall,
  aReservedCall,
  attemptOf,
  aWaitingAgent,
  type ConnectedCall,
  contactOf,
  type Floor,
  hangUp,
  joined,
  left,
  makeFloor,
  pickUp,
} from "../../support/dialing.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

const say = (call: ConnectedCall, disposition: string, then: "available" | "on-break" | null = null, note: string | null = null) =>
  floor.disposeAttempt(call.agent.id, { attemptId: call.attemptId, disposition, note, then });

describe("the agent says what came of the call", () => {
  test("during the call: it is kept, and the attempt closes with it when the person goes", async () => {
    const call = await aConnectedCall(floor);
    expect(await say(call, "success", null, "wants the blue one")).toMatchObject({ ok: true, attempt: { chosenDisposition: "success" } });
    expect(await attemptOf(floor, call)).toMatchObject({ state: "connected", note: "wants the blue one", disposition: null });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "talking" });
    await hangUp(floor, call);
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "success" });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "available", attempt_id: null });
    expect(await contactOf(floor, call)).toMatchObject({ state: "finished", finished_reason: "final-disposition" });
  });

  test("during the call it may be changed; the last word counts", async () => {
    const call = await aConnectedCall(floor);
    await say(call, "success");
    await say(call, "no-contact");
    await hangUp(floor, call);
    expect(await attemptOf(floor, call)).toMatchObject({ disposition: "no-contact" });
  });

  test("in the wrap-up: the attempt closes at once and the agent takes the next call", async () => {
    const call = await aConnectedCall(floor);
    await hangUp(floor, call);
    expect(await say(call, "not-interested", "available", "call not wanted")).toMatchObject({ ok: true, attempt: { state: "closed" } });
    expect(await attemptOf(floor, call)).toMatchObject({ disposition: "not-interested", note: "call not wanted" });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "available", wrap_up_until: null, attempt_id: null });
    expect(floor.jobQueue.ofName("pace-campaigns").length).toBeGreaterThan(0);
  });

  test("the same again changes nothing, however often", async () => {
    const call = await aConnectedCall(floor);
    await hangUp(floor, call);
    const answers = await Promise.all([say(call, "success"), say(call, "success"), say(call, "success")]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
    expect(await contactOf(floor, call)).toMatchObject({ attempt_count: 1 });
  });

  test("another word after the end is refused", async () => {
    const call = await aConnectedCall(floor);
    await hangUp(floor, call);
    await say(call, "success");
    expect(await say(call, "not-interested")).toMatchObject({ ok: false, reason: "nothing-to-dispose" });
    expect(await attemptOf(floor, call)).toMatchObject({ disposition: "success" });
  });

  test("a wrong number is marked bad and the next number comes up", async () => {
    const call = await aConnectedCall(floor, { contact: { phones: ["+12025550101", "+12025550102"] } });
    await hangUp(floor, call);
    await say(call, "wrong-number");
    expect(await floor.stores.hopper.goodPositions(call.contact.id)).toEqual([2]);
    expect(await contactOf(floor, call)).toMatchObject({ state: "ready", next_position: 2 });
  });

  test("a word that does not exist, or is the system's own, is refused and the agent told which there are", async () => {
    const call = await aConnectedCall(floor);
    expect(await say(call, "hired")).toMatchObject({
      ok: false,
      reason: "unknown-disposition",
      detail: expect.stringContaining("success"),
    });
    expect(await say(call, "abandoned")).toMatchObject({ ok: false, reason: "unknown-disposition" });
  });

  test("only the agent who has the call may say it, and only while there is one", async () => {
    const call = await aConnectedCall(floor);
    const other = await aWaitingAgent(floor);
    const wish = { attemptId: call.attemptId, disposition: "success", note: null, then: null };
    expect(await floor.disposeAttempt(other.id, wish)).toEqual({ ok: false, reason: "not-your-attempt" });
    const stranger = { ...wish, attemptId: "00000000-0000-7000-8000-000000000001" };
    expect(await floor.disposeAttempt(other.id, stranger)).toEqual({ ok: false, reason: "no-such-attempt" });
    const answered = await aPlacedCall(floor);
    await pickUp(floor, answered);
    expect(await floor.disposeAttempt(other.id, { ...wish, attemptId: answered.attemptId })).toMatchObject({
      reason: "nothing-to-dispose",
    });
  });
});

describe("the wrap-up has a limit, and it is kept on the server", () => {
  test("when it runs out the attempt closes without the agent's word and the agent is free", async () => {
    const call = await aConnectedCall(floor, { settings: { wrapUpSeconds: 30 } });
    await hangUp(floor, call);
    floor.clock.advance(29 * SECOND_MS);
    await floor.reapAttempts();
    expect(await attemptOf(floor, call)).toMatchObject({ state: "wrapping-up" });
    floor.clock.advance(SECOND_MS);
    await floor.reapAttempts();
    expect(await attemptOf(floor, call)).toMatchObject({ state: "closed", disposition: "not-dispositioned" });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "available" });
  });

  test("a word and the end of the time at the same moment: one of them counts, once", async () => {
    const call = await aConnectedCall(floor, { settings: { wrapUpSeconds: 30 } });
    await hangUp(floor, call);
    floor.clock.advance(30 * SECOND_MS);
    await Promise.all([say(call, "success"), floor.reapAttempts(), floor.reapAttempts()]);
    const { disposition } = await attemptOf(floor, call);
    expect(["success", "not-dispositioned"]).toContain(disposition);
    expect(await contactOf(floor, call)).toMatchObject({ attempt_count: 1, last_disposition: disposition });
  });
});

describe("afterwards", () => {
  test("a break that was asked for with the disposition begins when the call is done", async () => {
    const call = await aConnectedCall(floor);
    await say(call, "success", "on-break");
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "talking", pause_after: true });
    await hangUp(floor, call);
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "on-break", pause_after: false, attempt_id: null });
  });

  test("a break that was asked for during the call comes after the wrap-up, with its reason", async () => {
    const call = await aConnectedCall(floor);
    expect(await floor.changeState(call.agent.id, { state: "on-break", reason: "lunch" })).toMatchObject({
      ok: true,
      from: "after-this-call",
    });
    await hangUp(floor, call);
    await say(call, "success");
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "on-break", pause_reason: "lunch" });
  });

  test("who says that they will take calls takes back a break asked for before", async () => {
    const call = await aConnectedCall(floor);
    await floor.changeState(call.agent.id, { state: "on-break", reason: "lunch" });
    await hangUp(floor, call);
    await say(call, "success", "available");
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "available", pause_reason: null, pause_after: false });
  });
});

describe("the person asks not to be called", () => {
  test("the number is forbidden at once, also while they are still on the line, and stops every campaign", async () => {
    const call = await aConnectedCall(floor);
    await say(call, "do-not-call");
    await hangUp(floor, call);
    const elsewhere = await aReservedCall(floor, { contact: { phones: call.contact.phones } });
    floor.clock.advance(2 * DAY_MS);
    expect(await floor.placeCall(elsewhere.attemptId)).toBe("refused");
    expect(await attemptOf(floor, elsewhere)).toMatchObject({ refusal: "do-not-call" });
    expect(await contactOf(floor, call)).toMatchObject({ state: "finished" });
  });

  test("saying it twice makes one entry", async () => {
    const call = await aConnectedCall(floor);
    await say(call, "do-not-call");
    await say(call, "do-not-call");
    const entries = await house.db.selectFrom("do_not_call_entries").selectAll().execute();
    expect(entries).toMatchObject([{ phone: call.contact.phones[0], scope: "organisation", source: "agent", created_by: call.agent.id }]);
  });

  test("said a moment after the wrap-up ran out, the number is forbidden all the same", async () => {
    const call = await aConnectedCall(floor, { settings: { wrapUpSeconds: 5 } });
    await hangUp(floor, call);
    floor.clock.advance(6 * SECOND_MS);
    await floor.reapAttempts();
    expect(await say(call, "do-not-call")).toMatchObject({ ok: false, reason: "nothing-to-dispose" });
    expect(await house.db.selectFrom("do_not_call_entries").selectAll().execute()).toHaveLength(1);
  });

  test("an agent cannot forbid a number that they did not speak to", async () => {
    const agent = await aWaitingAgent(floor);
    const call = await aPlacedCall(floor);
    await pickUp(floor, call);
    const wish = { attemptId: call.attemptId, disposition: "do-not-call", note: null, then: null };
    expect(await floor.disposeAttempt(agent.id, wish)).toMatchObject({ ok: false });
    expect(await house.db.selectFrom("do_not_call_entries").selectAll().execute()).toEqual([]);
  });
});

describe("the room is empty before the agent comes back to it (invariant 4)", () => {
  test("a call whose end was never told is ended with the wrap-up", async () => {
    const call = await aConnectedCall(floor);
    await floor.tell(left(call, call.agent));
    await say(call, "success");
    expect(floor.carrier.deeds).toEqual([`hang up ${call.carrierCallId}`]);
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "available" });
  });

  test("also when the wrap-up runs out, or the agent had said it before", async () => {
    const late = await aConnectedCall(floor, { settings: { wrapUpSeconds: 5 } });
    await floor.tell(left(late, late.agent));
    floor.clock.advance(6 * SECOND_MS);
    await floor.reapAttempts();
    const early = await aConnectedCall(floor, { agent: { state_since: new Date(0) } });
    await say(early, "success");
    await floor.tell(left(early, early.agent));
    expect(floor.carrier.deeds).toEqual([`hang up ${late.carrierCallId}`, `hang up ${early.carrierCallId}`]);
  });

  test("the carrier is away: the agent is not held for it", async () => {
    const call = await aConnectedCall(floor);
    await floor.tell(left(call, call.agent));
    floor.carrier.isAway = true;
    expect(await say(call, "success")).toMatchObject({ ok: true });
    expect(await agentOf(floor, call.agent)).toMatchObject({ state: "available" });
  });

  test("a call whose end is known is left in peace", async () => {
    const call = await aConnectedCall(floor);
    await floor.tell(joined(call, call.agent));
    await hangUp(floor, call);
    await say(call, "success");
    expect(floor.carrier.deeds).toEqual([]);
  });
});
