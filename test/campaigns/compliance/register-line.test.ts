import { describe, expect, it } from "vitest";
import { isRegisterHeader, readRegisterLines } from "../../../campaigns/compliance/register-line.ts";

describe("a line of a register file", () => {
  it.each<[line: string, country: string | undefined, phone: number]>([
    ["212,5551234", undefined, 12_125_551_234],
    ["212,5551234", "US", 12_125_551_234],
    ['"212","555-1234"', "US", 12_125_551_234],
    ["212;5551234", undefined, 12_125_551_234],
    ["+12125551234", undefined, 12_125_551_234],
    ["+1 (212) 555-1234", undefined, 12_125_551_234],
    ["2125551234", "US", 12_125_551_234],
    ["1-212-555-1234", "CA", 12_125_551_234],
    ["2125551234,2004-05-01", "US", 12_125_551_234],
    ["+442079460001", undefined, 442_079_460_001],
    ["020 7946 0001", "GB", 442_079_460_001],
    ["0612345678", "FR", 33_612_345_678],
    ["\uFEFF+12125551234\r", undefined, 12_125_551_234],
  ])("%j of %s is a number", (line, country, phone) => {
    expect(readRegisterLines(country)(line)).toEqual({ kind: "number", phone });
  });

  it.each(["", "   ", "\r", "\uFEFF"])("%j is blank", (line) => {
    expect(readRegisterLines("US")(line)).toEqual({ kind: "blank" });
  });

  it.each<[line: string, country: string | undefined, field: string, expected: RegExp]>([
    ["2125551234", undefined, "phone", /plus sign and the country code/],
    ["212,555123", "US", "phone", /seven digits/],
    ["112,5551234", "US", "areaCode", /0 or 1/],
    ["2121551234", "US", "phone", /ten digits/],
    ["+1212555", undefined, "phone", /ten digits/],
    ["+4", undefined, "phone", /7 to 15 digits/],
    ["+1234567890123456", undefined, "phone", /ten digits/],
    ["call after six", "US", "phone", /a phone number/],
    ["Robin,+12125551234", "US", "phone", /a phone number/],
    ["12", "GB", "phone", /number/],
  ])("%j of %s is rubbish", (line, country, field, expected) => {
    const read = readRegisterLines(country)(line);
    expect(read).toMatchObject({ kind: "rubbish", field, found: line });
    expect(read.kind === "rubbish" && read.expected).toMatch(expected);
  });

  it.each<[line: string, jurisdiction: string | null]>([
    ["+12125551234", "US"],
    ["+17875551234", "US"],
    ["+18005551234", "US"],
    ["+12125551234", "US-TX"],
    ["+17875551234", "PR"],
    ["+14165551234", "CA"],
    ["+442079460001", "GB"],
    ["+441534900000", "GB"],
    ["+590590123456", "FR"],
    ["+442079460001", null],
    ["+442079460001", "EU"],
  ])("%s may stand in a register of %s", (line, jurisdiction) => {
    expect(readRegisterLines(undefined, jurisdiction)(line)).toMatchObject({ kind: "number" });
  });

  it.each<[line: string, jurisdiction: string, expected: string]>([
    ["+442079460001", "US", "a number of US (+1)"],
    ["+14165551234", "US", "a number of US (+1)"],
    ["416,5551234", "US-TX", "a number of US (+1)"],
    ["+18765551234", "US", "a number of US (+1)"],
    ["+12125551234", "CA", "a number of CA (+1)"],
    ["212,5551234", "GB", "a number of GB (+44)"],
  ])("%s is rubbish in a register of %s", (line, jurisdiction, expected) => {
    expect(readRegisterLines(undefined, jurisdiction)(line)).toEqual({ kind: "rubbish", field: "phone", found: line, expected });
  });

  it("shows what cannot be printed as question marks, and no more than a few characters", () => {
    expect(readRegisterLines()("a\u0000b\u0007\uD83D")).toMatchObject({ found: "a?b??" });
    const long = readRegisterLines()("x".repeat(500));
    expect(long.kind === "rubbish" && long.found.length).toBe(61);
  });

  it("of a country that does not exist is a defect of the caller", () => {
    expect(() => readRegisterLines("ZZ")).toThrow(/ZZ/);
  });

  it("without a digit is a header where it is the first", () => {
    expect([isRegisterHeader("AreaCode,PhoneNumber"), isRegisterHeader("212,5551234"), isRegisterHeader(" ")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
