import fc from "fast-check";
import { expect, test } from "vitest";
import { makeCpsBucket } from "../../simulator/cps.ts";
import { anOrder, openBench } from "./support.ts";

test("a second's calls go at once; what is more waits its turn", () => {
  const bucket = makeCpsBucket(5);
  expect([1, 2, 3, 4, 5].map(() => bucket.take(0))).toEqual([0, 0, 0, 0, 0]);
  expect([bucket.take(0), bucket.take(0)]).toEqual([200, 400]);
  expect(bucket.take(10_000)).toBe(0);
});

test("a rate under one a second keeps its distance", () => {
  const bucket = makeCpsBucket(0.5);
  expect([bucket.take(0), bucket.take(0), bucket.take(4000)]).toEqual([0, 2000, 0]);
});

test("however calls arrive, no span of time lets through more than its share and one second's calls", () => {
  const arrivals = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), arrivals, (cps, gaps) => {
      const bucket = makeCpsBucket(cps);
      let now = 0;
      const starts = gaps.map((gap) => {
        now += gap;
        return now + bucket.take(now);
      });
      starts.forEach((first, from) => {
        starts.slice(from).forEach((last, more) => expect(more + 1).toBeLessThanOrEqual(cps + ((last - first) / 1000) * cps + 1e-6));
      });
    }),
  );
});

test("calls above the account's rate are taken, wait in the carrier's queue, and say so", async () => {
  await using bench = await openBench({ clock: "virtual", cps: 2 });
  const numbers = ["00", "01", "02", "03"].map((last) => `+121255501${last}`);
  const calls = [];
  for (const number of numbers) calls.push(await bench.client.calls.create(anOrder(bench.app, number)));
  expect(calls.map((call) => call.queueTime)).toEqual(["0", "0", "500", "1000"]);
  await bench.carrier.control.advance(600);
  expect(bench.carrier.control.ledger().calls.map((call) => call.startedAt !== null)).toEqual([true, true, true, false]);
  await bench.carrier.control.advance(600);
  const { calls: seen, queued, peaks } = bench.carrier.control.ledger();
  const [first, , third, fourth] = seen.map((call) => call.startedAt ?? 0);
  expect([(third ?? 0) - (first ?? 0), (fourth ?? 0) - (first ?? 0)]).toEqual([500, 1000]);
  expect({ queued, started: peaks.startedInOneSecond }).toEqual({ queued: 2, started: 3 });
});
