/** Writes refused rows as CSV with csv-stringify. */
import { stringify } from "csv-stringify/sync";
import { REFUSAL_HEADERS } from "../../../campaigns/contacts/header-words.ts";
import type { WriteRefusedRows } from "../../ports/contact-file.ts";

/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection", read 2026-11-21).
 * A quote before it makes it text. A plain number such as +12025550100 or -5 stays as it is.
 */
const harmless = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) && !/^[+-]?[\d\s().-]+$/.test(cell) ? `'${cell}` : cell);

const line = (cells: readonly string[]): string => stringify([cells.map(harmless)], { quoted_string: false, record_delimiter: "\r\n" });

export const writeRefusedRows: WriteRefusedRows = async function* (header, rows) {
  yield line([...REFUSAL_HEADERS, ...header]);
  for await (const row of rows) yield line([String(row.line), row.field ?? "", row.reason, row.found ?? "", row.expected, ...row.cells]);
};
