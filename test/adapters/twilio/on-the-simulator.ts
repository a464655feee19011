/**
 * The whole adapter on the simulated carrier, over HTTP both ways: requests go through a recorder to the carrier,
 * its signed webhooks come back to the routes, and the desk here joins every person to one agent.
 */
import type { IncomingMessage } from "node:http";
import express from "express";
import { makeCarrier } from "../../../simulator/carrier.ts";
import type { CarrierOptions } from "../../../simulator/options.ts";
import { makeTwilioCarrier } from "../../../src/adapters/twilio/carrier.ts";
import { makeTwilioClient } from "../../../src/adapters/twilio/client.ts";
import { makeTwilioRouter } from "../../../src/adapters/twilio/webhooks.ts";
import { movingClock } from "../../support/clock.ts";
import { makeJoiningDesk } from "./joining-desk.ts";
import { AGENT, carrierConfig, serve } from "./support.ts";

export const CONFERENCE = `agent-${AGENT}`;
export const CALLER_ID = "+12025550199";

/** One request of ours, as it reached the carrier. */
export type SentRequest = { method: string; path: string; query: URLSearchParams; form: URLSearchParams };
export type Simulation = Awaited<ReturnType<typeof simulate>>;

/** Twenty times quicker than life, and a public that picks up after half a second of theirs. */
const QUICK: CarrierOptions = { speed: 20, cps: 100, strictParams: true, numbers: [CALLER_ID], pddMs: [100, 100], ringMs: [500, 500] };

export async function simulate(options: CarrierOptions = {}) {
  const app = express();
  const webhooks = await serve(app);
  const simulator = makeCarrier({ ...QUICK, voiceUrl: `${webhooks.url}/twilio/voice/agent`, ...options });
  const simulatorUrl = await simulator.listen();
  const sent: SentRequest[] = [];
  const recorder = await serve((request, response) => {
    void forward(request, simulatorUrl, sent).then(
      (answer) => response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.text),
      () => request.socket.destroy(),
    );
  });
  const config = settingsFor(simulator.settings, recorder.url);
  const desk = makeJoiningDesk(CONFERENCE);
  const log = { warn: () => undefined, error: () => undefined };
  app.use("/twilio", makeTwilioRouter({ config, publicBaseUrl: webhooks.url, desk, log }));
  const carrierWith = (changes: Partial<typeof config> = {}) =>
    makeTwilioCarrier({ config: { ...config, ...changes }, publicBaseUrl: webhooks.url, clock: movingClock() });
  return {
    carrier: carrierWith(),
    carrierWith,
    client: makeTwilioClient(config),
    webhooksUrl: webhooks.url,
    desk,
    control: simulator.control,
    settings: simulator.settings,
    sent,
    async [Symbol.asyncDispose]() {
      await simulator.close();
      await recorder[Symbol.asyncDispose]();
      await webhooks[Symbol.asyncDispose]();
    },
  };
}

const settingsFor = (settings: Required<CarrierOptions>, baseUrl: string) =>
  carrierConfig({
    accountSid: settings.accountSid,
    authTokens: [settings.authToken],
    apiKey: { sid: settings.apiKeySid, secret: settings.apiKeySecret },
    twimlAppSid: settings.twimlAppSid,
    baseUrl,
  });

type Forwarded = { status: number; text: string };

async function forward(request: IncomingMessage, simulatorUrl: string, sent: SentRequest[]): Promise<Forwarded> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString("utf8");
  const { pathname, searchParams } = new URL(request.url ?? "/", simulatorUrl);
  const method = request.method ?? "GET";
  sent.push({ method, path: pathname, query: searchParams, form: new URLSearchParams(body) });
  const headers = { authorization: request.headers.authorization ?? "", "content-type": request.headers["content-type"] ?? "" };
  const answer = await fetch(simulatorUrl + (request.url ?? "/"), { method, headers, ...(method === "POST" ? { body } : {}) });
  return { status: answer.status, text: await answer.text() };
}
