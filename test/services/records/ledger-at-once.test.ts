import { beforeEach, expect, test } from "vitest";
import { DAY_MS } from "../../../campaigns/instant.ts";
import { makeKeepHouse } from "../../../src/services/keep-house.ts";
import { aDoNotCallEntry } from "../../support/builders.ts";
import { movingClock } from "../../support/clock.ts";
import { anotherProcess, aReservedCall, aWaitingAgent, type Floor, makeFloor, type ReservedCall } from "../../support/dialing.ts";
import { countedIds } from "../../support/ids.ts";
import { verify } from "../../support/ledger.ts";
import { useTestDatabase } from "../../support/test-database.ts";

const house = useTestDatabase();
let floor: Floor;
beforeEach(async () => {
  floor = await makeFloor(house.db);
});

test("releases and refusals of two processes at once, over midnight, make one unbroken chain with an entry for each", async () => {
  await using other = await anotherProcess(house.url, floor);
  const reserved: ReservedCall[] = [];
  for (let made = 0; made < 40; made++) reserved.push(await aReservedCall(floor));
  for (const { contact } of reserved.slice(0, 10)) await aDoNotCallEntry(house.db, { phone: contact.phones[0] as string });
  const run = (calls: typeof reserved) =>
    Promise.all(calls.map(({ attemptId }, index) => (index % 2 ? floor : other).placeCall(attemptId)));
  await run(reserved.slice(0, 20));
  floor.clock.advance(DAY_MS);
  await run(reserved.slice(20));
  const decided = await house.db.selectFrom("decisions").select("answer").execute();
  expect(decided.filter(({ answer }) => answer === "call")).toHaveLength(floor.carrier.orders.length);
  expect(decided).toHaveLength(40);
  expect(await verify(house.stores, {}, floor.clock)).toMatchObject({ isUnbroken: true, entryCount: 40, dayCount: 2 });
});

test("a preview names the agent who asked for the call, a list the machine", async () => {
  const list = await aReservedCall(floor);
  await floor.placeCall(list.attemptId);
  const agent = await aWaitingAgent(floor, { state: "offline", line_state: "none" });
  const preview = await aReservedCall(floor, { kind: "preview", agentId: agent.id });
  await floor.placeCall(preview.attemptId);
  const askedBy = async (id: string) => (await floor.stores.attemptLog.decisionsOf(id)).map((decision) => decision.askedBy);
  expect(await askedBy(list.attemptId)).toEqual(["release"]);
  expect(await askedBy(preview.attemptId)).toEqual([`agent:${agent.id}`]);
});

test("records are cared for once a day, and again on the next", async () => {
  const clock = movingClock();
  const keepHouse = makeKeepHouse({ stores: house.stores, clock, ids: countedIds(0xed) });
  expect((await keepHouse()).records).toEqual({ decisions: 0, attempts: 0, carrierEvents: 0, erasures: 0 });
  expect((await keepHouse()).records).toBeNull();
  clock.advance(DAY_MS);
  expect((await keepHouse()).records).not.toBeNull();
});
