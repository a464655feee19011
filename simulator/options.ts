import type { PresetName } from "./presets/presets.ts";
import type { Range } from "./random.ts";

export type CarrierOptions = {
  /** AC… and its secrets. `oldAuthToken` is the one that was rotated away; webhooks with the fault `oldToken` are signed with it. */
  accountSid?: string;
  authToken?: string;
  oldAuthToken?: string;
  apiKeySid?: string;
  apiKeySecret?: string;
  /** The application that browser lines dial in to. */
  twimlAppSid?: string;
  voiceUrl?: string;
  /** Numbers that the account owns. None: any number may be shown as caller id. */
  numbers?: string[];
  /** Every choice of the public and of the fault rules follows from it. Default 1. */
  seed?: number;
  /** How many times quicker than life the public and the network are. Calls per second and dates stay real. Default 1. */
  speed?: number;
  clock?: "real" | "virtual";
  /** Where a virtual clock starts, milliseconds since 1970. */
  startAt?: number;
  /** Calls per second of the account. Default 1, which is Twilio's own (support.twilio.com 223180028). */
  cps?: number;
  /** Calls that the account may have at once; more: error 10004. Browser lines do not count. Default 1000. */
  lines?: number;
  /** REST requests under way at once; more: 429/20429. Default 100. */
  restConcurrency?: number;
  preset?: PresetName;
  /** Who answers a number that has no script: by its last four digits, or drawn by weights. */
  mode?: "digits" | "weights";
  pddMs?: Range;
  ringMs?: Range;
  talkMs?: Range;
  greetingMs?: Range;
  /** How long a person who hears nobody stays on the line. */
  patienceMs?: Range;
  /** From the answer to `<Dial><Conference>` to being in the room. */
  joinMs?: Range;
  /** Share of answering-machine verdicts that are wrong. Default 0. */
  amdErrorRate?: number;
  /** Hosts other than loopback that webhooks may be sent to. */
  allowHosts?: string[];
  /** A trial account may only call these (error 21219). */
  trialVerified?: string[];
  /** Prefixes that the account may not call (error 21215). */
  geoBlocked?: string[];
  /** Numbers on the carrier's block list (error 21216). */
  blocked?: string[];
  /** Refuse request parameters that the carrier does not know (400/20001) instead of only raising an alert. */
  strictParams?: boolean;
};

export type Settings = Required<CarrierOptions>;

export const DEFAULTS: Settings = {
  accountSid: `AC${"5111".repeat(8)}`,
  authToken: "c0ffee".repeat(5).padEnd(32, "0"),
  oldAuthToken: "0ddba11".padEnd(32, "0"),
  apiKeySid: `SK${"5111".repeat(8)}`,
  apiKeySecret: "simulated-api-key-secret-0000000",
  twimlAppSid: `AP${"5111".repeat(8)}`,
  voiceUrl: "",
  numbers: [],
  seed: 1,
  speed: 1,
  clock: "real",
  startAt: Date.UTC(2026, 10, 21, 12),
  cps: 1,
  lines: 1000,
  restConcurrency: 100,
  preset: "none",
  mode: "digits",
  pddMs: [200, 600],
  ringMs: [3000, 12_000],
  talkMs: [15_000, 60_000],
  greetingMs: [700, 1700],
  patienceMs: [15_000, 40_000],
  joinMs: [80, 250],
  amdErrorRate: 0,
  allowHosts: [],
  trialVerified: [],
  geoBlocked: [],
  blocked: [],
  strictParams: false,
};
