import { describe, expect, it } from "vitest";
import type { RefusedRow } from "../../../campaigns/contacts/contact-list.ts";
import { mapHeaders } from "../../../campaigns/contacts/header-mapping.ts";
import { readContactFile } from "../../../src/adapters/csv/contact-file.ts";
import { writeRefusedRows } from "../../../src/adapters/csv/refused-rows.ts";

async function written(header: string[], rows: RefusedRow[]): Promise<string> {
  async function* all(): AsyncGenerator<RefusedRow> {
    yield* rows;
  }
  const parts: string[] = [];
  for await (const part of writeRefusedRows(header, all())) parts.push(part);
  return parts.join("");
}
const refused = (cells: string[]): RefusedRow => ({
  line: 3,
  field: "Phone",
  reason: "bad-phone",
  found: cells[1] ?? null,
  expected: "a phone number",
  cells,
});

describe("the file of refused rows", () => {
  it("has the reasons before the row as it was, under the list's own header", async () => {
    expect(await written(["Name", "Phone"], [refused(["Example, Robin", "12345"])])).toBe(
      'refused_line,refused_field,refused_reason,refused_found,refused_expected,Name,Phone\r\n3,Phone,bad-phone,12345,a phone number,"Example, Robin",12345\r\n',
    );
  });

  it.each(['=HYPERLINK("http://example.com")', "@SUM(1+1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\t=1+1", "\r=1+1"])(
    "makes %j harmless for a spreadsheet",
    async (cell) => {
      const [, row = ""] = (await written(["Name", "Phone"], [refused([cell, "1"])])).split(/\r\n(?=3,)/);
      expect(row).toContain(`'${cell[0]}`);
    },
  );

  it("leaves plain numbers as they are", async () => {
    expect(await written(["Name", "Phone"], [refused(["-5", "+1 202 555"])])).toContain(",-5,+1 202 555\r\n");
  });

  it("comes back as a list once it is corrected", async () => {
    const text = await written(["Name", "Phone"], [refused(["Robin", "+12025550100"])]);
    async function* file(): AsyncGenerator<Buffer> {
      yield Buffer.from(text);
    }
    const rows = [];
    for await (const item of readContactFile(file())) if (item.kind === "row") rows.push(item.cells);
    const mapping = mapHeaders([...(rows[0] ?? [])]);
    expect(mapping.ok && mapping.columns.map(({ use }) => use)).toEqual([...Array(5).fill("ignore"), "fullName", "phone"]);
  });
});
