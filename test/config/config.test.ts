import { describe, expect, it } from "vitest";
import { envToConfig, envToDatabase, envToParts } from "../../src/config/config.ts";
import { type Env, readEnv } from "../../src/config/env.ts";
import { SettingsError } from "../../src/config/reader.ts";

const SID = "0123456789abcdef0123456789abcdef";
const SECRETS = {
  session: "s3ssion-s3ssion-s3ssion-s3ssion-1234",
  token: "t0ken-t0ken-t0ken-t0ken-t0ken-12",
  keySecret: "k3y-s3cret-k3y-s3cret",
};

/** Enough for a server in production on the real carrier. */
const PRODUCTION: Env = {
  NODE_ENV: "production",
  PUBLIC_BASE_URL: "https://calls.example.com/",
  SESSION_SECRET: SECRETS.session,
  DATABASE_URL: "postgres://callkeeper:pa55word@db.example.com:5432/callkeeper",
  TWILIO_ACCOUNT_SID: `AC${SID}`,
  TWILIO_AUTH_TOKEN: SECRETS.token,
};
/** Enough for a demo on the simulated carrier. */
const SIMULATED: Env = {
  SESSION_SECRET: SECRETS.session,
  DATABASE_URL: "postgres://callkeeper@127.0.0.1:5433/callkeeper",
  TWILIO_ACCOUNT_SID: `AC${SID}`,
  TWILIO_AUTH_TOKEN: SECRETS.token,
  TWILIO_BASE_URL: "http://127.0.0.1:4010",
};

/** The faults of these settings, as `setting: expected`. */
function faultsOf(env: Env): string[] {
  try {
    envToConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.faults.map(({ setting, expected }) => `${setting}: ${expected}`);
  }
}

describe("settings that make sense", () => {
  it("starts in production on the real carrier with five settings, and knows the defaults", () => {
    expect(envToConfig(PRODUCTION)).toEqual({
      http: {
        host: "127.0.0.1",
        port: 3_000,
        publicBaseUrl: "https://calls.example.com",
        sessionSecret: SECRETS.session,
        secureCookies: true,
      },
      database: { url: PRODUCTION["DATABASE_URL"] },
      redis: null,
      carrier: {
        accountSid: `AC${SID}`,
        authTokens: [SECRETS.token],
        apiKey: null,
        twimlAppSid: null,
        baseUrl: null,
        callsPerSecond: 1,
        lines: 30,
        requestTimeoutMs: 5_000,
      },
      dialing: { unknownDeadlineSeconds: 120 },
      place: { from: "address-and-number", unknown: "refuse" },
      records: { retentionYears: 5 },
      log: { level: "info" },
      dataDir: ".callkeeper",
    });
  });

  it("takes every setting that is given", () => {
    const config = envToConfig({
      ...PRODUCTION,
      HOST: "0.0.0.0",
      PORT: "8080",
      REDIS_URL: "rediss://user:secret@queue:6380/2",
      TWILIO_AUTH_TOKEN_SECONDARY: "another-token-another-token-1234",
      TWILIO_API_KEY_SID: `SK${SID}`,
      TWILIO_API_KEY_SECRET: SECRETS.keySecret,
      TWILIO_TWIML_APP_SID: `AP${SID}`,
      CALLS_PER_SECOND: "12.5",
      LINES: "200",
      CARRIER_TIMEOUT_MS: "2500",
      UNKNOWN_DEADLINE_SECONDS: "300",
      PLACE_FROM: "address",
      UNKNOWN_PLACE: "safe-window",
      RETENTION_YEARS: "7",
      LOG_LEVEL: "warn",
      DATA_DIR: "/var/lib/callkeeper",
    });
    expect(config.http).toMatchObject({ host: "0.0.0.0", port: 8080 });
    expect(config.redis).toEqual({ url: "rediss://user:secret@queue:6380/2" });
    expect(config.records).toEqual({ retentionYears: 7 });
    expect(config.carrier).toMatchObject({
      authTokens: [SECRETS.token, "another-token-another-token-1234"],
      apiKey: { sid: `SK${SID}`, secret: SECRETS.keySecret },
      twimlAppSid: `AP${SID}`,
      callsPerSecond: 12.5,
      lines: 200,
      requestTimeoutMs: 2_500,
    });
    expect(config.dialing.unknownDeadlineSeconds).toBe(300);
    expect(config.place).toEqual({ from: "address", unknown: "safe-window" });
    expect(config.log.level).toBe("warn");
    expect(config.dataDir).toBe("/var/lib/callkeeper");
  });

  it("dials a simulated carrier without https, on this machine, faster than a new account may", () => {
    const config = envToConfig(SIMULATED);
    expect(config.carrier).toMatchObject({ baseUrl: "http://127.0.0.1:4010", callsPerSecond: 5 });
    expect(config.http).toMatchObject({ publicBaseUrl: "http://127.0.0.1:3000", secureCookies: false });
  });

  it("dials a simulated carrier in production when CARRIER says so outright", () => {
    expect(faultsOf({ ...SIMULATED, NODE_ENV: "production", CARRIER: "simulator" })).toEqual([]);
  });

  it("takes a blank setting for one that is not set", () => {
    expect(readEnv({ REDIS_URL: " ", PORT: "", HOST: "::1" })).toEqual({ HOST: "::1" });
    expect(envToConfig({ ...PRODUCTION, REDIS_URL: "  " }).redis).toBeNull();
  });

  it("asks a command that only looks into the database for the database alone", () => {
    expect(envToDatabase({ DATABASE_URL: "postgres://db/callkeeper" })).toEqual({
      database: { url: "postgres://db/callkeeper" },
      log: { level: "info" },
    });
    expect(() => envToDatabase({})).toThrow(/DATABASE_URL: found nothing/);
  });

  it.each([
    [{}, { database: false, redis: false, carrier: false, dataDir: ".callkeeper" }],
    [
      { DATABASE_URL: "x", DATA_DIR: "d" },
      { database: true, redis: false, carrier: false, dataDir: "d" },
    ],
    [{ REDIS_URL: "x" }, { database: false, redis: true, carrier: false, dataDir: ".callkeeper" }],
    [{ TWILIO_AUTH_TOKEN: "x" }, { database: false, redis: false, carrier: true, dataDir: ".callkeeper" }],
  ])("knows which parts %j replaces by real ones", (env, parts) => {
    expect(envToParts(env)).toEqual(parts);
  });
});

