import { afterEach, beforeEach, expect, test } from "vitest";
import { makeCarrier, type SimulatedCarrier } from "../../simulator/carrier.ts";
import { eventually } from "../support/eventually.ts";
import { type Application, clientOf, EVERY_EVENT, lineToken, startApplication } from "./support.ts";

let carrier: SimulatedCarrier;
let app: Application;

beforeEach(async () => {
  carrier = makeCarrier({ cps: 50, speed: 20, talkMs: 10_000, ringMs: 1000 });
  await carrier.listen();
  app = await startApplication(carrier.settings.authToken);
  carrier.control.account({ voiceUrl: `${app.url}/voice/agent` });
  app.on(
    "/voice/agent",
    `<Response><Dial action="/voice/agent-left"><Conference startConferenceOnEnter="true" endConferenceOnExit="true" beep="false" waitUrl="" statusCallback="/events/room?agent=a1" statusCallbackEvent="start end join leave" participantLabel="agent">agent-1</Conference></Dial></Response>`,
  );
  app.on(
    "/voice/answered",
    `<Response><Dial action="/voice/left"><Conference startConferenceOnEnter="false" beep="false" participantLabel="person">agent-1</Conference></Dial></Response>`,
  );
});

afterEach(async () => {
  await carrier.close();
  await app.close();
});

test("a person who answers is joined to the agent who waits on a parked line", async () => {
  carrier.control.connect({ id: "client:agent_1", token: lineToken(carrier, "agent_1"), params: { agent: "a1" } });
  await eventually(() => app.at("/events/room").some((one) => one.params.StatusCallbackEvent === "participant-join"));
  const call = await clientOf(carrier).calls.create({
    to: "+12125550100",
    from: "+12125550190",
    url: `${app.url}/voice/answered?attempt=a-1`,
    timeout: 25,
    statusCallback: `${app.url}/events/call?attempt=a-1`,
    statusCallbackEvent: EVERY_EVENT,
  });
  expect(call.status).toBe("queued");
  expect(call.queueTime).toBe("0");
  await eventually(() => app.at("/events/call").some((one) => one.params.CallStatus === "completed"));
  await eventually(() => app.at("/voice/left").length === 1);

  expect(app.received.filter((one) => !one.isSigned)).toEqual([]);
  const told = app.at("/events/call").sort((a, b) => Number(a.params.SequenceNumber) - Number(b.params.SequenceNumber));
  expect(told.map((one) => one.params.CallStatus)).toEqual(["initiated", "ringing", "in-progress", "completed"]);
  const room = app.at("/events/room").sort((a, b) => Number(a.params.SequenceNumber) - Number(b.params.SequenceNumber));
  expect(room.map((one) => one.params.StatusCallbackEvent)).toEqual([
    "participant-join",
    "participant-join",
    "conference-start",
    "participant-leave",
  ]);
  expect(app.at("/voice/agent")[0]?.params).toMatchObject({ From: "client:agent_1", Direction: "inbound", agent: "a1" });
  expect(app.at("/voice/left")[0]?.params).toMatchObject({ DialCallStatus: "answered", CallSid: call.sid });

  const { calls, conferences, overlaps, repeatedAttempts } = carrier.control.ledger();
  expect(calls.find((one) => one.sid === call.sid)).toMatchObject({
    attempt: "a-1",
    status: "completed",
    farEnd: "public",
    queueTimeMs: 0,
  });
  expect(conferences).toMatchObject([{ name: "agent-1", mostPeople: 1, mostSize: 2 }]);
  expect({ overlaps, repeatedAttempts }).toEqual({ overlaps: [], repeatedAttempts: [] });
});

test("when the agent's line goes, the room ends and the person goes on with their own document", async () => {
  carrier.control.connect({ id: "client:agent_1", token: lineToken(carrier, "agent_1") });
  await eventually(() => app.at("/events/room").length > 0);
  await clientOf(carrier).calls.create({ to: "+12125550100", from: "+12125550190", url: `${app.url}/voice/answered` });
  await eventually(() => app.at("/events/room").some((one) => one.params.StatusCallbackEvent === "conference-start"));
  expect(carrier.control.hangup("client:agent_1")).toBe(1);
  await eventually(() => app.at("/voice/left").length === 1 && app.at("/voice/agent-left").length === 1);
  const end = app.at("/events/room").find((one) => one.params.StatusCallbackEvent === "conference-end");
  expect(end?.params.ReasonConferenceEnded).toBe("participant-with-end-conference-on-exit-left");
  expect(app.at("/voice/left")[0]?.params.CallStatus).toBe("in-progress");
});
