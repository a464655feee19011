import { RECORD_COLUMNS, type WriteRecordsCsv } from "../../ports/call-records.ts";
import { safeLines } from "./safe-line.ts";

export const writeRecordsCsv: WriteRecordsCsv = async function* (batches) {
  yield safeLines([RECORD_COLUMNS]);
  for await (const lines of batches) yield safeLines(lines.map((line) => RECORD_COLUMNS.map((column) => String(line[column] ?? ""))));
};
