/**
 * How fast a register of numbers not to be called is loaded, whether the memory of the process grows with it, what one
 * lookup costs beside it, and how long a second file takes to replace the first. The file is made on the fly in the
 * form of the United States' registry, area code and number, and nothing of it is held.
 */
import { sql } from "kysely";
import { makeKysely, makePool } from "../../src/adapters/postgres/pool.ts";
import { makeStores } from "../../src/adapters/postgres/stores.ts";
import { systemClock } from "../../src/adapters/system/clock.ts";
import { systemIds } from "../../src/adapters/system/ids.ts";
import { makeLoadRegister } from "../../src/services/registers/load-register.ts";
import { makeTidyRegisters } from "../../src/services/registers/tidy-registers.ts";
import { type Figures, median, percentile, readOptions, report, startBenchDatabase } from "./support/bench.ts";

const options = readOptions({ small: 50_000, rows: 5_000_000, lookups: 2_000 });

await using database = await startBenchDatabase();
const db = makeKysely(makePool({ url: database.url, applicationName: "bench", max: 4, statementTimeoutMs: 600_000 }));
const stores = makeStores(db);
const deps = { stores, clock: systemClock, ids: systemIds };
const loadRegister = makeLoadRegister(deps);
const tidyRegisters = makeTidyRegisters(deps);

const LINES_A_CHUNK = 4_000;
/** Every number is another one; every 200th line is rubbish. */
function line(index: number): string {
  if (index % 200 === 199) return "call after six\n";
  const areaCode = 201 + Math.floor(index / 100_000);
  return `${areaCode},${2_000_000 + (index % 100_000) * 7}\n`;
}

let peak = 0;
async function* file(rows: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < rows; from += LINES_A_CHUNK) {
    const count = Math.min(LINES_A_CHUNK, rows - from);
    yield Buffer.from(Array.from({ length: count }, (_, index) => line(from + index)).join(""));
    peak = Math.max(peak, process.memoryUsage.rss());
  }
}

const megabytes = (bytes: number): number => bytes / 2 ** 20;

async function load(name: string, rows: number): Promise<Figures> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  peak = before;
  const started = performance.now();
  const answer = await loadRegister({
    name,
    kind: "litigator",
    fileName: "bench.txt",
    fileDate: new Date().toISOString().slice(0, 10),
    acceptRubbish: false,
    acceptShrink: false,
    loadedBy: "bench",
    stream: file(rows),
  });
  if (!answer.ok) throw new Error(`register: found ${answer.detail}, expected it to be loaded`);
  const seconds = (performance.now() - started) / 1_000;
  const { numbers, rubbish } = answer.load.counts;
  return {
    what: `load ${name}`,
    rows,
    numbers,
    rubbish,
    seconds,
    rowsPerSecond: rows / seconds,
    peakRssMb: megabytes(peak),
    rssGrowthMb: megabytes(peak - before),
  };
}

const nobody = "00000000-0000-0000-0000-000000000000";
/** The whole history of one callee, as the releasing transaction reads it; half of them are listed. */
async function lookUp(what: string): Promise<Figures> {
  const ms: number[] = [];
  let listed = 0;
  for (let round = 0; round < options.lookups; round += 1) {
    const index = Math.floor((round * options.rows) / options.lookups);
    const phone = `+1${201 + Math.floor(index / 100_000)}${2_000_000 + (index % 100_000) * 7 + (round % 2)}`;
    const callee = { contactId: nobody, personId: nobody, phone, campaignId: nobody, callKind: null, subject: null, exceptAttemptId: null };
    const started = performance.now();
    const [history] = await stores.attempts.histories([callee], Date.now());
    ms.push(performance.now() - started);
    if (history?.registers.some(({ isListed }) => isListed)) listed += 1;
  }
  return { what, lookups: ms.length, listed, medianMs: median(ms), p99Ms: percentile(ms, 0.99) };
}

const figures = [await lookUp("histories, no register"), await load("warm-up", options.small), await load("large", options.rows)];
figures.push(await lookUp("histories, register loaded"));
figures.push(await load("large", options.rows));
const started = performance.now();
await tidyRegisters();
figures.push({ what: "clean the replaced one", seconds: (performance.now() - started) / 1_000 });
const size = await sql<{ mb: number }>`select pg_total_relation_size('register_numbers') / 1048576.0 as mb`.execute(db);
figures.push({ what: "table and index", mb: Number(size.rows[0]?.mb) });
report("register", figures, options);
await db.destroy();
