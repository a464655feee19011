/** The simulated carrier in a process of its own, as it runs beside the product, and the settings that lead there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { envToConfig } from "../../../src/config/config.ts";
import type { Config } from "../../../src/config/config.ts";

const HEX = "b".repeat(32);
const ACCOUNT = { sid: `AC${HEX}`, token: `t${HEX}`, keySid: `SK${HEX}`, keySecret: `k${HEX}`, appSid: `AP${HEX}` };

export type BenchCarrier = AsyncDisposable & { url: string };

/** Everybody lets it ring: a call is placed and nothing else happens to it for a while. */
export async function startBenchCarrier(): Promise<BenchCarrier> {
  const quietPublic = ["--preset", "none", "--mode", "digits", "--cps", "100000", "--lines", "1000000", "--ring", "600000"];
  const account = [
    "--account-sid",
    ACCOUNT.sid,
    "--auth-token",
    ACCOUNT.token,
    "--api-key",
    ACCOUNT.keySid,
    "--api-secret",
    ACCOUNT.keySecret,
  ];
  const child = spawn(process.execPath, ["--import", "tsx", "simulator/main.ts", ...quietPublic, ...account], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

export type BenchWish = { databaseUrl: string; redisUrl: string | null; carrierUrl: string; port: number };

export const benchEnv = (given: BenchWish) => ({
  DATABASE_URL: given.databaseUrl,
  ...(given.redisUrl ? { REDIS_URL: given.redisUrl } : {}),
  SESSION_SECRET: "s".repeat(40),
  PORT: String(given.port),
  TWILIO_ACCOUNT_SID: ACCOUNT.sid,
  TWILIO_AUTH_TOKEN: ACCOUNT.token,
  TWILIO_API_KEY_SID: ACCOUNT.keySid,
  TWILIO_API_KEY_SECRET: ACCOUNT.keySecret,
  TWILIO_TWIML_APP_SID: ACCOUNT.appSid,
  TWILIO_BASE_URL: given.carrierUrl,
  CALLS_PER_SECOND: "1000",
  LINES: "100000",
});

export const benchConfig = (given: BenchWish): Config => envToConfig(benchEnv(given));
