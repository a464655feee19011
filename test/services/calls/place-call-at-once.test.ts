/** The same things happening at once in several processes: own pools, own services, one database. */
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { aCampaign, aUser } from "../../support/builders.ts";
import { anotherProcess, aReservedCall, attemptOf, type Floor, makeFloor, type ReservedCall } from "../../support/dialing.ts";
import { heldOpen, somebodyWaits } from "../../support/locks.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

async function reservedCalls(count: number): Promise<ReservedCall[]> {
  const campaign = await aCampaign(house.db);
  const calls: ReservedCall[] = [];
  for (let made = 0; made < count; made++) calls.push(await aReservedCall(floor, { campaign }));
  return calls;
}

/** All at once, dealt out to the processes in turn. */
const placeAll = (dialers: readonly Floor[], attemptIds: readonly string[]) =>
  Promise.all(
    attemptIds.map((attemptId, index) => {
      const dialer = dialers[index % dialers.length];
      if (!dialer) throw new Error("dialers: found none, expected one or more");
      return dialer.placeCall(attemptId);
    }),
  );

describe("one attempt, many workers (invariant 2)", () => {
  test("twenty runs at once, from three processes, place one call", async () => {
    await using second = await anotherProcess(house.url, floor);
    await using third = await anotherProcess(house.url, floor);
    const [call] = await reservedCalls(1);
    const { attemptId } = call as ReservedCall;
    const dialers = [floor, second, third];
    const outcomes = await placeAll(
      dialers,
      Array.from({ length: 20 }, () => attemptId),
    );
    expect(outcomes.filter((outcome) => outcome === "released")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "nothing-to-do")).toHaveLength(19);
    expect(floor.carrier.orders).toHaveLength(1);
    expect(await floor.stores.attemptLog.decisionsOf(attemptId)).toHaveLength(1);
  });
});

describe("do-not-call at the very moment of the release (invariant 6)", () => {
  test("an entry that is being written stops the release that waits for it", async () => {
    await using second = await anotherProcess(house.url, floor);
    const [call] = (await reservedCalls(1)) as [ReservedCall];
    const { id: createdBy } = await aUser(house.db);
    const entry = { phone: call.contact.phones[0] as string, reason: "asked", source: "agent", createdBy, at: floor.clock.now() };
    const writing = heldOpen(second.db, (tx) => second.deps.forbid(tx, entry));
    await writing.begun;
    const placing = floor.placeCall(call.attemptId);
    await somebodyWaits(house.db);
    writing.open();
    expect(await placing).toBe("refused");
    await writing.done;
    expect(await attemptOf(floor, call)).toMatchObject({ state: "released", refusal: "do-not-call" });
    expect(floor.carrier.orders).toEqual([]);
  });

  test("an entry that comes during a release waits for it: nobody is told it holds while a call slips through", async () => {
    await using second = await anotherProcess(house.url, floor);
    const [call] = (await reservedCalls(1)) as [ReservedCall];
    // Keeps the release from ending after it has asked the gate.
    const limiter = heldOpen(second.db, (tx) => tx.carrierLimits.take());
    await limiter.begun;
    const placing = floor.placeCall(call.attemptId);
    await somebodyWaits(house.db);
    let isForbidden = false;
    const phone = call.contact.phones[0] as string;
    const wish = {
      actor: "cli",
      target: "number",
      phone,
      prefix: null,
      scope: "organisation",
      campaignId: null,
      reason: "asked",
      source: "api",
      createdBy: null,
      expiresAt: null,
    } as const;
    const forbidding = second.forbidCalls(wish).then(() => {
      isForbidden = true;
    });
    await sleep(50);
    expect(isForbidden).toBe(false);
    limiter.open();
    expect(await placing).toBe("released");
    await Promise.all([forbidding, limiter.done]);
    expect(isForbidden).toBe(true);
  });

  test("whatever the order, a call is placed only if the entry came after its release", async () => {
    await using second = await anotherProcess(house.url, floor);
    const calls = await reservedCalls(12);
    const told: string[] = [];
    const forbid = async ({ contact, attemptId }: ReservedCall) => {
      const phone = contact.phones[0] as string;
      await second.forbidCalls({
        actor: "cli",
        target: "number",
        phone,
        prefix: null,
        scope: "organisation",
        campaignId: null,
        reason: "asked",
        source: "api",
        createdBy: null,
        expiresAt: null,
      });
      const { state } = await attemptOf(floor, { attemptId });
      if (state === "reserved") told.push(attemptId);
    };
    await Promise.all(calls.flatMap((call) => [forbid(call), floor.placeCall(call.attemptId)]));
    // Those that were still reserved when the entry was committed must not have been called.
    expect(floor.carrier.orders.filter((order) => told.includes(order.attemptId))).toEqual([]);
  });
});

