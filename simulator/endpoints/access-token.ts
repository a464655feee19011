import jwt from "jsonwebtoken";
import type { World } from "../world.ts";

/** What a browser line's token grants. */
export type Grant = { identity: string; applicationSid: string | null };

/** Reads an access token as Twilio would: HS256, signed with the API key's secret. Throws an Error that says what is wrong. */
export function readAccessToken(world: World, token: string): Grant {
  const { settings } = world;
  const claims = jwt.verify(token, settings.apiKeySecret, { algorithms: ["HS256"], clockTimestamp: Math.floor(world.clock.now() / 1000) });
  if (typeof claims === "string") throw new Error("token: found text, expected claims");
  if (claims.iss !== settings.apiKeySid) throw new Error(`token issuer: found ${claims.iss}, expected the API key ${settings.apiKeySid}`);
  if (claims.sub !== settings.accountSid)
    throw new Error(`token subject: found ${claims.sub}, expected the account ${settings.accountSid}`);
  const grants = claims.grants as { identity?: string; voice?: { outgoing?: { application_sid?: string } } } | undefined;
  if (!grants?.identity) throw new Error("token grants: found no identity");
  if (!grants.voice) throw new Error("token grants: found no voice grant");
  return { identity: grants.identity, applicationSid: grants.voice.outgoing?.application_sid ?? null };
}
