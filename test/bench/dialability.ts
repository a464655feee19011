/**
 * How long the funnel of a campaign takes with a long list of contacts all over the United States: first with empty
 * ledgers, then with do-not-call entries of every target, consents of many ages, a national register and past attempts.
 * An answer is used again for ten times as long as it took, and a minute at most.
 */
import { type Kysely, sql } from "kysely";
import { RULEBOOK } from "../../campaigns/compliance/rulebook/rulebook.ts";
import type { Database } from "../../src/adapters/postgres/schema.ts";
import { setStatementTimeout } from "../../src/adapters/postgres/transaction.ts";
import { makeKysely, makePool } from "../../src/adapters/postgres/pool.ts";
import { makeStores } from "../../src/adapters/postgres/stores.ts";
import { systemClock } from "../../src/adapters/system/clock.ts";
import { judgeSurvey, surveyCampaign } from "../../src/services/campaigns/survey-campaign.ts";
import type { Funnel } from "../../campaigns/measures/dialability.ts";
import { aCampaign, aPlace, someSettings } from "../support/builders.ts";
import { type Figures, median, readOptions, report, startBenchDatabase } from "./support/bench.ts";
import { manyContacts } from "./support/many-contacts.ts";

const options = readOptions({ contacts: 1_000_000, registered: 2_000_000, rounds: 5 });
const ZONES = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];
const settings = { callKind: "telemarketing" as const, callerName: "Example", callbackNumber: "+12025550100" };

await using database = await startBenchDatabase();
const pool = makePool({ url: database.url, applicationName: "bench", max: 4, statementTimeoutMs: 600_000 });
const db = makeKysely(pool);
const stores = makeStores(db);

/** The contacts were made with a number each that says which one it is: by that they are spread over places and ledgers. */
const n = sql`substr(phone, 3)::bigint`;

async function spread(tx: Kysely<Database>, campaignId: string, places: readonly number[]): Promise<void> {
  await setStatementTimeout(tx, 0);
  await sql`update contact_phones set place_id = (${[...places]}::int[])[1 + ${n} % ${places.length}],
    number_type = (array['mobile', 'mobile', 'landline', 'unknown'])[1 + ${n} % 4]`.execute(tx);
  await sql`update campaign_contacts as held set place_id = number.place_id from contact_phones as number
    where number.contact_id = held.contact_id and held.campaign_id = ${campaignId}`.execute(tx);
  await sql`update contacts set postal_code = lpad((('x' || right(id::text, 8))::bit(32)::int % 99999)::text, 5, '0')`.execute(tx);
}

async function fillLedgers(tx: Kysely<Database>, campaignId: string): Promise<void> {
  await setStatementTimeout(tx, 0);
  await sql`set local session_replication_role = replica`.execute(tx);
  await sql`insert into do_not_call_entries (id, scope, phone, target, person_id, reason, source)
    select gen_random_uuid(), 'organisation', phone, case when ${n} % 10 = 0 then 'person' else 'number' end, person_id, 'asked', 'bench'
    from person_phones where ${n} % 50 = 1`.execute(tx);
  await sql`insert into do_not_call_entries (id, scope, prefix, target, reason, source)
    select gen_random_uuid(), 'organisation', prefix, 'prefix', 'bench', 'bench' from unnest(array['+1200001', '+1200002', '+120000300']) as prefix`.execute(
    tx,
  );
  await sql`insert into consents (id, phone, covers, person_id, basis, source, obtained_at, recorded_by, recorded_at)
    select gen_random_uuid(), phone, case when ${n} % 2 = 0 then 'person' else 'number' end, person_id,
           (array['express', 'written', 'purchase', 'inquiry'])[1 + ${n} % 4], 'bench', now() - make_interval(hours => (${n} % 20000)::int), 'bench', now()
    from person_phones where ${n} % 3 = 0`.execute(tx);
  await sql`insert into registers (id, name, kind, jurisdiction, file_name, file_date, state, loaded_by, created_at, progress_at, loaded_at)
    values (gen_random_uuid(), 'us-national', 'national', 'US', 'bench', now()::date, 'current', 'bench', now(), now(), now())`.execute(tx);
  await sql`insert into register_numbers (phone, register)
    select 12000000000 + n * 5, (select number from registers) from generate_series(1, ${options.registered}::bigint) as n`.execute(tx);
  await sql`insert into attempts (id, kind, campaign_id, contact_id, person_id, phone, phone_position, number_in_campaign, state, disposition,
      reserved_at, submitting_at, closed_at)
    select gen_random_uuid(), 'list', ${campaignId}::uuid, contacts.id, contacts.person_id, number.phone, 1, 1, 'closed', 'no-answer',
           now() - interval '30 hours', now() - interval '30 hours', now() - interval '30 hours'
    from contacts join contact_phones as number on number.contact_id = contacts.id where substr(number.phone, 3)::bigint % 25 = 7`.execute(
    tx,
  );
}

const campaign = await aCampaign(db, { settings });
await manyContacts(db, { count: options.contacts, campaignId: campaign.id });
const regions = [...new Set(RULEBOOK.map(({ jurisdiction }) => jurisdiction).filter((code) => code.startsWith("US-")))];
const places: number[] = [];
for (const [index, region] of regions.entries())
  places.push((await aPlace(db, { zones: [ZONES[index % ZONES.length] ?? "America/New_York"], jurisdictions: ["US", region] })).id);
const running = { ...campaign, settings: someSettings(settings) };

async function measure(ledgers: string): Promise<Figures> {
  await sql`vacuum analyze`.execute(db);
  const [surveyMs, judgeMs, funnelMs]: [number[], number[], number[]] = [[], [], []];
  let funnel: Funnel | undefined;
  for (let round = 0; round < options.rounds; round++) {
    const started = performance.now();
    const surveyed = await surveyCampaign(stores, { campaignId: campaign.id, now: systemClock.now() });
    const between = performance.now();
    funnel = await judgeSurvey(stores, running, surveyed);
    surveyMs.push(between - started);
    judgeMs.push(performance.now() - between);
    funnelMs.push(performance.now() - started);
  }
  return {
    contacts: options.contacts,
    ledgers,
    surveyMs: median(surveyMs),
    judgeMs: median(judgeMs),
    funnelMs: median(funnelMs),
    slowestMs: Math.max(...funnelMs),
    judged: funnel?.judgedCount ?? 0,
    reasons: funnel?.held.reasons.length ?? 0,
    dialableNow: funnel?.dialableNow ?? 0,
    memoryMiB: process.memoryUsage().rss / 2 ** 20,
  };
}

await db.transaction().execute((tx) => spread(tx, campaign.id, places));
const plain = await measure("empty");
await db.transaction().execute((tx) => fillLedgers(tx, campaign.id));
report("dialability", [plain, await measure(`full, ${options.registered} numbers on the register`)], options);
await db.destroy();
