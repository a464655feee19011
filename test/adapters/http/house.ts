/** The whole API on a real database: real services, job queue and carrier client; only nobody answers at the carrier's address. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { Router } from "express";
import { afterAll, beforeAll } from "vitest";
import { STRICT_POLICY } from "../../../campaigns/contacts/place.ts";
import type { Role } from "../../../campaigns/role.ts";
import { openQueueBackend, type QueueBackend } from "../../../src/adapters/bullmq/backend.ts";
import { makeJobQueue } from "../../../src/adapters/bullmq/job-queue.ts";
import { type HttpApp, makeHttpApp } from "../../../src/adapters/http/app.ts";
import { LIVE_CHANNEL } from "../../../src/adapters/postgres/announcer.ts";
import { listen } from "../../../src/adapters/postgres/listen.ts";
import { systemIds } from "../../../src/adapters/system/ids.ts";
import { makeLog } from "../../../src/adapters/system/log.ts";
import { readTwilioEvent } from "../../../src/adapters/twilio/call-events.ts";
import { makeTwilioCarrier } from "../../../src/adapters/twilio/carrier.ts";
import type { Config } from "../../../src/config/config.ts";
import { makeForbidWithin } from "../../../src/services/consent/withdraw-consent.ts";
import { makeDialing } from "../../../src/services/dialing.ts";
import { makeServices } from "../../../src/wiring/make-services.ts";
import { type MovingClock, movingClock } from "../../support/clock.ts";
import type { useTestDatabase } from "../../support/test-database.ts";
import { aBrowser, type Browser } from "./browser.ts";

type Database = ReturnType<typeof useTestDatabase>;
export type House = {
  readonly url: string;
  readonly app: HttpApp;
  readonly clock: MovingClock;
  /** Everything that was logged, as lines. */
  readonly logged: string[];
  /** Whether the database, the migrations and the job queue are said to be there. */
  readonly ready: { database: boolean; migrations: boolean; jobQueue: boolean };
  /** How often a connection of the app's pool was used: once for a statement or a transaction. */
  queries(): number;
  browser(): Browser;
  /** A browser in which a new user of this role is signed in. */
  signedIn(role: Role): Promise<Browser & { userId: string; email: string; password: string }>;
  addUser: ReturnType<typeof makeServices>["createUser"];
  ensureAdmin: ReturnType<typeof makeServices>["ensureAdmin"];
  apiKey(role: Exclude<Role, "agent">): Promise<{ id: string; key: string }>;
};

const CARRIER: Config["carrier"] = {
  accountSid: `AC${"0".repeat(32)}`,
  authTokens: ["token"],
  apiKey: { sid: `SK${"0".repeat(32)}`, secret: "secret" },
  twimlAppSid: `AP${"0".repeat(32)}`,
  baseUrl: "http://127.0.0.1:9",
  callsPerSecond: 1,
  lines: 10,
  requestTimeoutMs: 500,
};

type Options = { http?: Partial<Config["http"]> };
type Opened = {
  backend: QueueBackend;
  listening: AsyncDisposable;
  server: Server;
  app: HttpApp;
  services: ReturnType<typeof makeServices>;
};

async function open(database: Database, options: Options, shared: Pick<House, "clock" | "logged" | "ready">): Promise<Opened> {
  const { clock, logged, ready } = shared;
  const destination = new Writable({ write: (chunk: Buffer, _encoding, done) => (logged.push(chunk.toString()), done()) });
  const log = makeLog({ level: "debug", process: "test", destination });
  const config = {
    host: "127.0.0.1",
    port: 0,
    publicBaseUrl: "http://callkeeper.example",
    sessionSecret: "s".repeat(32),
    secureCookies: false,
    ...options.http,
  };
  const backend = await openQueueBackend({ redisUrl: null, databaseUrl: database.url, connections: 4, log });
  const carrier = makeTwilioCarrier({ config: CARRIER, publicBaseUrl: config.publicBaseUrl, clock });
  const base = {
    stores: database.stores,
    clock,
    ids: systemIds,
    log,
    jobQueue: makeJobQueue(backend),
    carrier,
    placePolicy: STRICT_POLICY,
  };
  const given = {
    pause: (ms: number) => pause(ms),
    readEvent: readTwilioEvent,
    forbid: makeForbidWithin(base),
    requestTimeoutMs: 500,
    unknownDeadlineMs: 120_000,
  };
  const services = makeServices(base, makeDialing({ ...base, ...given }));
  const app = makeHttpApp({
    ...base,
    config,
    pool: database.pool,
    credentials: services.credentials,
    carrierRouter: Router().post("/echo", (req, res) => void res.json({ parsed: req.body !== undefined })),
    services,
    countJobs: async () => ({ sweep: await backend.queueOf("sweep").getJobCounts("waiting", "active") }),
    checkReady: async () => ready,
  });
  const server = createServer(app.handler);
  await new Promise<void>((settle) => server.listen(config.port, config.host, settle));
  const onNotification = (payload: string): void => void app.live.notified(payload);
  const listening = await listen({
    url: database.url,
    channel: LIVE_CHANNEL,
    applicationName: "test-live",
    onNotification,
    onGap: () => void app.live.missed(),
  });
  return { backend, listening, server, app, services };
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function close({ listening, server, app, backend }: Opened): Promise<void> {
  const closed = new Promise((settle) => server.close(settle));
  await app[Symbol.asyncDispose]();
  server.closeIdleConnections();
  await closed;
  await listening[Symbol.asyncDispose]();
  await backend[Symbol.asyncDispose]();
}

/** Opened before the first test of the file, closed after the last. Use its fields inside tests only. */
export function useHouse(database: Database, options: Options = {}): House {
  const shared = { clock: movingClock(Date.now()), logged: [] as string[], ready: { database: true, migrations: true, jobQueue: true } };
  const counted = { queries: 0 };
  let opened: Opened | undefined;
  const house = (): Opened => {
    if (!opened) throw new Error("the house was used outside a test; expected inside a test");
    return opened;
  };
  beforeAll(async () => {
    opened = await open(database, options, shared);
    database.pool.on("acquire", () => counted.queries++);
  });
  afterAll(async () => {
    if (opened) await close(opened);
  });
  return {
    ...shared,
    get url() {
      return addressOf(house().server);
    },
    get app() {
      return house().app;
    },
    addUser: (wanted) => house().services.createUser(wanted),
    ensureAdmin: (wanted) => house().services.ensureAdmin(wanted),
    queries: () => counted.queries,
    browser: () => aBrowser(addressOf(house().server)),
    async signedIn(role) {
      const email = `${role}-${systemIds.next()}@example.com`;
      const made = await house().services.createUser({ email, name: `The ${role}`, role });
      if (!made.ok || !made.password) throw new Error("could not make the user");
      const browser = aBrowser(addressOf(house().server));
      const answer = await browser.post("/v1/session", { email, password: made.password });
      if (answer.status !== 200) throw new Error(`could not sign in: ${answer.text}`);
      return { ...browser, userId: made.user.id, email, password: made.password };
    },
    async apiKey(role) {
      const { apiKey, key } = await house().services.issueApiKey({ name: "a program", role, createdBy: null });
      return { id: apiKey.id, key };
    },
  };
}
