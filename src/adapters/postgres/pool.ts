/** The app's one connection pool, and Kysely over it. */
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Database } from "./schema.ts";

export type PoolOptions = {
  url: string;
  /** Shown in pg_stat_activity: which process of ours this is. */
  applicationName: string;
  /** Most connections at once. Default 10. */
  max?: number;
  /** A statement that takes longer is cancelled, in milliseconds. Default 30,000. */
  statementTimeoutMs?: number;
  /** Told of connections that broke while idle; queries report their own errors. */
  onError?: (error: Error) => void;
};

const BUILTIN = pg.types.builtins;
const DEFAULT_STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_MS = 60_000;
const CONNECT_WITHIN_MS = 5_000;

const stockTimestamptz = pg.types.getTypeParser(BUILTIN.TIMESTAMPTZ) as (text: string) => Date | number;
/** An instant in milliseconds; PostgreSQL's `infinity` and `-infinity` are Infinity and -Infinity. */
export function parseInstant(text: string): Instant {
  const parsed = stockTimestamptz(text);
  return typeof parsed === "number" ? parsed : parsed.getTime();
}
const asText = (text: string): string => text;

const PARSERS = new Map<number, (text: string) => unknown>([
  [BUILTIN.INT8, asText],
  // A local date and a local time have no instant; left as written.
  [BUILTIN.DATE, asText],
  [BUILTIN.TIMESTAMP, asText],
  [BUILTIN.TIMESTAMPTZ, parseInstant],
]);
const instantTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format?: "text" | "binary") =>
    (format === "binary" ? undefined : PARSERS.get(oid)) ?? pg.types.getTypeParser(oid, format),
};

/** A pool that survives the server: a lost connection is told to `onError` and replaced, and never ends the process. */
export function makePool(options: PoolOptions): pg.Pool {
  const onError = options.onError ?? (() => undefined);
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.max ?? 10,
    types: instantTypes,
    statement_timeout: options.statementTimeoutMs ?? DEFAULT_STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: "-c timezone=UTC",
  });
  pool.on("error", onError);
  // The pool listens only while a client is idle; one that breaks while it is lent out would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

export const makeKysely = (pool: pg.Pool): Kysely<Database> => new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
