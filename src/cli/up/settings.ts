/** The settings that `up` fills in for what the environment does not name. */
import type { Env } from "../../config/env.ts";
import type { Secrets } from "./secrets.ts";

export type Generated = {
  secrets: Secrets;
  /** Null: the environment names a database. */
  databaseUrl: string | null;
  port: number;
  /** Null: the environment names a carrier. */
  carrierUrl: string | null;
};

/** Enough for fifty agents at one call each; the simulated carrier is given the same. */
export const SIMULATED = { callsPerSecond: 5, lines: 100 };

/** Settings for the parts: those of the environment, and the generated ones where it has none. */
export function fillSettings(env: Env, made: Generated): Record<string, string> {
  const { secrets } = made;
  const simulated: Record<string, string> =
    made.carrierUrl === null
      ? {}
      : {
          CARRIER: "simulator",
          TWILIO_BASE_URL: made.carrierUrl,
          TWILIO_ACCOUNT_SID: secrets.accountSid,
          TWILIO_AUTH_TOKEN: secrets.authToken,
          TWILIO_API_KEY_SID: secrets.apiKeySid,
          TWILIO_API_KEY_SECRET: secrets.apiKeySecret,
          TWILIO_TWIML_APP_SID: secrets.twimlAppSid,
          CALLS_PER_SECOND: String(SIMULATED.callsPerSecond),
          LINES: String(SIMULATED.lines),
        };
  const filled: Record<string, string> = {
    ...simulated,
    SESSION_SECRET: secrets.sessionSecret,
    // On this machine's own address only the simulated carrier can reach us.
    PUBLIC_BASE_URL: `http://127.0.0.1:${made.port}`,
    ...(made.databaseUrl === null ? {} : { DATABASE_URL: made.databaseUrl }),
  };
  const given = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return { ...filled, ...given, PORT: String(made.port) };
}
