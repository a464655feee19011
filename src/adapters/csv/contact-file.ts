/** Reads contact lists from delimited text with csv-parse. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, type Info, type Options, parse } from "csv-parse";
import type { FileBreak, FileRow, ReadContactFile } from "../../ports/contact-file.ts";
import { BrokenFile } from "./broken-file.ts";
import { decodeText } from "./decode-text.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";

/** Longest row in bytes. A longer one is an open quote or no list at all. */
const MOST_BYTES_IN_ROW = 65_536;

/** Take chunks until the first line is whole, so that the delimiter can be seen. */
async function firstLine(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < MOST_BYTES_IN_ROW && !/[^\r\n][\r\n]/.test(head.toString("latin1"))) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

const optionsFor = (head: Buffer, onRow: (line: number) => void): Options => {
  const { delimiter, headerLine } = sniffDelimiter(head.subarray(0, MOST_BYTES_IN_ROW).toString("utf8"));
  return {
    delimiter,
    from_line: headerLine,
    // Named one by one: left to itself the parser settles on the first line end it meets and then misses the others.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // A row of delimiters alone, as spreadsheets leave them below the list.
    skip_records_with_empty_values: true,
    max_record_size: MOST_BYTES_IN_ROW,
    info: true,
    on_record: (record: string[], { lines }) => {
      onRow(lines);
      return record;
    },
  };
};

function breakFrom(error: CsvError, lastLine: number): FileBreak {
  const line = lastLine + 1;
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return { kind: "break", code: "unclosed-quote", line, found: "a quote that is never closed", expected: 'a closing "' };
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    const found = `a row longer than ${MOST_BYTES_IN_ROW} bytes, or a quote that is not closed`;
    return { kind: "break", code: "row-too-long", line, found, expected: `rows of at most ${MOST_BYTES_IN_ROW} bytes` };
  }
  return { kind: "break", code: "unreadable", line, found: error.code, expected: "delimited text" };
}

const EMPTY: FileBreak = { kind: "break", code: "empty-file", line: null, found: "nothing", expected: "a header and rows below it" };

export const readContactFile: ReadContactFile = async function* (input): AsyncGenerator<FileRow | FileBreak> {
  // Rows read ahead are lost when the parser breaks; the line of the break counts from the last of them.
  let lastLine = 0;
  try {
    const chunks = decodeText(input);
    const head = await firstLine(chunks);
    const parser = parse(
      optionsFor(head, (line) => {
        lastLine = line;
      }),
    );
    const text = async function* (): AsyncGenerator<Buffer> {
      yield head;
      yield* chunks;
    };
    // A failure of the source destroys the parser, and the loop below throws it.
    const flow = pipeline(Readable.from(text(), { objectMode: false }), parser).catch(() => undefined);
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      yield { kind: "row", line: info.lines, cells: record };
    }
    await flow;
    if (lastLine === 0) yield EMPTY;
  } catch (error) {
    if (error instanceof BrokenFile) yield error.detail;
    else if (error instanceof CsvError) yield breakFrom(error, lastLine);
    else throw error;
  }
};
