/** The HTTP app: borders first (log, headers, sessions), then the routes of the contract, then the answers to errors. */
import express, { type Express, type RequestHandler } from "express";
import helmet from "helmet";
import { atMostOnceEvery } from "./at-most-once.ts";
import type { HttpDeps } from "./deps.ts";
import { answerErrors } from "./errors.ts";
import type { Handlers } from "./handler.ts";
import { type LiveHub, makeLiveHub } from "./live-hub.ts";
import { makeMetrics } from "./metrics.ts";
import { makeOpenApi } from "./openapi.ts";
import { makeOptOutPage } from "./opt-out-page.ts";
import { HttpProblem } from "./problem.ts";
import { makeRequestLog } from "./request-log.ts";
import { makeRouter } from "./router.ts";
import { agentDeskHandlers } from "./routes/agent-desk.ts";
import { agentHandlers } from "./routes/agents.ts";
import { apiKeyHandlers } from "./routes/api-keys.ts";
import { attemptHandlers } from "./routes/attempts.ts";
import { campaignHandlers } from "./routes/campaigns.ts";
import { dialabilityHandlers } from "./routes/dialability.ts";
import { consentHandlers } from "./routes/consents.ts";
import { contactListHandlers } from "./routes/contact-lists.ts";
import { doNotCallHandlers } from "./routes/do-not-call.ts";
import { emergencyStopHandlers } from "./routes/emergency-stops.ts";
import { recordHandlers } from "./routes/records.ts";
import { registerHandlers } from "./routes/registers.ts";
import { sessionHandlers } from "./routes/session.ts";
import { systemHandlers } from "./routes/system.ts";
import { userHandlers } from "./routes/users.ts";
import { makeSeen } from "./seen.ts";
import { makeSessions } from "./sessions.ts";

/** Version of the contract under /v1, not of the program: grows with what callers can ask for. */
const API_VERSION = "1.0.0";
const COUNT_EVERY_MS = 1_000;

export type HttpApp = AsyncDisposable & {
  handler: Express;
  /** To be told of what PostgreSQL notifies: `listen({ onNotification: live.notified, onGap: live.missed })`. */
  live: Pick<LiveHub, "notified" | "missed">;
};

/** Dispose it before the server closes: it ends the live streams, which would otherwise hold it open. */
export function makeHttpApp(deps: HttpDeps): HttpApp {
  const onError = (error: unknown): undefined => {
    deps.log.error({ err: error }, "something failed behind the API");
  };
  const hub = makeLiveHub({ store: deps.stores.liveEvents, clock: deps.clock, onError });
  const sessions = makeSessions({ pool: deps.pool, http: deps.config, onError });
  const seen = makeSeen({ desks: deps.stores.desks, clock: deps.clock, listening: () => hub.listening(), onError });
  const { handlers, measure } = assemble(deps, hub);

  const app = express();
  app.disable("x-powered-by").set("etag", false).set("query parser", "simple").set("trust proxy", "loopback");
  app.use(makeRequestLog(deps.log), measure);
  app.use("/twilio", named("/twilio"), deps.carrierRouter);
  app.use(helmet());
  app.use(makeOptOutPage(deps));
  app.use(onlyFor(sessions.handler));
  app.use(makeRouter(deps, handlers, seen.heard));
  app.use(() => {
    throw new HttpProblem("no-such-route", 404);
  });
  app.use(answerErrors);
  return {
    handler: app,
    live: hub,
    [Symbol.asyncDispose]: async () => {
      await hub[Symbol.asyncDispose]();
      await seen[Symbol.asyncDispose]();
      await sessions[Symbol.asyncDispose]();
    },
  };
}

function assemble(deps: HttpDeps, hub: LiveHub): { handlers: Handlers; measure: RequestHandler } {
  const now = (): number => deps.clock.now();
  const countFloor = atMostOnceEvery(COUNT_EVERY_MS, async () => ({ countedAt: now(), ...(await deps.stores.floor.count()) }), now);
  const countJobs = atMostOnceEvery(COUNT_EVERY_MS, deps.countJobs, now);
  const metrics = makeMetrics({ countFloor, countJobs, liveListeners: () => hub.listenerCount() });
  let document: Record<string, unknown> | undefined;
  const openApi = (): Record<string, unknown> =>
    (document ??= makeOpenApi({ ...deps.config, version: API_VERSION }) as unknown as Record<string, unknown>);
  const handlers: Handlers = {
    ...systemHandlers(deps, { metrics, hub, openApi, countFloor }),
    ...sessionHandlers(deps),
    ...userHandlers(deps),
    ...apiKeyHandlers(deps),
    ...contactListHandlers(deps),
    ...campaignHandlers(deps),
    ...dialabilityHandlers(deps),
    ...attemptHandlers(deps),
    ...doNotCallHandlers(deps),
    ...consentHandlers(deps),
    ...registerHandlers(deps),
    ...emergencyStopHandlers(deps),
    ...recordHandlers(deps),
    ...agentDeskHandlers(deps),
    ...agentHandlers(deps),
  };
  return { handlers, measure: metrics.handler };
}

/** Webhooks are counted and logged under one name. */
const named =
  (path: string): RequestHandler =>
  (_req, res, next) => {
    res.locals.path = path;
    next();
  };

/** Probes come often and need no session; a program with a key has none. */
const onlyFor =
  (handler: RequestHandler): RequestHandler =>
  (req, res, next) => {
    if (req.headers.authorization === undefined && (req.path.startsWith("/v1/") || req.path === "/metrics")) handler(req, res, next);
    else next();
  };
