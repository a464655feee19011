import { describe, expect, test } from "vitest";
import { DEFAULTS } from "../../simulator/options.ts";
import { makePartyBook } from "../../simulator/parties/party-book.ts";
import { PRESETS } from "../../simulator/presets/presets.ts";
import { makeRandom } from "../../simulator/random.ts";
import { anOrder, openBench, told } from "./support.ts";

const bookOf = (seed: number, mode: "digits" | "weights" = "weights") => {
  const random = makeRandom(seed);
  return makePartyBook({ ...DEFAULTS, mode }, () => random, PRESETS.realistic.weights);
};
const NUMBERS = Array.from({ length: 200 }, (_, index) => `+1212555${String(index).padStart(4, "0")}`);
const mix = (seed: number) => NUMBERS.map((number) => bookOf(seed).actFor(number, 0));

describe("who answers a number", () => {
  test("follows from the seed, the number and how often it was called, in any order", () => {
    const forwards = bookOf(7);
    const backwards = bookOf(7);
    const acts = NUMBERS.flatMap((number) => [0, 1].map((nth) => forwards.actFor(number, nth)));
    const again = NUMBERS.toReversed().flatMap((number) => [1, 0].map((nth) => backwards.actFor(number, nth)));
    expect(again.toReversed()).toEqual(acts);
  });

  test("is another for another seed, and mostly another at the next call", () => {
    expect(mix(7)).not.toEqual(mix(8));
    const book = bookOf(7);
    const changed = NUMBERS.filter((number) => book.actFor(number, 0).ringMs !== book.actFor(number, 1).ringMs);
    expect(changed.length).toBeGreaterThan(190);
  });

  test("is drawn as often as its weight says", () => {
    const humans = mix(3).filter((act) => act.outcome === "human").length / NUMBERS.length;
    expect(humans).toBeGreaterThan(0.2);
    expect(humans).toBeLessThan(0.42);
  });

  test("is told by the last four digits when nobody was asked to draw", () => {
    const book = bookOf(1, "digits");
    const outcomes = ["0100", "0139", "0140", "0150", "0151", "0152", "0153", "0154", "0155", "0156", "7777"];
    expect(outcomes.map((last) => book.actFor(`+1212555${last}`, 0).outcome)).toEqual([
      "human",
      "human",
      "machine",
      "fax",
      "silence",
      "busy",
      "no-answer",
      "reject603",
      "blocked608",
      "unreachable404",
      "human",
    ]);
  });

  test("can be put for one number, for each call in turn, for a pattern, or as a draw", () => {
    const book = bookOf(1, "digits");
    book.put("+4930*", { outcome: "busy" });
    book.put("+493055501", [{ outcome: "no-answer" }, { outcome: "human" }]);
    book.put("+44*", { weights: [{ weight: 1, script: { outcome: "fax" } }] });
    expect([0, 1, 2].map((nth) => book.actFor("+493055501", nth).outcome)).toEqual(["no-answer", "human", "human"]);
    expect(book.actFor("+493055599", 0).outcome).toBe("busy");
    expect(book.actFor("+441632960000", 0).outcome).toBe("fax");
    expect(() => book.put("+1", { outcome: "asleep" })).toThrow(/outcome/);
  });
});

test.each([
  ["+12125550100", ["initiated", "ringing", "in-progress", "completed"], "200"],
  ["+12125550152", ["initiated", "busy"], "486"],
  ["+12125550153", ["initiated", "ringing", "no-answer"], "487"],
  ["+12125550154", ["initiated", "ringing", "busy"], "603"],
  ["+12125550155", ["initiated", "failed"], "608"],
  ["+12125550156", ["initiated", "failed"], "404"],
])("a call to %s is told as %j", async (number, statuses, sipCode) => {
  await using bench = await openBench({ clock: "virtual" });
  bench.app.on("/voice", "<Response><Hangup/></Response>");
  await bench.client.calls.create({ ...anOrder(bench.app, number), timeout: 20 });
  await bench.carrier.control.advance(30_000);
  expect(told(bench.app)).toEqual(statuses);
  expect(bench.app.at("/status").find((one) => one.params.CallStatus === statuses.at(-1))?.params).toMatchObject({
    SipResponseCode: sipCode,
  });
});

describe("somebody who hangs up", () => {
  test.each([
    ["+12125550157", "while the document is asked for", { asked: true, joined: false }],
    ["+12125550158", "between the document and the room", { asked: true, joined: false }],
    ["+12125550159", "just after being joined", { asked: true, joined: true }],
  ])("%s does so %s", async (number, _, { asked, joined }) => {
    await using bench = await openBench({ clock: "virtual" });
    const { app, carrier, client } = bench;
    app.on("/voice", "<Response><Dial><Conference>room</Conference></Dial></Response>");
    await client.calls.create(anOrder(app, number));
    await carrier.control.advance(5000);
    const [call] = carrier.control.ledger().calls;
    expect([app.at("/voice").length > 0, (call?.joinedConference.length ?? 0) > 0]).toEqual([asked, joined]);
    expect(call?.status).toBe("completed");
  });

  test("after waiting as long as patience lasts, nobody having spoken", async () => {
    await using bench = await openBench({ clock: "virtual", patienceMs: 8000 });
    bench.app.on("/voice", "<Response><Pause length='600'/></Response>");
    await bench.client.calls.create(anOrder(bench.app));
    await bench.carrier.control.advance(20_000);
    const [call] = bench.carrier.control.ledger().calls;
    expect((call?.endedAt ?? 0) - (call?.answeredAt ?? 0)).toBe(8000);
  });
});
