/** Opens Callkeeper for one command: with the settings of the environment, or those of the `up` that runs or ran here. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../../campaigns/instant.ts";
import { DEFAULT_PORT, envToConfig, envToParts } from "../config/config.ts";
import { type Env, readEnv } from "../config/env.ts";
import { type PrivateDatabase, startPrivateDatabase } from "../wiring/private-database.ts";
import { type Callkeeper, makeCallkeeper } from "../wiring.ts";
import { CliFailure } from "./failure.ts";
import { quietLog } from "./quiet-log.ts";
import { findRunning, takeDataDir } from "./up/lock.ts";
import { keepSecrets } from "./up/secrets.ts";
import { fillSettings } from "./up/settings.ts";

export type House = Pick<Callkeeper, "services" | "stores"> & { now(): Instant };

/** `release` lets go of what had to be started or held for the command. */
type Settings = { env: Env; release: () => Promise<void> };

/** A carrier that nobody asks while `up` does not run: commands only write down what is to be done. */
export const NO_CARRIER = "http://127.0.0.1:9";

/**
 * The settings for a command; starts the private database when nothing runs and there is one. `orWhatThereIs`: gives
 * incomplete settings rather than throwing when there is no database at all.
 */
export async function findSettings(options: { orWhatThereIs: boolean } = { orWhatThereIs: false }): Promise<Settings> {
  const env = readEnv();
  const parts = envToParts(env);
  if (parts.database) return { env, release: async () => undefined };
  const running = await findRunning(parts.dataDir);
  if (running && Object.keys(running.settings).length === 0)
    throw new CliFailure({
      code: "not-ready-yet",
      message: `Callkeeper (process ${running.pid}) is just starting, or another command has its database, on ${parts.dataDir}. Try again in a moment.`,
    });
  if (running) return { env: { ...env, ...running.settings }, release: async () => undefined };
  if (!existsSync(join(parts.dataDir, "postgres", "PG_VERSION"))) {
    if (options.orWhatThereIs) return { env, release: async () => undefined };
    throw new CliFailure({
      code: "no-database",
      message: `DATABASE_URL: found nothing, and no data in ${parts.dataDir}; expected the address of a PostgreSQL, or a private one that \`callkeeper up\` (npm start) has made there.`,
    });
  }
  return borrowDatabase(env, parts);
}

/** Starts the private database for the time of one command; no `up` may begin meanwhile. */
async function borrowDatabase(env: Env, parts: { dataDir: string; carrier: boolean }): Promise<Settings> {
  const lock = await takeDataDir(parts.dataDir);
  let database: PrivateDatabase | undefined;
  const release = async (): Promise<void> => {
    await database?.[Symbol.asyncDispose]();
    await lock[Symbol.asyncDispose]();
  };
  try {
    database = await startPrivateDatabase(parts.dataDir);
    const carrierUrl = parts.carrier ? null : NO_CARRIER;
    const made = { secrets: keepSecrets(parts.dataDir), databaseUrl: database.url, port: DEFAULT_PORT, carrierUrl };
    return { env: fillSettings(env, made), release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Runs one command's work with everything it needs. Throws a CliFailure or SettingsError that says what is missing. */
export async function withHouse(work: (house: House) => Promise<void>): Promise<void> {
  const { env, release } = await findSettings();
  try {
    await using callkeeper = await makeCallkeeper({ config: envToConfig(env), processName: "cli", log: quietLog });
    await work({ services: callkeeper.services, stores: callkeeper.stores, now: callkeeper.clock.now });
  } finally {
    await release();
  }
}
