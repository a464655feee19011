/** Every request of ours, and the library that makes them, against Twilio's own API description. */
import { readFileSync } from "node:fs";
import twilio from "twilio";
import type RequestClient from "twilio/lib/base/RequestClient.js";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { findDescription, formObject, requestValidator } from "../../support/twilio-openapi.ts";
import { CALLER_ID, CONFERENCE, type SentRequest, type Simulation, simulate } from "./on-the-simulator.ts";
import { ended, heard, orderTo, parkAgent, place, reached } from "./steps.ts";
import { ACCOUNT_SID, AGENT, AUTH_TOKEN, CALL_SID, CONFERENCE_SID } from "./support.ts";

const found = findDescription();
if ("why" in found) process.stderr.write(`Requests against Twilio's API description: ${found.why}\n`);

type Parameter = { in: string; name: string };
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: { properties: object } }> } };
type Description = { paths: Record<string, Record<string, Operation> & { parameters?: Parameter[] }> };
const load = (): Description => JSON.parse("why" in found ? '{"paths":{}}' : readFileSync(found.path, "utf8"));

const ACCOUNT = "/2010-04-01/Accounts/{AccountSid}";
/** Ids in a path become the names that the description gives them. */
const templateOf = (path: string): string =>
  path
    .replace(/Accounts\/AC\w{32}/, "Accounts/{AccountSid}")
    .replace(/Conferences\/CF\w{32}\/Participants\/CA\w{32}/, "Conferences/{ConferenceSid}/Participants/{CallSid}")
    .replace(/Conferences\/CF\w{32}/, "Conferences/{ConferenceSid}")
    .replace(/\/Calls\/CA\w{32}/, "/Calls/{Sid}");

/** Uses every method of the port. */
async function useEverything(it: Simulation): Promise<void> {
  it.desk.atAnswer = (attemptId) => ({ do: "wait", attemptId, seconds: 600 });
  await parkAgent(it);
  const order = orderTo("+12025550101", { answerDetection: "async" });
  const callSid = await place(it, order);
  await reached(it, order.attemptId, "answered");
  await it.carrier.moveToConference(callSid, order.attemptId, CONFERENCE);
  await heard(it, order.attemptId, "person-joined");
  await it.carrier.hold(CONFERENCE, callSid, true);
  await it.carrier.hold(CONFERENCE, callSid, false);
  await it.carrier.participants(CONFERENCE);
  await it.carrier.kick(CONFERENCE, callSid);
  await ended(it, order.attemptId);
  const [second, third] = [orderTo("+12025550102"), orderTo("+12025550103")];
  const calls = [await place(it, second), await place(it, third)];
  await it.carrier.cancelCall(calls[0] ?? "");
  await reached(it, third.attemptId, "answered");
  await it.carrier.sayAndHangUp(calls[1] ?? "", { message: "Goodbye <&> \u{1F44B}", language: "en-US" });
  await it.carrier.hangUp(calls[1] ?? "");
  await it.carrier.findCall(callSid);
  await it.carrier.listCallsTo(order.to, CALLER_ID, 0);
  await it.carrier.callAgent({ agentId: AGENT, kind: "phone", address: "+12025550188", callerId: CALLER_ID });
  await it.carrier.callAgent({ agentId: AGENT, kind: "sip", address: "desk@example.com", callerId: CALLER_ID });
  await it.carrier.check();
}

