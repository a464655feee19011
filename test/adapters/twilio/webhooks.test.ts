import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNT_SID, AGENT, ATTEMPT, CALL_SID, CONFERENCE_SID, parseTwiml } from "./support.ts";
import { addresses, PUBLIC_BASE_URL, startWebhooks, type WebhookServer } from "./webhook-server.ts";

let webhooks: WebhookServer;
beforeEach(async () => {
  webhooks = await startWebhooks();
});
afterEach(() => webhooks[Symbol.asyncDispose]());

describe("what a believed webhook asks the desk", () => {
  const person = { attemptId: ATTEMPT, carrierCallId: CALL_SID };
  const agent = { agentId: AGENT, carrierCallId: CALL_SID };

  test.each([
    ["an answered call", "answered", addresses.answered(ATTEMPT), {}, { ...person, answer: null }],
    [
      "an answered call whose answer is known",
      "answered",
      addresses.answered(ATTEMPT),
      { AnsweredBy: "human" },
      { ...person, answer: "human" },
    ],
    ["a person who waits", "stillWaiting", addresses.waiting(ATTEMPT), {}, person],
    ["a person whose agent went", "personLeft", addresses.personLeft(ATTEMPT), { DialCallStatus: "answered" }, person],
    ["a key pressed during the abandon message", "optedOut", addresses.optOut(ATTEMPT), { Digits: "9" }, { ...person, digits: "9" }],
    ["markup that failed", "failed", addresses.fallback(ATTEMPT), { ErrorCode: "11200" }, { ...person, errorCode: "11200" }],
    [
      "markup of an agent's call that failed",
      "failed",
      addresses.agentFallback(),
      {},
      { attemptId: null, carrierCallId: CALL_SID, errorCode: null },
    ],
    ["an agent's telephone picked up", "agentAnswered", addresses.agentAnswered(AGENT), {}, agent],
    ["a key pressed", "agentConfirmed", addresses.agentConfirmed(AGENT), { Digits: "1" }, { ...agent, digits: "1" }],
    ["an agent's line that left", "agentLeft", addresses.agentLeft(AGENT), {}, agent],
  ] as const)("%s asks %s", async (_name, question, address, fields, input) => {
    const response = await webhooks.post(address, fields);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/xml/);
    expect(await response.text()).toContain("<Response><Hangup/></Response>");
    expect(webhooks.desk.asked).toEqual([{ question, input }]);
    expect(webhooks.desk.events).toEqual([]);
  });

  test("an agent's browser is known by the identity in its token", async () => {
    await webhooks[Symbol.asyncDispose]();
    webhooks = await startWebhooks({ instruction: { do: "park-agent", agentId: AGENT, conferenceName: "agent-7" } });
    const response = await webhooks.post(`${PUBLIC_BASE_URL}/twilio/voice/agent`, { From: `client:agent_${AGENT.replaceAll("-", "")}` });
    expect(webhooks.desk.asked).toEqual([{ question: "agentDialedIn", input: agent }]);
    expect(parseTwiml(await response.text()).Dial.Conference["#text"]).toBe("agent-7");
  });
});

describe("a text message", () => {
  const SID = `SM${"0a".repeat(16)}`;
  const messages = `${PUBLIC_BASE_URL}/twilio/messages`;

  test("is told to the desk with its sender and its words, and gets no answer of ours", async () => {
    const response = await webhooks.post(messages, { From: "+12025550123", Body: "STOP", MessageSid: SID });
    expect(await response.text()).toContain("<Response/>");
    expect(webhooks.desk.asked).toEqual([{ question: "textReceived", input: { from: "+12025550123", text: "STOP" } }]);
    expect(webhooks.desk.events).toMatchObject([{ dedupeKey: `text:${SID}`, source: "text", payload: { Body: "STOP" } }]);
  });

  test("of a sender without a number is nobody's wish", async () => {
    expect((await webhooks.post(messages, { From: "ACME", Body: "STOP", MessageSid: SID })).status).toBe(200);
    expect(webhooks.desk.asked).toEqual([]);
  });

  test("that is not signed is not believed", async () => {
    expect(
      (await webhooks.post(messages, { From: "+12025550123", Body: "STOP", MessageSid: SID }, { signedAs: `${messages}?other` })).status,
    ).toBe(403);
    expect(webhooks.desk.asked).toEqual([]);
  });

  test("without its id cannot be told from a repeated one and is refused", async () => {
    expect((await webhooks.post(messages, { From: "+12025550123", Body: "STOP" })).status).toBe(400);
  });
});

