import { describe, expect, test } from "vitest";
import type { PresetName } from "../../simulator/presets/presets.ts";
import { eventually } from "../support/eventually.ts";
import { clientOf, lineToken, openBench } from "./support.ts";

const AGENTS = 6;
const CALLS = 80;

/** Calls placed blindly, answers given to agents in turn: enough for the carrier to show its character. */
async function shift(preset: PresetName, seed = 3) {
  const bench = await openBench({
    preset,
    seed,
    speed: 100,
    cps: 500,
    lines: 500,
    ringMs: [300, 2000],
    talkMs: [500, 3000],
    patienceMs: 5000,
  });
  const { app, carrier } = bench;
  const client = clientOf(carrier, { timeout: preset === "hostile" ? 3000 : 20_000 });
  carrier.control.account({ voiceUrl: `${app.url}/line` });
  let next = 0;
  const room = (name: string) =>
    `<Response><Dial><Conference endConferenceOnExit="${name.startsWith("client")}" statusCallback="/room" statusCallbackEvent="start end join leave">${name}</Conference></Dial></Response>`;
  app.on("/line", ({ params }) => room(params.From ?? ""));
  app.on("/voice", () => room(`client:agent_${next++ % AGENTS}`).replace(`endConferenceOnExit="true"`, ""));
  for (let index = 0; index < AGENTS; index++)
    carrier.control.connect({ id: `client:agent_${index}`, token: lineToken(carrier, `agent_${index}`) });
  const placed = await Promise.allSettled(
    Array.from({ length: CALLS }, (_, index) =>
      client.calls.create({
        to: `+1212555${1000 + index}`,
        from: "+12125550190",
        url: `${app.url}/voice?attempt=${index}`,
        statusCallback: `${app.url}/status?attempt=${index}`,
        statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
        machineDetection: "Enable",
        asyncAmd: "true",
        asyncAmdStatusCallback: `${app.url}/amd?attempt=${index}`,
        timeout: 20,
      }),
    ),
  );
  const ordered = () => carrier.control.ledger().calls.filter((call) => call.farEnd === "public");
  await eventually(() => ordered().every((call) => call.endedAt !== null), { withinMs: 40_000 });
  return { bench, placed, calls: ordered(), bugs: carrier.control.events().filter((one) => one.what === "carrier.bug") };
}

describe("a shift of eighty calls", { timeout: 60_000 }, () => {
  test("on a calm carrier: every order is taken and every end is told once", async () => {
    const { bench, placed, calls, bugs } = await shift("calm");
    await using _ = bench;
    expect(bugs).toEqual([]);
    expect(placed.filter((one) => one.status === "rejected")).toEqual([]);
    await eventually(() => expect(bench.app.at("/status").filter((one) => one.params.CallDuration !== undefined)).toHaveLength(CALLS));
    expect(new Set(calls.map((call) => call.outcome))).toEqual(new Set(["human", "machine", "no-answer", "busy", "unreachable404"]));
    expect(bench.app.received.every((one) => one.isSigned)).toBe(true);
  });

  test("on a hostile carrier: orders fail, events are lost, repeated and forged, lines drop, yet the ledger stays true", async () => {
    const { bench, placed, calls, bugs } = await shift("hostile");
    await using _ = bench;
    expect(bugs).toEqual([]);
    const failed = placed.filter((one) => one.status === "rejected").length;
    expect(failed).toBeGreaterThan(2);
    const { repeatedAttempts, overlaps } = bench.carrier.control.ledger();
    expect({ repeatedAttempts, overlaps }).toEqual({ repeatedAttempts: [], overlaps: [] });
    // Some orders that failed were carried out all the same.
    expect(calls.length).toBeGreaterThan(CALLS - failed);
    expect(bench.app.received.some((one) => !one.isSigned)).toBe(true);
    const struck = bench.carrier.control.faults().filter((rule) => rule.struck > 0);
    expect(struck.length).toBeGreaterThan(10);
  });

  test("gives every person the same fate in every run with the same seed", async () => {
    const fates = async () => {
      const { bench, calls } = await shift("realistic", 11);
      await using _ = bench;
      return calls.map((call) => `${call.to} ${call.outcome}`).sort((a, b) => a.localeCompare(b));
    };
    expect(await fates()).toEqual(await fates());
  });
});
