/** The shaped settings. `envToConfig` (SHELL writes it) makes this from the environment, once, or refuses by name. */
export type Config = {
  http: {
    /** Address the API listens on. */
    host: string;
    port: number;
    /** How the carrier reaches us; every webhook address and signature is built from it. No trailing slash. */
    publicBaseUrl: string;
    sessionSecret: string;
    /** Cookies only over HTTPS: true when publicBaseUrl is https. */
    secureCookies: boolean;
  };
  database: { url: string };
  /** Null: BullMQ runs on PostgreSQL. */
  redis: { url: string } | null;
  carrier: {
    accountSid: string;
    /** Primary first; a second one during a token rotation. */
    authTokens: readonly string[];
    apiKey: { sid: string; secret: string } | null;
    twimlAppSid: string | null;
    /** Null: Twilio itself. */
    baseUrl: string | null;
    callsPerSecond: number;
    lines: number;
    requestTimeoutMs: number;
  };
  dialing: {
    /** Seconds after which an attempt that the carrier does not know is given up as unknown. */
    unknownDeadlineSeconds: number;
  };
  log: { level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent" };
  /** Where the embedded PostgreSQL and its password live. */
  dataDir: string;
};