describe("events that are stored", () => {
  test("a call's event is stored as it came, under the key of the event and not of its delivery", async () => {
    const fields = { CallStatus: "ringing", SequenceNumber: "1", CallbackSource: "call-progress-events" };
    const deliveries = ["token-1", "token-2"].map((token) =>
      webhooks.post(addresses.callEvents(ATTEMPT), fields, { headers: { "i-twilio-idempotency-token": token } }),
    );
    for (const response of await Promise.all(deliveries)) expect([response.status, await response.text()]).toEqual([204, ""]);
    const event = {
      dedupeKey: `call:${CALL_SID}:call-progress-events:1`,
      source: "call",
      attemptId: ATTEMPT,
      agentId: null,
      carrierCallId: CALL_SID,
      payload: { AccountSid: ACCOUNT_SID, CallSid: CALL_SID, ...fields },
    };
    expect(webhooks.desk.events).toEqual([event, event]);
    expect(webhooks.desk.asked).toEqual([]);
  });

  test("without a sequence number the status is the key", async () => {
    await webhooks.post(addresses.callEvents(ATTEMPT), { CallStatus: "completed" });
    expect(webhooks.desk.events[0]?.dedupeKey).toBe(`call:${CALL_SID}:completed`);
  });

  test("an event of an agent's call is stored with the agent", async () => {
    await webhooks.post(addresses.agentCallEvents(AGENT), { CallStatus: "completed" });
    expect(webhooks.desk.events[0]).toMatchObject({ source: "agent-call", attemptId: null, agentId: AGENT });
  });

  test("an event of a browser line names the agent by identity only", async () => {
    await webhooks.post(`${PUBLIC_BASE_URL}/twilio/events/call`, {
      CallStatus: "completed",
      From: `client:agent_${AGENT.replaceAll("-", "")}`,
    });
    expect(webhooks.desk.events[0]).toMatchObject({ source: "agent-call", attemptId: null, agentId: AGENT });
  });

  test("a verdict on the answer comes once a call", async () => {
    await webhooks.post(addresses.answerDetection(ATTEMPT), { AnsweredBy: "human" });
    expect(webhooks.desk.events[0]).toMatchObject({ dedupeKey: `amd:${CALL_SID}`, source: "answer-detection", attemptId: ATTEMPT });
  });

  test("a conference's event is counted in its conference, and names the person's attempt by the label", async () => {
    const fields = { ConferenceSid: CONFERENCE_SID, SequenceNumber: "4", StatusCallbackEvent: "participant-join" };
    await webhooks.post(addresses.conferenceEvents(AGENT), { ...fields, ParticipantLabel: `person-${ATTEMPT}` });
    expect(webhooks.desk.events[0]).toMatchObject({
      dedupeKey: `conference:${CONFERENCE_SID}:4`,
      source: "conference",
      attemptId: ATTEMPT,
      agentId: AGENT,
      carrierCallId: CALL_SID,
    });
  });

  test("a conference's end names no call", async () => {
    const fields = { ConferenceSid: CONFERENCE_SID, SequenceNumber: "9", StatusCallbackEvent: "conference-end", CallSid: "" };
    expect((await webhooks.post(addresses.conferenceEvents(AGENT), fields)).status).toBe(204);
    expect(webhooks.desk.events[0]).toMatchObject({ attemptId: null, carrierCallId: null });
  });

  test("half a surrogate pair and a NUL, which the database cannot hold, are left out", async () => {
    const address = addresses.callEvents(ATTEMPT);
    const body = `{"AccountSid":"${ACCOUNT_SID}","CallSid":"${CALL_SID}","Odd":"a\\u0000b\\ud800c","Empty":null}`;
    expect((await webhooks.postJson(address, body)).status).toBe(204);
    expect(webhooks.desk.events[0]?.payload).toMatchObject({ Odd: "abc", Empty: "null" });
  });
});

