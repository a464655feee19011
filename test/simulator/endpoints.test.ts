import jwt from "jsonwebtoken";
import { describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { type Bench, lineToken, openBench } from "./support.ts";

const PARK = `<Response><Dial action="/left"><Conference endConferenceOnExit="true" statusCallback="/room" statusCallbackEvent="join leave">agent-1</Conference></Dial></Response>`;

async function openDesk(options = {}): Promise<Bench> {
  const bench = await openBench(options);
  bench.carrier.control.account({ voiceUrl: `${bench.app.url}/line` });
  bench.app.on("/line", ({ params }) => PARK.replace("agent-1", params.From ?? ""));
  return bench;
}

async function control(bench: Bench, path: string, body?: unknown) {
  const answer = await fetch(`${bench.carrier.url}/sim${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe("a browser line", () => {
  test("that dials in is asked about at the application's address, with what it sent along", async () => {
    await using bench = await openDesk();
    const { status, body } = await control(bench, "/endpoints/client:anna/connect", {
      token: lineToken(bench.carrier, "anna"),
      params: { shift: "7" },
    });
    expect(status).toBe(200);
    await eventually(() => bench.app.at("/room").length === 1);
    expect(bench.app.at("/line")).toMatchObject([
      {
        isSigned: true,
        params: {
          From: "client:anna",
          Direction: "inbound",
          shift: "7",
          CallSid: body.callSid,
          ApplicationSid: bench.carrier.settings.twimlAppSid,
        },
      },
    ]);
    expect(bench.carrier.control.ledger().calls[0]).toMatchObject({ farEnd: "endpoint", direction: "inbound" });
  });

  test.each([
    [
      "signed with another secret",
      (bench: Bench) => jwt.sign({}, "guess", { issuer: bench.carrier.settings.apiKeySid }),
      "invalid signature",
    ],
    [
      "of another account",
      (bench: Bench) => jwt.sign({ sub: "AC1" }, bench.carrier.settings.apiKeySecret, { issuer: bench.carrier.settings.apiKeySid }),
      "token subject",
    ],
    ["of somebody else", (bench: Bench) => lineToken(bench.carrier, "bert"), "token identity: found bert, expected anna"],
    ["that has run out", (bench: Bench) => jwt.sign({ exp: 1000 }, bench.carrier.settings.apiKeySecret), "jwt expired"],
  ])("with a token %s is not let in", async (_, token, why) => {
    await using bench = await openDesk();
    const { status, body } = await control(bench, "/endpoints/client:anna/connect", { token: token(bench) });
    expect(status).toBe(400);
    expect(body.error).toContain(why);
    expect(bench.app.received).toEqual([]);
  });

  test("that hangs up leaves its room at once; one that is lost is missed half a minute later", async () => {
    await using bench = await openDesk({ clock: "virtual" });
    const { app, carrier } = bench;
    for (const name of ["anna", "bert"]) carrier.control.connect({ id: `client:${name}`, token: lineToken(carrier, name) });
    await carrier.control.advance(1000);
    await control(bench, "/endpoints/client:anna/hangup");
    await control(bench, "/endpoints/client:bert/drop");
    await carrier.control.advance(29_000);
    expect(carrier.control.ledger().calls.map((call) => call.status)).toEqual(["completed", "in-progress"]);
    await carrier.control.advance(1500);
    expect(carrier.control.ledger().calls.map((call) => call.status)).toEqual(["completed", "completed"]);
    expect(app.at("/left").length).toBe(2);
  });
});

describe("an agent's own telephone", () => {
  const MENU = `<Response><Gather action="/pressed" numDigits="1" timeout="5"><Say>Press 1</Say></Gather><Hangup/></Response>`;

  test("picks up and presses its key", async () => {
    await using bench = await openBench({ clock: "virtual" });
    const { app, client, carrier } = bench;
    await control(bench, "/endpoints/%2B12125550180", { autoAnswer: true, answerDelayMs: 2000, dtmf: "1" });
    app.on("/voice", MENU);
    app.on("/pressed", PARK);
    await client.calls.create({ to: "+12125550180", from: "+12125550190", url: `${app.url}/voice` });
    await carrier.control.advance(5000);
    expect(app.at("/pressed")).toMatchObject([{ params: { Digits: "1" } }]);
    expect(carrier.control.ledger().calls[0]).toMatchObject({ farEnd: "endpoint", status: "in-progress" });
  });

  test("that rings is picked up when told, and rings out when not", async () => {
    await using bench = await openBench({ clock: "virtual" });
    const { app, client, carrier } = bench;
    app.on("/voice", PARK);
    carrier.control.endpoint("sip:anna@callkeeper.example", { autoAnswer: false });
    const order = { to: "sip:anna@callkeeper.example", from: "+12125550190", url: `${app.url}/voice`, timeout: 20 };
    await client.calls.create(order);
    await carrier.control.advance(3000);
    expect(carrier.control.ledger().calls[0]?.status).toBe("ringing");
    carrier.control.answer("sip:anna@callkeeper.example");
    await carrier.control.advance(1000);
    expect(carrier.control.ledger().calls[0]?.status).toBe("in-progress");
    carrier.control.hangup("sip:anna@callkeeper.example");
    await client.calls.create(order);
    await carrier.control.advance(21_000);
    expect(carrier.control.ledger().calls[1]?.status).toBe("no-answer");
  });
});