describe("a pause at the very moment of the release", () => {
  test("a pause that is being written stops the release that waits for it", async () => {
    await using second = await anotherProcess(house.url, floor);
    const [call] = (await reservedCalls(1)) as [ReservedCall];
    const pausing = heldOpen(second.db, async (tx) => {
      await tx.campaigns.lock(call.campaign.id);
      await tx.campaigns.change(call.campaign.id, { state: "paused" });
    });
    await pausing.begun;
    const placing = floor.placeCall(call.attemptId);
    await somebodyWaits(house.db);
    pausing.open();
    expect(await placing).toBe("refused");
    await pausing.done;
    expect(await attemptOf(floor, call)).toMatchObject({ refusal: "campaign-not-running" });
  });
});

describe("calls per second and lines, over all processes (invariant 8)", () => {
  test("three processes that release as fast as they can never use more lines than there are", async () => {
    floor = await makeFloor(house.db, { lines: 4 });
    await using second = await anotherProcess(house.url, floor);
    await using third = await anotherProcess(house.url, floor);
    const calls = await reservedCalls(12);
    const dialers = [floor, second, third];
    const outcomes = await placeAll(
      dialers,
      calls.map((call) => call.attemptId),
    );
    expect(floor.carrier.orders).toHaveLength(4);
    expect(outcomes.filter((outcome) => outcome === "no-slot")).toHaveLength(8);
  });

  test("a call that ends gives its line to the next", async () => {
    floor = await makeFloor(house.db, { lines: 4 });
    const calls = await reservedCalls(5);
    for (const { attemptId } of calls) await floor.placeCall(attemptId);
    const { attemptId, carrierCallId } = floor.carrier.callOf((calls[0] as ReservedCall).attemptId);
    const ended = { attemptId: attemptId as string, carrierCallId, status: "busy" as const, disposition: "busy" };
    await floor.tell({ kind: "call-progress", ...ended, sipCode: null, errorCode: null });
    const next = await aReservedCall(floor);
    expect(await floor.placeCall(next.attemptId)).toBe("released");
  });

  test("releases of three processes are spaced like those of one", async () => {
    const pause = async (ms: number): Promise<void> => {
      await sleep(ms);
    };
    floor = await makeFloor(house.db, { callsPerSecond: 60, pause });
    await using second = await anotherProcess(house.url, floor);
    await using third = await anotherProcess(house.url, floor);
    const calls = await reservedCalls(24);
    const dialers = [floor, second, third];
    const started = performance.now();
    const outcomes = await placeAll(
      dialers,
      calls.map((call) => call.attemptId),
    );
    const tookMs = performance.now() - started;
    expect(new Set(outcomes)).toEqual(new Set(["released"]));
    // Nine tenths of 60 a second: 23 spaces of 18.5 ms, of which the first ones may be taken a tenth of a second early.
    // 5 ms for clocks that differ in their last digit.
    expect(tookMs).toBeGreaterThanOrEqual((23 * 1_000) / 54 - 100 - 5);
  });
});
