/** An application for the simulated carrier to call: it answers webhooks as told and remembers them. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";
import type { RequestOptions } from "twilio/lib/base/RequestClient.js";
import { makeCarrier, type SimulatedCarrier } from "../../simulator/carrier.ts";
import type { FaultRuleInput } from "../../simulator/faults/rule.ts";
import type { CarrierOptions } from "../../simulator/options.ts";

export type Received = {
  path: string;
  url: string;
  method: string;
  params: Record<string, string>;
  isSigned: boolean;
  token: string;
  at: number;
};

export type Reply = string | { status?: number; type?: string; body?: string; delayMs?: number } | undefined;

export type Application = {
  url: string;
  received: Received[];
  /** What a path answers: a document, or a whole reply. Anything else is answered 204. */
  on(path: string, reply: Reply | ((request: Received) => Reply | Promise<Reply>)): void;
  /** Callbacks at that path, as they came. */
  at(path: string): Received[];
  close(): Promise<void>;
};

export async function startApplication(authToken: string): Promise<Application> {
  const received: Received[] = [];
  const replies = new Map<string, Reply | ((request: Received) => Reply | Promise<Reply>)>();
  let url = "";
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const full = url + request.url;
    const params = Object.fromEntries(request.method === "GET" ? new URL(full).searchParams : new URLSearchParams(raw));
    const signature = String(request.headers["x-twilio-signature"] ?? "");
    const signed = request.method === "GET" ? {} : params;
    const one: Received = {
      path: new URL(full).pathname,
      url: full,
      method: request.method ?? "",
      params,
      at: Date.now(),
      isSigned: twilio.validateRequest(authToken, signature, full, signed),
      token: String(request.headers["i-twilio-idempotency-token"] ?? ""),
    };
    received.push(one);
    const reply = replies.get(one.path);
    const given = typeof reply === "function" ? await reply(one) : reply;
    const whole = typeof given === "string" ? { body: given } : (given ?? { status: 204 });
    if (whole.delayMs) await new Promise((resolve) => setTimeout(resolve, whole.delayMs));
    response.writeHead(whole.status ?? 200, { "content-type": whole.type ?? "text/xml" }).end(whole.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    received,
    on: (path, reply) => void replies.set(path, reply),
    at: (path) => received.filter((one) => one.path === path),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The official client, pointed at the simulated carrier. */
class LocalClient extends twilio.RequestClient {
  readonly #base: string;
  constructor(base: string, options: { timeout?: number; autoRetry?: boolean } = {}) {
    super(options);
    this.#base = base;
  }
  override request<T>(options: RequestOptions<T>) {
    const { pathname, search } = new URL(options.uri);
    return super.request<T>({ ...options, uri: this.#base + pathname + search });
  }
}

export function clientOf(carrier: SimulatedCarrier, options: { timeout?: number } = {}) {
  const { apiKeySid, apiKeySecret, accountSid } = carrier.settings;
  return twilio(apiKeySid, apiKeySecret, { accountSid, httpClient: new LocalClient(carrier.url, options) });
}

/** A browser line's token, made as the application would. */
export function lineToken(carrier: SimulatedCarrier, identity: string): string {
  const { accountSid, apiKeySid, apiKeySecret, twimlAppSid } = carrier.settings;
  const token = new twilio.jwt.AccessToken(accountSid, apiKeySid, apiKeySecret, { identity, ttl: 3600 });
  token.addGrant(new twilio.jwt.AccessToken.VoiceGrant({ outgoingApplicationSid: twimlAppSid, incomingAllow: true }));
  return token.toJwt();
}

export const EVERY_EVENT = ["initiated", "ringing", "answered", "completed"];

export type Bench = AsyncDisposable & { carrier: SimulatedCarrier; app: Application; client: ReturnType<typeof clientOf> };

/** A carrier, an application that it calls, and the official client between them. */
export async function openBench(options: CarrierOptions = {}): Promise<Bench> {
  const carrier = makeCarrier({ cps: 100, speed: 20, pddMs: 100, ringMs: 1000, talkMs: 10_000, greetingMs: 1000, joinMs: 100, ...options });
  await carrier.listen();
  const app = await startApplication(carrier.settings.authToken);
  const client = clientOf(carrier);
  return {
    carrier,
    app,
    client,
    async [Symbol.asyncDispose]() {
      await carrier.close();
      await app.close();
    },
  };
}

/** The order that most tests place: everything told at `/status`, the document at `/voice`. */
export const anOrder = (app: Application, to = "+12125550100") => ({
  to,
  from: "+12125550190",
  url: `${app.url}/voice`,
  statusCallback: `${app.url}/status`,
  statusCallbackEvent: EVERY_EVENT,
});

/** The statuses told at a path, in the order of their sequence numbers. */
export const told = (app: Application, path = "/status"): string[] =>
  [...app.at(path)]
    .sort((a, b) => Number(a.params.SequenceNumber) - Number(b.params.SequenceNumber))
    .map((one) => one.params.CallStatus ?? "");

const ROOM = `<Response><Dial action="/left"><Conference statusCallback="/room" statusCallbackEvent="start end join leave">room</Conference></Dial></Response>`;

/** A bench whose clock the test moves, with faults. */
export async function openFaulty(rules: FaultRuleInput | FaultRuleInput[], options = {}): Promise<Bench> {
  const bench = await openBench({ clock: "virtual", talkMs: 5000, ...options });
  bench.app.on("/voice", ROOM);
  bench.carrier.control.fault(rules);
  return bench;
}

/** A call from its order to its end and well beyond. */
export async function wholeCall(bench: Bench, to = "+12125550100", ms = 60_000): Promise<void> {
  await bench.client.calls.create({ ...anOrder(bench.app, to), timeout: 20 });
  await bench.carrier.control.advance(ms);
}

export const callback = (effect: FaultRuleInput["effect"], event?: string): FaultRuleInput => ({
  match: { kind: "callback", source: "call-status", ...(event && { event }) },
  effect,
});
export const arrived = (bench: Bench) => bench.app.at("/status").map((one) => one.params.CallStatus);