describe("signed webhooks that make no sense", () => {
  test.each([
    ["an attempt that is no UUID", `${PUBLIC_BASE_URL}/twilio/voice/answered?attempt=7`, {}, "attempt", "7"],
    ["two attempts", `${PUBLIC_BASE_URL}/twilio/voice/answered?attempt=${ATTEMPT}&attempt=${ATTEMPT}`, {}, "attempt", "several"],
    ["no attempt", `${PUBLIC_BASE_URL}/twilio/voice/waiting`, {}, "attempt", "nothing"],
    ["no agent", `${PUBLIC_BASE_URL}/twilio/voice/agent-left`, {}, "agent", "nothing"],
    ["no call", addresses.answered(ATTEMPT), { CallSid: "" }, "CallSid", ""],
    ["a call of another kind", addresses.callEvents(ATTEMPT), { CallSid: CONFERENCE_SID }, "CallSid", CONFERENCE_SID],
    ["a browser that is no agent", `${PUBLIC_BASE_URL}/twilio/voice/agent`, { From: "client:boss" }, "From", "client:boss"],
    ["a call event of nobody", `${PUBLIC_BASE_URL}/twilio/events/call`, {}, "attempt", "nothing"],
    ["a conference without its id", addresses.conferenceEvents(AGENT), {}, "ConferenceSid", "nothing"],
  ])("%s: refused with the field, what was found and what is expected", async (_name, address, fields, field, found) => {
    const response = await webhooks.post(address, fields);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "malformed-webhook", field, found, expected: expect.any(String) });
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("a body over 64 kB is refused before it is read", async () => {
    const response = await webhooks.post(addresses.callEvents(ATTEMPT), { Blob: "x".repeat(65 * 1024) });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: "body-too-large", field: "body", expected: "at most 64 kB" });
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("a compressed body is refused: a small one could unfold into a large one", async () => {
    expect((await webhooks.post(addresses.callEvents(ATTEMPT), {}, { headers: { "content-encoding": "gzip" } })).status).toBe(415);
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("a body that is neither a form nor JSON is refused", async () => {
    const response = await webhooks.post(addresses.callEvents(ATTEMPT), {}, { headers: { "content-type": "text/plain" } });
    expect(await response.json()).toMatchObject({ status: 415, field: "Content-Type", found: "text/plain" });
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("JSON that does not parse, or is no object, is refused", async () => {
    const address = addresses.callEvents(ATTEMPT);
    for (const body of ["{", "[1]", "null"]) {
      expect((await webhooks.postJson(address, body)).status).toBe(400);
    }
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("an address that does not exist is not found, but only told to the carrier itself", async () => {
    expect((await webhooks.post(`${PUBLIC_BASE_URL}/twilio/voice/nowhere`)).status).toBe(404);
    expect((await fetch(webhooks.local(`${PUBLIC_BASE_URL}/twilio/voice/nowhere`), { method: "POST" })).status).toBe(403);
    expect((await fetch(webhooks.local(addresses.answered(ATTEMPT)))).status).toBe(403);
  });
});

describe("when the desk fails", () => {
  test("the carrier gets a 500, so that it tries again, and no word of the cause", async () => {
    webhooks.desk.record = () => Promise.reject(new Error("relation carrier_events is on fire"));
    const response = await webhooks.post(addresses.callEvents(ATTEMPT));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("fire");
    expect(webhooks.logged.join()).toContain("fire");
  });

  test("the log of a refusal holds no telephone number", async () => {
    await webhooks.post(`${PUBLIC_BASE_URL}/twilio/voice/agent`, { From: "+12025550101", To: "+12025550102" });
    expect(webhooks.logged).toHaveLength(1);
    expect(webhooks.logged.join()).not.toContain("2025550");
  });

  test("a body parser in front of the routes is named as the mistake", async () => {
    await webhooks[Symbol.asyncDispose]();
    webhooks = await startWebhooks({ bodyParserFirst: true });
    expect((await webhooks.post(addresses.callEvents(ATTEMPT))).status).toBe(500);
    expect(webhooks.logged.join()).toContain("must be mounted before any body parser");
  });
});
