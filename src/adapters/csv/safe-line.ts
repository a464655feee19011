import { stringify } from "csv-stringify/sync";

/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection", read 2026-11-21).
 * A quote before it makes it text. A plain number such as +12025550100 or -5 stays as it is.
 */
const harmless = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) && !/^[+-]?[\d\s().-]+$/.test(cell) ? `'${cell}` : cell);

/** Lines of CSV that are safe to open in a spreadsheet. */
export const safeLines = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(harmless)),
    { quoted_string: false, record_delimiter: "\r\n" },
  );
