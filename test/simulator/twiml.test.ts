import { beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { anOrder, type Application, openBench } from "./support.ts";
import type { Control } from "../../simulator/control/control.ts";

/** A carrier whose clock the test moves. */
const openStill = () => openBench({ clock: "virtual", pddMs: 0, ringMs: 1000 });

type Bench = Awaited<ReturnType<typeof openStill>>;

async function answeredCall({ app, client, carrier }: Bench, document: string, to = "+12125550100"): Promise<string> {
  app.on("/voice", document);
  const call = await client.calls.create(anOrder(app, to));
  await carrier.control.advance(1000);
  await eventually(() => app.at("/voice").length > 0);
  await carrier.control.advance(0);
  return call.sid;
}

const callOf = (control: Control, sid: string) => control.ledger().calls.find((call) => call.sid === sid);
const paths = (app: Application) => app.received.map((one) => one.path);

describe("a document", () => {
  test("is said at 60 ms a character, paused and played, and then the call ends", async () => {
    await using bench = await openStill();
    const sid = await answeredCall(bench, `<Response><Say>${"x".repeat(50)}</Say><Pause length="2"/><Play>/sound_4s.mp3</Play></Response>`);
    await bench.carrier.control.advance(8900);
    expect(callOf(bench.carrier.control, sid)?.status).toBe("in-progress");
    await bench.carrier.control.advance(200);
    const call = callOf(bench.carrier.control, sid);
    expect(call?.status).toBe("completed");
    expect((call?.endedAt ?? 0) - (call?.answeredAt ?? 0)).toBe(9000);
  });

  test("goes on at a relative address after Redirect, by the method asked for", async () => {
    await using bench = await openStill();
    bench.app.on("/next", "<Response><Hangup/></Response>");
    const sid = await answeredCall(bench, `<Response><Redirect method="GET">next?step=2</Redirect><Say>never</Say></Response>`);
    await bench.carrier.control.advance(10);
    expect(bench.app.at("/next")).toMatchObject([{ method: "GET", isSigned: true, params: { step: "2", CallSid: sid } }]);
    expect(callOf(bench.carrier.control, sid)?.status).toBe("completed");
  });

  test("skips a verb or attribute that nobody knows, with an alert", async () => {
    await using bench = await openStill();
    await answeredCall(bench, `<Response><Sing/><Pause length="1" tempo="slow"/><Redirect>/next</Redirect></Response>`);
    await bench.carrier.control.advance(1500);
    expect(paths(bench.app)).toContain("/next");
    expect(bench.carrier.control.alerts().filter((alert) => alert.code === 12200)).toHaveLength(2);
  });

  test.each([
    ["not well-formed", { body: "<Response><Say>" }, "12100"],
    ["of the wrong root", { body: "<Html/>" }, "12200"],
    ["of the wrong type", { body: "<Response/>", type: "application/json" }, "12300"],
    ["too large", { body: `<Response><Say>${"x".repeat(66_000)}</Say></Response>` }, "11750"],
    ["a failure", { status: 500 }, "11200"],
  ])("that is %s is replaced by the fallback's, which is told why", async (_, reply, code) => {
    await using bench = await openStill();
    bench.app.on("/voice", reply);
    bench.app.on("/fallback", "<Response><Hangup/></Response>");
    await bench.client.calls.create({ ...anOrder(bench.app), fallbackUrl: `${bench.app.url}/fallback` });
    await bench.carrier.control.advance(1100);
    expect(bench.app.at("/fallback")).toMatchObject([{ params: { ErrorCode: code, ErrorUrl: `${bench.app.url}/voice` } }]);
  });

  test("that cannot be had at all ends the call after an apology", async () => {
    await using bench = await openStill();
    const sid = await answeredCall(bench, "nonsense");
    await bench.carrier.control.advance(3100);
    expect(callOf(bench.carrier.control, sid)?.status).toBe("completed");
    expect(bench.carrier.control.alerts()[0]?.code).toBe(12100);
  });
});

describe("Gather", () => {
  const MENU = `<Response><Gather action="/pressed" numDigits="2" timeout="4"><Say>Press</Say></Gather><Redirect>/nothing</Redirect></Response>`;

  test("takes keys during its prompt and tells them to its action", async () => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550100", { dtmf: [{ digits: "42", afterMs: 100 }] });
    await answeredCall(bench, MENU);
    await bench.carrier.control.advance(150);
    expect(bench.app.at("/pressed")).toMatchObject([{ params: { Digits: "42" } }]);
  });

  test("ends at the finishing key, which is told apart", async () => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550100", { dtmf: [{ digits: "4#", afterMs: 100 }] });
    await answeredCall(bench, MENU);
    await bench.carrier.control.advance(150);
    expect(bench.app.at("/pressed")).toMatchObject([{ params: { Digits: "4", FinishedOnKey: "#" } }]);
  });

  test("falls through when nobody presses anything for its time after the prompt", async () => {
    await using bench = await openStill();
    await answeredCall(bench, MENU);
    await bench.carrier.control.advance(4200);
    expect(paths(bench.app)).not.toContain("/nothing");
    await bench.carrier.control.advance(200);
    expect(paths(bench.app)).toContain("/nothing");
    expect(paths(bench.app)).not.toContain("/pressed");
  });

  test("hears what a person says when it listens for speech", async () => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550100", { speech: "yes please" });
    await answeredCall(bench, `<Response><Gather action="/heard" input="dtmf speech"/></Response>`);
    await bench.carrier.control.advance(2000);
    expect(bench.app.at("/heard")).toMatchObject([{ params: { SpeechResult: "yes please" } }]);
  });
});

