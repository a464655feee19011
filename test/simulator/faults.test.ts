import { describe, expect, test } from "vitest";
import type { FaultRuleInput } from "../../simulator/faults/rule.ts";
import { anOrder, arrived, type Bench, clientOf, openFaulty } from "./support.ts";

describe("a request can fail", () => {
  const create = (effect: FaultRuleInput["effect"]): FaultRuleInput => ({ match: { kind: "create" }, effect, times: 1 });
  const impatient = (bench: Bench) => clientOf(bench.carrier, { timeout: 300 });
  const calls = (bench: Bench) => bench.carrier.control.ledger().calls.length;

  test.each([
    ["429 before anything happened", { status: 429 }, { status: 429, code: 20429 }, 0],
    ["503 before anything happened", { status: 503 }, { status: 503, code: 20503 }, 0],
    ["500 after the call was placed", { status: 500, afterAccept: true }, { status: 500, code: 20500 }, 1],
    ["a refusal of the rule's choice", { status: 400, code: 21211 }, { status: 400, code: 21211 }, 0],
    ["silence, and no call", { hangBeforeAccept: true }, { code: "ECONNABORTED" }, 0],
    ["silence, and a call", { hangAfterAccept: true }, { code: "ECONNABORTED" }, 1],
    ["a broken connection, and no call", { resetConnection: "before" as const }, { code: "ECONNRESET" }, 0],
    ["a broken connection, and a call", { resetConnection: "after" as const }, { code: "ECONNRESET" }, 1],
  ])("with %s", async (_, effect, error, placed) => {
    await using bench = await openFaulty(create(effect));
    await expect(impatient(bench).calls.create(anOrder(bench.app))).rejects.toMatchObject(error);
    expect(calls(bench)).toBe(placed);
    await bench.carrier.control.advance(20_000);
    expect(bench.app.at("/voice")).toHaveLength(placed);
    await bench.client.calls.create(anOrder(bench.app, "+12125550101"));
    expect(calls(bench)).toBe(placed + 1);
  });

  test("with an answer that cannot be read, the call being placed", async () => {
    await using bench = await openFaulty(create({ malformedJson: true }));
    await expect(bench.client.calls.create(anOrder(bench.app))).rejects.toThrow();
    expect(calls(bench)).toBe(1);
  });

  test("by coming late", async () => {
    await using bench = await openFaulty(create({ delayMs: 4000 }), { clock: "real" });
    const startedAt = performance.now();
    await bench.client.calls.create(anOrder(bench.app));
    expect(performance.now() - startedAt).toBeGreaterThan(190);
  });

  test("by being overtaken: the first event comes before the answer", async () => {
    await using bench = await openFaulty(create({ beforeCreateResponse: true }), { clock: "real" });
    const { sid } = await bench.client.calls.create(anOrder(bench.app));
    expect(bench.app.at("/status")[0]?.params).toMatchObject({ CallSid: sid, CallStatus: "initiated" });
  });

  test("by putting the call into the carrier's own queue", async () => {
    await using bench = await openFaulty(create({ queueMs: 3000 }));
    expect((await bench.client.calls.create(anOrder(bench.app))).queueTime).toBe("3000");
    await bench.carrier.control.advance(2900);
    expect(arrived(bench)).toEqual([]);
    await bench.carrier.control.advance(150);
    expect(arrived(bench)).toEqual(["initiated"]);
  });

  test("by telling of the past: an ended call still rings, a new one is not there", async () => {
    await using bench = await openFaulty({ match: { kind: "rest", method: "GET" }, effect: { staleReadsMs: 20_000 } });
    const { sid } = await bench.client.calls.create(anOrder(bench.app, "+12125550153"));
    expect(await bench.client.calls.list()).toEqual([]);
    await bench.carrier.control.advance(61_000);
    expect((await bench.client.calls(sid).fetch()).status).toBe("ringing");
    await bench.carrier.control.advance(20_000);
    expect((await bench.client.calls(sid).fetch()).status).toBe("no-answer");
  });
});

describe("a rule", () => {
  test("strikes as often as it says, at the occurrence it says, the first that fits deciding", async () => {
    await using bench = await openFaulty([
      { id: "second", match: { kind: "create", nth: 2 }, effect: { status: 503 } },
      { id: "once", match: { kind: "create", to: "+1212*" }, effect: { status: 429 }, times: 1 },
    ]);
    const attempt = (to: string) =>
      bench.client.calls.create(anOrder(bench.app, to)).then(
        () => "placed",
        (error: unknown) => (error as { status: number }).status,
      );
    expect([await attempt("+12125550100"), await attempt("+12125550100"), await attempt("+12125550100")]).toEqual([429, 503, "placed"]);
    expect(bench.carrier.control.faults().map(({ id, struck }) => [id, struck])).toEqual([
      ["second", 1],
      ["once", 1],
    ]);
    bench.carrier.control.clearFaults();
    expect(bench.carrier.control.faults()).toEqual([]);
  });

  test("with a probability strikes about that often, and the same calls in every run", async () => {
    const struck = async (seed: number) => {
      await using bench = await openFaulty({ match: { kind: "call", probability: 0.3 }, effect: { outcome: "busy" } }, { seed });
      const numbers = Array.from({ length: 60 }, (_, index) => `+1212555${String(1000 + index)}`);
      for (const number of numbers) await bench.client.calls.create({ to: number, from: "+12125550190", url: `${bench.app.url}/voice` });
      await bench.carrier.control.advance(300);
      return bench.carrier.control.ledger().calls.map((call) => call.outcome === "busy");
    };
    const [one, again, other] = [await struck(5), await struck(5), await struck(6)];
    expect(one).toEqual(again);
    expect(one).not.toEqual(other);
    const share = one.filter(Boolean).length / one.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.5);
  });

  test("that is none is refused with what is wrong", async () => {
    await using bench = await openFaulty([]);
    const answer = await fetch(`${bench.carrier.url}/sim/faults`, {
      method: "POST",
      body: JSON.stringify({ match: { kind: "weather" }, effect: {} }),
    });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { error: string }).error).toContain("match.kind");
    expect(bench.carrier.control.faults()).toEqual([]);
  });
});