describe.skipIf("why" in found)(`our requests against Twilio's API description${"why" in found ? ` (${found.why})` : ""}`, () => {
  let sent: SentRequest[] = [];
  let unknownParameters: unknown[] = [];
  const description = load();

  beforeAll(async () => {
    await using it = await simulate();
    await useEverything(it);
    sent = [...it.sent];
    unknownParameters = it.control.alerts();
    await eventually(() => it.desk.deliveries > 0);
  });

  test("every kind of request was made", () => {
    expect(new Set(sent.map(({ method, path }) => `${method} ${templateOf(path)}`))).toEqual(
      new Set([
        `POST ${ACCOUNT}/Calls.json`,
        `GET ${ACCOUNT}/Calls.json`,
        `GET ${ACCOUNT}/Calls/{Sid}.json`,
        `POST ${ACCOUNT}/Calls/{Sid}.json`,
        `GET ${ACCOUNT}/Conferences.json`,
        `GET ${ACCOUNT}/Conferences/{ConferenceSid}/Participants.json`,
        `POST ${ACCOUNT}/Conferences/{ConferenceSid}/Participants/{CallSid}.json`,
        `DELETE ${ACCOUNT}/Conferences/{ConferenceSid}/Participants/{CallSid}.json`,
      ]),
    );
  });

  test("each names a path and a method of the description, and each form and query fits", () => {
    for (const { method, path, form, query } of sent) {
      const template = templateOf(path);
      const operation = description.paths[template]?.[method.toLowerCase()];
      expect(operation, `${method} ${template}`).toBeDefined();
      const allowed = new Set((operation?.parameters ?? []).filter((one) => one.in === "query").map((one) => one.name));
      expect([...query.keys()].filter((name) => !allowed.has(name))).toEqual([]);
      if (method !== "POST") continue;
      const validate = requestValidator(template, "post");
      validate(formObject(form));
      expect(validate.errors ?? [], `${template} ${form}`).toEqual([]);
    }
  });

  test("each event that we ask for is a parameter of its own", () => {
    const orders = sent.filter(({ method, path }) => method === "POST" && path.endsWith("/Calls.json"));
    expect(orders.length).toBeGreaterThan(2);
    for (const { form } of orders) expect(form.getAll("StatusCallbackEvent")).toEqual(["initiated", "ringing", "answered", "completed"]);
  });

  test("the simulated carrier raised no alert about a parameter or a piece of markup", () => {
    expect(unknownParameters).toEqual([]);
  });
});

/** What the installed library puts into a form when it is given every parameter it knows. */
async function libraryParameters(use: (client: twilio.Twilio, every: never) => Promise<unknown>): Promise<string[]> {
  let names: string[] = [];
  class Catcher extends twilio.RequestClient {
    override request<Data>(options: RequestClient.RequestOptions<Data>) {
      names = Object.keys(options.data ?? {});
      return Promise.resolve({ statusCode: 201, body: {} as Data, headers: {} } as never);
    }
  }
  const every = new Proxy({}, { get: (_target, name) => (typeof name === "string" && name !== "then" ? name : undefined) });
  await use(twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient: new Catcher() }), every as never);
  return names.toSorted((one, other) => one.localeCompare(other));
}

describe.skipIf("why" in found)("the installed library and the description drift apart only where we know it", () => {
  const description = load();
  /** What the library (twilio 6.2.0) sends and the description (twilio-oai of 14 Apr 2026) does not have. */
  const cases: [string, string, (client: twilio.Twilio, every: never) => Promise<unknown>, string[]][] = [
    ["creating a call", `${ACCOUNT}/Calls.json`, (client, every) => client.calls.create(every), ["Passports", "RecordingConfigurationId"]],
    ["changing a call", `${ACCOUNT}/Calls/{Sid}.json`, (client, every) => client.calls(CALL_SID).update(every), []],
    [
      "changing a participant",
      `${ACCOUNT}/Conferences/{ConferenceSid}/Participants/{CallSid}.json`,
      (client, every) => client.conferences(CONFERENCE_SID).participants(CALL_SID).update(every),
      [],
    ],
  ];

  test.each(cases)("%s", async (_name, path, use, extras) => {
    const form = description.paths[path]?.post?.requestBody?.content["application/x-www-form-urlencoded"]?.schema.properties ?? {};
    const described = [...Object.keys(form), ...extras].toSorted((one, other) => one.localeCompare(other));
    expect(await libraryParameters(use)).toEqual(described);
    expect(described.length).toBeGreaterThan(extras.length);
  });
});