describe("Record", () => {
  const LETTER = `<Response><Record action="/recorded" timeout="3" recordingStatusCallback="/recording"/><Redirect>/empty</Redirect></Response>`;

  test("keeps what is said until the silence, and tells when it is ready", async () => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550100", { speakMs: 7000 });
    await answeredCall(bench, LETTER);
    await bench.carrier.control.advance(10_100);
    expect(bench.app.at("/recorded")).toMatchObject([{ params: { RecordingDuration: "10" } }]);
    await bench.carrier.control.advance(2000);
    const [ready] = bench.app.at("/recording");
    expect(ready?.params).toMatchObject({ RecordingStatus: "completed", RecordingSource: "RecordVerb" });
    const { accountSid, authToken } = bench.carrier.settings;
    const media = await fetch(`${ready?.params.RecordingUrl}.wav`, {
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    });
    expect(
      Buffer.from(await media.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe("RIFF");
  });

  test("falls through when nothing is said", async () => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550100", { outcome: "silence" });
    await answeredCall(bench, LETTER.replace('timeout="3"', 'timeout="0"'));
    await bench.carrier.control.advance(100);
    expect(paths(bench.app)).toContain("/empty");
    expect(paths(bench.app)).not.toContain("/recorded");
  });

  test("tells its action that the far end hung up", async () => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550100", { speakMs: 60_000, patienceMs: 5000 });
    await answeredCall(bench, LETTER);
    await bench.carrier.control.advance(5100);
    expect(bench.app.at("/recorded")).toMatchObject([{ params: { Digits: "hangup", CallStatus: "completed" } }]);
  });
});

describe("Dial", () => {
  let dialed: Record<string, string> | undefined;
  beforeEach(() => {
    dialed = undefined;
  });

  async function dial(bench: Bench, nouns: string, ms: number, attributes = ""): Promise<void> {
    await answeredCall(bench, `<Response><Dial action="/dialed" ${attributes}>${nouns}</Dial></Response>`);
    await bench.carrier.control.advance(ms);
    dialed = bench.app.at("/dialed")[0]?.params;
  }

  test("bridges a number until it hangs up, and tells how long it lasted", async () => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550170", { talkMs: 20_000 });
    bench.carrier.control.party("+12125550100", { talkMs: 60_000 });
    await dial(
      bench,
      `<Number statusCallback="/child" statusCallbackEvent="initiated ringing answered completed">+12125550170</Number>`,
      22_000,
    );
    expect(dialed).toMatchObject({ DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "20" });
    expect(bench.app.at("/child").map((one) => one.params.CallStatus)).toEqual(["initiated", "ringing", "in-progress", "completed"]);
    expect(bench.app.at("/child")[0]?.params).toMatchObject({ Direction: "outbound-dial", ParentCallSid: dialed?.CallSid });
  });

  test.each([
    ["+12125550152", "busy"],
    ["+12125550153", "no-answer"],
    ["+12125550156", "failed"],
  ])("of %s tells %s", async (number, status) => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550100", { patienceMs: 60_000 });
    await dial(bench, number, 31_000);
    expect(dialed).toMatchObject({ DialCallStatus: status, DialBridged: "false" });
  });

  test("rings a browser line that is there, and no other", async () => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550100", { patienceMs: 60_000, talkMs: 5000 });
    bench.carrier.control.endpoint("client:anna", { answerDelayMs: 500 });
    await dial(bench, "<Client>anna</Client>", 7000);
    expect(dialed).toBeUndefined();
    expect(bench.carrier.control.ledger().calls).toMatchObject([
      { status: "completed" },
      { to: "client:anna", farEnd: "endpoint", status: "completed" },
    ]);
    await dial(bench, "<Client>bert</Client>", 31_000);
    expect(bench.app.at("/dialed").at(-1)?.params).toMatchObject({ DialCallStatus: "no-answer" });
  });

  test("takes the first of several that answers and cancels the others", async () => {
    await using bench = await openStill();
    bench.carrier.control.party("+12125550171", { ringMs: 2000, talkMs: 5000 });
    bench.carrier.control.party("+12125550172", { ringMs: 9000 });
    await dial(bench, "<Number>+12125550171</Number><Number>+12125550172</Number>", 9000);
    const statuses = bench.carrier.control.ledger().calls.map((call) => `${call.to.slice(-3)} ${call.status}`);
    expect(statuses.slice(1)).toEqual(["171 completed", "172 canceled"]);
  });

  test("does not bridge when the screening document hangs up", async () => {
    await using bench = await openStill();
    bench.app.on("/screen", "<Response><Hangup/></Response>");
    await dial(bench, `<Number url="/screen">+12125550170</Number>`, 3000);
    expect(dialed).toMatchObject({ DialBridged: "false" });
  });

  test("refuses a caller id that the account does not own", async () => {
    await using bench = await openBench({ clock: "virtual", pddMs: 0, ringMs: 1000, numbers: ["+12125550190"] });
    await dial(bench, "<Number>+12125550170</Number>", 100, `callerId="+12125550111"`);
    expect(dialed).toMatchObject({ DialCallStatus: "failed" });
    expect(bench.carrier.control.alerts()[0]?.code).toBe(13214);
  });
});

test("Reject on a line that dialed in is only a hang-up once it is answered", async () => {
  await using bench = await openStill();
  const sid = await answeredCall(bench, `<Response><Reject reason="busy"/></Response>`);
  await bench.carrier.control.advance(10);
  expect(callOf(bench.carrier.control, sid)?.status).toBe("completed");
});
