import { createHmac } from "node:crypto";
import twilio from "twilio";
import { expect, test } from "vitest";
import { signature } from "../../simulator/webhooks/signature.ts";
import { eventually } from "../support/eventually.ts";
import { anOrder, openBench, told } from "./support.ts";

const HANG_UP = "<Response><Hangup/></Response>";

test("a signature is what Twilio's own library expects, whatever the parameters", () => {
  const url = "https://callkeeper.example/voice?attempt=7&name=O'Hara%20%2B";
  const params = { To: "+12125550100", Body: "grüße ☎", Empty: "", Media: ["b", "a", "b"] };
  expect(twilio.validateRequest("secret", signature("secret", url, params), url, params)).toBe(true);
  expect(twilio.validateRequest("other", signature("secret", url, params), url, params)).toBe(false);
  expect(signature("secret", url, {})).toBe(createHmac("sha1", "secret").update(url).digest("base64"));
});

test("every webhook is signed over its address without the fragment, by POST and by GET", async () => {
  await using bench = await openBench();
  const { app, client } = bench;
  app.on("/voice", HANG_UP);
  const order = { ...anOrder(app), url: `${app.url}/voice?attempt=a-7#rc=2&rp=ct,5xx&rt=3000`, method: "GET" };
  await client.calls.create({ ...order, statusCallback: `${app.url}/status?attempt=a-7#rc=3&rp=all` });
  await eventually(() => told(app).at(-1) === "completed");
  await eventually(() => app.at("/voice").length === 1);
  expect(app.received.every((one) => one.isSigned)).toBe(true);
  expect(app.at("/voice")[0]).toMatchObject({ method: "GET", params: { attempt: "a-7", Called: "+12125550100" } });
});

test("a callback that fails is not repeated unless its address asks for it", async () => {
  await using bench = await openBench();
  const { app, client } = bench;
  app.on("/voice", HANG_UP);
  app.on("/status", { status: 500 });
  await client.calls.create({ ...anOrder(app), statusCallbackEvent: ["completed"] });
  await eventually(() => app.at("/status").length === 1);
  await client.calls.create({
    ...anOrder(app, "+12125550101"),
    statusCallback: `${app.url}/again#rc=2&rp=5xx`,
    statusCallbackEvent: ["completed"],
  });
  app.on("/again", { status: 503 });
  await eventually(() => app.at("/again").length === 3);
  expect(new Set(app.at("/again").map((one) => one.token)).size).toBe(1);
  expect(app.at("/status")).toHaveLength(1);
  const tries = () => bench.carrier.control.webhooks().filter((one) => one.url.includes("/again"));
  await eventually(() => expect(tries().map((one) => [one.attempt, one.status])).toEqual([1, 2, 3].map((attempt) => [attempt, 503])));
});

test("an answer that comes too late is none: the fallback is asked", async () => {
  await using bench = await openBench();
  const { app, client } = bench;
  app.on("/voice", { body: HANG_UP, delayMs: 600 });
  app.on("/fallback", HANG_UP);
  await client.calls.create({ ...anOrder(app), url: `${app.url}/voice#rt=300&rc=0`, fallbackUrl: `${app.url}/fallback` });
  await eventually(() => app.at("/fallback").length === 1);
  expect(app.at("/fallback")[0]?.params).toMatchObject({ ErrorCode: "11205" });
});

test("an address beyond this machine is never spoken to", async () => {
  await using bench = await openBench();
  const { client, carrier, app } = bench;
  await client.calls.create({ ...anOrder(app), url: "http://callkeeper.example/voice", statusCallback: "http://10.0.0.1/status" });
  await eventually(() => carrier.control.ledger().calls[0]?.status === "completed");
  const { deliveries } = { deliveries: carrier.control.webhooks() };
  expect(deliveries.length).toBeGreaterThan(0);
  expect(deliveries.every((one) => one.status === null && one.error?.includes("allowHosts"))).toBe(true);
});

test("after the account's token was rotated, webhooks are signed with the new one", async () => {
  await using bench = await openBench();
  const { app, client, carrier } = bench;
  app.on("/voice", HANG_UP);
  carrier.control.account({ authToken: "fresh" });
  await client.calls.create(anOrder(app));
  await eventually(() => told(app).length === 4);
  expect(app.received.some((one) => one.isSigned)).toBe(false);
});
