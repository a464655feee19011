/** Reads settings one by one and gathers every fault, so that all are told at once. */
import type { Env } from "./env.ts";
import { isSecret, type SettingName } from "./settings.ts";
import type { Shape } from "./shapes.ts";

export type SettingFault = { setting: SettingName; found: string; expected: string };

/** The settings are missing, malformed or contradict each other. `faults` lists all of them. */
export class SettingsError extends Error {
  readonly code = "settings-refused";
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    const lines = faults.map(({ setting, found, expected }) => `  ${setting}: found ${found}; expected ${expected}`);
    super(`Settings refused:\n${lines.join("\n")}`);
    this.name = "SettingsError";
    this.faults = faults;
  }
}

/** A found value as an error may show it: a secret never, an address without its password, anything else cut short. */
export function shown(setting: SettingName, found: string | undefined): string {
  if (found === undefined) return "nothing";
  if (isSecret(setting)) return `a value of ${found.length} characters`;
  const safe = found.replace(/(:\/\/)[^/?#]*@/, "$1***@").replace(/[^\x20-\x7e]/g, "?");
  return JSON.stringify(safe.length > 80 ? `${safe.slice(0, 77)}...` : safe);
}

export type Reader = {
  /** The shaped value, or undefined when the setting is absent or refused. */
  optional<Value>(setting: SettingName, shape: Shape<Value>): Value | undefined;
  /** As `optional`, but absence is a fault; `expected` says what is needed and why. */
  required<Value>(setting: SettingName, shape: Shape<Value>, expected: string): Value | undefined;
  isSet(setting: SettingName): boolean;
  refuse(setting: SettingName, expected: string): void;
  faults: readonly SettingFault[];
};

export function makeReader(env: Env): Reader {
  const faults: SettingFault[] = [];
  const refuse = (setting: SettingName, expected: string): void => {
    if (!faults.some((fault) => fault.setting === setting)) faults.push({ setting, found: shown(setting, env[setting]), expected });
  };
  const optional: Reader["optional"] = (setting, shape) => {
    const found = env[setting]?.trim();
    if (found === undefined || found === "") return undefined;
    const result = shape(found);
    if (result.ok) return result.value;
    refuse(setting, result.expected);
    return undefined;
  };
  const isSet = (setting: SettingName): boolean => (env[setting] ?? "").trim() !== "";
  return {
    optional,
    required(setting, shape, expected) {
      if (!isSet(setting)) refuse(setting, expected);
      return optional(setting, shape);
    },
    isSet,
    refuse,
    faults,
  };
}
