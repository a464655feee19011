/**
 * Attempts placed per second through the whole path (job, gate, limiter, ledger, HTTP to the carrier, its answer
 * written down) against BullMQ's bare throughput with an empty processor, on the same backend in the same run.
 */
import type { Queue, Worker } from "bullmq";
import { openQueueBackend, type QueueBackend } from "../../src/adapters/bullmq/backend.ts";
import { systemIds } from "../../src/adapters/system/ids.ts";
import { makeCallkeeper } from "../../src/wiring.ts";
import { aCampaign } from "../support/builders.ts";
import { eventually } from "../support/eventually.ts";
import { benchConfig, startBenchCarrier } from "./support/carrier.ts";
import { type Figures, median, quiet, readOptions, report, startBenchDatabase, startBenchRedis } from "./support/bench.ts";
import { manyContacts } from "./support/many-contacts.ts";

const options = readOptions({ calls: 600, rounds: 3, concurrency: 20 });

/** Jobs per second with nothing to do. */
async function bareThroughput(backend: QueueBackend): Promise<number> {
  let done = 0;
  const queue: Queue = backend.queueOf("fill-hopper");
  const worker: Worker = backend.makeWorker("fill-hopper", async () => void done++, { concurrency: options.concurrency });
  await worker.waitUntilReady();
  const started = performance.now();
  await queue.addBulk(
    Array.from({ length: options.calls }, (_, index) => ({ name: "fill-hopper", data: { index }, opts: { removeOnComplete: true } })),
  );
  await eventually(() => done >= options.calls, { withinMs: 120_000, everyMs: 5 });
  const perSecond = options.calls / ((performance.now() - started) / 1_000);
  await worker.close();
  return perSecond;
}

async function callsPerSecond(callkeeper: Awaited<ReturnType<typeof makeCallkeeper>>, campaignId: string): Promise<number> {
  const { stores, jobQueue } = callkeeper;
  const candidates = await stores.hopper.take(campaignId, options.calls);
  const attempts = await stores.attempts.reserve(
    candidates.map(({ contactId, personId, phone, position }) => ({
      id: systemIds.next(),
      kind: "list" as const,
      campaignId,
      contactId,
      personId,
      phone,
      phonePosition: position,
      agentId: null,
      reservedAt: Date.now(),
    })),
  );
  const runner = await callkeeper.runJobs({
    "place-call": { handle: ({ attemptId }) => callkeeper.dialing.placeCall(attemptId), concurrency: options.concurrency },
  });
  const started = performance.now();
  await jobQueue.remindAll(
    "place-call",
    attempts.map(({ id }) => ({ attemptId: id })),
  );
  const placed = () =>
    callkeeper.pool.query("select count(*)::int as count from attempts where carrier_call_id is not null and id = any($1)", [
      attempts.map(({ id }) => id),
    ]);
  await eventually(async () => (await placed()).rows[0].count >= attempts.length, { withinMs: 300_000, everyMs: 20 });
  const perSecond = attempts.length / ((performance.now() - started) / 1_000);
  await runner[Symbol.asyncDispose]();
  return perSecond;
}

async function measure(name: string, redisUrl: string | null): Promise<Figures> {
  await using database = await startBenchDatabase();
  await using carrier = await startBenchCarrier();
  const config = benchConfig({ databaseUrl: database.url, redisUrl, carrierUrl: carrier.url, port: 9 });
  await using callkeeper = await makeCallkeeper({ config, processName: "workers", log: quiet });
  const [bare, placed]: [number[], number[]] = [[], []];
  for (let round = 0; round < options.rounds; round++) {
    const campaign = await aCampaign(callkeeper.db, { settings: { frequencyCaps: [] } });
    await manyContacts(callkeeper.db, { count: options.calls, campaignId: campaign.id });
    await callkeeper.pool.query(
      "update campaign_contacts set state = 'on-hopper', hopper_rank = nextval('hopper_ranks') where campaign_id = $1",
      [campaign.id],
    );
    const backend = await openQueueBackend({ redisUrl, databaseUrl: database.url, log: quiet });
    bare.push(await bareThroughput(backend));
    await backend[Symbol.asyncDispose]();
    placed.push(await callsPerSecond(callkeeper, campaign.id));
  }
  return {
    jobStore: name,
    calls: options.calls,
    bareJobsPerSecond: median(bare),
    placedPerSecond: median(placed),
    ratio: median(placed) / median(bare),
  };
}

const rows = [await measure("postgres", null)];
await using redis = await startBenchRedis();
if (redis) rows.push(await measure("redis", redis.url));
else console.error("No redis-server in PATH: measured on PostgreSQL only.");
report("dial", rows, options);
