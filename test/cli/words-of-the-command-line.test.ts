import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { expectCsvFile } from "../../src/cli/csv-file.ts";
import { at } from "../../src/cli/output.ts";
import { country, email, identity, mapping, phone, title, wholeNumber } from "../../src/cli/parse.ts";

const folder = mkdtempSync(join(tmpdir(), "callkeeper-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the words of the command line", () => {
  it.each([
    [() => identity("x"), "found x; expected an id such as"],
    [() => country("Germany"), "found Germany; expected two letters (ISO 3166-1) such as US."],
    [() => title("  "), "found nothing; expected a name of 1 to 200 characters on one line."],
    [() => title("x".repeat(201)), "… (201 characters); expected a name"],
    [() => email("somebody"), "found somebody; expected an e-mail address such as"],
    [() => phone("2025550100"), "found 2025550100; expected E.164: a number with its country code, such as +12025550100."],
    [() => wholeNumber(1, 9)("10"), "found 10; expected a whole number from 1 to 9."],
    [() => mapping("Mobile"), "found Mobile; expected our field, = and the column's header: phone=Mobile."],
  ])("are refused with what was found and what is expected (%#)", (parse, message) => {
    expect(parse).toThrow(message);
  });

  it("are taken when they are in order", () => {
    expect(identity("01A20082-d120-7105-9bff-6f4e9b71b3df")).toBe("01a20082-d120-7105-9bff-6f4e9b71b3df");
    expect(title(" Spring renewals ")).toBe("Spring renewals");
    expect(email("ana.b+x@mail.example.com")).toBe("ana.b+x@mail.example.com");
    expect(mapping("name=First name", { phone: "Mobile" })).toEqual({ phone: "Mobile", name: "First name" });
  });

  it("show instants to the second and say that they are UTC", () => {
    expect(at(Date.UTC(2026, 10, 21, 22, 0, 5, 400))).toBe("2026-11-21T22:00:05Z");
    expect(at(null)).toBeNull();
  });
});

describe("a list's file", () => {
  it("that is not there, or is a folder, is refused in plain words", async () => {
    const missing = join(folder, "missing.csv");
    await expect(expectCsvFile(missing)).rejects.toMatchObject({
      kind: "usage",
      message: `${missing}: found no such file; expected a CSV file that can be read`,
    });
    await expect(expectCsvFile(folder, "--list")).rejects.toMatchObject({
      message: `--list: found a folder at ${folder}; expected a CSV file that can be read`,
    });
  });

  it("that can be read is taken", async () => {
    const file = join(folder, "mine.csv");
    writeFileSync(file, "phone\n");
    await expect(expectCsvFile(file)).resolves.toBeUndefined();
  });
});
