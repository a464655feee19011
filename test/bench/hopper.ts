/**
 * How long a fill of the hopper takes with a small and a large list in the same database run.
 * The ratio should stay under 1.5: a fill costs by open places and shelf length, not by the size of the list.
 */
import { sql } from "kysely";
import { makeKysely, makePool } from "../../src/adapters/postgres/pool.ts";
import { makeStores } from "../../src/adapters/postgres/stores.ts";
import { systemClock } from "../../src/adapters/system/clock.ts";
import { systemIds } from "../../src/adapters/system/ids.ts";
import { makeFillHopper } from "../../src/services/hopper/fill-hopper.ts";
import { aCampaign, anAgent } from "../support/builders.ts";
import { median, readOptions, report, startBenchDatabase } from "./support/bench.ts";
import { manyContacts } from "./support/many-contacts.ts";

const options = readOptions({ small: 10_000, large: 1_000_000, rounds: 24, agents: 100 });

await using database = await startBenchDatabase();
const pool = makePool({ url: database.url, applicationName: "bench", max: 4, statementTimeoutMs: 600_000 });
const db = makeKysely(pool);
const stores = makeStores(db);
await stores.carrierLimits.configure({ callsPerSecond: 100, lines: 1_000 });
// The shelf's length follows the agents: a hundred of them want 400 contacts at a time.
for (let agent = 0; agent < options.agents; agent++) await anAgent(db);
const fillHopper = makeFillHopper({ stores, clock: systemClock, ids: systemIds });

async function prepare(count: number): Promise<string> {
  const campaign = await aCampaign(db);
  await manyContacts(db, { count, campaignId: campaign.id });
  return campaign.id;
}

const campaigns = [
  { contacts: options.small, id: await prepare(options.small), ms: [] as number[], shelved: 0 },
  { contacts: options.large, id: await prepare(options.large), ms: [] as number[], shelved: 0 },
];
await sql`vacuum analyze`.execute(db);

// In turn, so that a slower moment of the machine meets both.
for (let round = 0; round < options.rounds; round++) {
  for (const campaign of campaigns) {
    const started = performance.now();
    const filled = await fillHopper(campaign.id);
    campaign.ms.push(performance.now() - started);
    campaign.shelved += filled.shelved;
    await sql`update campaign_contacts set state = 'finished', finished_reason = 'bench' where campaign_id = ${campaign.id} and state = 'on-hopper'`.execute(
      db,
    );
  }
}
const [small, large] = campaigns.map(({ ms }) => median(ms)) as [number, number];
report(
  "hopper",
  campaigns.map(({ contacts, ms, shelved }) => ({
    contacts,
    fills: ms.length,
    shelved,
    medianMs: median(ms),
    slowestMs: Math.max(...ms),
    ratio: median(ms) / small,
  })),
  options,
);
if (!options.json) console.log(`${large > small * 1.5 ? "over" : "under"} the aim of 1.5`);
await db.destroy();
