import { once } from "node:events";
import { Redis, type RedisOptions } from "ioredis";
import type { Connection } from "./backend.ts";

/** In braces, so that a Redis Cluster keeps all of our keys on one node, which BullMQ's scripts need. */
const PREFIX = "{callkeeper}";

const COMMON: RedisOptions = {
  maxRetriesPerRequest: null,
  // Left to itself ioredis waits up to 20 s between tries, long after the server is back.
  retryStrategy: (tries) => Math.min(100 * 2 ** Math.min(tries, 6), 5_000),
  keepAlive: 10_000,
  connectTimeout: 5_000,
};

/**
 * Two clients. Reminders fail at once while Redis is away: the request or job that reminds must not hang on it.
 * Workers wait for as long as it takes.
 */
export function connectRedis(url: string, onError: (error: unknown) => void): Connection {
  const producer = new Redis(url, { ...COMMON, enableOfflineQueue: false, commandTimeout: 5_000, connectionName: "callkeeper-queue" });
  const worker = new Redis(url, { ...COMMON, connectionName: "callkeeper-worker" });
  for (const client of [producer, worker]) client.on("error", onError);
  return {
    kind: "redis",
    forQueues: producer,
    forWorkers: worker,
    prefix: PREFIX,
    prepare: async () => {
      await untilReady(producer);
      await producer.ping();
    },
    forgetEverything: () => unlinkAll(producer),
    close: async () => {
      for (const client of [producer, worker]) client.disconnect();
    },
  };
}

/** Rejects with the reason of the next failed try. */
async function untilReady(client: Redis): Promise<void> {
  if (client.status !== "ready") await once(client, "ready", { signal: AbortSignal.timeout(COMMON.connectTimeout ?? 5_000) });
}

async function unlinkAll(client: Redis): Promise<void> {
  for await (const keys of client.scanStream({ match: `${PREFIX}:*`, count: 1_000 })) {
    if (keys.length > 0) await client.unlink(...(keys as string[]));
  }
}
