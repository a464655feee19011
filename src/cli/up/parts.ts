/** The parts that `up` runs as processes of their own: which module, with which settings. */
import { mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Env } from "../../config/env.ts";
import { SETTINGS } from "../../config/settings.ts";
import type { ChildSpec } from "./child.ts";
import type { Secrets } from "./secrets.ts";
import { SIMULATED } from "./settings.ts";

/** The top of what runs: dist/ after a build, the repository under tsx. */
const TOP = new URL("../../../", import.meta.url);
/** ".js" in a build, ".ts" under tsx. */
const EXTENSION = import.meta.url.slice(-3);
/** A module of ours by its path from the top, without extension. */
export const moduleAt = (path: string): URL => new URL(`${path}${EXTENSION}`, TOP);
const LEASH = moduleAt("src/cli/up/leash").href;

/** The bundled list of fictional people. */
export const DEMO_LIST = fileURLToPath(new URL("simulator/demo/contacts.csv", TOP));

export const PART_NAMES = ["carrier", "server", "workers", "floor"] as const;
export type PartName = (typeof PART_NAMES)[number];
const MODULES: Readonly<Record<PartName, string>> = {
  carrier: "simulator/main",
  server: "src/server",
  workers: "workers/run",
  floor: "simulator/floor/main",
};

const LOG_KEEP_BYTES = 20_000_000;

export const logFileOf = (dataDir: string, name: PartName): string => join(dataDir, "logs", `${name}.log`);

/** Makes the folder of the logs; a log that has grown large gives way to an empty one, and is kept once. */
export function prepareLogs(dataDir: string): void {
  mkdirSync(join(dataDir, "logs"), { recursive: true, mode: 0o700 });
  for (const name of PART_NAMES) {
    const file = logFileOf(dataDir, name);
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEEP_BYTES) renameSync(file, `${file}.1`);
  }
}

type Part = {
  name: PartName;
  dataDir: string;
  env: Readonly<Record<string, string | undefined>>;
  args?: readonly string[];
  message?: unknown;
};

export const partSpec = ({ name, dataDir, env, args, message }: Part): ChildSpec => ({
  name,
  file: fileURLToPath(moduleAt(MODULES[name])),
  env,
  logFile: logFileOf(dataDir, name),
  imports: [LEASH],
  ...(args === undefined ? {} : { args }),
  ...(message === undefined ? {} : { message }),
});

type Carrier = { port: number; secrets: Secrets; apiUrl: string; speed: number; seed: number };

/** The simulated carrier's own settings: the account, and whom to ask when an agent's softphone dials in. */
export const carrierEnv = ({ port, secrets, apiUrl, speed, seed }: Carrier): Record<string, string> => ({
  SIM_PORT: String(port),
  SIM_ACCOUNT_SID: secrets.accountSid,
  SIM_AUTH_TOKEN: secrets.authToken,
  SIM_API_KEY: secrets.apiKeySid,
  SIM_API_SECRET: secrets.apiKeySecret,
  SIM_TWIML_APP_SID: secrets.twimlAppSid,
  SIM_VOICE_URL: `${apiUrl}/twilio/voice/agent`,
  SIM_MODE: "weights",
  SIM_PRESET: "realistic",
  // A little more than we mean to use, so that its own queue is never reached.
  SIM_CPS: String(SIMULATED.callsPerSecond * 1.2),
  SIM_LINES: String(SIMULATED.lines + 20),
  SIM_SPEED: String(speed),
  SIM_SEED: String(seed),
});

/** The environment without our own settings: for parts that have no business with the database or the secrets. */
export const withoutSettings = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([name]) => !(name in SETTINGS)));
