import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ValidateFunction } from "ajv";
import { makeCarrier, type SimulatedCarrier } from "../../simulator/carrier.ts";
import { eventually } from "../support/eventually.ts";
import {
  errorValidator,
  findDescription,
  formObject,
  listValidator,
  requestValidator,
  responseValidator,
} from "../support/twilio-openapi.ts";
import { type Application, startApplication } from "./support.ts";

const found = findDescription();
if ("why" in found) process.stderr.write(`Answers against Twilio's API description: ${found.why}\n`);

test("a named description that is not there fails loudly", () => {
  expect(() => findDescription({ TWILIO_OAS: "/nowhere/twilio.json" })).toThrow(
    "TWILIO_OAS: found /nowhere/twilio.json, expected a file that exists",
  );
});

describe.skipIf("why" in found)(`answers against Twilio's API description${"why" in found ? ` (${found.why})` : ""}`, () => {
  let carrier: SimulatedCarrier;
  let app: Application;

  beforeAll(async () => {
    carrier = makeCarrier({ cps: 50, speed: 20, ringMs: 500, talkMs: 600_000, numbers: ["+12125550190"] });
    await carrier.listen();
    app = await startApplication(carrier.settings.authToken);
    app.on("/voice", `<Response><Dial><Conference participantLabel="one">room</Conference></Dial></Response>`);
  });
  afterAll(async () => {
    await carrier.close();
    await app.close();
  });

  async function rest(method: string, path: string, form?: Record<string, string>) {
    const { accountSid, authToken } = carrier.settings;
    const response = await fetch(`${carrier.url}/2010-04-01/Accounts/${accountSid}${path}`, {
      method,
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`, "content-type": "application/x-www-form-urlencoded" },
      ...(form && { body: new URLSearchParams(form).toString() }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }

  function fits(validate: ValidateFunction, body: unknown): void {
    validate(body);
    expect(validate.errors ?? []).toEqual([]);
  }

  const CALL = "api.v2010.account.call";

  test("a call fits from being queued to its end, alone and in a list", async () => {
    const created = await rest("POST", "/Calls.json", {
      To: "+12125550100",
      From: "+12125550190",
      Url: `${app.url}/voice`,
      StatusCallback: `${app.url}/s`,
    });
    expect(created.status).toBe(201);
    fits(responseValidator(CALL), created.body);
    await eventually(async () => (await rest("GET", `/Calls/${created.body.sid}.json`)).body.status === "in-progress");
    fits(responseValidator(CALL), (await rest("GET", `/Calls/${created.body.sid}.json`)).body);
    fits(responseValidator(CALL), (await rest("POST", `/Calls/${created.body.sid}.json`, { Status: "completed" })).body);
    fits(listValidator("calls", CALL), (await rest("GET", "/Calls.json?PageSize=1")).body);
  });

  test("conferences, participants and recordings fit", async () => {
    const call = (await rest("POST", "/Calls.json", { To: "+12125550101", From: "+12125550190", Url: `${app.url}/voice`, Record: "true" }))
      .body;
    await eventually(async () => (await rest("GET", "/Conferences.json?Status=init")).body.conferences.length === 1);
    const list = (await rest("GET", "/Conferences.json?FriendlyName=room")).body;
    fits(listValidator("conferences", "api.v2010.account.conference"), list);
    const room = `/Conferences/${list.conferences[0].sid}`;
    fits(responseValidator("api.v2010.account.conference"), (await rest("GET", `${room}.json`)).body);
    const participant = responseValidator("api.v2010.account.conference.participant");
    fits(participant, (await rest("POST", `${room}/Participants.json`, { To: "+12125550102", From: "+12125550190", Label: "two" })).body);
    fits(participant, (await rest("GET", `${room}/Participants/${call.sid}.json`)).body);
    fits(participant, (await rest("POST", `${room}/Participants/one.json`, { Hold: "true", Muted: "true" })).body);
    fits(listValidator("participants", "api.v2010.account.conference.participant"), (await rest("GET", `${room}/Participants.json`)).body);
    const recording = (await rest("POST", `/Calls/${call.sid}/Recordings.json`, { RecordingChannels: "dual" })).body;
    fits(responseValidator("api.v2010.account.call.call_recording"), recording);
    fits(listValidator("recordings", "api.v2010.account.recording"), (await rest("GET", "/Recordings.json")).body);
    fits(responseValidator("api.v2010.account.conference"), (await rest("POST", `${room}.json`, { Status: "completed" })).body);
  });

  test("the account, its numbers, caller ids and applications fit", async () => {
    fits(responseValidator("api.v2010.account"), (await rest("GET", ".json")).body);
    fits(
      listValidator("incoming_phone_numbers", "api.v2010.account.incoming_phone_number"),
      (await rest("GET", "/IncomingPhoneNumbers.json")).body,
    );
    fits(listValidator("outgoing_caller_ids", "api.v2010.account.outgoing_caller_id"), (await rest("GET", "/OutgoingCallerIds.json")).body);
    fits(
      responseValidator("api.v2010.account.application"),
      (await rest("POST", "/Applications.json", { VoiceUrl: `${app.url}/voice` })).body,
    );
    fits(listValidator("applications", "api.v2010.account.application"), (await rest("GET", "/Applications.json")).body);
  });

  test("a refusal has Twilio's form", async () => {
    fits(errorValidator, (await rest("POST", "/Calls.json", { To: "12", From: "+12125550190", Url: app.url })).body);
    fits(errorValidator, (await rest("GET", "/Nothing.json")).body);
  });

  test("the description's judges can refuse", () => {
    expect(responseValidator(CALL)({ sid: "CA1" })).toBe(false);
    const request = requestValidator("/2010-04-01/Accounts/{AccountSid}/Calls.json", "post");
    const order =
      "To=%2B12125550100&From=%2B12125550190&Url=https://a.example/v&StatusCallbackEvent=ringing&StatusCallbackEvent=completed&Timeout=25";
    expect(request(formObject(new URLSearchParams(order)))).toBe(true);
    expect(request(formObject(new URLSearchParams(`${order}&StatusCalback=x`)))).toBe(false);
  });
});
