import { describe, expect, test } from "vitest";
import { makeAddresses } from "../../../src/adapters/twilio/addresses.ts";
import { ATTEMPT } from "./support.ts";

const addresses = makeAddresses("https://calls.example.com");
const all = Object.entries(addresses).map(([name, write]): [string, URL] => [name, new URL(write(ATTEMPT))]);

describe("webhook addresses", () => {
  test("the whole address of an answered call, fragment included", () => {
    expect(addresses.answered(ATTEMPT)).toBe(
      `https://calls.example.com/twilio/voice/answered?attempt=${ATTEMPT}#ct=1000&rt=3000&rc=2&rp=ct,rt,5xx`,
    );
  });

  test("the whole address of call events, fragment included", () => {
    expect(addresses.callEvents(ATTEMPT)).toBe(`https://calls.example.com/twilio/events/call?attempt=${ATTEMPT}#rc=3&rp=all`);
  });

  test("a path in front of the public address is kept", () => {
    expect(makeAddresses("https://example.com/dialer").waiting(ATTEMPT)).toContain("https://example.com/dialer/twilio/voice/waiting?");
  });

  test.each(all)("%s tells Twilio how to connect and when to try again", (_name, url) => {
    expect(url.hash).toMatch(/^#(ct=\d+&rt=\d+&)?rc=[1-5]&rp=/);
  });

  test.each(all)("%s gives up within Twilio's ceiling of 15 seconds when every try times out", (_name, url) => {
    const settings = new URLSearchParams(url.hash.slice(1));
    const tries = 1 + Number(settings.get("rc"));
    const tryMs = Number(settings.get("ct") ?? 0) + Number(settings.get("rt") ?? 0);
    expect(tries * tryMs).toBeLessThanOrEqual(15_000);
  });

  test("only the fallback of an agent's call names nobody", () => {
    expect(all.filter(([, url]) => url.search === "").map(([name]) => name)).toEqual(["agentFallback"]);
  });
});
