import type { RecordFilter, RecordLine, WriteRecordsCsv } from "../../ports/call-records.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";

export const RECORD_FORMATS = ["csv", "jsonl"] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

type Deps = { stores: Stores; clock: Clock; ids: Ids; writeRecordsCsv: WriteRecordsCsv };

/** The record of calls as text, piece by piece. Who took it is written to the audit trail before the first piece. */
export function makeExportRecords({ stores, clock, ids, writeRecordsCsv }: Deps) {
  return async function exportRecords(filter: RecordFilter, format: RecordFormat, actor: string): Promise<AsyncIterable<string>> {
    const { phone, campaignId, from, to } = filter;
    const detail = { format, campaignId, from, to, ofOneNumber: phone !== undefined };
    await stores.audit.add({ id: ids.next(), actor, action: "exportRecords", subject: "records", detail, createdAt: clock.now() });
    const batches = stores.callRecords.read(filter);
    return format === "csv" ? writeRecordsCsv(batches) : jsonLines(batches);
  };
}

/** What has no value is left out. */
async function* jsonLines(batches: AsyncIterable<readonly RecordLine[]>): AsyncGenerator<string> {
  for await (const lines of batches)
    yield lines
      .map((line) => `${JSON.stringify(Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null && value !== "")))}\n`)
      .join("");
}
