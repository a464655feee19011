/** A whole house on a hostile carrier: server, two worker processes, simulated carrier and public, fifteen agents. */
import { sql } from "kysely";
import { openQueueBackend } from "../../src/adapters/bullmq/backend.ts";
import { makeCredentials } from "../../src/adapters/system/credentials.ts";
import { aCampaign, aCampaignContact, aContact, aContactList, aUser, someSettings } from "../support/builders.ts";
import { eventually } from "../support/eventually.ts";
import { freePort } from "../support/redis.ts";
import { makeTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { makeFolder, makePart, type Part, urlOf } from "./parts.ts";
import type { Seen, Written } from "./witness.ts";

export const LIMITS = { callsPerSecond: 20, lines: 40 };
const AGENTS = 15;
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export type HouseWish = { seed: number; contacts: number; redisUrl: string | null };
export type House = AsyncDisposable & {
  database: TestDatabase;
  apiUrl: string;
  server: Part;
  workers: Part[];
  seen(): Promise<Seen>;
  written(): Promise<Written>;
  forgetAllJobs(): Promise<void>;
  /** Resolves when no contact is left to try and nothing is under way. */
  finished(withinMs: number): Promise<void>;
  logs(): string;
};

export async function openHouse(wish: HouseWish): Promise<House> {
  const database = await makeTestDatabase();
  const folder = makeFolder();
  const port = await freePort();
  const apiUrl = `http://127.0.0.1:${port}`;
  const account = accountOf(wish.seed);
  const agents = await seedRows(database, wish);
  const ranges = ["--pdd", "50-300", "--ring", "300-2500", "--talk", "1500-6000", "--patience", "4000-8000"];
  const carrier = makePart({
    name: "carrier",
    file: "simulator/main.js",
    args: [
      "--preset",
      "hostile",
      "--seed",
      String(wish.seed),
      "--cps",
      String(LIMITS.callsPerSecond),
      "--lines",
      String(LIMITS.lines),
      ...ranges,
    ],
    env: { ...simEnv(account), SIM_VOICE_URL: `${apiUrl}/twilio/voice/agent` },
    folder: folder.path,
  });
  carrier.start();
  const carrierUrl = await urlOf(carrier);
  const env = appEnv({ account, port, carrierUrl, databaseUrl: database.url, redisUrl: wish.redisUrl });
  const server = makePart({ name: "server", file: "src/server.js", env, folder: folder.path });
  const workers = [1, 2].map((number) => makePart({ name: `workers-${number}`, file: "workers/run.js", env, folder: folder.path }));
  const floor = makePart({
    name: "floor",
    file: "simulator/floor/main.js",
    env: {},
    folder: folder.path,
    message: { apiUrl, carrierUrl, agents, seed: wish.seed, speed: 8 },
  });
  const parts = [server, ...workers, floor];
  for (const part of parts) part.start();
  return {
    database,
    apiUrl,
    server,
    workers,
    seen: async () => (await (await fetch(`${carrierUrl}/sim/ledger`)).json()) as Seen,
    written: () => readRows(database),
    forgetAllJobs: async () => {
      const backend = await openQueueBackend({ redisUrl: wish.redisUrl, databaseUrl: database.url, log: quiet });
      await backend.forgetEverything();
      await backend[Symbol.asyncDispose]();
    },
    finished: (withinMs) => eventually(async () => (await leftToDo(database)) === 0, { withinMs, everyMs: 500 }).then(() => undefined),
    logs: () => [...parts, carrier].map((part) => `--- ${part.name}\n${part.log().slice(-3_000)}`).join("\n"),
    [Symbol.asyncDispose]: async () => {
      await floor.stop();
      for (const part of [...workers, server, carrier]) await part.stop();
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

type Account = ReturnType<typeof accountOf>;
const accountOf = (seed: number) => {
  const hex = seed.toString(16).padStart(32, "0");
  return { sid: `AC${hex}`, token: `t${hex}`, keySid: `SK${hex}`, keySecret: `k${hex}`, appSid: `AP${hex}` };
};

const simEnv = (account: Account) => ({
  SIM_ACCOUNT_SID: account.sid,
  SIM_AUTH_TOKEN: account.token,
  SIM_API_KEY: account.keySid,
  SIM_API_SECRET: account.keySecret,
  SIM_TWIML_APP_SID: account.appSid,
});

function appEnv(given: {
  account: Account;
  port: number;
  carrierUrl: string;
  databaseUrl: string;
  redisUrl: string | null;
}): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: given.databaseUrl,
    ...(given.redisUrl ? { REDIS_URL: given.redisUrl } : {}),
    PORT: String(given.port),
    SESSION_SECRET: "s".repeat(40),
    TWILIO_ACCOUNT_SID: given.account.sid,
    TWILIO_AUTH_TOKEN: given.account.token,
    TWILIO_API_KEY_SID: given.account.keySid,
    TWILIO_API_KEY_SECRET: given.account.keySecret,
    TWILIO_TWIML_APP_SID: given.account.appSid,
    TWILIO_BASE_URL: given.carrierUrl,
    CALLS_PER_SECOND: String(LIMITS.callsPerSecond),
    LINES: String(LIMITS.lines),
    CARRIER_TIMEOUT_MS: "2000",
    UNKNOWN_DEADLINE_SECONDS: "30",
    LOG_LEVEL: "warn",
  };
}

/** Three hundred contacts in four lists' worth of area codes, one attempt each, and agents with a password. */
async function seedRows({ db }: TestDatabase, wish: HouseWish): Promise<{ email: string; password: string }[]> {
  const settings = someSettings({
    dialMode: "power",
    dialRatio: 3,
    answerDetection: "async",
    ringTimeoutSeconds: 15,
    mostAttemptsPerContact: 1,
    wrapUpSeconds: 5,
  });
  const campaign = await aCampaign(db, { settings });
  const list = await aContactList(db);
  for (let index = 0; index < wish.contacts; index++)
    await aCampaignContact(db, { campaign, contact: await aContact(db, { list_id: list.id }) });
  const credentials = makeCredentials();
  const password = credentials.makePassword();
  const password_hash = await credentials.hashPassword(password);
  const users = await Promise.all(Array.from({ length: AGENTS }, () => aUser(db, { password_hash })));
  await db
    .insertInto("agents")
    .values(users.map(({ id }) => ({ id, conference_name: `agent-${id}` })))
    .execute();
  return users.map(({ email }) => ({ email, password }));
}

async function leftToDo({ db }: TestDatabase): Promise<number> {
  const { rows } = await sql<{ left: number }>`select
    (select count(*) from campaign_contacts where state <> 'finished')::int
    + (select count(*) from attempts where state not in ('closed', 'released'))::int as left`.execute(db);
  return rows[0]?.left ?? 0;
}

async function readRows({ db }: TestDatabase): Promise<Written> {
  const attempts = await sql<
    Written["attempts"][number]
  >`select id, state, disposition, carrier_call_id, submitting_at is not null as released from attempts`.execute(db);
  const releases = await sql<{ at: number }>`select submitting_at as at from attempts where submitting_at is not null`.execute(db);
  const agents = await sql<Written["agents"][number]>`select id, attempt_id, state from agents`.execute(db);
  const contacts = await sql<
    Written["contacts"][number]
  >`select state, count(*)::int as count from campaign_contacts group by state`.execute(db);
  return { attempts: attempts.rows, releases: releases.rows.map(({ at }) => at), agents: agents.rows, contacts: contacts.rows };
}
