/** The token with which an agent's browser dials in. */
import twilio from "twilio";
import type { Config } from "../../config/config.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import { agentIdentity } from "./ids.ts";

const { AccessToken } = twilio.jwt;

/** One hour; Twilio allows up to 24. The softphone asks for a new one before it ends. */
const LIVES_SECONDS = 3_600;

/** Throws when the settings for browser lines are missing, naming the first of them. */
export const makeLineToken =
  (config: Config["carrier"], clock: Clock): Carrier["lineToken"] =>
  (agentId) => {
    const { apiKey, twimlAppSid } = config;
    if (apiKey === null) throw missing("TWILIO_API_KEY_SID", "an API key (SK…) and its secret");
    if (twimlAppSid === null) throw missing("TWILIO_TWIML_APP_SID", "the SID of a TwiML application (AP…)");
    const identity = agentIdentity(agentId);
    const token = new AccessToken(config.accountSid, apiKey.sid, apiKey.secret, { identity, ttl: LIVES_SECONDS });
    token.addGrant(new AccessToken.VoiceGrant({ outgoingApplicationSid: twimlAppSid, incomingAllow: false }));
    return { token: token.toJwt(), identity, expiresAt: clock.now() + LIVES_SECONDS * 1_000 };
  };

const missing = (setting: string, expected: string): Error & { code: string; retry: boolean } =>
  Object.assign(new Error(`Browser lines need ${setting}: found nothing, expected ${expected}.`), {
    name: "CarrierError",
    code: "carrier-setting-missing",
    retry: false,
  });
