/** What the carrier port makes of answers that are late, broken, or none: each from a real socket. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { makeTwilioCarrier } from "../../../src/adapters/twilio/carrier.ts";
import type { Carrier } from "../../../src/ports/carrier.ts";
import { movingClock } from "../../support/clock.ts";
import { ATTEMPT, CALL_SID, carrierConfig, serve } from "./support.ts";

const TIMEOUT_MS = 150;
const CONTACT = "+12025550101";
const order = { attemptId: ATTEMPT, to: CONTACT, callerId: "+12025550199", ringTimeoutSeconds: 25, answerDetection: "off" } as const;

let stop: AsyncDisposable | undefined;
afterEach(() => stop?.[Symbol.asyncDispose]());

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A carrier that answers every request in one way, and the number of requests that reached it. */
async function carrierThat(answer: Answer): Promise<{ carrier: Carrier; requests: () => number }> {
  let requests = 0;
  const server = await serve((request, response) => {
    requests += 1;
    answer(request, response);
  });
  stop = server;
  const config = carrierConfig({ baseUrl: server.url, requestTimeoutMs: TIMEOUT_MS });
  const carrier = makeTwilioCarrier({ config, publicBaseUrl: "https://calls.example.com", clock: movingClock() });
  return { carrier, requests: () => requests };
}

const says =
  (status: number, body: string, type = "application/json"): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": type }).end(body);
  };
const refuses = (status: number, code: number): Answer =>
  says(status, JSON.stringify({ code, message: `The number ${CONTACT} is a problem.`, more_info: "https://example.com", status }));

/** One letter at a time: never silent for long, never done. */
const trickles: Answer = (_request, response) => {
  response.writeHead(201, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(timer));
};

const breaksOff =
  (status: number): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", "content-length": "900" }).write("{");
    response.socket?.destroySoon();
  };

describe("asking for a call", () => {
  test.each<[string, Answer, string]>([
    ["an answer that never comes", () => undefined, "timeout"],
    ["an answer that drips and never ends", trickles, "timeout"],
    ["a connection that is reset", (request) => request.socket.resetAndDestroy(), "ECONNRESET"],
    ["a connection that is closed", (request) => request.socket.destroy(), "ECONNRESET"],
    ["an answer that is cut off", breaksOff(201), "ERR_BAD_RESPONSE"],
    ["a refusal that is cut off", breaksOff(400), "ERR_BAD_RESPONSE"],
    ["a server error", refuses(500, 20500), "20500"],
    ["a server that is not available", refuses(503, 20503), "20503"],
    ["a server error without a code", says(502, "<html>Bad gateway</html>", "text/html"), "http-502"],
    ["a request that timed out on the way", says(408, ""), "http-408"],
    ["a redirect", says(307, ""), "http-307"],
    ["a success that is no JSON", says(201, "<html>Welcome</html>", "text/html"), "malformed-answer"],
    ["a success that is empty", says(201, ""), "malformed-answer"],
    ["a success that is null", says(201, "null"), "malformed-answer"],
    ["a success that names no call", says(201, "{}"), "malformed-answer"],
    ["a success with an id that is none", says(201, JSON.stringify({ sid: "CA1" })), "malformed-answer"],
  ])("after %s nobody knows whether there is a call, and it is asked for only once", async (_name, answer, code) => {
    const { carrier, requests } = await carrierThat(answer);
    expect(await carrier.placeCall(order)).toMatchObject({ outcome: "unknown", code });
    expect(requests()).toBe(1);
  });

  test("a carrier to which there is no connection did not process it: it may be asked for again", async () => {
    const { carrier } = await carrierThat(() => undefined);
    await stop?.[Symbol.asyncDispose]();
    expect(await carrier.placeCall(order)).toEqual({
      outcome: "try-later",
      code: "ECONNREFUSED",
      message: "No connection to the carrier (ECONNREFUSED).",
    });
  });

  test("too many requests: later, and not repeated behind our back", async () => {
    const { carrier, requests } = await carrierThat(refuses(429, 20429));
    expect(await carrier.placeCall(order)).toMatchObject({ outcome: "try-later", code: "20429" });
    expect(requests()).toBe(1);
  });

  test("too many calls at once: later", async () => {
    const { carrier } = await carrierThat(refuses(400, 10004));
    expect(await carrier.placeCall(order)).toMatchObject({ outcome: "try-later", code: "10004" });
  });

  test.each<[number, Answer, object]>([
    [21211, refuses(400, 21211), { code: "21211", blame: "number", disposition: "invalid-number" }],
    [21210, refuses(400, 21210), { code: "21210", blame: "caller-id", disposition: "failed" }],
    [20003, refuses(401, 20003), { code: "20003", blame: "account", disposition: "failed" }],
    [20001, refuses(400, 20001), { code: "20001", blame: "request", disposition: "failed" }],
    [29999, refuses(400, 29999), { code: "29999", blame: "request", disposition: "failed" }],
    [403, says(403, "<html>Forbidden</html>", "text/html"), { code: "http-403", blame: "account", disposition: "failed" }],
  ])("a refusal with %i is final, and says whose fault it is", async (_code, answer, expected) => {
    const { carrier } = await carrierThat(answer);
    expect(await carrier.placeCall(order)).toMatchObject({ outcome: "refused", ...expected });
  });

  test("a call that the carrier put in its own queue says for how long", async () => {
    const { carrier } = await carrierThat(says(201, JSON.stringify({ sid: CALL_SID, status: "queued", queue_time: "1500" })));
    expect(await carrier.placeCall(order)).toEqual({ outcome: "placed", carrierCallId: CALL_SID, queuedMs: 1_500 });
  });

  test("a queue time that is no number counts as none", async () => {
    const { carrier } = await carrierThat(says(201, JSON.stringify({ sid: CALL_SID, status: "queued", queue_time: null })));
    expect(await carrier.placeCall(order)).toMatchObject({ queuedMs: 0 });
  });
});

