import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContactFile } from "../../../src/adapters/csv/contact-file.ts";
import type { FileBreak, FileRow } from "../../../src/ports/contact-file.ts";

const fixture = (name: string, chunkBytes = 65_536) =>
  createReadStream(fileURLToPath(new URL(`../../fixtures/csv/${name}`, import.meta.url)), { highWaterMark: chunkBytes });

async function read(input: AsyncIterable<Uint8Array>) {
  const rows: FileRow[] = [];
  let broken: FileBreak | undefined;
  for await (const item of readContactFile(input)) {
    if (item.kind === "row") rows.push(item);
    else broken = item;
  }
  return { rows, broken, cells: rows.map(({ cells }) => cells), lines: rows.map(({ line }) => line) };
}

async function* pieces(text: string | Buffer, size = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text as string);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const ACCENTED = [
  ["Name", "Phone", "City"],
  ["Zoë Example", "+12025550100", "Orléans"],
  ["José Example", "+12025550101", "Málaga"],
];

describe("a contact file", () => {
  it.each(["utf-8-bom.csv", "utf-16-le.csv", "utf-16-be.csv"])("%s is read whatever the size of its pieces", async (name) => {
    for (const size of [1, 2, 3, 5, 4_096]) expect((await read(fixture(name, size))).cells).toEqual(ACCENTED);
  });

  it.each([
    [
      "semicolons.csv",
      [
        ["Name", "Telefon", "Ort"],
        ["Muster; Robin", "+4930303986800", "Berlin"],
        ["Kim Muster", "030 303986801", "Köln"],
      ],
    ],
    [
      "tabs.tsv",
      [
        ["Name", "Phone"],
        ["Robin Example", "+12025550100"],
      ],
    ],
    [
      "excel-hint.csv",
      [
        ["Name", "Phone"],
        ["Robin, of Example", "+12025550100"],
      ],
    ],
  ])("%s is separated by what its first line says", async (name, cells) => {
    expect((await read(fixture(name))).cells).toEqual(cells);
  });

  it("may end its lines in three ways at once, and empty rows are none", async () => {
    const { cells, lines } = await read(fixture("mixed-line-ends.csv"));
    expect(cells.map(([name]) => name)).toEqual(["Name", "Robin Example", "Kim Example", "Sam Example"]);
    expect(lines).toEqual([1, 2, 3, 4]);
  });

  it("may hold quotes and line ends inside cells, and says on which line a row ends", async () => {
    const { cells, lines } = await read(fixture("quotes-inside.csv"));
    expect(cells.slice(1)).toEqual([
      ['Robin "Rob" Example', "+12025550100", '6" pipe'],
      ["Kim\nExample", "+12025550101", "two\nlines"],
    ]);
    expect(lines).toEqual([1, 2, 5]);
  });

  it.each([
    ["empty.csv", "empty-file", null],
    ["binary.csv", "binary-file", null],
    ["workbook.csv", "binary-file", null],
    ["utf-16-without-bom.csv", "utf-16-without-bom", null],
    ["windows-1252.csv", "windows-1252", 3],
    ["half-utf-8.csv", "invalid-utf8", 3],
    ["unclosed-quote.csv", "unclosed-quote", 3],
  ])("%s is refused as %s", async (name, code, line) => {
    const { broken } = await read(fixture(name));
    expect(broken).toMatchObject({ code, line });
    expect(`${broken?.found} ${broken?.expected}`).not.toContain("undefined");
  });

  it("is refused where a zero byte stands in the middle of text", async () => {
    const text = `Name,Phone\n${"Robin,+12025550100\n".repeat(500)}Kim\0,+12025550101\n`;
    expect((await read(pieces(text, 1_000))).broken).toMatchObject({ code: "binary-file", line: 502 });
  });

  it("is refused when it ends within a character", async () => {
    expect((await read(pieces(Buffer.from("Name,Phone\nZoë").subarray(0, -1)))).broken).toMatchObject({ code: "invalid-utf8", line: 2 });
  });

  it("of a single line without end is refused after a few pieces, not after all of it", async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from("Name,Phone\nRobin,");
      for (;;) {
        pulled += 1;
        yield Buffer.alloc(65_536, "1");
      }
    }
    expect((await read(endless())).broken).toMatchObject({ code: "row-too-long", line: 2 });
    expect(pulled).toBeLessThan(50);
  });

  it("without any line end is refused in the header already", async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.alloc(65_536, "x");
    }
    expect((await read(endless())).broken).toMatchObject({ code: "row-too-long", line: 1 });
  });

  it("of 100,000 rows is read no further ahead than its reader has come, so its size costs no memory", async () => {
    const piece = "Robin,+12025550100\n".repeat(1_000);
    let pulled = 0;
    async function* large(): AsyncGenerator<Buffer> {
      yield Buffer.from("Name,Phone\n");
      for (; pulled < 100_000; pulled += 1_000) yield Buffer.from(piece);
    }
    let [rows, furthestAhead] = [0, 0];
    for await (const item of readContactFile(large())) {
      if (item.kind === "row") rows += 1;
      furthestAhead = Math.max(furthestAhead, pulled - rows);
    }
    expect(rows).toBe(100_001);
    expect(furthestAhead).toBeLessThan(20_000);
  });

  it("hands on what its source throws", async () => {
    async function* torn(): AsyncGenerator<Buffer> {
      yield Buffer.from(`Name,Phone\n${"Robin,+12025550100\n".repeat(1_000)}`);
      throw new Error("the sender hung up");
    }
    await expect(read(torn())).rejects.toThrow("the sender hung up");
  });

  it("leaves its source open when reading stops early: a request still needs its answer", async () => {
    const good = "Robin,+12025550100\n".repeat(1_000);
    const source = Readable.from([
      Buffer.from("Name,Phone\nJos\xe9,+1\n", "latin1"),
      Buffer.from(good),
      Buffer.from(good),
      Buffer.from(good),
    ]);
    expect((await read(source)).broken).toMatchObject({ code: "windows-1252", line: 2 });
    expect(source.destroyed).toBe(false);
    source.destroy();
  });

  it("is read no faster than its rows are taken", async () => {
    let pulled = 0;
    async function* plenty(): AsyncGenerator<Buffer> {
      yield Buffer.from("Name,Phone\n");
      for (; pulled < 1_000; pulled += 1) yield Buffer.from("Robin,+12025550100\n".repeat(100));
    }
    const rows = readContactFile(plenty())[Symbol.asyncIterator]();
    for (let taken = 0; taken < 50; taken += 1) await rows.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(pulled).toBeLessThan(200);
    await rows.return?.();
  });

  it("never makes the reader throw, whatever its bytes, and every row is text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }), async (chunks) => {
        async function* input(): AsyncGenerator<Uint8Array> {
          yield* chunks;
        }
        const { cells } = await read(input());
        expect(cells.flat().some((cell) => cell.includes("\0"))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
