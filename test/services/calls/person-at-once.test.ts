/** Things that happen to one person at the same moment, on several numbers, in several campaigns and processes. */
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { HOUR_MS } from "../../../campaigns/instant.ts";
import { makeWithdrawConsent } from "../../../src/services/consent/withdraw-consent.ts";
import { aCampaign, aCampaignContact, aContact, aContactList, anId, aPhone } from "../../support/builders.ts";
import { anotherProcess, aReservedCall, attemptOf, type Floor, hangUp, makeFloor, type ReservedCall } from "../../support/dialing.ts";
import { eventually } from "../../support/eventually.ts";
import { heldOpen, somebodyWaits } from "../../support/locks.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

/** How many wait for a lock. */
async function waiting(db: typeof house.db): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.waiting ?? 0;
}

const withdrawing = (at: Floor, phone: string) =>
  makeWithdrawConsent(at.deps)({
    phone,
    covers: "person",
    callKinds: [],
    subject: null,
    channel: "web",
    attemptId: null,
    withdrawnAt: null,
    reason: "asked-by-the-person",
    recordedBy: "web",
    createdBy: null,
  });

/** A reserved call to the first of two numbers of a person, in a campaign of its own. */
const aCallToOneOfTwo = (): Promise<ReservedCall> => aReservedCall(floor, { contact: { phones: [aPhone(), aPhone()] } });
const otherNumberOf = (call: ReservedCall): string => call.contact.phones[1] as string;

describe("a person who takes consent back on one number at the very moment of a call to another", () => {
  test("that is being written stops the release that waits for it", async () => {
    await using second = await anotherProcess(house.url, floor);
    const call = await aCallToOneOfTwo();
    const withdrawal = heldOpen(second.db, async (tx) => {
      await tx.callees.person(otherNumberOf(call));
      await tx.doNotCall.add({
        id: anId(),
        target: "person",
        phone: otherNumberOf(call),
        personId: call.contact.person_id,
        prefix: null,
        scope: "organisation",
        campaignId: null,
        reason: "asked",
        source: "web",
        attemptId: null,
        createdBy: null,
        createdAt: floor.clock.now(),
        expiresAt: null,
      });
    });
    await withdrawal.begun;
    const placing = floor.placeCall(call.attemptId);
    await somebodyWaits(house.db);
    withdrawal.open();
    expect(await placing).toBe("refused");
    await withdrawal.done;
    expect(await attemptOf(floor, call)).toMatchObject({ state: "released", refusal: "do-not-call" });
    expect(floor.carrier.orders).toEqual([]);
  });

  test("waits for the release that is under way", async () => {
    await using second = await anotherProcess(house.url, floor);
    const call = await aCallToOneOfTwo();
    const limiter = heldOpen(second.db, (tx) => tx.carrierLimits.take());
    await limiter.begun;
    const placing = floor.placeCall(call.attemptId);
    await somebodyWaits(house.db);
    let isWithdrawn = false;
    const taking = withdrawing(second, otherNumberOf(call)).then(() => {
      isWithdrawn = true;
    });
    await eventually(async () => (await waiting(house.db)) === 2);
    expect(isWithdrawn).toBe(false);
    limiter.open();
    expect(await placing).toBe("released");
    await Promise.all([taking, limiter.done]);
    expect(floor.carrier.orders).toHaveLength(1);
    expect((await attemptOf(floor, call)).state).toBe("dialing");
  });

  test("in whatever order, no call of any campaign is placed that was still reserved when it was taken back", async () => {
    await using second = await anotherProcess(house.url, floor);
    const calls: ReservedCall[] = [];
    for (let count = 0; count < 16; count += 1) calls.push(await aCallToOneOfTwo());
    const stopped: string[] = [];
    const takeBack = async (call: ReservedCall): Promise<void> => {
      await withdrawing(second, otherNumberOf(call));
      if ((await attemptOf(floor, call)).state === "reserved") stopped.push(call.attemptId);
    };
    await Promise.all(
      calls.flatMap((call, index) =>
        index % 2 === 0 ? [takeBack(call), floor.placeCall(call.attemptId)] : [floor.placeCall(call.attemptId), takeBack(call)],
      ),
    );
    expect(floor.carrier.orders.filter(({ attemptId }) => stopped.includes(attemptId))).toEqual([]);
    // Afterwards nothing of these persons is placed any more, whatever was.
    const placed = floor.carrier.orders.length;
    for (const { campaign, contact } of calls) {
      const wish = { campaign, contact: { phones: [contact.phones[1] as string], person_id: contact.person_id } };
      const again = await aReservedCall(floor, wish).catch(() => undefined);
      if (again) expect(await floor.placeCall(again.attemptId)).toBe("refused");
    }
    expect(floor.carrier.orders).toHaveLength(placed);
  });
});

