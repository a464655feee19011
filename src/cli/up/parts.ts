/** The parts that `up` runs as processes of their own: which module, with which settings. */
import { mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ChildSpec } from "./child.ts";
import type { Secrets } from "./secrets.ts";
import { SIMULATED } from "./settings.ts";

/** The top of what runs: dist/ after a build, the repository under tsx. */
const TOP = new URL("../../../", import.meta.url);
/** ".js" in a build, ".ts" under tsx. */
const EXTENSION = import.meta.url.slice(-3);
const moduleAt = (path: string): URL => new URL(`${path}${EXTENSION}`, TOP);
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

/** What the simulated carrier is told: the account, and whom to tell when an agent's softphone dials in. */
export const carrierOrders = ({ port, secrets, apiUrl, speed, seed }: Carrier): Record<string, unknown> => ({
  port,
  accountSid: secrets.accountSid,
  authToken: secrets.authToken,
  apiKeySid: secrets.apiKeySid,
  apiKeySecret: secrets.apiKeySecret,
  twimlAppSid: secrets.twimlAppSid,
  voiceUrl: `${apiUrl}/twilio/voice/agent`,
  mode: "weights",
  preset: "realistic",
  // A little more than we mean to use, so that its own queue is never reached.
  cps: SIMULATED.callsPerSecond * 1.2,
  lines: SIMULATED.lines + 20,
  speed,
  seed,
});
