import type { IncomingMessage, ServerResponse } from "node:http";
import { randomBytes } from "node:crypto";
import { API_VERSION } from "../calls/fields.ts";
import type { Struck } from "../faults/fault-book.ts";
import type { World } from "../world.ts";
import { authenticate } from "./auth.ts";
import type { Exchange, Reply, Route } from "./exchange.ts";
import { errorBody, notFound, RestError } from "./rest-error.ts";
import { accountRoutes } from "./routes/account.ts";
import { callRoutes } from "./routes/calls.ts";
import { conferenceRoutes } from "./routes/conferences.ts";
import { participantRoutes } from "./routes/participants.ts";
import { recordingRoutes } from "./routes/recordings.ts";

const ROUTES: Route[] = [...callRoutes, ...recordingRoutes, ...conferenceRoutes, ...participantRoutes, ...accountRoutes];

/** Twilio's own wording for too many requests at once: never processed, always safe to repeat. */
const TOO_MANY = new RestError(429, 20429, "Too Many Requests");

export type RestCall = { request: IncomingMessage; response: ServerResponse; body: string };

/** Answers one REST request, or does with it what the faults say. */
export async function serveRest(world: World, { request, response, body }: RestCall): Promise<void> {
  world.restInFlight++;
  const startedAt = performance.now();
  const finish = (reply: Reply, fault?: Struck) => send({ world, response, reply, startedAt, ...(fault && { fault }) });
  try {
    authenticate(world, request.headers);
    if (world.restInFlight > world.settings.restConcurrency) throw TOO_MANY;
    const { route, exchange } = find(world, request, body);
    const fault = strike(world, exchange, `${route.method} ${route.pattern.source}`);
    const delayMs = fault?.delayMs === undefined ? 0 : fault.dice.within(fault.delayMs);
    if (delayMs > 0) await world.clock.sleep(delayMs);
    if (fault && strikesBefore(fault)) return finish(failure(fault), fault);
    const reply = await route.handle({ ...exchange, ...(fault && { fault }) });
    await reply.first?.();
    const isLost = fault !== undefined && isLostAfter(fault);
    if (isLost) reply.afterwards?.();
    finish(isLost && fault.afterAccept ? failure(fault) : reply, fault);
  } catch (error) {
    finish(errorReply(world, error));
  } finally {
    world.restInFlight--;
  }
}

function find(world: World, request: IncomingMessage, body: string): { route: Route; exchange: Exchange } {
  const url = new URL(request.url ?? "/", "http://carrier");
  const prefix = `/${API_VERSION}/Accounts/${world.settings.accountSid}`;
  const method = request.method ?? "GET";
  if (!url.pathname.startsWith(prefix)) throw notFound(url.pathname);
  const path = url.pathname.slice(prefix.length).replace(/\.json$/, "");
  for (const route of ROUTES) {
    const parts = route.method === method ? route.pattern.exec(path) : null;
    if (!parts) continue;
    const exchange = {
      world,
      method,
      path,
      parts: parts.slice(1),
      query: url.searchParams,
      form: new URLSearchParams(body),
      requestUri: request.url ?? "/",
    };
    return { route, exchange };
  }
  throw notFound(url.pathname);
}

function strike(world: World, { method, path, form }: Exchange, asked: string): Struck | undefined {
  const to = form.get("To") ?? undefined;
  const from = form.get("From") ?? undefined;
  const creates = method === "POST" && /^\/Calls$|\/Participants$/.test(path);
  const where = { method, event: /\/([A-Za-z]+)(?:\/[^/]*)?$/.exec(path)?.[1] ?? "Account", to, from };
  const name = to ? `${asked} ${to}` : asked;
  const nth = world.asked.get(name) ?? 0;
  world.asked.set(name, nth + 1);
  const key = `${name}|${nth}`;
  return (
    (creates ? world.faults.strike({ kind: "create", key, ...where }) : undefined) ?? world.faults.strike({ kind: "rest", key, ...where })
  );
}

const strikesBefore = (fault: Struck) =>
  !fault.afterAccept && (fault.status !== undefined || fault.hangBeforeAccept === true || fault.resetConnection === "before");
/** The application will not see the answer to what was done. */
const isLostAfter = (fault: Struck) =>
  (fault.afterAccept === true && fault.status !== undefined) || fault.hangAfterAccept === true || fault.resetConnection === "after";

/** Codes for a status that a rule does not give one for. */
const CODES: Record<number, number> = { 401: 20003, 404: 20404, 429: 20429, 500: 20500, 503: 20503 };

function failure(fault: Struck): Reply {
  const status = fault.status ?? 500;
  const code = fault.code ?? CODES[status] ?? 20500;
  return { status, body: errorBody({ status, code, message: fault.message ?? "Simulated fault" }) };
}

function errorReply(world: World, error: unknown): Reply {
  if (error instanceof RestError) return { status: error.status, body: errorBody(error) };
  world.journal.note("carrier.bug", undefined, { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return { status: 500, body: errorBody({ status: 500, code: 20500, message: "An internal server error has occurred" }) };
}

/** What was accepted goes on whether or not the client waited for the answer. */
function onceAnswered(response: ServerResponse, go: () => void): void {
  if (response.closed || response.destroyed) go();
  else response.once("close", go);
}

type Sending = { world: World; response: ServerResponse; reply: Reply; startedAt: number; fault?: Struck };

function send({ world, response, reply, startedAt, fault }: Sending): void {
  if (fault?.resetConnection) return void response.socket?.resetAndDestroy();
  // The connection stays open and silent: only the client's own patience ends it.
  if (fault?.hangBeforeAccept || fault?.hangAfterAccept) return;
  if (reply.afterwards && !(fault && isLostAfter(fault))) onceAnswered(response, reply.afterwards);
  const bytes =
    reply.media?.bytes ??
    (reply.body === undefined ? Buffer.alloc(0) : Buffer.from(fault?.malformedJson ? '{"sid":"CA' : JSON.stringify(reply.body)));
  response.writeHead(reply.status, {
    ...(bytes.length > 0 && { "content-type": reply.media?.type ?? "application/json" }),
    "content-length": bytes.length,
    "twilio-request-id": `RQ${randomBytes(16).toString("hex")}`,
    "twilio-concurrent-requests": String(world.restInFlight),
    "twilio-request-duration": ((performance.now() - startedAt) / 1000).toFixed(3),
    "x-api-domain": "api.twilio.com",
  });
  response.end(bytes);
}
