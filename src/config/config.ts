/** The shaped settings. `envToConfig` makes them from the environment, once, or refuses and names every fault. */
import { carrierSettings } from "./carrier-settings.ts";
import type { Env } from "./env.ts";
import { makeReader, type Reader, SettingsError } from "./reader.ts";
import { httpAddress, number, oneOf, postgresAddress, redisAddress, text } from "./shapes.ts";

export type Config = {
  http: {
    /** Address the API listens on. */
    host: string;
    port: number;
    /** How the carrier reaches us; every webhook address and signature is built from it. No trailing slash. */
    publicBaseUrl: string;
    sessionSecret: string;
    /** Cookies only over HTTPS: true when publicBaseUrl is https. */
    secureCookies: boolean;
  };
  database: { url: string };
  /** Null: BullMQ runs on PostgreSQL. */
  redis: { url: string } | null;
  carrier: {
    accountSid: string;
    /** Primary first; a second one during a token rotation. */
    authTokens: readonly string[];
    apiKey: { sid: string; secret: string } | null;
    twimlAppSid: string | null;
    /** Null: Twilio itself. */
    baseUrl: string | null;
    callsPerSecond: number;
    lines: number;
    requestTimeoutMs: number;
  };
  dialing: {
    /** Seconds after which an attempt that the carrier does not know is given up as unknown. */
    unknownDeadlineSeconds: number;
  };
  /** How places are made of evidence: PlacePolicy of campaigns/contacts/place.ts. */
  place: { from: "address-and-number" | "address"; unknown: "refuse" | "safe-window" };
  /** Years for which records are kept where no law names a time. */
  records: { retentionYears: number };
  log: { level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent" };
  /** Where the embedded PostgreSQL and its password live. */
  dataDir: string;
};

const PLACE_FROM = ["address-and-number", "address"] as const;
const UNKNOWN_PLACE = ["refuse", "safe-window"] as const;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
/** As long as the longest that a law of the rulebook names (16 CFR 310.5(b), since 2024-10-15). */
const DEFAULT_RETENTION_YEARS = 5;
export const DEFAULT_PORT = 3_000;

const portOf = (reader: Reader): number | undefined => reader.optional("PORT", number({ least: 1, most: 65_535, whole: true }));
const hostOf = (reader: Reader): string => reader.optional("HOST", text("a host name or address", /^[\w.:-]+$/)) ?? "127.0.0.1";

function httpSettings(reader: Reader): Config["http"] {
  const port = portOf(reader) ?? DEFAULT_PORT;
  const publicBaseUrl = reader.optional("PUBLIC_BASE_URL", httpAddress) ?? `http://127.0.0.1:${port}`;
  return {
    host: hostOf(reader),
    port,
    publicBaseUrl,
    // 32 characters: as many bytes as the HMAC-SHA256 that signs the cookie gives out.
    sessionSecret:
      reader.required(
        "SESSION_SECRET",
        text("at least 32 characters", /^.{32,}$/),
        "at least 32 random characters (openssl rand -hex 32)",
      ) ?? "",
    secureCookies: publicBaseUrl.startsWith("https:"),
  };
}

function databaseSettings(reader: Reader): Config["database"] {
  const expected = "the address of a PostgreSQL, such as postgres://user:password@host:5432/callkeeper; `callkeeper up` starts one itself";
  return { url: reader.required("DATABASE_URL", postgresAddress, expected) ?? "" };
}

const dataDirOf = (reader: Reader): string => reader.optional("DATA_DIR", text("a folder")) ?? ".callkeeper";
const logSettings = (reader: Reader): Config["log"] => ({ level: reader.optional("LOG_LEVEL", oneOf(LOG_LEVELS)) ?? "info" });

/** Gives what `read` made, or throws a SettingsError with every fault that was met on the way. */
function orRefuse<Value>(env: Env, read: (reader: Reader) => Value): Value {
  const reader = makeReader(env);
  const value = read(reader);
  if (reader.faults.length > 0) throw new SettingsError(reader.faults);
  return value;
}

/** All settings of a server or worker. Throws SettingsError, which names each setting, what was found and what is expected. */
export function envToConfig(env: Env): Config {
  return orRefuse(env, (reader) => {
    const http = httpSettings(reader);
    const redisUrl = reader.optional("REDIS_URL", redisAddress);
    return {
      http,
      database: databaseSettings(reader),
      redis: redisUrl === undefined ? null : { url: redisUrl },
      carrier: carrierSettings(reader, http.publicBaseUrl),
      dialing: {
        unknownDeadlineSeconds: reader.optional("UNKNOWN_DEADLINE_SECONDS", number({ least: 30, most: 86_400, whole: true })) ?? 120,
      },
      place: {
        from: reader.optional("PLACE_FROM", oneOf(PLACE_FROM)) ?? "address-and-number",
        unknown: reader.optional("UNKNOWN_PLACE", oneOf(UNKNOWN_PLACE)) ?? "refuse",
      },
      records: {
        retentionYears: reader.optional("RETENTION_YEARS", number({ least: 1, most: 50, whole: true })) ?? DEFAULT_RETENTION_YEARS,
      },
      log: logSettings(reader),
      dataDir: dataDirOf(reader),
    };
  });
}

/** What a command needs that only looks into the database (`migrate`). Throws SettingsError. */
export const envToDatabase = (env: Env): Pick<Config, "database" | "log"> =>
  orRefuse(env, (reader) => ({ database: databaseSettings(reader), log: logSettings(reader) }));

/** Which parts the environment replaces by real ones, and where generated things are kept. Throws SettingsError. */
export const envToParts = (env: Env): { database: boolean; redis: boolean; carrier: boolean; dataDir: string } =>
  orRefuse(env, (reader) => ({
    database: reader.isSet("DATABASE_URL"),
    redis: reader.isSet("REDIS_URL"),
    carrier: (["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY_SID", "TWILIO_BASE_URL"] as const).some(reader.isSet),
    dataDir: dataDirOf(reader),
  }));

/** Where the API is to listen; no port when the environment names none. Throws SettingsError. */
export const envToPlace = (env: Env): { host: string; port: number | undefined } =>
  orRefuse(env, (reader) => ({ host: hostOf(reader), port: portOf(reader) }));
