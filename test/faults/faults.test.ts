import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, inject, it } from "vitest";
import { startTestRedis } from "../support/redis.ts";
import { type House, LIMITS, openHouse } from "./house.ts";
import { judge } from "./witness.ts";

const CONTACTS = 300;
const WITHIN_MS = 420_000;

/** Kills and losses in the middle of the run, as they come in a bad week. */
async function wreckThings(house: House): Promise<void> {
  await pause(6_000);
  await house.workers[0]?.kill();
  await pause(2_000);
  house.workers[0]?.start();
  await pause(3_000);
  await house.server.kill();
  await pause(1_000);
  house.server.start();
  await pause(4_000);
  await house.forgetAllJobs();
  await pause(3_000);
  for (const worker of house.workers) await worker.kill();
  await pause(1_000);
  for (const worker of house.workers) worker.start();
}

/** Webhooks that nobody signed, for attempts that exist: all must be refused (invariant 9). */
async function forge(house: House): Promise<number[]> {
  const { attempts } = await house.written();
  const body = new URLSearchParams({ CallSid: `CA${"0".repeat(32)}`, CallStatus: "completed", SequenceNumber: "9" });
  const answers = attempts.slice(0, 10).map(async ({ id }) => {
    const headers = { "x-twilio-signature": "Zm9yZ2Vk" };
    return (await fetch(`${house.apiUrl}/twilio/events/call?attempt=${id}`, { method: "POST", body, headers })).status;
  });
  return Promise.all(answers);
}

async function runAndJudge(seed: number, redisUrl: string | null): Promise<void> {
  await using house = await openHouse({ seed, contacts: CONTACTS, redisUrl });
  await wreckThings(house);
  expect(await forge(house)).toEqual(Array(10).fill(403));
  await house.finished(WITHIN_MS).catch((error: unknown) => {
    throw new Error(`${(error as Error).message}\n${house.logs()}`);
  });
  const seen = await house.seen();
  const written = await house.written();
  expect(judge(seen, written, LIMITS)).toEqual([]);
  expect(seen.calls.filter((call) => call.farEnd === "public").length).toBeGreaterThan(CONTACTS * 0.8);
  expect(written.attempts.filter(({ disposition }) => disposition === "success").length).toBeGreaterThan(5);
}

describe("a hostile carrier, killed processes and lost jobs break no promise", () => {
  it.each([1, 2, 3])("on the PostgreSQL job queue, seed %i", (seed) => runAndJudge(seed, null), 600_000);

  it.skipIf(inject("redisServer") === null)(
    "on the Redis job queue, seed 4",
    async () => {
      await using redis = await startTestRedis(inject("redisServer") as string);
      await runAndJudge(4, redis.url);
    },
    600_000,
  );
});
