/** Which encoding a file is in, from its first bytes. Decides by byte order marks; guesses only to explain a refusal. */
import { BrokenFile } from "./broken-file.ts";

export type Encoding = { name: "utf-8" | "utf-16le" | "utf-16be"; markBytes: number };

const EXPECTED = "delimited text in UTF-8, or in UTF-16 with a byte order mark";

/** First bytes of files that people take for CSV. */
const SIGNATURES: readonly { bytes: readonly number[]; name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: "an Excel workbook (.xlsx) or another ZIP archive" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: "an old Excel workbook (.xls)" },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: "a PDF" },
  { bytes: [0x1f, 0x8b], name: "a gzip archive" },
];

const startsWith = (head: Buffer, bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);

function refuseBinary(head: Buffer): void {
  const signature = SIGNATURES.find(({ bytes }) => startsWith(head, bytes));
  if (signature)
    throw new BrokenFile({ code: "binary-file", line: null, found: signature.name, expected: `${EXPECTED}; save the sheet as CSV` });
  if (startsWith(head, [0xff, 0xfe, 0, 0]) || startsWith(head, [0, 0, 0xfe, 0xff]))
    throw new BrokenFile({ code: "binary-file", line: null, found: "UTF-32", expected: EXPECTED });
}

function refuseZeros(head: Buffer): void {
  if (!head.includes(0)) return;
  const zeros = [...head].filter((byte) => byte === 0).length;
  // Every second byte of Latin text in UTF-16 is zero.
  if (Math.abs(zeros / head.length - 0.5) < 0.1)
    throw new BrokenFile({ code: "utf-16-without-bom", line: null, found: "UTF-16 without a byte order mark", expected: EXPECTED });
  throw new BrokenFile({ code: "binary-file", line: null, found: "zero bytes", expected: EXPECTED });
}

/** The encoding, or BrokenFile when the bytes are no text that we read. */
export function sniffEncoding(head: Buffer): Encoding {
  refuseBinary(head);
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { name: "utf-8", markBytes: 3 };
  if (startsWith(head, [0xff, 0xfe])) return { name: "utf-16le", markBytes: 2 };
  if (startsWith(head, [0xfe, 0xff])) return { name: "utf-16be", markBytes: 2 };
  refuseZeros(head);
  return { name: "utf-8", markBytes: 0 };
}

/** Does text that is not UTF-8 look like Windows-1252? There a letter above ASCII is one byte, mostly between plain ones. */
export function looksLikeWindows1252(bytes: Buffer): boolean {
  let runs = 0;
  let singles = 0;
  let run = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) run += 1;
    else if (run > 0) {
      runs += 1;
      if (run === 1) singles += 1;
      run = 0;
    }
  }
  return runs > 0 && singles / runs >= 0.8;
}
