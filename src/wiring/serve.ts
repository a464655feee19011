/** The API and the webhooks on one port, and the one LISTEN connection behind the live events. */
import { createServer, type Server } from "node:http";
import type { Logger } from "pino";
import { makeHttpApp } from "../adapters/http/app.ts";
import { LIVE_CHANNEL } from "../adapters/postgres/announcer.ts";
import { listen } from "../adapters/postgres/listen.ts";
import { makeTwilioRouter } from "../adapters/twilio/webhooks.ts";
import type { Config } from "../config/config.ts";
import { FIRST_ADMIN_EMAIL } from "../services/users/ensure-admin.ts";
import { makeCallkeeper } from "../wiring.ts";

type Services = Awaited<ReturnType<typeof makeCallkeeper>>["services"];

/** A request that takes longer than a large upload would is given up. */
const REQUEST_WITHIN_MS = 30 * 60_000;

export async function serve({ config, log }: { config: Config; log: Logger }): Promise<AsyncDisposable> {
  const callkeeper = await makeCallkeeper({ config, processName: "server", log });
  const { stores, clock, ids, services, dialing } = callkeeper;
  await showFirstAdmin(services);
  const app = makeHttpApp({
    config: config.http,
    pool: callkeeper.pool,
    stores,
    clock,
    ids,
    credentials: services.credentials,
    log,
    carrierRouter: makeTwilioRouter({ config: config.carrier, publicBaseUrl: config.http.publicBaseUrl, desk: dialing.voiceDesk, log }),
    services,
    countJobs: callkeeper.countJobs,
    checkReady: callkeeper.checkReady,
  });
  const onError = (error: unknown): void => log.warn({ err: error }, "the live connection to the database was lost; it is opened again");
  const live = await listen({
    url: config.database.url,
    channel: LIVE_CHANNEL,
    applicationName: "callkeeper-live",
    onNotification: (payload) => void app.live.notified(payload).catch(onError),
    onGap: () => void app.live.missed().catch(onError),
    onError,
  });
  const server = createServer({ requestTimeout: REQUEST_WITHIN_MS }, app.handler);
  await open(server, config.http);
  log.info({ host: config.http.host, port: config.http.port }, "the API is served");
  return {
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise<void>((settle) => server.close(() => settle()));
      await app[Symbol.asyncDispose]();
      server.closeIdleConnections();
      await closed;
      await live[Symbol.asyncDispose]();
      await callkeeper[Symbol.asyncDispose]();
    },
  };
}

/** On the first start of an installation there is nobody who could log in and make users. Shown once, never logged. */
async function showFirstAdmin(services: Pick<Services, "ensureAdmin">): Promise<void> {
  const admin = await services.ensureAdmin({ email: FIRST_ADMIN_EMAIL });
  if (admin.created) process.stdout.write(`First start: sign in as ${admin.email} with the password ${admin.password} (shown only now).\n`);
}

function open(server: Server, http: Config["http"]): Promise<void> {
  return new Promise((settle, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const found = error.code === "EADDRINUSE" ? "a port that something else listens on" : error.message;
      reject(new Error(`PORT: found ${http.port}, ${found}; expected a free port on ${http.host}`, { cause: error }));
    });
    server.listen(http.port, http.host, () => settle());
  });
}
