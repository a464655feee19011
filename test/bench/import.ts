/**
 * How fast a list is imported, and whether the memory of the process grows with its length. The file is made on the
 * fly, so nothing of it is held; the growth from the small to the large import should be noise.
 */
import { makeKysely, makePool } from "../../src/adapters/postgres/pool.ts";
import { makeStores } from "../../src/adapters/postgres/stores.ts";
import { readContactFile } from "../../src/adapters/csv/contact-file.ts";
import { systemClock } from "../../src/adapters/system/clock.ts";
import { systemIds } from "../../src/adapters/system/ids.ts";
import { makeImportContacts } from "../../src/services/contacts/import-contacts.ts";
import { type Figures, readOptions, report, startBenchDatabase } from "./support/bench.ts";

const options = readOptions({ small: 10_000, rows: 100_000 });

await using database = await startBenchDatabase();
const db = makeKysely(makePool({ url: database.url, applicationName: "bench", max: 4 }));
const importContacts = makeImportContacts({ stores: makeStores(db), clock: systemClock, ids: systemIds, readContactFile });

let made = 0;
const STATES = ["NY", "IL", "CO", "CA", "WA", "TX", "FL", "OH"];
/** Every fiftieth number is none, every hundredth row repeats an earlier one. */
function row(): string {
  made += 1;
  const number = made % 100 === 99 ? made - 50 : made;
  const phone = made % 50 === 0 ? "12345" : `+1202${String(2_000_000 + number)}`;
  return `Robin,"Example, ${made}",${phone},${made % 3 === 0 ? `+1312${String(2_000_000 + made)}` : ""},${STATES[made % STATES.length]},"a note of some length, quoted"\n`;
}
async function* file(rows: number): AsyncGenerator<Buffer> {
  yield Buffer.from("First name,Last name,Phone,Phone 2,State,Note\n");
  for (let left = rows; left > 0; left -= 500) yield Buffer.from(Array.from({ length: Math.min(left, 500) }, row).join(""));
}

const megabytes = (bytes: number): number => bytes / 2 ** 20;

async function run(rows: number): Promise<Figures> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const started = performance.now();
  const answer = await importContacts({
    name: "bench",
    sourceName: "bench.csv",
    createdBy: null,
    stream: file(rows),
    onProgress: () => {
      peak = Math.max(peak, process.memoryUsage.rss());
    },
  });
  if (!answer.ok) throw new Error(`import: found ${answer.detail}, expected a list that is ready`);
  const seconds = (performance.now() - started) / 1_000;
  const { accepted, refused, duplicates } = answer.list.counts;
  return {
    rows,
    accepted,
    refused,
    duplicates,
    seconds,
    rowsPerSecond: rows / seconds,
    peakRssMb: megabytes(peak),
    rssGrowthMb: megabytes(peak - before),
  };
}

// The first run warms everything up: the second one's growth is the list's own.
const figures = [await run(options.small), await run(options.rows)];
report("import", figures, options);
await db.destroy();
