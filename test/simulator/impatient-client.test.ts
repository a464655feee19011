import { expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { makeCarrier } from "../../simulator/carrier.ts";

test("a call that was accepted rings although the client did not wait for the answer", async () => {
  const carrier = makeCarrier({ numbers: ["+12025550100"], speed: 20 });
  const url = await carrier.listen();
  try {
    carrier.control.fault({ match: { kind: "create" }, effect: { delayMs: 20_000 } });
    const { accountSid, authToken } = carrier.settings;
    const body = new URLSearchParams({ To: "+12125550101", From: "+12025550100", Twiml: "<Response><Hangup/></Response>" });
    const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` };
    const address = `${url}/2010-04-01/Accounts/${accountSid}/Calls.json`;
    const patience = new AbortController();
    const answer = fetch(address, { method: "POST", body, headers, signal: patience.signal });
    await eventually(() => carrier.control.faults()[0]?.struck === 1);
    patience.abort();
    await expect(answer).rejects.toThrow();
    await eventually(() => carrier.control.ledger().calls[0]?.status === "completed");
  } finally {
    await carrier.close();
  }
});
