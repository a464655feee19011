/** What every job store must do, whatever it is. Each store has a small file that calls this. */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { openQueueBackend, type QueueBackend } from "../../../src/adapters/bullmq/backend.ts";
import { makeJobQueue } from "../../../src/adapters/bullmq/job-queue.ts";
import { runJobs } from "../../../src/adapters/bullmq/job-runner.ts";
import type { JobContext, JobHandlers, JobRunner } from "../../../src/ports/job-runner.ts";
import { aDoor } from "../../support/door.ts";
import { eventually } from "../../support/eventually.ts";
import { countedIds } from "../../support/ids.ts";
import { keptLog } from "../../support/log.ts";
import { killWorkerWithJobInHand, LOST_AFTER_MS, type Store } from "./killed-worker.ts";

const ids = countedIds(0x0b);

export function testJobQueue(kind: "redis" | "postgres", store: () => Store): void {
  const opened: AsyncDisposable[] = [];
  afterEach(async () => {
    for (const thing of opened.splice(0).reverse()) await thing[Symbol.asyncDispose]();
  });

  const log = keptLog();
  const open = async (): Promise<QueueBackend> => {
    const { redisUrl, databaseUrl } = store();
    const backend = await openQueueBackend({ redisUrl, databaseUrl, log });
    opened.push(backend);
    return backend;
  };
  const start = async (backend: QueueBackend, handlers: JobHandlers): Promise<JobRunner> => {
    const runner = await runJobs({ backend, handlers, log, lostAfterMs: LOST_AFTER_MS, mendEveryMs: 300, drainWithinMs: 5_000 });
    opened.push(runner);
    return runner;
  };
  /** A dialer that notes which attempts it was given, and holds each until it is let go. */
  const dialer = (hold?: () => Promise<unknown>) => {
    const given: string[] = [];
    const handle = async ({ attemptId }: { attemptId: string }): Promise<void> => {
      given.push(attemptId);
      await hold?.();
    };
    return { given, handlers: { "place-call": { handle, concurrency: 5 } } satisfies JobHandlers };
  };
  const anEmptyQueue = async () => {
    const backend = await open();
    await backend.forgetEverything();
    return { backend, jobQueue: makeJobQueue(backend) };
  };

  describe(`reminders kept in ${kind}`, () => {
    test(`are kept in ${kind} and nowhere else`, async () => {
      expect((await open()).kind).toBe(kind);
    });

    test("reach a worker with the payload they were given", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const { given, handlers } = dialer();
      await start(backend, handlers);
      const attempts = Array.from({ length: 50 }, () => ids.next());
      await jobQueue.remindAll(
        "place-call",
        attempts.map((attemptId) => ({ attemptId })),
      );
      await eventually(() => given.length >= 50);
      expect(given.toSorted()).toEqual(attempts.toSorted());
    });

    test("about one attempt are one job while it waits", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const attemptId = ids.next();
      await jobQueue.remind("place-call", { attemptId });
      await jobQueue.remind("place-call", { attemptId });
      await jobQueue.remindAll("place-call", [{ attemptId }, { attemptId }]);
      const { given, handlers } = dialer();
      await start(backend, handlers);
      const last = ids.next();
      await jobQueue.remind("place-call", { attemptId: last });
      await eventually(() => given.includes(last));
      expect(given).toEqual([attemptId, last]);
    });

    test("that come while their job runs lead to exactly one more run", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const letGo = aDoor();
      const { given, handlers } = dialer(() => letGo.opened);
      await start(backend, handlers);
      const attemptId = ids.next();
      await jobQueue.remind("place-call", { attemptId });
      await eventually(() => given.length === 1);
      for (let times = 0; times < 5; times++) await jobQueue.remind("place-call", { attemptId });
      await jobQueue.remindAll("place-call", [{ attemptId }]);
      expect(given).toEqual([attemptId]);
      letGo.open();
      await eventually(() => given.length === 2);
      await pause(300);
      expect(given).toEqual([attemptId, attemptId]);
    });

    test("are taken again once their job has ended", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const { given, handlers } = dialer();
      await start(backend, handlers);
      const attemptId = ids.next();
      for (let times = 1; times <= 3; times++) {
        await eventually(async () => (await backend.queueOf("place-call").getJobCountByTypes("waiting", "active", "delayed")) === 0);
        await jobQueue.remind("place-call", { attemptId });
        await eventually(() => given.length === times);
      }
    });

    test("are taken again after their job was given up", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      let runs = 0;
      const handle = async () => {
        runs++;
        throw Object.assign(new Error("no such attempt"), { retry: false });
      };
      await start(backend, { "place-call": { handle, concurrency: 1 } });
      const attemptId = ids.next();
      for (let times = 1; times <= 2; times++) {
        await jobQueue.remind("place-call", { attemptId });
        await eventually(async () => runs === times && (await backend.queueOf("place-call").getFailedCount()) === times);
      }
    });

    test("for later come later, and do not hold up one for now", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const { given, handlers } = dialer();
      await start(backend, handlers);
      const attemptId = ids.next();
      const asked = performance.now();
      await jobQueue.remind("place-call", { attemptId }, { delayMs: 1_200 });
      await jobQueue.remind("place-call", { attemptId });
      await eventually(() => given.length === 1);
      expect(performance.now() - asked).toBeLessThan(1_000);
      await eventually(() => given.length === 2);
      expect(performance.now() - asked).toBeGreaterThan(1_100);
    });

    test("with a payload that is not in the catalog's shape are refused with the field", async () => {
      const { jobQueue } = await anEmptyQueue();
      await expect(jobQueue.remind("place-call", { attemptId: "seven" })).rejects.toMatchObject({
        code: "job-payload-refused",
        retry: false,
        message: expect.stringMatching(/place-call: payload\.attemptId: found "seven"; expected/),
      });
    });
  });

  describe(`jobs kept in ${kind}`, () => {
    test("are tried again with growing pauses, then given up", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const runs: { run: number; at: number }[] = [];
      const handle = async (_payload: unknown, { run }: JobContext) => {
        runs.push({ run, at: performance.now() });
        throw new Error("the carrier's door is shut");
      };
      await start(backend, { "place-call": { handle, concurrency: 1 } });
      await jobQueue.remind("place-call", { attemptId: ids.next() });
      await eventually(async () => (await backend.queueOf("place-call").getFailedCount()) === 1, { withinMs: 10_000 });
      expect(runs.map(({ run }) => run)).toEqual([1, 2, 3]);
      // 500 ms, then 1,000 ms, each less by up to half by chance.
      expect(runs[1]!.at - runs[0]!.at).toBeGreaterThan(240);
      expect(runs[2]!.at - runs[1]!.at).toBeGreaterThan(490);
      expect(log.lines.filter(({ message }) => message.startsWith("a job failed"))).not.toHaveLength(0);
    });

    test("with a payload of another time or program are given up at once, and the operator is told the field", async () => {
      const { backend } = await anEmptyQueue();
      const { given, handlers } = dialer();
      await start(backend, handlers);
      log.lines.length = 0;
      await backend.queueOf("place-call").add("place-call", { contact: 7 }, { attempts: 3 });
      await eventually(() => log.lines.some(({ level }) => level === "error"));
      const told = log.lines.find(({ level }) => level === "error");
      expect(String(told?.fields.err)).toMatch(/payload\.attemptId: found nothing; expected/);
      expect(given).toEqual([]);
    });

    test("in hand are ended before a worker stops, and no other is begun", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const letGo = aDoor();
      const { given, handlers } = dialer(() => letGo.opened);
      const runner = await start(backend, { "place-call": { ...handlers["place-call"], concurrency: 1 } });
      const [first, second] = [ids.next(), ids.next()];
      await jobQueue.remind("place-call", { attemptId: first });
      await eventually(() => given.length === 1);
      await jobQueue.remind("place-call", { attemptId: second });
      let hasStopped = false;
      const stopping = runner[Symbol.asyncDispose]().then(() => (hasStopped = true));
      await pause(300);
      expect(hasStopped).toBe(false);
      letGo.open();
      await stopping;
      expect(given).toEqual([first]);
      expect(await backend.queueOf("place-call").getJobCountByTypes("waiting")).toBe(1);
    });

    test("that will not end are told to, and hold up the stop for a while only", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      let wasTold = false;
      const handle = (_payload: unknown, { signal }: JobContext) =>
        new Promise<void>(() => signal.addEventListener("abort", () => (wasTold = true)));
      const isIn = eventually(async () => (await backend.queueOf("place-call").getActiveCount()) === 1);
      const runner = await runJobs({ backend, log, handlers: { "place-call": { handle, concurrency: 1 } }, drainWithinMs: 200 });
      await jobQueue.remind("place-call", { attemptId: ids.next() });
      await isIn;
      const asked = performance.now();
      await runner[Symbol.asyncDispose]();
      expect(performance.now() - asked).toBeLessThan(2_000);
      expect(wasTold).toBe(true);
    });

    test("of a worker that was killed are run again by another", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const attemptId = ids.next();
      await jobQueue.remind("place-call", { attemptId });
      await killWorkerWithJobInHand(store());
      const { given, handlers } = dialer();
      await start(backend, handlers);
      await eventually(() => given.length === 1, { withinMs: 10_000 });
      expect(given).toEqual([attemptId]);
    });
  });

  describe(`schedules kept in ${kind}`, () => {
    test("run a job at its interval, however many processes set them", async () => {
      const { backend } = await anEmptyQueue();
      const ticks: number[] = [];
      const handlers: JobHandlers = { "reap-attempts": { handle: async () => ticks.push(performance.now()), concurrency: 1 } };
      await start(backend, handlers);
      await start(await open(), handlers);
      await pause(4_200);
      expect(ticks.length).toBeGreaterThanOrEqual(4);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(await backend.queueOf("reap-attempts").getJobSchedulersCount()).toBe(1);
    });

    test("are mended when everything was thrown away, and reminders are taken again", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const letGo = aDoor();
      const { given, handlers } = dialer(() => letGo.opened);
      let ticks = 0;
      await start(backend, { ...handlers, "reap-attempts": { handle: async () => ticks++, concurrency: 1 } });
      const attemptId = ids.next();
      await jobQueue.remind("place-call", { attemptId });
      await eventually(() => ticks > 0 && given.length === 1);
      await backend.forgetEverything();
      const ticksThen = ticks;
      letGo.open();
      await eventually(() => ticks >= ticksThen + 2, { withinMs: 8_000 });
      await jobQueue.remind("place-call", { attemptId });
      await eventually(() => given.length === 2);
    });

    test("are found good by a process that starts after everything was thrown away", async () => {
      const { backend } = await anEmptyQueue();
      await backend.forgetEverything();
      let ticks = 0;
      await start(await open(), { "reap-attempts": { handle: async () => ticks++, concurrency: 1 } });
      await eventually(() => ticks >= 2, { withinMs: 8_000 });
    });
  });

  describe(`a job store in ${kind} that goes away`, () => {
    test("comes back without anybody doing anything", async () => {
      const { backend, jobQueue } = await anEmptyQueue();
      const { given, handlers } = dialer();
      let ticks = 0;
      await start(backend, { ...handlers, "reap-attempts": { handle: async () => ticks++, concurrency: 1 } });
      await eventually(() => ticks > 0);
      await store().interrupt();
      const ticksThen = ticks;
      await eventually(() => ticks >= ticksThen + 2, { withinMs: 15_000 });
      const attemptId = ids.next();
      await eventually(() => jobQueue.remind("place-call", { attemptId }), { withinMs: 10_000 });
      await eventually(() => given.includes(attemptId), { withinMs: 10_000 });
    });

    test("is named when it is not there at the start", async () => {
      const setting = kind === "redis" ? "REDIS_URL" : "DATABASE_URL";
      const nobody = "127.0.0.1:1";
      await expect(
        openQueueBackend({
          redisUrl: kind === "redis" ? `redis://${nobody}` : null,
          databaseUrl: `postgres://nobody@${nobody}/none`,
          log,
          waitMs: 200,
        }),
      ).rejects.toMatchObject({ code: "job-store-unreachable", message: expect.stringContaining(setting) });
    });
  });
}
