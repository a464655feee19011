import { randomBytes } from "node:crypto";
import type { World } from "../world.ts";
import { parseOverrides, type RetryReason } from "./connection-overrides.ts";
import type { Delivery } from "./delivery.ts";
import type { Method } from "./hook.ts";
import { type HttpAnswer, SendError } from "./http-sender.ts";
import { signature } from "./signature.ts";
import { mayReach } from "./target.ts";

export type Signing = "good" | "bad" | "none" | "old";

export type WebhookRequest = {
  source: string;
  event: string;
  callSid: string | null;
  url: string;
  method: Method;
  params: Record<string, string>;
  signing?: Signing;
  fault?: string;
  /** The same for every try of one event; made here when none is given. */
  token?: string;
};

export type WebhookAnswer = { ok: true; answer: HttpAnswer } | { ok: false; error: string; answer?: HttpAnswer };

const KEPT = 20_000;
let nextId = 1;

export const makeToken = () => randomBytes(16).toString("hex");

function signed(
  world: World,
  signing: Signing | undefined,
  { url, params }: { url: string; params: Record<string, string> },
): Record<string, string> {
  const { account } = world;
  const token = signing === "old" ? account.oldAuthToken : account.authToken;
  if (signing === "none") return {};
  if (signing === "bad") return { "x-twilio-signature": signature(makeToken(), url, params) };
  return { "x-twilio-signature": signature(token, url, params) };
}

function retryReason(outcome: HttpAnswer | SendError): RetryReason | undefined {
  if (outcome instanceof SendError) return outcome.reason;
  if (outcome.status >= 500) return "5xx";
  return outcome.status >= 400 ? "4xx" : undefined;
}

/** Makes one webhook request with its retries, as the address's overrides say, and keeps a record of each try. */
export async function request(world: World, order: WebhookRequest): Promise<WebhookAnswer> {
  const { url: bare, overrides } = parseOverrides(order.url);
  if (!mayReach(bare, world.settings.allowHosts)) return refuse(world, order, bare);
  const url = order.method === "GET" && Object.keys(order.params).length > 0 ? withQuery(bare, order.params) : bare;
  const token = order.token ?? makeToken();
  const deadline = Date.now() + world.clock.realLimit(overrides.totalMs);
  for (let attempt = 1; ; attempt++) {
    const left = deadline - Date.now();
    const limits = {
      connectMs: Math.min(left, world.clock.realLimit(overrides.connectMs)),
      readMs: Math.min(left, world.clock.realLimit(overrides.readMs)),
    };
    const outcome = await tryOnce(world, order, { url, token, attempt, limits });
    const reason = retryReason(outcome);
    if (!reason && !(outcome instanceof SendError)) return { ok: true, answer: outcome };
    const mayRetry = reason !== undefined && (overrides.retryOn.has(reason) || overrides.retryOn.has("all"));
    if (!mayRetry || attempt > overrides.retries || Date.now() >= deadline) {
      return outcome instanceof SendError
        ? { ok: false, error: outcome.message }
        : { ok: false, error: `status ${outcome.status}`, answer: outcome };
    }
  }
}

type Try = { url: string; token: string; attempt: number; limits: { connectMs: number; readMs: number } };

async function tryOnce(world: World, order: WebhookRequest, one: Try): Promise<HttpAnswer | SendError> {
  const isPost = order.method === "POST";
  const startedAt = performance.now();
  const delivery = keep(world, order, one);
  const sent = world.sender.send({
    url: one.url,
    method: order.method,
    body: isPost ? new URLSearchParams(order.params).toString() : "",
    headers: {
      ...(isPost && { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" }),
      "user-agent": "TwilioProxy/1.1",
      accept: "*/*",
      "i-twilio-idempotency-token": one.token,
      ...signed(world, order.signing, { url: one.url, params: isPost ? order.params : {} }),
    },
    ...one.limits,
  });
  const outcome = await world.clock
    .busy(sent)
    .catch((error: unknown) => (error instanceof SendError ? error : new SendError("rt", String(error))));
  delivery.ms = Math.round(performance.now() - startedAt);
  if (outcome instanceof SendError) delivery.error = outcome.message;
  else delivery.status = outcome.status;
  return outcome;
}

/** Writes down a try before it is made. */
function keep(world: World, order: WebhookRequest, { url, attempt, token }: Omit<Try, "limits">): Delivery {
  const { source, event, callSid, method, params } = order;
  const at = world.clock.now();
  const fault = order.fault ?? null;
  const delivery = {
    id: nextId++,
    at,
    source,
    event,
    callSid,
    url,
    method,
    params,
    attempt,
    token,
    status: null,
    ms: 0,
    error: null,
    fault,
  };
  world.deliveries.push(delivery);
  if (world.deliveries.length > KEPT * 1.2) world.deliveries.splice(0, world.deliveries.length - KEPT);
  return delivery;
}

function refuse(world: World, order: WebhookRequest, url: string): WebhookAnswer {
  const error = "address: found a host that is neither loopback nor in allowHosts";
  const delivery = keep(world, order, { url, attempt: 1, token: "" });
  delivery.error = error;
  return { ok: false, error };
}

function withQuery(url: string, params: Record<string, string>): string {
  return url + (url.includes("?") ? "&" : "?") + new URLSearchParams(params).toString();
}
