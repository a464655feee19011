import type { IncomingMessage } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeTwilioClient } from "../../../src/adapters/twilio/client.ts";
import { ACCOUNT_SID, AUTH_TOKEN, CALL_SID, carrierConfig, serve } from "./support.ts";

let asked: Pick<IncomingMessage, "method" | "url" | "headers">[] = [];
let server: Awaited<ReturnType<typeof serve>>;
beforeEach(async () => {
  asked = [];
  server = await serve((request, response) => {
    asked.push(request);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
});
afterEach(() => server[Symbol.asyncDispose]());

const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

describe("the client", () => {
  test("asks the configured address for what it would ask Twilio, and says which product was meant", async () => {
    await makeTwilioClient(carrierConfig({ baseUrl: server.url }))
      .calls(CALL_SID)
      .fetch();
    expect(asked[0]).toMatchObject({
      method: "GET",
      url: `/2010-04-01/Accounts/${ACCOUNT_SID}/Calls/${CALL_SID}.json`,
      headers: { "x-twilio-product": "api" },
    });
  });

  test("keeps a path in front of the address, with or without a slash at its end", async () => {
    for (const baseUrl of [`${server.url}/laml`, `${server.url}/laml/`]) {
      await makeTwilioClient(carrierConfig({ baseUrl })).calls(CALL_SID).fetch();
    }
    expect(asked.map((request) => request.url)).toEqual(Array(2).fill(`/laml/2010-04-01/Accounts/${ACCOUNT_SID}/Calls/${CALL_SID}.json`));
  });

  test("signs in with the primary auth token, or with the API key where there is one", async () => {
    const authTokens = [AUTH_TOKEN, "another"];
    await makeTwilioClient(carrierConfig({ baseUrl: server.url, authTokens }))
      .calls(CALL_SID)
      .fetch();
    const apiKey = { sid: `SK${"1".repeat(32)}`, secret: "a secret" };
    await makeTwilioClient(carrierConfig({ baseUrl: server.url, authTokens, apiKey }))
      .calls(CALL_SID)
      .fetch();
    expect(asked.map((request) => request.headers.authorization)).toEqual([
      basic(ACCOUNT_SID, AUTH_TOKEN),
      basic(apiKey.sid, apiKey.secret),
    ]);
    expect(asked[1]?.url).toContain(ACCOUNT_SID);
  });

  test("without another address it is Twilio's own transport, with our time limit and no repetition", () => {
    const { httpClient } = makeTwilioClient(carrierConfig());
    expect(httpClient.constructor.name).toBe("RequestClient");
    expect(httpClient).toMatchObject({ defaultTimeout: 2_000, autoRetry: false });
  });
});
