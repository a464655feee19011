/**
 * The decision ledger: entries added per second by one transaction after another and in large statements, entries
 * verified per second, entries exported per second, and what memory verification and export take at most.
 */
import { writeRecordsCsv } from "../../src/adapters/csv/records.ts";
import { makeKysely, makePool } from "../../src/adapters/postgres/pool.ts";
import { makeStores } from "../../src/adapters/postgres/stores.ts";
import { DAY_MS } from "../../campaigns/instant.ts";
import { aLedgerEntry, verify } from "../support/ledger.ts";
import { type Figures, readOptions, report, startBenchDatabase } from "./support/bench.ts";

const options = readOptions({ entries: 200_000, days: 20, singles: 500 });
const BATCH = 1_000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

/** How long it took, and the most memory that it had in use over what there was before. */
async function peakOf(work: () => Promise<unknown>): Promise<{ seconds: number; peakMiB: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const seconds = await timed(work);
  clearInterval(watching);
  return { seconds, peakMiB: (peak - before) / 2 ** 20 };
}

async function measure(): Promise<Figures> {
  await using database = await startBenchDatabase();
  const db = makeKysely(makePool({ url: database.url, applicationName: "bench", statementTimeoutMs: 0 }));
  const stores = makeStores(db);
  const start = Date.UTC(2026, 0, 1);
  const at = (index: number): number => start + Math.floor((index * options.days) / options.entries) * DAY_MS;
  const added = await timed(async () => {
    for (let index = 0; index < options.entries; index += BATCH)
      await stores.decisions.add(Array.from({ length: BATCH }, (_, offset) => aLedgerEntry({ decidedAt: at(index + offset) })));
  });
  const singly = await timed(async () => {
    for (let index = 0; index < options.singles; index++)
      await stores.decisions.add([aLedgerEntry({ decidedAt: at(options.entries - 1) })]);
  });
  const checked = await peakOf(async () => {
    const found = await verify(stores);
    if (!found.isUnbroken) throw new Error("bench: found a broken ledger, expected an unbroken one");
  });
  let bytes = 0;
  const exported = await peakOf(async () => {
    for await (const piece of writeRecordsCsv(stores.callRecords.read({ from: start }))) bytes += piece.length;
  });
  await db.destroy();
  const entries = options.entries + options.singles;
  return {
    entries,
    addedPerSecond: options.entries / added,
    addedSinglyPerSecond: options.singles / singly,
    verifiedPerSecond: entries / checked.seconds,
    verifyPeakMiB: checked.peakMiB,
    exportedPerSecond: entries / exported.seconds,
    exportPeakMiB: exported.peakMiB,
    exportedMiB: bytes / 2 ** 20,
  };
}

report("ledger", [await measure()], options);
