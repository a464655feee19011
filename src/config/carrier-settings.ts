/** The settings of the carrier, and what about them contradicts. */
import type { Config } from "./config.ts";
import type { Reader } from "./reader.ts";
import { httpAddress, number, oneOf, sid, text } from "./shapes.ts";

const ENVIRONMENTS = ["development", "production", "test"] as const;
const CARRIERS = ["twilio", "simulator"] as const;

/** A Twilio account starts with one call per second (support article 223180028, read 2026-11-21). The limiter stays below it. */
const TWILIO_CALLS_PER_SECOND = 1;
const SIMULATED_CALLS_PER_SECOND = 5;

type Account = Pick<Config["carrier"], "accountSid" | "authTokens" | "apiKey" | "twimlAppSid">;

function accountSettings(reader: Reader): Account {
  const token = text("the auth token, at least 16 characters", /^\S{16,}$/);
  const accountSid = reader.required(
    "TWILIO_ACCOUNT_SID",
    sid("AC"),
    "AC and 32 hexadecimal digits; `callkeeper up` without any TWILIO_ setting starts a simulated carrier",
  );
  const primary = reader.required("TWILIO_AUTH_TOKEN", token, "the auth token of TWILIO_ACCOUNT_SID");
  const secondary = reader.optional("TWILIO_AUTH_TOKEN_SECONDARY", token);
  const keySid = reader.optional("TWILIO_API_KEY_SID", sid("SK"));
  const keySecret = reader.optional("TWILIO_API_KEY_SECRET", text("the secret of TWILIO_API_KEY_SID", /^\S{8,}$/));
  if (reader.isSet("TWILIO_API_KEY_SID") && !reader.isSet("TWILIO_API_KEY_SECRET"))
    reader.refuse("TWILIO_API_KEY_SECRET", "the secret of TWILIO_API_KEY_SID, or neither of the two");
  if (reader.isSet("TWILIO_API_KEY_SECRET") && !reader.isSet("TWILIO_API_KEY_SID"))
    reader.refuse("TWILIO_API_KEY_SID", "the key that TWILIO_API_KEY_SECRET belongs to, or neither of the two");
  const twimlAppSid = reader.optional("TWILIO_TWIML_APP_SID", sid("AP"));
  if (reader.isSet("TWILIO_TWIML_APP_SID") && !reader.isSet("TWILIO_API_KEY_SID"))
    reader.refuse("TWILIO_API_KEY_SID", "an API key: TWILIO_TWIML_APP_SID is of no use without one");
  return {
    accountSid: accountSid ?? "",
    authTokens: [primary, secondary].filter((value) => value !== undefined),
    apiKey: keySid !== undefined && keySecret !== undefined ? { sid: keySid, secret: keySecret } : null,
    twimlAppSid: twimlAppSid ?? null,
  };
}

const isLoopback = (address: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);

/** Which carrier is meant, where it is, and whether it can reach us. */
function carrierAddress(reader: Reader, publicBaseUrl: string): { baseUrl: string | null; simulated: boolean } {
  const production = (reader.optional("NODE_ENV", oneOf(ENVIRONMENTS)) ?? "development") === "production";
  const named = reader.optional("CARRIER", oneOf(CARRIERS));
  const baseUrl = reader.optional("TWILIO_BASE_URL", httpAddress) ?? null;
  if (reader.isSet("TWILIO_BASE_URL") && named === "twilio")
    reader.refuse("TWILIO_BASE_URL", "nothing, because CARRIER is twilio; or CARRIER=simulator");
  if (!reader.isSet("TWILIO_BASE_URL") && named === "simulator")
    reader.refuse("TWILIO_BASE_URL", "the address of the simulated carrier, because CARRIER is simulator");
  if (production && reader.isSet("TWILIO_BASE_URL") && named === undefined)
    reader.refuse(
      "TWILIO_BASE_URL",
      "nothing, because NODE_ENV is production; or CARRIER=simulator to dial a simulated carrier on purpose",
    );
  const simulated = named === "simulator" || baseUrl !== null;
  if (!simulated && production && !publicBaseUrl.startsWith("https:"))
    reader.refuse("PUBLIC_BASE_URL", "an https address: Twilio's webhooks carry telephone numbers and must not travel in the clear");
  if (!simulated && reader.isSet("TWILIO_ACCOUNT_SID") && isLoopback(publicBaseUrl))
    reader.refuse("PUBLIC_BASE_URL", "an address that Twilio can reach from outside");
  return { baseUrl, simulated };
}

/** The carrier of the settings; faults are left with the reader. */
export function carrierSettings(reader: Reader, publicBaseUrl: string): Config["carrier"] {
  const { baseUrl, simulated } = carrierAddress(reader, publicBaseUrl);
  const pace = reader.optional("CALLS_PER_SECOND", number({ least: 0.01, most: 1_000, whole: false }));
  return {
    ...accountSettings(reader),
    baseUrl,
    callsPerSecond: pace ?? (simulated ? SIMULATED_CALLS_PER_SECOND : TWILIO_CALLS_PER_SECOND),
    lines: reader.optional("LINES", number({ least: 1, most: 100_000, whole: true })) ?? 30,
    requestTimeoutMs: reader.optional("CARRIER_TIMEOUT_MS", number({ least: 500, most: 60_000, whole: true })) ?? 5_000,
  };
}
