import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openQueueBackend } from "../../../src/adapters/bullmq/backend.ts";
import { makeJobQueue } from "../../../src/adapters/bullmq/job-queue.ts";
import { countedIds } from "../../support/ids.ts";
import { keptLog } from "../../support/log.ts";
import { startTestRedis, type TestRedis } from "../../support/redis.ts";
import { testJobQueue } from "./contract.ts";

const binary = inject("redisServer");

describe.skipIf(!binary)("with a Redis server", () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis(binary ?? "");
  });
  afterAll(() => redis[Symbol.asyncDispose]());

  testJobQueue("redis", () => ({
    redisUrl: redis.url,
    databaseUrl: "postgres://nobody@127.0.0.1:1/none",
    interrupt: async () => {
      await redis.stop();
      await redis.start();
    },
  }));

  test("a reminder fails within seconds while Redis is away, and is taken when it is back", async () => {
    const log = keptLog();
    await using backend = await openQueueBackend({ redisUrl: redis.url, databaseUrl: "", log });
    const jobQueue = makeJobQueue(backend);
    const attemptId = countedIds(1).next();
    await redis.stop();
    const asked = performance.now();
    await expect(jobQueue.remind("place-call", { attemptId })).rejects.toThrow();
    expect(performance.now() - asked).toBeLessThan(6_000);
    await redis.start();
    await expect
      .poll(
        () =>
          jobQueue.remind("place-call", { attemptId }).then(
            () => true,
            () => false,
          ),
        { timeout: 10_000 },
      )
      .toBe(true);
  });

  test("a worker that starts before Redis waits for it", async () => {
    await redis.stop();
    const opening = openQueueBackend({ redisUrl: redis.url, databaseUrl: "", log: keptLog(), waitMs: 10_000 });
    await redis.start();
    await using backend = await opening;
    expect(await backend.queueOf("sweep").getJobCountByTypes("waiting")).toBe(0);
  });
});
