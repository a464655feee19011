/** Bytes in, checked UTF-8 out, chunk by chunk: nothing is buffered beyond the chunk in hand. */
import { isUtf8 } from "node:buffer";
import { BrokenFile } from "./broken-file.ts";
import { type Encoding, looksLikeWindows1252, sniffEncoding } from "./sniff-encoding.ts";

/** Enough to see signatures, marks and zero bytes. */
const HEAD_BYTES = 4_096;

const newlinesIn = (bytes: Buffer): number => {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
};

/** Length without a multi-byte character that is still incomplete at the end. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0x80 && byte < 0xc0) continue;
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return wanted > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** The line of `bytes`, from 0, that holds the first bad byte. */
function badLine(bytes: Buffer): number {
  let line = 0;
  let from = 0;
  for (let to = bytes.indexOf(10); to >= 0 && isUtf8(bytes.subarray(from, to)); to = bytes.indexOf(10, from)) {
    from = to + 1;
    line += 1;
  }
  return line;
}

function notUtf8(bytes: Buffer, linesBefore: number): BrokenFile {
  const line = linesBefore + badLine(bytes) + 1;
  return looksLikeWindows1252(bytes)
    ? new BrokenFile({
        code: "windows-1252",
        line,
        found: "text that looks like Windows-1252 (Latin-1)",
        expected: 'UTF-8; in Excel save as "CSV UTF-8"',
      })
    : new BrokenFile({ code: "invalid-utf8", line, found: "bytes that are not UTF-8", expected: "UTF-8 throughout" });
}

const zeroByte = (line: number): BrokenFile =>
  new BrokenFile({ code: "binary-file", line, found: "a zero byte", expected: "text without control characters" });

async function* checkUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let carry: Buffer = Buffer.alloc(0);
  let lines = 0;
  for await (const chunk of chunks) {
    const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const end = completeLength(bytes);
    const text = bytes.subarray(0, end);
    if (!isUtf8(text)) throw notUtf8(text, lines);
    if (text.includes(0)) throw zeroByte(lines + newlinesIn(text.subarray(0, text.indexOf(0))) + 1);
    lines += newlinesIn(text);
    carry = bytes.subarray(end);
    if (text.length > 0) yield text;
  }
  if (carry.length > 0) throw notUtf8(carry, lines);
}

async function* decodeUtf16(chunks: AsyncIterable<Buffer>, name: Encoding["name"]): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
  let lines = 0;
  const decode = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch {
      throw new BrokenFile({ code: "unreadable", line: lines + 1, found: "bytes that are not UTF-16", expected: "UTF-16 throughout" });
    }
  };
  for await (const chunk of chunks) {
    const text = decode(chunk);
    if (text.includes(0)) throw zeroByte(lines + 1);
    lines += newlinesIn(text);
    if (text.length > 0) yield text;
  }
  decode();
}

/**
 * The text of `input` as UTF-8 without byte order mark.
 * Throws BrokenFile for what is no text in an encoding that we read, with the line.
 */
export async function* decodeText(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const source = input[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let done = false;
  while (!done && head.length < HEAD_BYTES) {
    const next = await source.next();
    done = next.done === true;
    if (!next.done) head = Buffer.concat([head, next.value]);
  }
  const encoding = sniffEncoding(head.subarray(0, HEAD_BYTES));
  const chunks = async function* (): AsyncGenerator<Buffer> {
    yield head.subarray(encoding.markBytes);
    // Not `for await`: leaving that early would destroy a request whose sender still waits for the answer.
    for (let next = done ? undefined : await source.next(); next && !next.done; next = await source.next()) {
      yield Buffer.isBuffer(next.value) ? next.value : Buffer.from(next.value);
    }
  };
  yield* encoding.name === "utf-8" ? checkUtf8(chunks()) : decodeUtf16(chunks(), encoding.name);
}