describe("settings that are refused", () => {
  it.each<[string, Env, string]>([
    ["PLACE_FROM", { PLACE_FROM: "phone" }, "one of address-and-number, address"],
    ["UNKNOWN_PLACE", { UNKNOWN_PLACE: "call" }, "one of refuse, safe-window"],
    ["HOST", { HOST: "my host" }, "a host name or address"],
    ["PORT", { PORT: "http" }, "a whole number from 1 to 65535"],
    ["PORT", { PORT: "70000" }, "a whole number from 1 to 65535"],
    ["PORT", { PORT: "3000.5" }, "a whole number from 1 to 65535"],
    ["PORT", { PORT: "-1" }, "a whole number from 1 to 65535"],
    ["PORT", { PORT: "0x10" }, "a whole number from 1 to 65535"],
    ["PUBLIC_BASE_URL", { PUBLIC_BASE_URL: "calls.example.com" }, "an address such as"],
    ["PUBLIC_BASE_URL", { PUBLIC_BASE_URL: "ftp://calls.example.com" }, "an address such as"],
    ["PUBLIC_BASE_URL", { PUBLIC_BASE_URL: "https://calls.example.com?a=1" }, "without query"],
    ["PUBLIC_BASE_URL", { PUBLIC_BASE_URL: "https://me:secret@calls.example.com" }, "without query or password"],
    ["PUBLIC_BASE_URL", { PUBLIC_BASE_URL: "http://calls.example.com" }, "an https address"],
    ["PUBLIC_BASE_URL", { PUBLIC_BASE_URL: "https://localhost:3000" }, "reach from outside"],
    ["SESSION_SECRET", { SESSION_SECRET: "short" }, "at least 32 characters"],
    ["SESSION_SECRET", { SESSION_SECRET: undefined }, "at least 32 random characters"],
    ["DATABASE_URL", { DATABASE_URL: undefined }, "the address of a PostgreSQL"],
    ["DATABASE_URL", { DATABASE_URL: "mysql://db/callkeeper" }, "such as postgres://"],
    ["DATABASE_URL", { DATABASE_URL: "postgres://db" }, "such as postgres://"],
    ["REDIS_URL", { REDIS_URL: "http://queue" }, "such as redis://"],
    ["TWILIO_ACCOUNT_SID", { TWILIO_ACCOUNT_SID: undefined }, "AC and 32 hexadecimal digits"],
    ["TWILIO_ACCOUNT_SID", { TWILIO_ACCOUNT_SID: `SK${SID}` }, "AC and 32 hexadecimal digits"],
    ["TWILIO_AUTH_TOKEN", { TWILIO_AUTH_TOKEN: undefined }, "the auth token of TWILIO_ACCOUNT_SID"],
    ["TWILIO_AUTH_TOKEN", { TWILIO_AUTH_TOKEN: "short" }, "at least 16 characters"],
    ["TWILIO_AUTH_TOKEN_SECONDARY", { TWILIO_AUTH_TOKEN_SECONDARY: "short" }, "at least 16 characters"],
    ["TWILIO_API_KEY_SID", { TWILIO_API_KEY_SID: "nonsense", TWILIO_API_KEY_SECRET: SECRETS.keySecret }, "SK and 32"],
    ["TWILIO_API_KEY_SECRET", { TWILIO_API_KEY_SID: `SK${SID}` }, "or neither of the two"],
    ["TWILIO_API_KEY_SID", { TWILIO_API_KEY_SECRET: SECRETS.keySecret }, "or neither of the two"],
    ["TWILIO_API_KEY_SID", { TWILIO_TWIML_APP_SID: `AP${SID}` }, "an API key"],
    ["TWILIO_BASE_URL", { TWILIO_BASE_URL: "http://127.0.0.1:4010" }, "CARRIER=simulator to dial a simulated carrier on purpose"],
    ["TWILIO_BASE_URL", { TWILIO_BASE_URL: "http://127.0.0.1:4010", CARRIER: "twilio" }, "because CARRIER is twilio"],
    ["TWILIO_BASE_URL", { CARRIER: "simulator" }, "the address of the simulated carrier"],
    ["CARRIER", { CARRIER: "vonage" }, "one of twilio, simulator"],
    ["NODE_ENV", { NODE_ENV: "prod" }, "one of development, production, test"],
    ["CALLS_PER_SECOND", { CALLS_PER_SECOND: "0" }, "a number from 0.01 to 1000"],
    ["CALLS_PER_SECOND", { CALLS_PER_SECOND: "fast" }, "a number from 0.01 to 1000"],
    ["LINES", { LINES: "0" }, "a whole number from 1 to 100000"],
    ["CARRIER_TIMEOUT_MS", { CARRIER_TIMEOUT_MS: "10" }, "a whole number from 500 to 60000"],
    ["UNKNOWN_DEADLINE_SECONDS", { UNKNOWN_DEADLINE_SECONDS: "1" }, "a whole number from 30 to 86400"],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }, "one of fatal, error, warn, info, debug, trace, silent"],
  ])("names %s for %j", (setting, env, expected) => {
    const faults = faultsOf({ ...PRODUCTION, ...env });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${setting}: `);
    expect(faults[0]).toContain(expected);
  });

  it("tells all faults at once, each with what was found", () => {
    expect(() => envToConfig({ PORT: "x", LOG_LEVEL: "loud" })).toThrow(
      /PORT: found "x"; expected [\s\S]*SESSION_SECRET: found nothing[\s\S]*DATABASE_URL: found nothing[\s\S]*TWILIO_ACCOUNT_SID: found nothing[\s\S]*LOG_LEVEL: found "loud"/,
    );
  });

  it("never tells a secret, not even a malformed one", () => {
    const secrets = {
      SESSION_SECRET: "abc",
      TWILIO_AUTH_TOKEN: "hush",
      DATABASE_URL: "postgres//me:hush@db/x",
      REDIS_URL: "redis//:hush@q",
      TWILIO_API_KEY_SECRET: "hush",
    };
    const message = (() => {
      try {
        envToConfig({ ...secrets, PUBLIC_BASE_URL: "https://me:hush@calls.example.com" });
        return "";
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toContain("SESSION_SECRET: found a value of 3 characters");
    expect(message).toContain("https://***@calls.example.com");
    expect(message).not.toContain("hush");
  });
});
