import jwt from "jsonwebtoken";
import { describe, expect, test } from "vitest";
import { agentOfIdentity } from "../../../src/adapters/twilio/ids.ts";
import { makeLineToken } from "../../../src/adapters/twilio/line-token.ts";
import { movingClock } from "../../support/clock.ts";
import { ACCOUNT_SID, AGENT, carrierConfig } from "./support.ts";

const clock = movingClock();
const apiKey = { sid: `SK${"3".repeat(32)}`, secret: "the secret of the key, long enough" };
const twimlAppSid = `AP${"4".repeat(32)}`;

describe("what an agent's browser needs to dial in", () => {
  test("the token names the agent, may call the TwiML app and nothing else, and ends after an hour", () => {
    const line = makeLineToken(carrierConfig({ apiKey, twimlAppSid }), clock)(AGENT);
    if (!line) throw new Error("expected a token, found none");
    const claims = jwt.verify(line.token, apiKey.secret, { algorithms: ["HS256"] }) as jwt.JwtPayload;
    expect(claims).toMatchObject({ iss: apiKey.sid, sub: ACCOUNT_SID });
    expect(claims.grants).toEqual({
      identity: line.identity,
      voice: { outgoing: { application_sid: twimlAppSid } },
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3_600);
    expect(line.expiresAt).toBe(clock.now() + 3_600_000);
    expect(agentOfIdentity(`client:${line.identity}`)).toBe(AGENT);
  });

  test.each([
    ["TWILIO_API_KEY_SID", { apiKey: null, twimlAppSid }],
    ["TWILIO_TWIML_APP_SID", { apiKey, twimlAppSid: null }],
  ])("without %s there is none", (_setting, config) => {
    expect(makeLineToken(carrierConfig(config), clock)(AGENT)).toBeUndefined();
  });
});
