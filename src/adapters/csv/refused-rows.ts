/** Writes refused rows as CSV. */
import { REFUSAL_HEADERS } from "../../../campaigns/contacts/header-words.ts";
import type { WriteRefusedRows } from "../../ports/contact-file.ts";
import { safeLines } from "./safe-line.ts";

export const writeRefusedRows: WriteRefusedRows = async function* (header, rows) {
  yield safeLines([[...REFUSAL_HEADERS, ...header]]);
  for await (const row of rows)
    yield safeLines([[String(row.line), row.field ?? "", row.reason, row.found ?? "", row.expected, ...row.cells]]);
};