describe("asking about calls", () => {
  test.each<[string, Answer]>([
    ["a server error", refuses(500, 20500)],
    ["silence", () => undefined],
    ["no JSON", says(200, "<html></html>", "text/html")],
    ["an empty object", says(200, "{}")],
    ["a status that we do not know", says(200, JSON.stringify({ sid: CALL_SID, status: "levitating" }))],
    ["refused credentials", refuses(401, 20003)],
  ])("%s is never taken for 'no such call'", async (_name, answer) => {
    const { carrier } = await carrierThat(answer);
    await expect(carrier.findCall(CALL_SID)).rejects.toMatchObject({ name: "CarrierError", message: expect.stringContaining("look up") });
    await expect(carrier.listCallsTo(CONTACT, "+12025550199", 0)).rejects.toMatchObject({ name: "CarrierError" });
  });

  test("what leaves the adapter holds no credentials and no telephone number", async () => {
    for (const answer of [
      refuses(400, 21211),
      refuses(400, 29999),
      refuses(500, 20500),
      ((request) => request.socket.destroy()) as Answer,
    ]) {
      const { carrier } = await carrierThat(answer);
      const error: unknown = await carrier.listCallsTo(CONTACT, "+12025550199", 0).catch((cause: unknown) => cause);
      const written = inspect(error, { depth: 20, showHidden: true });
      expect(written).not.toMatch(/2025550|Basic |authorization/i);
      expect(JSON.stringify(await carrier.placeCall(order))).not.toContain("2025550");
      await stop?.[Symbol.asyncDispose]();
    }
  });

  test("an error says whether asking again may help", async () => {
    const { carrier } = await carrierThat(refuses(401, 20003));
    await expect(carrier.hangUp(CALL_SID)).rejects.toMatchObject({ code: "carrier-refused", carrierCode: "20003", retry: false });
    const other = await carrierThat(refuses(503, 20503));
    await expect(other.carrier.hangUp(CALL_SID)).rejects.toMatchObject({ code: "carrier-unavailable", carrierCode: "20503", retry: true });
  });

  test("the check tells what is wrong instead of throwing", async () => {
    const { carrier } = await carrierThat(refuses(401, 20003));
    expect(await carrier.check()).toEqual({
      ok: false,
      code: "20003",
      message: "The credentials were refused: check the account SID, auth token and API key.",
    });
    const gone = await carrierThat(() => undefined);
    await stop?.[Symbol.asyncDispose]();
    expect(await gone.carrier.check()).toMatchObject({ ok: false, code: "ECONNREFUSED" });
  });
});
