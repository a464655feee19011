import { describe, expect, test } from "vitest";
import type { FaultRuleInput } from "../../simulator/faults/rule.ts";
import { anOrder, arrived, callback, lineToken, openFaulty, told, wholeCall } from "./support.ts";

describe("a callback can", () => {
  test("be lost", async () => {
    await using bench = await openFaulty(callback({ drop: true }, "answered"));
    await wholeCall(bench);
    expect(told(bench.app)).toEqual(["initiated", "ringing", "completed"]);
  });

  test("come several times, each with the same token", async () => {
    await using bench = await openFaulty(callback({ duplicate: 3 }, "completed"));
    await wholeCall(bench);
    const ends = bench.app.at("/status").filter((one) => one.params.CallStatus === "completed");
    expect([ends.length, new Set(ends.map((one) => one.token)).size]).toEqual([3, 1]);
  });

  test("come late", async () => {
    await using bench = await openFaulty(callback({ delayMs: 8000 }, "ringing"));
    await wholeCall(bench);
    expect(arrived(bench).indexOf("ringing")).toBeGreaterThan(arrived(bench).indexOf("in-progress"));
  });

  test("come in another order, the same in every run with the same seed", async () => {
    const order = async (seed: number) => {
      await using bench = await openFaulty(callback({ shuffle: true }), { seed, talkMs: 500 });
      await wholeCall(bench);
      return arrived(bench);
    };
    expect(await order(4)).toEqual(await order(4));
    const orders = await Promise.all([1, 2, 3, 4, 5, 6].map(order));
    expect(orders.some((statuses) => statuses.join() !== "initiated,ringing,in-progress,completed")).toBe(true);
  });

  test("come after the call's end, the last one first", async () => {
    await using bench = await openFaulty(callback({ terminalFirst: true }, "initiated"));
    await wholeCall(bench);
    expect(arrived(bench)[0]).toBe("completed");
    expect(arrived(bench).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      "completed",
      "in-progress",
      "initiated",
      "ringing",
    ]);
  });

  test("come again minutes later", async () => {
    await using bench = await openFaulty(callback({ replayAfterMs: 100_000 }, "ringing"));
    await wholeCall(bench);
    expect(arrived(bench).filter((status) => status === "ringing")).toHaveLength(1);
    await bench.carrier.control.advance(100_000);
    expect(arrived(bench).filter((status) => status === "ringing")).toHaveLength(2);
  });

  test.each([
    ["a wrong signature", { badSignature: true }, [false, true]],
    ["no signature", { unsigned: true }, [false, true]],
    ["the old token's signature", { oldToken: true }, [false]],
  ])("carry %s", async (_, effect, signed) => {
    await using bench = await openFaulty(callback(effect, "ringing"));
    await wholeCall(bench);
    const ringing = bench.app.at("/status").filter((one) => one.params.CallStatus === "ringing");
    expect(ringing.map((one) => one.isSigned).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(signed);
  });

  test("tell one answer under two statuses", async () => {
    await using bench = await openFaulty({
      match: { kind: "callback", event: "answered-split" },
      effect: { splitAnsweredAndInProgress: true },
    });
    await wholeCall(bench);
    expect(arrived(bench)).toContain("answered");
    expect(arrived(bench)).toContain("in-progress");
  });
});

describe("a document can be asked for", () => {
  const twiml = (effect: FaultRuleInput["effect"]): FaultRuleInput => ({ match: { kind: "twiml" }, effect, times: 1 });

  test("twice, with the same token", async () => {
    await using bench = await openFaulty(twiml({ fetchTwice: true }));
    await wholeCall(bench);
    const [first, second] = bench.app.at("/voice");
    expect(first?.token).toBe(second?.token);
    expect(bench.carrier.control.ledger().calls[0]?.joinedConference).toHaveLength(1);
  });

  test("late", async () => {
    await using bench = await openFaulty(twiml({ slowFetchMs: 3000 }));
    await wholeCall(bench, "+12125550100", 3000);
    expect(bench.app.at("/voice")).toEqual([]);
    await bench.carrier.control.advance(2000);
    expect(bench.app.at("/voice")).toHaveLength(1);
  });

  test("at the fallback only", async () => {
    await using bench = await openFaulty(twiml({ skipToFallback: true }));
    bench.app.on("/fallback", "<Response><Hangup/></Response>");
    await bench.client.calls.create({ ...anOrder(bench.app), fallbackUrl: `${bench.app.url}/fallback` });
    await bench.carrier.control.advance(3000);
    expect([bench.app.at("/voice").length, bench.app.at("/fallback").length]).toEqual([0, 1]);
  });
});