describe("a prefix that is forbidden at the very moment of a call", () => {
  test("waits for the release that is under way, and stops every later one", async () => {
    await using second = await anotherProcess(house.url, floor);
    const one = await aReservedCall(floor, { contact: { phones: ["+12025550171"] } });
    const other = await aReservedCall(floor, { contact: { phones: ["+12025550172"] } });
    const stranger = await aReservedCall(floor, { contact: { phones: ["+12125550172"] } });
    const limiter = heldOpen(second.db, (tx) => tx.carrierLimits.take());
    await limiter.begun;
    const placing = floor.placeCall(one.attemptId);
    await somebodyWaits(house.db);
    let isForbidden = false;
    const wish = {
      actor: "cli",
      target: "prefix",
      phone: null,
      prefix: "+1202",
      scope: "organisation",
      campaignId: null,
      reason: "too dear",
      source: "api",
      createdBy: null,
      expiresAt: null,
    } as const;
    const forbidding = second.forbidCalls(wish).finally(() => {
      isForbidden = true;
    });
    await eventually(async () => (await waiting(house.db)) === 2);
    expect(isForbidden).toBe(false);
    limiter.open();
    expect(await placing).toBe("released");
    expect(await forbidding).toMatchObject({ ok: true });
    await limiter.done;
    expect(await floor.placeCall(other.attemptId)).toBe("refused");
    expect(await floor.placeCall(stranger.attemptId)).toBe("released");
  });
});

describe("the last call that a cap allows", () => {
  /** One contact of the person in each of two campaigns, each with a number of its own. */
  async function twoWaysToOnePerson() {
    const list = await aContactList(house.db);
    const person_id = anId();
    const frequencyCaps = [{ per: "person" as const, attempts: 3, hours: 24 }];
    const ways = [];
    for (const phone of [aPhone(), aPhone()]) {
      const campaign = await aCampaign(house.db, { settings: { frequencyCaps, mostAttemptsPerContact: 100 } });
      const contact = await aContact(house.db, { phones: [phone], person_id, list_id: list.id });
      await aCampaignContact(house.db, { campaign, contact }, { state: "in-attempt" });
      ways.push({ campaign, contact });
    }
    return ways;
  }

  test("is taken once, however many workers try all numbers and campaigns of a person at the same time", async () => {
    await using second = await anotherProcess(house.url, floor);
    const ways = await twoWaysToOnePerson();
    const outcomes: string[] = [];
    const tryOnce = async (at: Floor, { campaign, contact }: (typeof ways)[number]): Promise<void> => {
      const [reserved] = await at.stores.attempts.reserve([
        {
          id: anId(),
          kind: "list",
          campaignId: campaign.id,
          contactId: contact.id,
          personId: contact.person_id,
          phone: contact.phones[0] as string,
          phonePosition: 1,
          agentId: null,
          reservedAt: floor.clock.now(),
        },
      ]);
      if (!reserved) return;
      const outcome = await at.placeCall(reserved.id);
      outcomes.push(outcome);
      if (outcome !== "released") return;
      const { carrierCallId } = floor.carrier.callOf(reserved.id);
      await hangUp(floor, { attemptId: reserved.id, carrierCallId }, "busy", "busy");
    };
    for (let round = 0; round < 8; round += 1) await Promise.all([floor, second].flatMap((at) => ways.map((way) => tryOnce(at, way))));
    expect(floor.carrier.orders).toHaveLength(3);
    expect(outcomes).toContain("refused");
    // A day later there are three more.
    floor.clock.advance(24 * HOUR_MS);
    for (let round = 0; round < 4; round += 1) await Promise.all(ways.map((way) => tryOnce(second, way)));
    expect(floor.carrier.orders).toHaveLength(6);
  });

  test("is taken once by two who turn out to be one person while both their calls are reserved", async () => {
    await using second = await anotherProcess(house.url, floor);
    const settings = { frequencyCaps: [{ per: "person" as const, attempts: 1, hours: 24 }] };
    const [one, other] = [await aReservedCall(floor, { settings }), await aReservedCall(floor, { settings })];
    await house.stores.transaction((tx) => tx.contactImport.mergePersons([{ from: one.contact.person_id, into: other.contact.person_id }]));
    await Promise.all([floor.placeCall(one.attemptId), second.placeCall(other.attemptId)]);
    expect(floor.carrier.orders.length).toBeLessThanOrEqual(1);
  });

  test("on a number that two persons share is taken once", async () => {
    const settings = { frequencyCaps: [{ per: "number" as const, attempts: 1, hours: 24 }] };
    const phones = [aPhone()];
    const one = await aReservedCall(floor, { settings, contact: { phones } });
    expect(await floor.placeCall(one.attemptId)).toBe("released");
    await hangUp(floor, { attemptId: one.attemptId, carrierCallId: floor.carrier.callOf(one.attemptId).carrierCallId }, "busy", "busy");
    const other = await aReservedCall(floor, { settings, contact: { phones } });
    expect(other.contact.person_id).not.toBe(one.contact.person_id);
    expect(await floor.placeCall(other.attemptId)).toBe("refused");
    expect(await attemptOf(floor, other)).toMatchObject({ refusal: "frequency-cap" });
  });
});
