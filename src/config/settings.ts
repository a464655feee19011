/**
 * Every setting: its meaning, unit and default, and whether it is a secret. This table is the list that the README
 * and .env.example show (a test compares them), and config.ts reads no name that is not in it.
 */
export type SettingInfo = {
  meaning: string;
  /** What holds when it is not set, in words. */
  otherwise: string;
  secret?: true;
};

export const SETTINGS = {
  NODE_ENV: {
    meaning: "`development`, `production` or `test`. Production refuses what only a demo may have",
    otherwise: "`development`",
  },
  HOST: { meaning: "Address on which the API listens", otherwise: "`127.0.0.1`: this machine only" },
  PORT: { meaning: "Port on which the API listens, 1 to 65535", otherwise: "`3000`; `up` takes a free one when that is taken" },
  PUBLIC_BASE_URL: {
    meaning: "How the carrier reaches this server from outside: webhook addresses and signatures are built from it",
    otherwise: "`http://127.0.0.1:PORT`, which only the simulated carrier can reach",
  },
  SESSION_SECRET: {
    meaning: "Signs login cookies; at least 32 characters, the same in all server processes",
    otherwise: "`up` makes one and keeps it in DATA_DIR; refused elsewhere",
    secret: true,
  },
  DATABASE_URL: {
    meaning: "PostgreSQL 15 or newer, `postgres://user:password@host:5432/callkeeper`",
    otherwise: "`up` starts a private PostgreSQL under DATA_DIR; refused elsewhere",
    secret: true,
  },
  REDIS_URL: {
    meaning: "Redis 6.2 or newer, or Valkey, for the job queue, `redis://host:6379`; its policy must be `noeviction`",
    otherwise: "The job queue runs on PostgreSQL",
    secret: true,
  },
  CARRIER: {
    meaning:
      "`twilio` or `simulator`: says outright which carrier is meant; production dials a simulated one only when it says `simulator`",
    otherwise: "`simulator` when TWILIO_BASE_URL is set, else `twilio`",
  },
  TWILIO_ACCOUNT_SID: {
    meaning: "The Twilio account, `AC` and 32 hexadecimal digits",
    otherwise: "`up` starts the simulated carrier; refused elsewhere",
  },
  TWILIO_AUTH_TOKEN: {
    meaning: "The account's auth token: signs webhooks",
    otherwise: "Refused when TWILIO_ACCOUNT_SID is set",
    secret: true,
  },
  TWILIO_AUTH_TOKEN_SECONDARY: { meaning: "The other auth token while the two are being exchanged", otherwise: "None", secret: true },
  TWILIO_API_KEY_SID: {
    meaning: "API key, `SK` and 32 hexadecimal digits: browser softphones need one",
    otherwise: "No browser softphones",
  },
  TWILIO_API_KEY_SECRET: { meaning: "The secret of TWILIO_API_KEY_SID", otherwise: "None", secret: true },
  TWILIO_TWIML_APP_SID: {
    meaning: "TwiML app whose voice address is this server's: browser softphones need it",
    otherwise: "No browser softphones",
  },
  TWILIO_BASE_URL: { meaning: "Another address in place of Twilio's own: a simulated carrier", otherwise: "Twilio" },
  CALLS_PER_SECOND: {
    meaning:
      "What the carrier allows: calls started per second, over all processes; above 0, at most 1000, fractions allowed. Calls are paced at nine tenths of it",
    otherwise: "`1`, with which a Twilio account starts; `5` on a simulated carrier",
  },
  LINES: { meaning: "Calls at the same time at most, over all processes, 1 to 100000", otherwise: "`30`" },
  CARRIER_TIMEOUT_MS: {
    meaning: "Milliseconds after which an unanswered request to the carrier counts as unknown, 500 to 60000",
    otherwise: "`5000`",
  },
  UNKNOWN_DEADLINE_SECONDS: {
    meaning: "Seconds after which an attempt that the carrier knows nothing of is given up, 30 to 86400",
    otherwise: "`120`",
  },
  PLACE_FROM: {
    meaning:
      "`address-and-number`: clocks of the address and of the number count together. `address`: a number's clocks are left out beside an address that names the state; its laws never are",
    otherwise: "`address-and-number`",
  },
  UNKNOWN_PLACE: {
    meaning:
      "What becomes of a toll-free number of +1 without address and time zone. `refuse`: it is not called. `safe-window`: it is called when all fifty states and Puerto Rico may be, under the laws of all of them",
    otherwise: "`refuse`",
  },
  RETENTION_YEARS: {
    meaning:
      "Years for which the record of a call is kept where no law names a time, 1 to 50; where laws do, the longest of theirs holds. Counts for what is written from then on",
    otherwise: "`5`",
  },
  LOG_LEVEL: { meaning: "`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`", otherwise: "`info`" },
  DATA_DIR: { meaning: "Folder of the private PostgreSQL and of generated secrets", otherwise: "`.callkeeper`" },
} as const satisfies Readonly<Record<string, SettingInfo>>;

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** True when the value must never be shown whole. */
export const isSecret = (name: SettingName): boolean => "secret" in SETTINGS[name];
