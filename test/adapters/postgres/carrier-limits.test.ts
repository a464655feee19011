/** The limiter goes by the database's own clock, which all processes share; these tests wait for it, a little. */
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import type { AttemptState } from "../../../campaigns/attempts/attempt.ts";
import type { CarrierLimits, Slot } from "../../../src/ports/carrier-limits.ts";
import { aCampaign, aContact, anAgent, anAttempt } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let limits: CarrierLimits;
beforeEach(() => {
  limits = house.stores.carrierLimits;
});

const take = (): Promise<Slot> => house.stores.transaction((tx) => tx.carrierLimits.take());

describe("calls per second", () => {
  test("the second call waits for the space between two calls, at nine tenths of the carrier's rate", async () => {
    await limits.configure({ callsPerSecond: 1, lines: 10 });
    expect(await take()).toEqual({ granted: true });
    const refused = await take();
    expect(refused).toMatchObject({ granted: false, reason: "calls-per-second" });
    // 1 / 0.9 of a second, less what has gone by.
    expect((refused as { waitMs: number }).waitMs).toBeGreaterThan(900);
    expect((refused as { waitMs: number }).waitMs).toBeLessThanOrEqual(1_112);
  });

  test("who waits as long as they are told to is granted", async () => {
    await limits.configure({ callsPerSecond: 2, lines: 10 });
    await take();
    const refused = await take();
    expect(refused).toMatchObject({ granted: false });
    await sleep((refused as { waitMs: number }).waitMs + 1);
    expect(await take()).toEqual({ granted: true });
  });

  test("of time that nobody used a tenth of a second is saved up and no more", async () => {
    await limits.configure({ callsPerSecond: 20, lines: 10 });
    await take();
    await sleep(150);
    const began = performance.now();
    let granted = 0;
    for (let asked = 0; asked < 10; asked++) if ((await take()).granted) granted++;
    // 18 a second: one now, what a tenth of a second is good for, and what came due while we asked.
    const due = 1 + Math.floor(((performance.now() - began + 100) * 18) / 1_000) + 1;
    expect(granted).toBeGreaterThanOrEqual(2);
    expect(granted).toBeLessThanOrEqual(due);
  });

  test("of twenty who ask at once, one is granted", async () => {
    await limits.configure({ callsPerSecond: 2, lines: 100 });
    const slots = await Promise.all(Array.from({ length: 20 }, take));
    expect(slots.filter(({ granted }) => granted)).toHaveLength(1);
  });

  test("a slot that was taken in a transaction that failed is given back", async () => {
    await limits.configure({ callsPerSecond: 1, lines: 10 });
    const failed = house.stores.transaction(async (tx) => {
      await tx.carrierLimits.take();
      throw new Error("the gate said no after all");
    });
    await expect(failed).rejects.toThrow("the gate");
    expect(await take()).toEqual({ granted: true });
  });

  test("slowed down, the rate is halved each time, to an eighth at most, and recovers by itself", async () => {
    await limits.configure({ callsPerSecond: 8, lines: 10 });
    const rates: number[] = [];
    for (let times = 0; times < 5; times++) {
      rates.push((await limits.room()).callsPerSecond);
      await limits.slowDown();
    }
    const [full, half, quarter, eighth, least] = rates as [number, number, number, number, number];
    expect(full).toBeCloseTo(7.2);
    expect(half).toBeCloseTo(3.6, 1);
    expect(quarter).toBeCloseTo(1.8, 1);
    expect(eighth).toBeCloseTo(0.9, 1);
    expect(least).toBeCloseTo(0.9, 1);
    await house.db
      .updateTable("carrier_limits")
      .set({ slowed_at: new Date(Date.now() - 30_000) })
      .execute();
    expect((await limits.room()).callsPerSecond).toBeCloseTo(1.8, 1);
    await house.db
      .updateTable("carrier_limits")
      .set({ slowed_at: new Date(Date.now() - 600_000) })
      .execute();
    expect((await limits.room()).callsPerSecond).toBeCloseTo(7.2);
  });

  test("without limits nothing is released, and the error says what is missing", async () => {
    await expect(take()).rejects.toThrow("found none configured");
    expect(await limits.room()).toEqual({ callsPerSecond: 0, linesLeft: 0 });
  });
});

describe("lines", () => {
  const anAttemptThatIs = async (state: AttemptState, carrierRank = -1): Promise<void> => {
    const end = state === "closed" || state === "released" ? { disposition: "busy", closed_at: new Date() } : {};
    await anAttempt(
      house.db,
      { campaign: await aCampaign(house.db), contact: await aContact(house.db) },
      { state, carrier_rank: carrierRank, ...end },
    );
  };

  test.each<[AttemptState, number, boolean]>([
    ["reserved", -1, false],
    ["submitting", -1, true],
    ["dialing", 1, true],
    ["ringing", 2, true],
    ["answered", 3, true],
    ["connected", 3, true],
    ["abandoned", 3, true],
    ["unknown", -1, true],
    ["wrapping-up", 3, true],
    ["wrapping-up", 4, false],
    ["released", -1, false],
    ["closed", 4, false],
  ])("an attempt that is %s (the carrier's last word: %i) holds a line: %s", async (state, rank, holds) => {
    await limits.configure({ callsPerSecond: 1_000, lines: 1 });
    await anAttemptThatIs(state, rank);
    expect((await limits.room()).linesLeft).toBe(holds ? 0 : 1);
    expect(await take()).toEqual(holds ? { granted: false, reason: "lines", waitMs: 1_000 } : { granted: true });
  });

  test("an agent's telephone holds a line; an agent's browser does not", async () => {
    await limits.configure({ callsPerSecond: 1_000, lines: 5 });
    await anAgent(house.db, { line_kind: "client" });
    await anAgent(house.db, { line_kind: "phone" });
    await anAgent(house.db, { state: "on-break", line_kind: "sip", line_state: "connecting" });
    await anAgent(house.db, { state: "offline", line_kind: "phone", line_state: "none" });
    expect((await limits.room()).linesLeft).toBe(3);
  });

  test("fewer lines than are in use: none left, not less than none", async () => {
    await limits.configure({ callsPerSecond: 1_000, lines: 2 });
    for (let made = 0; made < 3; made++) await anAttemptThatIs("ringing");
    expect((await limits.room()).linesLeft).toBe(0);
  });
});
