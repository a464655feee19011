/** Makes the router from the contract: who may, what came, once or again, the work, the answer, the trail. */
import express, { type IRouter, type Request, type RequestHandler, type Response, Router } from "express";
import { roleMay } from "../../contract/permissions.ts";
import { isStream, type Route } from "../../contract/route.ts";
import { ROUTES, type RouteName } from "../../contract/routes.ts";
import type { HttpDeps } from "./deps.ts";
import type { Answer, Asked, Handlers } from "./handler.ts";
import { once, readIdempotencyKey } from "./idempotency.ts";
import { parseInput } from "./input.ts";
import { refuseForeignOrigin } from "./origin.ts";
import { identify, type Principal } from "./principal.ts";
import { HttpProblem } from "./problem.ts";

/** A campaign with the longest script and message is far smaller. */
const JSON_LIMIT_BYTES = 256 * 1024;

type AnyHandler = (asked: Asked<Route>) => Promise<Answer<Route>> | Answer<Route>;
type Work = { name: RouteName; route: Route; handler: AnyHandler };
/** Told of every principal who may do what they ask for. */
export type Heard = (principal: Principal) => void;

export function makeRouter(deps: HttpDeps, handlers: Handlers, heard: Heard): IRouter {
  const router = Router();
  const json = express.json({ limit: JSON_LIMIT_BYTES, strict: true, type: isJson });
  const allowed = new Map<string, string[]>();
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route: Route = ROUTES[name];
    const path = route.path.replaceAll(/\{(\w+)\}/g, ":$1");
    allowed.set(path, [...(allowed.get(path) ?? []), route.method.toUpperCase()]);
    const work = { name, route, handler: handlers[name] as unknown as AnyHandler };
    router[route.method](path, admit(deps, work, heard), ...bodyParsers(route, json), (req, res) => answer(deps, work, { req, res }));
  }
  for (const [path, methods] of allowed) router.all(path, refuseMethod(methods));
  return router;
}

const isJson = (req: { headers: { "content-type"?: string | undefined } }): boolean =>
  /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(req.headers["content-type"] ?? "");

function refuseMethod(methods: readonly string[]): RequestHandler {
  const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : [])].join(", ");
  return () => {
    throw new HttpProblem("method-not-allowed", 405, { headers: { Allow: allow } });
  };
}

/** Nothing is read of a body before it is known that its sender may do this. */
function admit(deps: HttpDeps, { name, route }: Work, heard: Heard): RequestHandler {
  return async (req, res, next) => {
    res.locals.route = name;
    res.locals.path = route.path;
    refuseForeignOrigin(req, deps.config.publicBaseUrl);
    if (route.may !== "open") {
      const principal = await identify(deps, req);
      res.locals.principal = principal;
      if (!roleMay(principal.role, route.may))
        throw new HttpProblem("not-allowed", 403, { detail: `The role ${principal.role} may not do this.` });
      heard(principal);
    }
    next();
  };
}

function bodyParsers(route: Route, json: RequestHandler): RequestHandler[] {
  const { body } = route;
  if (!body) return [];
  const types = isStream(body) ? body.stream : ["application/json"];
  const refuseType: RequestHandler = (req, _res, next) => {
    const fits = isStream(body) ? Boolean(req.is([...types])) : isJson(req);
    if (!fits)
      throw new HttpProblem("unsupported-media-type", 415, {
        detail: `Expected ${types.join(" or ")}.`,
        headers: { Accept: types.join(", ") },
      });
    next();
  };
  return isStream(body) ? [refuseType] : [refuseType, json];
}

async function answer(deps: HttpDeps, work: Work, { req, res }: { req: Request; res: Response }): Promise<void> {
  const { route } = work;
  const streamed = route.body !== undefined && isStream(route.body);
  const asked = {
    params: route.params && parseInput(route.params, req.params, "path"),
    query: route.query && parseInput(route.query, req.query, "query"),
    body: streamed ? req : route.body && !isStream(route.body) ? parseInput(route.body, req.body, "body") : undefined,
    principal: res.locals.principal as Principal | undefined,
    req,
    res,
  } as unknown as Asked<Route>;
  const key = route.idempotent && readIdempotencyKey(req.get("idempotency-key"));
  if (!key) return send(res, await perform(deps, work, asked));
  const principal = (res.locals.principal as Principal).actor;
  const { params, query, body } = asked as { params: unknown; query: unknown; body: unknown };
  const answered = await once(
    { store: deps.stores.idempotency, clock: deps.clock },
    {
      principal,
      key,
      asked: [work.name, params, query, streamed ? null : body],
      stream: streamed ? req : undefined,
      work: (stream) => perform(deps, work, stream ? ({ ...asked, body: stream } as unknown as Asked<Route>) : asked),
    },
  );
  send(res, answered);
}

type Answered = { status: number; response: unknown };

async function perform(deps: HttpDeps, { name, route, handler }: Work, asked: Asked<Route>): Promise<Answered> {
  const given = await handler(asked);
  // Only what the contract knows leaves the house.
  const response = "schema" in route.response ? route.response.schema.parse(given) : undefined;
  if (route.audit) await audit(deps, { action: name, noun: route.audit, asked, response });
  return { status: route.response.status, response };
}

function audit(deps: HttpDeps, done: { action: string; noun: string; asked: Asked<Route>; response: unknown }): Promise<void> {
  const principal = done.asked.res.locals.principal as Principal;
  const { id } = (done.asked.params ?? done.response ?? principal) as { id?: string };
  const { body } = done.asked as { body: unknown };
  const changed = body && typeof body === "object" && !("pipe" in body) ? { fields: Object.keys(body) } : {};
  return deps.stores.audit.add({
    id: deps.ids.next(),
    actor: principal.actor,
    action: done.action,
    subject: `${done.noun}:${id ?? principal.id}`,
    detail: changed,
    createdAt: deps.clock.now(),
  });
}

function send(res: Response, { status, response }: Answered): void {
  // A stream has been written by its handler.
  if (res.headersSent) return;
  res.set("Cache-Control", "no-store");
  if (response === undefined) res.status(status).end();
  else res.status(status).json(response);
}
