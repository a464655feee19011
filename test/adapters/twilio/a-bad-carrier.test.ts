/** What reaches the desk when the simulated carrier repeats, reorders, forges and fails. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { type Simulation, simulate } from "./on-the-simulator.ts";
import { ended, orderTo, parkAgent, place, statusesOf } from "./steps.ts";

let it: Simulation;
beforeEach(async () => {
  it = await simulate();
});
afterEach(() => it[Symbol.asyncDispose]());
const questions = () => it.desk.asked.map((one) => one.question);

describe("a carrier that misbehaves", () => {
  test("every event twice and out of order is stored once each", async () => {
    it.control.fault({ match: { kind: "callback" }, effect: { duplicate: 2, shuffle: true } });
    await parkAgent(it);
    const order = orderTo("+12025550159");
    await place(it, order);
    await ended(it, order.attemptId);
    await eventually(() => it.desk.deliveries > it.desk.stored.size);
    expect(new Set(statusesOf(it, order.attemptId)).size).toBe(statusesOf(it, order.attemptId).length);
  });

  test("events that arrive before the answer to our request carry the attempt already", async () => {
    it.control.fault({ match: { kind: "create" }, effect: { beforeCreateResponse: true } });
    const order = orderTo("+12025550117");
    await place(it, order);
    expect(it.desk.heardOf(order.attemptId)).not.toEqual([]);
  });

  test.each([["badSignature"], ["unsigned"], ["oldToken"]])("events with the fault %s are refused and not stored", async (fault) => {
    it.control.fault({ match: { kind: "callback" }, effect: { [fault]: true } });
    await place(it, orderTo("+12025550152"));
    const answeredWith = (status: number) => it.control.webhooks().filter((delivery) => delivery.status === status).length;
    await eventually(() => answeredWith(403) > 1);
    // Some forgeries are followed by the true event: that one is stored.
    await eventually(() => it.desk.deliveries === answeredWith(204));
  });

  test("when our answer to an answered call fails, the carrier asks again, then at the fallback address, with the error", async () => {
    it.desk.atAnswer = () => Promise.reject(new Error("the database is away"));
    const order = orderTo("+12025550118");
    await place(it, order);
    await ended(it, order.attemptId);
    const asked = questions();
    expect(asked.filter((question) => question === "answered").length).toBe(3);
    expect(it.desk.asked.at(-1)).toMatchObject({ question: "failed", input: { attemptId: order.attemptId, errorCode: "11200" } });
  });
});
