/** The token with which an agent's browser dials in. */
import twilio from "twilio";
import type { Config } from "../../config/config.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import { agentIdentity } from "./ids.ts";

const { AccessToken } = twilio.jwt;

/** One hour; Twilio allows up to 24. The softphone asks for a new one before it ends. */
const LIVES_SECONDS = 3_600;

/** None without an API key and a TwiML application: then agents have telephones or SIP devices only. */
export const makeLineToken =
  (config: Config["carrier"], clock: Clock): Carrier["lineToken"] =>
  (agentId) => {
    const { apiKey, twimlAppSid } = config;
    if (apiKey === null || twimlAppSid === null) return undefined;
    const identity = agentIdentity(agentId);
    const token = new AccessToken(config.accountSid, apiKey.sid, apiKey.secret, { identity, ttl: LIVES_SECONDS });
    token.addGrant(new AccessToken.VoiceGrant({ outgoingApplicationSid: twimlAppSid, incomingAllow: false }));
    return { token: token.toJwt(), identity, expiresAt: clock.now() + LIVES_SECONDS * 1_000 };
  };
