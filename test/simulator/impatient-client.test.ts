import { expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { makeCarrier } from "../../simulator/carrier.ts";

test("a call that was accepted rings although the client did not wait for the answer", async () => {
  const carrier = makeCarrier({ numbers: ["+12025550100"], speed: 20 });
  const url = await carrier.listen();
  try {
    carrier.control.fault({ match: { kind: "create" }, effect: { delayMs: 4_000 } });
    const { accountSid, authToken } = carrier.settings;
    const body = new URLSearchParams({ To: "+12125550101", From: "+12025550100", Twiml: "<Response><Hangup/></Response>" });
    const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` };
    const address = `${url}/2010-04-01/Accounts/${accountSid}/Calls.json`;
    await expect(fetch(address, { method: "POST", body, headers, signal: AbortSignal.timeout(60) })).rejects.toThrow();
    await eventually(() => carrier.control.ledger().calls[0]?.status === "completed");
  } finally {
    await carrier.close();
  }
});