describe("a call can", () => {
  const call = (effect: FaultRuleInput["effect"]): FaultRuleInput => ({ match: { kind: "call" }, effect });

  test("meet somebody else than its number says", async () => {
    await using bench = await openFaulty(call({ outcome: "busy" }));
    await wholeCall(bench);
    expect(told(bench.app)).toEqual(["initiated", "busy"]);
  });

  test("be answered without ever having been said to ring", async () => {
    await using bench = await openFaulty(call({ noRingingEvent: true }));
    await wholeCall(bench);
    expect(told(bench.app)).toEqual(["initiated", "in-progress", "completed"]);
  });

  test("be ended by the far end at a chosen stage", async () => {
    await using bench = await openFaulty(call({ hangup: { at: "ring", afterMs: 400 } }));
    await wholeCall(bench);
    expect(told(bench.app)).toEqual(["initiated", "ringing", "busy"]);
  });

  test("lose its line, an agent's too", async () => {
    await using bench = await openFaulty({ match: { kind: "call", farEnd: "endpoint" }, effect: { legDropMs: 4000 } });
    bench.carrier.control.account({ voiceUrl: `${bench.app.url}/voice` });
    bench.carrier.control.connect({ id: "client:anna", token: lineToken(bench.carrier, "anna") });
    await bench.carrier.control.advance(3000);
    expect(bench.carrier.control.ledger().calls[0]?.status).toBe("in-progress");
    await bench.carrier.control.advance(2000);
    expect(bench.carrier.control.ledger().calls[0]?.status).toBe("completed");
  });

  test("run into a time limit", async () => {
    await using bench = await openFaulty(call({ timeLimitMs: 2000 }));
    await wholeCall(bench, "+12125550100", 3500);
    expect(bench.carrier.control.ledger().calls[0]?.status).toBe("completed");
  });
});

describe("a verdict on who answered can", () => {
  const AMD = { machineDetection: "Enable", asyncAmd: "true" };
  test.each([
    ["come late", { lateMs: 6000 }, { said: ["human"], talkMs: 60_000 }],
    ["be wrong", { verdict: "machine_start" }, { said: ["machine_start"], talkMs: 60_000 }],
    ["never come", { never: true }, { said: [], talkMs: 60_000 }],
    ["come after the call's end", { afterHangup: true }, { said: ["human"], talkMs: 5000 }],
  ])("%s", async (_, effect, { said, talkMs }) => {
    await using bench = await openFaulty({ match: { kind: "amd" }, effect }, { talkMs });
    await bench.client.calls.create({ ...anOrder(bench.app), ...AMD, asyncAmdStatusCallback: `${bench.app.url}/amd` });
    await bench.carrier.control.advance(5500);
    if ("lateMs" in effect || "afterHangup" in effect) expect(bench.app.at("/amd")).toEqual([]);
    await bench.carrier.control.advance(20_000);
    expect(bench.app.at("/amd").map((one) => one.params.AnsweredBy)).toEqual(said);
  });
});

describe("a room can", () => {
  test("be entered late", async () => {
    await using bench = await openFaulty({ match: { kind: "conference" }, effect: { joinDelayMs: 2000 } });
    await wholeCall(bench, "+12125550100", 3000);
    expect(bench.app.at("/room")).toEqual([]);
    await bench.carrier.control.advance(1000);
    expect(bench.app.at("/room")).toHaveLength(1);
  });

  test("refuse somebody, who goes on with their own document", async () => {
    await using bench = await openFaulty({ match: { kind: "conference" }, effect: { joinFails: true } });
    await wholeCall(bench, "+12125550100", 3000);
    expect(bench.app.at("/left")).toMatchObject([{ params: { DialCallStatus: "failed", CallStatus: "in-progress" } }]);
    expect(bench.carrier.control.ledger().conferences).toEqual([]);
  });
});

test("a recording can be missing, late, or not yet to be had", async () => {
  await using bench = await openFaulty([
    { match: { kind: "recording", to: "*0100" }, effect: { absent: true } },
    { match: { kind: "recording", to: "*0101" }, effect: { lateMs: 60_000, notFoundFirst: 1 } },
  ]);
  const { app, client, carrier } = bench;
  for (const to of ["+12125550100", "+12125550101"]) {
    await client.calls.create({
      ...anOrder(app, to),
      record: true,
      recordingStatusCallback: `${app.url}/rec`,
      recordingStatusCallbackEvent: ["completed", "absent"],
    });
  }
  await carrier.control.advance(20_000);
  expect(app.at("/rec").map((one) => one.params.RecordingStatus)).toEqual(["absent"]);
  await carrier.control.advance(60_000);
  expect(app.at("/rec").map((one) => one.params.RecordingStatus)).toEqual(["absent", "completed"]);
  const { accountSid, authToken } = carrier.settings;
  const get = () =>
    fetch(`${app.at("/rec")[1]?.params.RecordingUrl}.wav`, { headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` } });
  expect([(await get()).status, (await get()).status]).toEqual([404, 200]);
});
