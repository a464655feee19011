import type { RefusedRow } from "../../campaigns/contacts/contact-list.ts";

/** A row as the file has it; the first one is the header. */
export type FileRow = { kind: "row" /** Line of the file on which the row ends, from 1. */; line: number; cells: readonly string[] };

/**
 * The file cannot be read on from here. `code` is stable: "empty-file", "binary-file", "windows-1252", "invalid-utf8",
 * "utf-16-without-bom", "unclosed-quote", "row-too-long", "unreadable".
 */
export type FileBreak = { kind: "break"; code: string; line: number | null; found: string; expected: string };

/**
 * Read delimited text row by row, in bounded memory whatever the input; a break is the last thing given.
 * Throws only what `input` throws. `input` is not closed when reading stops early: whoever opened it closes it.
 */
export type ReadContactFile = (input: AsyncIterable<Uint8Array>) => AsyncIterable<FileRow | FileBreak>;

/** Write refused rows under the list's header with the reasons beside them, as CSV text that is safe to open in a spreadsheet. */
export type WriteRefusedRows = (header: readonly string[], rows: AsyncIterable<RefusedRow>) => AsyncIterable<string>;
