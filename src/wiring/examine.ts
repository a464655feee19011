/** What `callkeeper doctor` asks of the stores and the carrier: looks, changes nothing. */
import { Redis } from "ioredis";
import pg from "pg";
import { readMigrations } from "../adapters/postgres/migrate.ts";
import { systemClock } from "../adapters/system/clock.ts";
import { makeTwilioCarrier } from "../adapters/twilio/carrier.ts";
import type { Config } from "../config/config.ts";
import type { Carrier } from "../ports/carrier.ts";

const ANSWER_WITHIN_MS = 5_000;

export type DatabaseFacts = {
  version: string;
  /** 180004 for 18.4. */
  versionNumber: number;
  encoding: string;
  maxConnections: number;
  /** Milliseconds since 1970 by the server's clock, and by ours in the middle of asking. */
  serverNow: number;
  ourNow: number;
  applied: string[];
  missing: string[];
  unknown: string[];
};

/** Throws what the driver throws when the server cannot be reached. */
export async function examineDatabase(url: string): Promise<DatabaseFacts> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_WITHIN_MS, statement_timeout: ANSWER_WITHIN_MS });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const askedAt = Date.now();
    const { rows } = await client.query<{
      now: number;
      version: string;
      number: number;
      encoding: string;
      connections: number;
      migrated: boolean;
    }>(
      `select (extract(epoch from clock_timestamp()) * 1000)::float8 as now, current_setting('server_version') as version,
         current_setting('server_version_num')::int as number, current_setting('server_encoding') as encoding,
         current_setting('max_connections')::int as connections, to_regclass('schema_migrations') is not null as migrated`,
    );
    const ourNow = (askedAt + Date.now()) / 2;
    const found = rows[0];
    if (!found) throw new Error("database: found no answer; expected one row");
    const applied = found.migrated
      ? (await client.query<{ name: string }>("select name from schema_migrations order by name")).rows.map(({ name }) => name)
      : [];
    const known = readMigrations().map(({ name }) => name);
    return {
      version: found.version,
      versionNumber: found.number,
      encoding: found.encoding,
      maxConnections: found.connections,
      serverNow: found.now,
      ourNow,
      applied,
      missing: known.filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !known.includes(name)),
    };
  } finally {
    await client.end().catch(() => undefined);
  }
}

export type RedisFacts = {
  version: string /** Null where the provider forbids asking. */;
  policy: string | null;
  appendOnly: string | null;
};

/** Throws what the driver throws when the server cannot be reached. */
export async function examineRedis(url: string): Promise<RedisFacts> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: ANSWER_WITHIN_MS, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on("error", () => undefined);
  try {
    await redis.connect();
    const info = await redis.info("server");
    const setting = async (name: string): Promise<string | null> => {
      const answer = (await redis.config("GET", name).catch(() => [])) as string[];
      return answer[1] ?? null;
    };
    const version = /(?:valkey|redis)_version:(\S+)/.exec(info)?.[1] ?? "unknown";
    return { version, policy: await setting("maxmemory-policy"), appendOnly: await setting("appendonly") };
  } finally {
    redis.disconnect();
  }
}

/** The carrier alone, without a database. */
export const carrierOf = (config: Config): Carrier =>
  makeTwilioCarrier({ config: config.carrier, publicBaseUrl: config.http.publicBaseUrl, clock: systemClock });
