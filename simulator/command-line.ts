import { parseArgs } from "node:util";
import type { CarrierOptions } from "./options.ts";
import { PRESETS, type PresetName } from "./presets/presets.ts";
import type { Range } from "./random.ts";

const FLAGS = {
  port: "0 for any free one (default), or SIM_PORT",
  preset: "none, calm, realistic or hostile (SIM_PRESET)",
  mode: "who answers: by last four `digits`, or drawn by `weights` (SIM_MODE)",
  seed: "what all chance follows from (SIM_SEED)",
  speed: "how many times quicker than life (SIM_SPEED)",
  cps: "calls per second (SIM_CPS)",
  lines: "calls at once (SIM_LINES)",
  pdd: "ms from the call's start to the first ring, one number or from-to (SIM_PDD)",
  ring: "ms of ringing (SIM_RING)",
  talk: "ms of talking (SIM_TALK)",
  patience: "ms that a person waits for somebody to speak (SIM_PATIENCE)",
  "account-sid": "SIM_ACCOUNT_SID",
  "auth-token": "SIM_AUTH_TOKEN",
  "api-key": "SIM_API_KEY",
  "api-secret": "SIM_API_SECRET",
  "twiml-app-sid": "SIM_TWIML_APP_SID",
  "voice-url": "where browser lines are answered (SIM_VOICE_URL)",
  numbers: "owned numbers, with commas; none: any (SIM_NUMBERS)",
  "allow-hosts": "hosts besides loopback that webhooks may go to (SIM_ALLOW_HOSTS)",
} as const;

type Flag = keyof typeof FLAGS;

export const USAGE = [
  "Options of the simulated carrier:",
  ...Object.entries(FLAGS).map(([flag, text]) => `  --${flag.padEnd(14)} ${text}`),
].join("\n");

/** Reads flags, and for each that is missing the environment. Throws an Error: field, found, expected. */
export function readCommandLine(
  args: string[],
  env: Record<string, string | undefined>,
): { port: number; options: CarrierOptions; help: boolean } {
  const flags = Object.fromEntries(Object.keys(FLAGS).map((flag) => [flag, { type: "string" as const }]));
  const { values } = parseArgs({ args, options: { ...flags, help: { type: "boolean" } } });
  const text = (flag: Flag) =>
    (values as Partial<Record<Flag, string>>)[flag] ?? env[`SIM_${flag.toUpperCase().replaceAll("-", "_")}`] ?? undefined;
  const options = {
    accountSid: text("account-sid"),
    authToken: text("auth-token"),
    apiKeySid: text("api-key"),
    apiKeySecret: text("api-secret"),
    twimlAppSid: text("twiml-app-sid"),
    voiceUrl: text("voice-url"),
    numbers: list(text("numbers")),
    allowHosts: list(text("allow-hosts")),
    preset: oneOf("preset", text("preset"), Object.keys(PRESETS) as PresetName[]),
    mode: oneOf("mode", text("mode"), ["digits", "weights"] as const),
    seed: number("seed", text("seed")),
    speed: number("speed", text("speed")),
    cps: number("cps", text("cps")),
    lines: number("lines", text("lines")),
    pddMs: range("pdd", text("pdd")),
    ringMs: range("ring", text("ring")),
    talkMs: range("talk", text("talk")),
    patienceMs: range("patience", text("patience")),
  };
  return { port: number("port", text("port")) ?? 0, options: options, help: values.help === true };
}

const list = (text: string | undefined) =>
  text
    ?.split(",")
    .map((item) => item.trim())
    .filter(Boolean);

function number(field: string, text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${field}: found ${text}, expected a number of 0 or more`);
  return value;
}

function range(field: string, text: string | undefined): Range | undefined {
  if (text === undefined || text === "") return undefined;
  const [from, to] = text.split("-").map((end) => number(field, end));
  if (from === undefined) throw new Error(`--${field}: found ${text}, expected milliseconds such as 3000 or 3000-12000`);
  return to === undefined ? from : [from, to];
}

function oneOf<T extends string>(field: string, text: string | undefined, allowed: readonly T[]): T | undefined {
  if (text === undefined || text === "") return undefined;
  if (!allowed.includes(text as T)) throw new Error(`--${field}: found ${text}, expected ${allowed.join(", ")}`);
  return text as T;
}
