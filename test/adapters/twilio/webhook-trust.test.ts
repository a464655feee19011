import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNT_SID, ATTEMPT, AUTH_TOKEN, CALL_SID } from "./support.ts";
import { addresses, startWebhooks, type WebhookServer } from "./webhook-server.ts";

let webhooks: WebhookServer;
beforeEach(async () => {
  webhooks = await startWebhooks();
});
afterEach(() => webhooks[Symbol.asyncDispose]());

describe("which webhooks are believed", () => {
  test("one signed for its public address and body is believed, whatever the Host header says", async () => {
    expect(
      (await webhooks.post(addresses.callEvents(ATTEMPT), { CallStatus: "ringing" }, { headers: { host: "evil.example" } })).status,
    ).toBe(204);
    expect(webhooks.desk.events).toHaveLength(1);
  });

  test("one signed for the address where the server really listens is refused: only the public address counts", async () => {
    const response = await webhooks.post(addresses.callEvents(ATTEMPT), {}, { signedAs: webhooks.local(addresses.callEvents(ATTEMPT)) });
    expect(response.status).toBe(403);
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("an unsigned one is refused with a problem that says what to check, and nothing is stored", async () => {
    const response = await fetch(webhooks.local(addresses.answered(ATTEMPT)), {
      method: "POST",
      body: new URLSearchParams({ AccountSid: ACCOUNT_SID, CallSid: CALL_SID }),
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "webhook-not-signed", field: "X-Twilio-Signature", found: "nothing" });
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test.each([
    ["one with a changed field", { sends: { CallStatus: "completed" } }],
    ["one with a field too many", { sends: { Extra: "1" } }],
    ["one signed with a wrong token", { token: "0".repeat(32) }],
    ["one whose signature is noise", { headers: { "x-twilio-signature": "bm9pc2U=" } }],
    ["one whose signature is empty", { headers: { "x-twilio-signature": "" } }],
    ["a form that says it is JSON, without the hash of its body", { headers: { "content-type": "application/json" } }],
  ])("%s is refused and nothing is stored", async (_name, more) => {
    expect((await webhooks.post(addresses.callEvents(ATTEMPT), { CallStatus: "ringing" }, more)).status).toBe(403);
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("a changed attempt in the address is refused", async () => {
    const other = addresses.callEvents(ATTEMPT.replace("a1", "a2"));
    expect((await webhooks.post(other, {}, { signedAs: addresses.callEvents(ATTEMPT) })).status).toBe(403);
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("during a rotation both tokens are believed, and afterwards the old one is not", async () => {
    const [oldToken, newToken] = [AUTH_TOKEN, "2e".repeat(16)];
    await webhooks[Symbol.asyncDispose]();
    webhooks = await startWebhooks({ config: { authTokens: [newToken, oldToken] } });
    const statuses = await Promise.all(
      [oldToken, newToken].map(async (token) => (await webhooks.post(addresses.callEvents(ATTEMPT), {}, { token })).status),
    );
    expect(statuses).toEqual([204, 204]);
    await webhooks[Symbol.asyncDispose]();
    webhooks = await startWebhooks({ config: { authTokens: [newToken] } });
    expect((await webhooks.post(addresses.callEvents(ATTEMPT), {}, { token: oldToken })).status).toBe(403);
  });

  test("without any token, or with an empty one, nothing is believed", async () => {
    await webhooks[Symbol.asyncDispose]();
    webhooks = await startWebhooks({ config: { authTokens: [""] } });
    expect((await webhooks.post(addresses.callEvents(ATTEMPT), {}, { token: "" })).status).toBe(403);
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("one of another account is refused although the signature fits", async () => {
    const response = await webhooks.post(addresses.callEvents(ATTEMPT), { AccountSid: `AC${"9".repeat(32)}` });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "webhook-of-another-account", field: "AccountSid" });
    expect(webhooks.whatHappened()).toEqual([]);
  });

  test("a form that repeats a field is believed, and stored with both values", async () => {
    expect((await webhooks.post(addresses.callEvents(ATTEMPT), { CallStatus: "ringing", Extra: ["b", "a"] })).status).toBe(204);
    expect(webhooks.desk.events[0]?.payload.Extra).toBe("b,a");
  });

  test("letters outside ASCII and characters that need escaping do not break the signature", async () => {
    const fields = { CallerName: "Zoë & Çağla + 100%", Empty: "" };
    expect((await webhooks.post(addresses.callEvents(ATTEMPT), fields)).status).toBe(204);
    expect(webhooks.desk.events[0]?.payload).toMatchObject(fields);
  });

  test("a JSON body is believed by the hash in its address, and refused when one letter of it changes", async () => {
    const address = addresses.callEvents(ATTEMPT);
    const body = JSON.stringify({
      AccountSid: ACCOUNT_SID,
      CallSid: CALL_SID,
      CallStatus: "ringing",
      SequenceNumber: 1,
      Note: "wörld",
    });
    expect((await webhooks.postJson(address, body)).status).toBe(204);
    expect(webhooks.desk.events[0]).toMatchObject({ dedupeKey: `call:${CALL_SID}::1`, payload: { CallStatus: "ringing", Note: "wörld" } });
    expect((await webhooks.postJson(address, body, { token: "0".repeat(32) })).status).toBe(403);
    expect((await webhooks.postJson(address, body, { sends: body.replace("ringing", "completed") })).status).toBe(403);
    expect(webhooks.desk.events).toHaveLength(1);
  });
});
