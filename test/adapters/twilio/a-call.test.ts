/** A call from first to last, on the simulated carrier, over HTTP both ways. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "../../../campaigns/attempts/answer.ts";
import type { CallOutcome } from "../../../src/ports/carrier.ts";
import { eventually } from "../../support/eventually.ts";
import { CALLER_ID, CONFERENCE, type Simulation, simulate } from "./on-the-simulator.ts";
import { ended, heard, orderTo, parkAgent, place, statusesOf } from "./steps.ts";
import { AGENT } from "./support.ts";

let it: Simulation;
beforeEach(async () => {
  it = await simulate();
});
afterEach(() => it[Symbol.asyncDispose]());
const questions = () => it.desk.asked.map((one) => one.question);

describe("a call from first to last", () => {
  test("an agent's browser dials in with our token, and its line waits in the agent's own conference", async () => {
    const callSid = await parkAgent(it);
    expect(it.desk.asked[0]).toEqual({ question: "agentDialedIn", input: { agentId: AGENT, carrierCallId: callSid } });
    expect(await it.carrier.participants(CONFERENCE)).toEqual([{ carrierCallId: callSid, label: "agent", hold: false }]);
  });

  test("a person is called, answers, joins the agent, is held and brought back, and is let go without losing the agent", async () => {
    const agentCall = await parkAgent(it);
    const order = orderTo("+12025550101");
    const callSid = await place(it, order);
    const joined = await heard(it, order.attemptId, "person-joined");
    expect(joined).toMatchObject({ carrierCallId: callSid, conferenceName: CONFERENCE });
    const both = await it.carrier.participants(CONFERENCE);
    expect(both.map((one) => one.label)).toEqual(expect.arrayContaining(["agent", `person-${order.attemptId}`]));

    const heldNow = async () => (await it.carrier.participants(CONFERENCE)).find((one) => one.carrierCallId === callSid)?.hold;
    expect(await it.carrier.hold(CONFERENCE, callSid, true)).toBe(true);
    expect(await heldNow()).toBe(true);
    expect(await it.carrier.hold(CONFERENCE, callSid, false)).toBe(true);
    expect(await heldNow()).toBe(false);

    expect(await it.carrier.kick(CONFERENCE, callSid)).toBe(true);
    await heard(it, order.attemptId, "person-left");
    expect(await ended(it, order.attemptId)).toMatchObject({ status: "ended", disposition: "hung-up", sipCode: "200" });
    expect(questions()).toContain("personLeft");
    expect(await it.carrier.participants(CONFERENCE)).toEqual([{ carrierCallId: agentCall, label: "agent", hold: false }]);
    expect(statusesOf(it, order.attemptId).toSorted()).toEqual(["answered", "dialing", "ended", "ringing"]);
  });

  test("a person for whom nobody is free waits and asks again", async () => {
    await parkAgent(it);
    it.desk.atAnswer = (attemptId) => ({ do: "wait", attemptId, seconds: 1 });
    const order = orderTo("+12025550102");
    await place(it, order);
    await heard(it, order.attemptId, "person-joined");
    expect(questions()).toContain("stillWaiting");
  });

  test("when the agent's line ends, both are told and the conference is over", async () => {
    const agentCall = await parkAgent(it);
    const order = orderTo("+12025550103");
    await place(it, order);
    await heard(it, order.attemptId, "person-joined");
    expect(await it.carrier.hangUp(agentCall)).toBe(true);
    await eventually(() => it.desk.heardOfAgent().some((event) => event.kind === "conference-ended"));
    expect(it.desk.heardOfAgent().map((event) => event.kind)).toContain("agent-left");
    await ended(it, order.attemptId);
    expect(questions()).toContain("personLeft");
    expect(await it.carrier.participants(CONFERENCE)).toEqual([]);
  });

  test("an agent's telephone is rung, asked to press 1, and parked", async () => {
    const address = "+12025550188";
    it.control.endpoint(address, { dtmf: "1" });
    const outcome = await it.carrier.callAgent({ agentId: AGENT, kind: "phone", address, callerId: CALLER_ID });
    expect(outcome).toMatchObject({ outcome: "placed" });
    await eventually(() => it.desk.heardOfAgent().some((event) => event.kind === "agent-joined"));
    expect(questions()).toEqual(["agentAnswered", "agentConfirmed"]);
  });

  test("an agent's SIP device that is answered by nobody who presses a key is not parked", async () => {
    it.control.endpoint("sip:desk-7@example.com", { dtmf: "" });
    await it.carrier.callAgent({ agentId: AGENT, kind: "sip", address: "desk-7@example.com", callerId: CALLER_ID });
    await eventually(() => it.desk.heardOfAgent().some((event) => event.kind === "agent-line-progress" && event.status === "ended"));
    expect(questions()).toEqual(["agentAnswered"]);
    expect(await it.carrier.participants(CONFERENCE)).toEqual([]);
  });

  test("the end of a browser line is told by the TwiML app, which knows no agent's id", async () => {
    await it.client.applications(it.settings.twimlAppSid).update({ statusCallback: `${it.webhooksUrl}/twilio/events/call` });
    const agentCall = await parkAgent(it);
    it.control.hangup(agentCall);
    const progress = { kind: "agent-line-progress", agentId: AGENT, carrierCallId: agentCall, status: "ended" };
    await eventually(() => expect(it.desk.heardOfAgent()).toContainEqual(progress));
  });
});

describe("what comes of a call", () => {
  test.each([
    ["+12025550152", "busy", "busy"],
    ["+12025550153", "no-answer", "no-answer"],
    ["+12025550154", "busy", "declined"],
    ["+12025550155", "busy", "declined"],
    ["+12025550156", "failed", "invalid-number"],
  ])("%s: closed as %s", async (to, _twilio, disposition) => {
    const order = orderTo(to, { ringTimeoutSeconds: 15 });
    await place(it, order);
    expect(await ended(it, order.attemptId)).toMatchObject({ disposition });
  });

  test.each<[string, Answer]>([
    ["+12025550104", "human"],
    ["+12025550140", "machine"],
    ["+12025550150", "fax"],
  ])("the verdict on %s, which follows the answer, is %s", async (to, answer) => {
    await parkAgent(it);
    const order = orderTo(to, { answerDetection: "async" });
    await place(it, order);
    expect(await heard(it, order.attemptId, "answer-detected")).toMatchObject({ answer });
    expect(it.desk.asked).toContainEqual(
      expect.objectContaining({ question: "answered", input: expect.objectContaining({ answer: null }) }),
    );
  });

  test.each<[string, Partial<CallOutcome>]>([
    ["12", { outcome: "refused", code: "21211", blame: "number", disposition: "invalid-number" }],
    ["+15005550001", { outcome: "refused", code: "21217", blame: "number", disposition: "invalid-number" }],
    ["+15005550002", { outcome: "refused", code: "21214", blame: "number", disposition: "invalid-number" }],
    ["+15005550003", { outcome: "refused", code: "21215", blame: "number", disposition: "failed" }],
    ["+15005550004", { outcome: "refused", code: "21216", blame: "number", disposition: "invalid-number" }],
  ])("%s is refused", async (to, outcome) => {
    expect(await it.carrier.placeCall(orderTo(to))).toMatchObject(outcome);
  });

  test("a caller id that is not ours is refused by name", async () => {
    expect(await it.carrier.placeCall(orderTo("+12025550105", { callerId: "+12025550177" }))).toMatchObject({
      outcome: "refused",
      code: "21210",
      blame: "caller-id",
    });
  });

  test("above the account's calls per second the answer says for how long the call is queued", async () => {
    it.control.account({ cps: 1 });
    const outcomes = [await it.carrier.placeCall(orderTo("+12025550106")), await it.carrier.placeCall(orderTo("+12025550107"))];
    expect(outcomes[0]).toMatchObject({ outcome: "placed", queuedMs: 0 });
    expect((outcomes[1] as { queuedMs: number }).queuedMs).toBeGreaterThan(0);
  });

  test("above the account's lines a call is for later", async () => {
    it.control.account({ lines: 1 });
    await place(it, orderTo("+12025550108"));
    expect(await it.carrier.placeCall(orderTo("+12025550109"))).toMatchObject({ outcome: "try-later", code: "10004" });
  });
});
