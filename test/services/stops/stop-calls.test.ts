import { beforeEach, describe, expect, it } from "vitest";
import { makeLiftStop } from "../../../src/services/stops/lift-stop.ts";
import type { StopWanted } from "../../../src/services/stops/stop-calls.ts";
import { attemptOf, aPlacedCall, aReservedCall, contactOf, type Floor, makeFloor } from "../../support/dialing.ts";
import { eventually } from "../../support/eventually.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

const everything: StopWanted = {
  scope: "everything",
  jurisdiction: null,
  campaignId: null,
  reason: "the number of the switch was published",
  hangUp: false,
  actor: "user:supervisor",
};
async function stopped(more: Partial<StopWanted> = {}) {
  const answer = await floor.stopCalls({ ...everything, ...more });
  if (!answer.ok) throw new Error(answer.detail);
  return answer;
}
const liftStop = (id: string) => makeLiftStop(floor.deps)({ id, reason: "the number was changed", actor: "user:supervisor" });
const audited = () => house.db.selectFrom("audit_entries").select(["actor", "action", "subject"]).orderBy("id").execute();

describe("an emergency stop", () => {
  it("of everything keeps a reserved call from going out, and says so to the contact and on record", async () => {
    const reserved = await aReservedCall(floor);
    await stopped();
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
    expect(floor.carrier.orders).toEqual([]);
    expect(await attemptOf(floor, reserved)).toMatchObject({ state: "released", refusal: "emergency-stop" });
    expect(await contactOf(floor, reserved)).toMatchObject({ state: "ready", wait_reason: "emergency-stop" });
  });

  it("takes back a call that rings and leaves a stop that is audited and told to screens", async () => {
    const placed = await aPlacedCall(floor);
    const answer = await stopped();
    expect(answer).toMatchObject({ cancelled: 1, hungUp: 0, unreachable: 0 });
    expect(floor.carrier.callOf(placed.attemptId).status).toBe("cancelled");
    expect(await audited()).toEqual([{ actor: "user:supervisor", action: "stopCalls", subject: `emergency-stop:${answer.stop.id}` }]);
    const events = await house.db.selectFrom("live_events").select("data").where("kind", "=", "emergency-stop.changed").execute();
    expect(events).toEqual([{ data: { stopId: answer.stop.id, scope: "everything", inForce: true } }]);
  });

  it("of one campaign leaves the others alone", async () => {
    const one = await aReservedCall(floor);
    const other = await aReservedCall(floor);
    await stopped({ scope: "campaign", campaignId: one.campaign.id });
    expect([await floor.placeCall(one.attemptId), await floor.placeCall(other.attemptId)]).toEqual(["refused", "released"]);
  });

  it("of a state stops the people who may be there", async () => {
    const reserved = await aReservedCall(floor);
    await stopped({ scope: "jurisdiction", jurisdiction: "US" });
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
  });

  it("of another country stops nobody here", async () => {
    const reserved = await aReservedCall(floor);
    await stopped({ scope: "jurisdiction", jurisdiction: "FR" });
    expect(await floor.placeCall(reserved.attemptId)).toBe("released");
  });

  it("waits for a release that is under way, and every later one sees it", async () => {
    const reserved = await aReservedCall(floor);
    let isStopped = false;
    let stopping: Promise<unknown> = Promise.resolve();
    await floor.stores.transaction(async (tx) => {
      await tx.callees.forRelease({ phone: "+12025550100", personId: reserved.attemptId });
      stopping = stopped().then(() => (isStopped = true));
      await eventually(async () => {
        const { rows } = await house.pool.query("select 1 from pg_locks where locktype = 'advisory' and not granted");
        expect(rows).toHaveLength(1);
      });
      expect(isStopped).toBe(false);
    });
    await stopping;
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
  });

  it("that is lifted lets calls go out again and stays on record", async () => {
    const { stop } = await stopped();
    expect(await liftStop(stop.id)).toMatchObject({ ok: true, stop: { liftReason: "the number was changed" } });
    const reserved = await aReservedCall(floor);
    expect(await floor.placeCall(reserved.attemptId)).toBe("released");
    expect((await floor.stores.stops.page({ after: null, limit: 10, inForceOnly: false })).items).toHaveLength(1);
    expect((await floor.stores.stops.page({ after: null, limit: 10, inForceOnly: true })).items).toEqual([]);
  });

  it("is lifted once only", async () => {
    const { stop } = await stopped();
    await liftStop(stop.id);
    expect(await liftStop(stop.id)).toMatchObject({ ok: false, reason: "already-lifted" });
    expect(await liftStop("00000000-0000-7000-8000-000000000001")).toMatchObject({ ok: false, reason: "no-such-stop" });
  });

  it.each([
    [{ scope: "jurisdiction", jurisdiction: "US-ZZ" }, "unknown-jurisdiction"],
    [{ scope: "jurisdiction", jurisdiction: "louisiana" }, "unknown-jurisdiction"],
    [{ scope: "jurisdiction" }, "scope-and-target"],
    [{ scope: "everything", jurisdiction: "US" }, "scope-and-target"],
    [{ scope: "campaign", campaignId: "00000000-0000-7000-8000-000000000001" }, "no-such-campaign"],
  ] as const)("of %o is refused and stops nothing", async (target, reason) => {
    expect(await floor.stopCalls({ ...everything, ...target })).toMatchObject({ ok: false, reason });
    expect(await floor.stores.stops.inForce()).toEqual([]);
  });

  it("with the carrier away still stops what is to come, and says which calls it could not reach", async () => {
    await aPlacedCall(floor);
    const reserved = await aReservedCall(floor);
    floor.carrier.isAway = true;
    expect(await stopped()).toMatchObject({ cancelled: 0, unreachable: 1 });
    floor.carrier.isAway = false;
    expect(await floor.placeCall(reserved.attemptId)).toBe("refused");
  });

  it("that comes while the carrier is being asked takes the call back as soon as the carrier names it", async () => {
    const reserved = await aReservedCall(floor);
    floor.carrier.meanwhile = async () => {
      floor.carrier.meanwhile = null;
      expect(await stopped()).toMatchObject({ cancelled: 0, unreachable: 1 });
    };
    expect(await floor.placeCall(reserved.attemptId)).toBe("released");
    expect(floor.carrier.callOf(reserved.attemptId).status).toBe("cancelled");
  });

  it("is held up by the reaper, also after an answer of the carrier that never came", async () => {
    const placed = await aPlacedCall(floor);
    floor.carrier.isAway = true;
    await stopped();
    floor.carrier.isAway = false;
    await floor.reapAttempts();
    expect(floor.carrier.callOf(placed.attemptId).status).toBe("cancelled");
  });

  it("of a state takes back the calls to people of whom only the country is known", async () => {
    const placed = await aPlacedCall(floor);
    await house.db
      .updateTable("attempts")
      .set({ jurisdictions: ["US"] })
      .execute();
    expect(await stopped({ scope: "jurisdiction", jurisdiction: "US-LA" })).toMatchObject({ cancelled: 1 });
    expect(floor.carrier.callOf(placed.attemptId).status).toBe("cancelled");
  });
});
