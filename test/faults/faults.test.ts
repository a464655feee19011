import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, inject, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { startTestRedis } from "../support/redis.ts";
import { type House, LIMITS, openHouse } from "./house.ts";
import { judge } from "./witness.ts";

const CONTACTS = 300;
const WITHIN_MS = 420_000;

const attemptsSoFar = async (house: House): Promise<number> => (await house.written()).attempts.length;
const untilAttempts = (house: House, count: number): Promise<unknown> =>
  eventually(async () => (await attemptsSoFar(house)) >= count, { withinMs: 180_000, everyMs: 250 });

/** Kills and losses in the middle of the run, as they come in a bad week; each while calls are under way. */
async function wreckThings(house: House): Promise<void> {
  await untilAttempts(house, 15);
  await house.workers[0]?.kill();
  await pause(1_000);
  house.workers[0]?.start();
  await untilAttempts(house, 40);
  await house.server.kill();
  await pause(1_000);
  house.server.start();
  await untilAttempts(house, 60);
  await house.forgetAllJobs();
  await untilAttempts(house, 80);
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

// Side by side: a house mostly waits for telephones that ring.
describe.concurrent("a hostile carrier, killed processes and lost jobs break no promise", () => {
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
