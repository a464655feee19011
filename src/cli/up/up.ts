/**
 * `callkeeper up`: the whole house in one command. What the environment does not name is private or simulated:
 *
 *   lock → PostgreSQL → list, campaign, agents → carrier → server → workers → floor → view
 *
 * and everything is let go of in reverse. The first Ctrl-C stops in order, the second at once.
 */
import { envToConfig, envToParts } from "../../config/config.ts";
import { type Env, readEnv } from "../../config/env.ts";
import { type Callkeeper, makeCallkeeper } from "../../wiring.ts";
import { CliFailure, inWords } from "../failure.ts";
import { makeQuietLog } from "../quiet-log.ts";
import { type Cellar, makeCellar } from "./cellar.ts";
import { checkSettings } from "./check-settings.ts";
import { openDatabase } from "./database.ts";
import { takeDataDir } from "./lock.ts";
import { look } from "./look.ts";
import { DEMO_LIST, prepareLogs } from "./parts.ts";
import { pickPorts, type Ports } from "./ports.ts";
import { type Running, startParts } from "./run-parts.ts";
import { makeScreen, type Screen } from "./screen.ts";
import { keepSecrets } from "./secrets.ts";
import { pauseOwnCampaigns, type Seeded, seed } from "./seed.ts";
import { fillSettings } from "./settings.ts";
import { type Signals, watchSignals } from "./signals.ts";

export type UpOptions = {
  /** A CSV file to dial in place of the demo's. */
  list?: string | undefined;
  country?: string | undefined;
  agents: number;
  speed: number;
  seed: number;
  fresh: boolean;
  port?: number | undefined;
};

type House = {
  options: UpOptions;
  env: Env;
  parts: ReturnType<typeof envToParts>;
  cellar: Cellar;
  screen: Screen;
  /** Aborted when `up` is told to stop. */
  signal: AbortSignal;
  startedAt: number;
};

/** Runs until it is told to stop. Throws a CliFailure or SettingsError when the house cannot be opened. */
export async function up(options: UpOptions): Promise<void> {
  const env = readEnv();
  const cellar = makeCellar();
  const screen = makeScreen(process.stdout);
  const signals = watchSignals(screen.say);
  const house: House = { options, env, parts: envToParts(env), cellar, screen, signal: signals.stop, startedAt: performance.now() };
  try {
    await open(house, signals.onHurry);
  } catch (error) {
    if (!signals.stop.aborted) throw error;
  } finally {
    await cellar.empty((name, error) => screen.say(`${name}: ${inWords(error)}`));
    signals.forget();
  }
  screen.say("Stopped. `npm start` goes on where it stopped.");
}

async function open(house: House, onHurry: Signals["onHurry"]): Promise<void> {
  const { options, env, parts, cellar, screen, signal } = house;
  if (options.list !== undefined && parts.carrier) throw refuseOwnList();
  const { dataDir } = parts;
  const lock = await takeDataDir(dataDir);
  cellar.keep({ name: "data folder", close: async () => lock[Symbol.asyncDispose]() });
  const secrets = keepSecrets(dataDir);
  checkSettings(env, { parts, secrets });
  prepareLogs(dataDir);
  const databaseUrl = await openDatabase({ parts, fresh: options.fresh, cellar, onHurry, say: screen.say });
  const ports = await pickPorts(env, { port: options.port, carrier: !parts.carrier });
  const settings = fillSettings(env, { secrets, databaseUrl, port: ports.api, carrierUrl: ports.carrierUrl });
  const log = makeQuietLog((line) => void (cellar.isBeingEmptied() || screen.say(line)));
  const callkeeper = await makeCallkeeper({ config: envToConfig(settings), processName: "cli", log });
  cellar.keep({ name: "database connections", close: async () => callkeeper[Symbol.asyncDispose]() });
  const seeded = await furnish(house, callkeeper);
  signal.throwIfAborted();
  const running = await startParts({ ...house, settings, ports, agents: seeded?.agents ?? [], onHurry });
  lock.publish(settings);
  welcome(house, ports);
  const gather = async () => ({ ...(await look(callkeeper, seeded?.campaignId ?? null)), ...surroundings(house, ports, running) });
  await screen.run(gather, signal);
}

/** Admin, agents, list and campaign; null on a real carrier, where nothing is made up. */
async function furnish({ options, parts, screen, signal }: House, callkeeper: Callkeeper): Promise<Seeded | null> {
  const admin = await callkeeper.services.ensureAdmin({ email: "admin@callkeeper.invalid" });
  if (admin.created) screen.say(`Admin: ${admin.email}, password ${admin.password} (shown this once; sign in and change it)`);
  if (parts.carrier) {
    const paused = await pauseOwnCampaigns(callkeeper, null);
    if (paused.length > 0) screen.say(`Paused, because a real carrier is set: ${paused.join(", ")}`);
    return null;
  }
  const demo = options.list === undefined;
  const listFile = options.list ?? DEMO_LIST;
  const seeded = await seed(callkeeper, { listFile, demo, country: options.country, agents: options.agents, signal });
  for (const news of seeded.news) screen.say(news);
  return seeded;
}

const OWN_LIST = "npm start -- --list contacts.csv";

function welcome({ screen, parts, startedAt }: House, ports: Ports): void {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  screen.say(`Ready after ${seconds} s: ${ports.apiUrl} (API /v1, description /v1/openapi.json)`);
  if (!parts.carrier) screen.say(`Your own list: ${OWN_LIST}`);
}

function surroundings({ parts, startedAt }: House, ports: Ports, running: Running) {
  const ownList = parts.carrier ? [] : [`Your own list: ${OWN_LIST}`];
  return {
    apiUrl: ports.apiUrl,
    carrier: parts.carrier ? "real carrier" : "simulated carrier",
    upForMs: performance.now() - startedAt,
    troubles: running.troubles(),
    hints: [...ownList, `Ctrl-C stops; npm start goes on. Logs: ${parts.dataDir}/logs`],
  };
}

const refuseOwnList = (): CliFailure =>
  new CliFailure({
    code: "list-on-real-carrier",
    kind: "usage",
    message:
      "--list: found a real carrier in the settings; expected none, because this dials at once. Use `callkeeper import`, `campaign create` and `campaign start`.",
  });
