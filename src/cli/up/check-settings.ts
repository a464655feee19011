import { DEFAULT_PORT, envToConfig, envToPlace } from "../../config/config.ts";
import type { Env } from "../../config/env.ts";
import { type SettingFault, SettingsError } from "../../config/reader.ts";
import type { Secrets } from "./secrets.ts";
import { fillSettings } from "./settings.ts";

function faultsOf(read: () => unknown): readonly SettingFault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

/**
 * Throws a SettingsError with everything that is wrong with the environment, before anything is started. What `up`
 * will fill in stands here as an example of its kind.
 */
export function checkSettings(env: Env, given: { parts: { database: boolean; carrier: boolean }; secrets: Secrets }): void {
  const filled = fillSettings(env, {
    secrets: given.secrets,
    databaseUrl: given.parts.database ? null : "postgres://callkeeper@127.0.0.1:5432/callkeeper",
    port: DEFAULT_PORT,
    carrierUrl: given.parts.carrier ? null : "http://127.0.0.1:9",
  });
  const faults = [...faultsOf(() => envToPlace(env)), ...faultsOf(() => envToConfig(filled))];
  const once = [...new Map(faults.map((fault) => [fault.setting, fault])).values()];
  if (once.length > 0) throw new SettingsError(once);
}
