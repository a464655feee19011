/**
 * From the carrier's signed "answered" webhook to our markup, with a free agent reserved for each: latency and answers
 * per second of one server process. The load comes from this process on the same machine.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import twilio from "twilio";
import { makeKysely, makePool } from "../../src/adapters/postgres/pool.ts";
import { aCampaign, anAgent, anAttempt, aContact, aContactList } from "../support/builders.ts";
import { eventually } from "../support/eventually.ts";
import { freePort } from "../support/redis.ts";
import { percentile, readOptions, report, startBenchDatabase } from "./support/bench.ts";
import { benchEnv } from "./support/carrier.ts";

const options = readOptions({ answers: 500, concurrency: 8 });

await using database = await startBenchDatabase();
const db = makeKysely(makePool({ url: database.url, applicationName: "bench", max: 8 }));
const port = await freePort();
const env = benchEnv({ databaseUrl: database.url, redisUrl: null, carrierUrl: "http://127.0.0.1:9", port });
const server = spawn(process.execPath, ["--import", "tsx", "src/server.ts"], {
  env: { PATH: process.env.PATH, ...env, LOG_LEVEL: "error" },
  stdio: ["ignore", "ignore", "inherit"],
});
const base = `http://127.0.0.1:${port}`;
await eventually(async () => (await fetch(`${base}/readyz`)).ok, { withinMs: 30_000 });

const campaign = await aCampaign(db);
const list = await aContactList(db);
const calls: { attemptId: string; callSid: string }[] = [];
for (let index = 0; index < options.answers; index++) {
  const contact = await aContact(db, { list_id: list.id, phones: [`+1202${String(2_000_000 + index)}`] });
  const callSid = `CA${index.toString(16).padStart(32, "0")}`;
  const attempt = await anAttempt(db, { campaign, contact }, { state: "ringing", carrier_call_id: callSid, submitting_at: new Date() });
  await anAgent(db);
  calls.push({ attemptId: attempt.id, callSid });
}

async function answer({ attemptId, callSid }: { attemptId: string; callSid: string }): Promise<number> {
  const url = `${base}/twilio/voice/answered?attempt=${attemptId}`;
  const params = {
    AccountSid: env.TWILIO_ACCOUNT_SID,
    CallSid: callSid,
    CallStatus: "in-progress",
    From: "+12025550199",
    To: "+12022000000",
    Direction: "outbound-api",
    ApiVersion: "2010-04-01",
  };
  const signature = twilio.getExpectedTwilioSignature(env.TWILIO_AUTH_TOKEN, url, params);
  const started = performance.now();
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(params), headers: { "x-twilio-signature": signature } });
  const markup = await response.text();
  const took = performance.now() - started;
  if (!markup.includes("<Conference")) throw new Error(`answered: found ${response.status} ${markup.slice(0, 200)}; expected a conference`);
  return took;
}

const latencies: number[] = [];
const started = performance.now();
const take = async (): Promise<void> => {
  for (let next = calls.pop(); next; next = calls.pop()) latencies.push(await answer(next));
};
await Promise.all(Array.from({ length: options.concurrency }, take));
const seconds = (performance.now() - started) / 1_000;
report(
  "answer",
  [
    {
      answers: latencies.length,
      concurrency: options.concurrency,
      answersPerSecond: latencies.length / seconds,
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
      slowestMs: Math.max(...latencies),
    },
  ],
  options,
);
const gone = once(server, "exit");
server.kill("SIGTERM");
await gone;
await db.destroy();
