/** The doctor's round: settings, versions, stores, clocks, time zones, carrier. */
import { TZDB_VERSION } from "../../../campaigns/contacts/tzdb.ts";
import { type Config, envToConfig } from "../../config/config.ts";
import type { Env } from "../../config/env.ts";
import { SettingsError } from "../../config/reader.ts";
import { carrierOf, examineDatabase, examineRedis } from "../../wiring/examine.ts";
import { inWords } from "../failure.ts";
import { NO_CARRIER } from "../house.ts";
import { type Finding, ill, odd, well } from "./finding.ts";
import { judgeDatabase, judgeNode, judgeRedis, judgeSkew, judgeTimeZones } from "./judge.ts";
import { manifest } from "./manifest.ts";
import { zonesThatDiffer } from "./node-zones.ts";

const ANSWER_WITHIN_MS = 5_000;
const TWILIO = "https://api.twilio.com";

async function checkDatabase(url: string): Promise<Finding[]> {
  try {
    return judgeDatabase(await examineDatabase(url));
  } catch (error) {
    return [ill("Database", inWords(error), "a PostgreSQL at DATABASE_URL that lets us in")];
  }
}

async function checkJobQueue(redis: Config["redis"]): Promise<Finding[]> {
  if (!redis) return [well("Job queue", "on PostgreSQL")];
  try {
    return judgeRedis(await examineRedis(redis.url));
  } catch (error) {
    return [ill("Job queue", inWords(error), "a Redis or Valkey at REDIS_URL that lets us in")];
  }
}

async function checkCarrierClock(address: string): Promise<Finding> {
  try {
    const askedAt = Date.now();
    const response = await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const ours = (askedAt + Date.now()) / 2;
    const theirs = Date.parse(response.headers.get("date") ?? "");
    if (Number.isNaN(theirs)) return odd("Carrier clock", "no Date header", "one to compare clocks by");
    // The header counts whole seconds: on average half a second has passed since.
    return judgeSkew("Carrier clock", theirs + 500 - ours);
  } catch (error) {
    return ill("Carrier clock", `no answer from ${address} (${inWords(error)})`, "an address that can be reached");
  }
}

async function checkCarrier(config: Config): Promise<Finding[]> {
  if (config.carrier.baseUrl === NO_CARRIER) return [well("Carrier", "the simulated one, which runs only while `npm start` does")];
  const address = config.carrier.baseUrl ?? TWILIO;
  const name = config.carrier.baseUrl === null ? "Twilio" : `simulated or other carrier at ${address}`;
  const answer = await carrierOf(config)
    .check()
    .catch((error: unknown) => ({ ok: false as const, code: "unreachable", message: inWords(error) }));
  const check = answer.ok
    ? well("Carrier", `${name}, account ${answer.account}`)
    : ill("Carrier", `${name}: ${answer.code} ${answer.message}`, "an account that it knows");
  return [check, await checkCarrierClock(address)];
}

function checkTimeZones(): Finding[] {
  const differ = zonesThatDiffer(Date.now());
  const list = differ.slice(0, 4).join(", ");
  return [
    judgeTimeZones(TZDB_VERSION, process.versions["tz"] ?? "unknown", Date.now()),
    well(
      "Node's zones",
      differ.length === 0
        ? "agree with the pinned ones"
        : `${differ.length} differ and are not used: ${list}${differ.length > 4 ? "…" : ""}`,
    ),
  ];
}

/** Every finding, in the order of what builds on what. Never throws: what cannot be asked is a finding too. */
export async function examine(env: Env): Promise<Finding[]> {
  const { version, engines } = manifest();
  const first = [well("Callkeeper", version), judgeNode(process.versions.node, engines.node)];
  let config: Config;
  try {
    config = envToConfig(env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return [...first, ...error.faults.map(({ setting, found, expected }) => ill(setting, found, expected)), ...checkTimeZones()];
  }
  const rounds = [checkDatabase(config.database.url), checkJobQueue(config.redis), checkCarrier(config)];
  return [...first, well("Settings", "complete and without contradiction"), ...(await Promise.all(rounds)).flat(), ...checkTimeZones()];
}
