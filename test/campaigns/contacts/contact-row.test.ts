import { describe, expect, it } from "vitest";
import { readContactRow } from "../../../campaigns/contacts/contact-row.ts";
import { mapHeaders } from "../../../campaigns/contacts/header-mapping.ts";

function read(headers: string[], cells: string[], country?: string) {
  const mapping = mapHeaders(headers);
  if (!mapping.ok) throw new Error(mapping.reason);
  return readContactRow(mapping, cells, country);
}
function taken(headers: string[], cells: string[], country?: string) {
  const answer = read(headers, cells, country);
  if (!answer.ok) throw new Error(answer.refusal.reason);
  return answer.draft;
}

describe("a row of a list", () => {
  it("becomes a contact with everything that its columns say", () => {
    const headers = [
      "First name",
      "Last name",
      "Phone",
      "State",
      "ZIP",
      "Country",
      "TZ",
      "Lang",
      "Prio",
      "ID",
      "Plan",
      "Debt ID",
      "Number type",
    ];
    const cells = [
      " Robin ",
      "Example",
      "(202) 555-0100",
      "DC",
      "20001",
      "USA",
      "America/New_York",
      "en",
      "5",
      "A-17",
      "gold",
      "D-7",
      "Cell",
    ];
    expect(taken(headers, cells)).toEqual({
      phones: ["+12025550100"],
      numberTypes: ["mobile"],
      consent: null,
      debtId: "D-7",
      givenName: "Robin",
      familyName: "Example",
      region: "DC",
      postalCode: "20001",
      country: "US",
      timeZone: "America/New_York",
      language: "en",
      priority: 5,
      externalRef: "A-17",
      fields: { Plan: "gold" },
    });
  });

  it.each<[what: string, phone: string, told: string, type: string]>([
    ["a number that the plan gives to mobiles", "+447400123456", "", "mobile"],
    ["a number that the plan gives to fixed lines", "+442079460018", "", "landline"],
    ["a number that may be either", "+12025550100", "", "unknown"],
    ["a number that may be either, told to be a landline", "+12025550100", "Landline", "landline"],
    ["a number that may be either, told to be a mobile", "+12025550100", "wireless", "mobile"],
    ["a mobile that the list takes for a landline", "+447400123456", "landline", "mobile"],
    ["a fixed line that the list takes for a mobile", "+442079460018", "mobile", "mobile"],
    ["a fixed line of which the list says what nobody knows", "+442079460018", "VoIP?", "unknown"],
  ])("has %s as such", (_what, phone, told, type) => {
    expect(taken(["Phone", "Number type"], [phone, told]).numberTypes).toEqual([type]);
  });

  it("says what the first number is reached on, and nothing of the others", () => {
    expect(taken(["Phone", "Phone 2", "Number type"], ["+12025550100", "+12125550100", "landline"]).numberTypes).toEqual([
      "landline",
      "unknown",
    ]);
  });

  it.each<[what: string, cells: [consent: string, at: string, source: string], consent: unknown]>([
    ["a yes with its day", ["Yes", "2026-10-01", "web form"], { basis: "express", obtainedAt: Date.UTC(2026, 9, 1), source: "web form" }],
    [
      "a basis with its moment",
      ["written", "2026-10-01T10:00:00+02:00", ""],
      { basis: "written", obtainedAt: Date.UTC(2026, 9, 1, 8), source: "import" },
    ],
    ["a no", ["no", "", ""], null],
    ["nothing", ["", "", "fair"], null],
  ])("has the consent that it speaks of: %s", (_what, cells, consent) => {
    expect(taken(["Phone", "Consent", "Consent date", "Consent source"], ["+12025550100", ...cells]).consent).toEqual(consent);
  });

  it.each<[cells: [consent: string, at: string], field: string]>([
    [["yes", ""], "Consent date"],
    [["yes", "10/01/2026"], "Consent date"],
    [["yes", "2026-02-30"], "Consent date"],
    [["perhaps", "2026-10-01"], "Consent"],
  ])("with the consent %j is refused: nobody knows what was agreed, or when", (cells, field) => {
    const headers = ["Phone", "Consent", "Consent date"];
    const mapping = mapHeaders(headers);
    if (!mapping.ok) throw new Error(mapping.reason);
    expect(readContactRow(mapping, ["+12025550100", ...cells])).toMatchObject({ ok: false, refusal: { reason: "bad-consent", field } });
  });

  it("has its numbers in order, each once, however they are written", () => {
    const headers = ["Phone 1", "Phone 2", "Phone 3", "Phone 4"];
    expect(taken(headers, ["202-555-0100", "+1 (202) 555 0100", "n/a", "'+44 20 7946 0018"], "US").phones).toEqual([
      "+12025550100",
      "+442079460018",
    ]);
  });

  it("reads a number without a country by the row's country before the list's", () => {
    expect(taken(["Phone", "Country"], ["020 7946 0018", "United Kingdom"], "US").phones).toEqual(["+442079460018"]);
    expect(taken(["Phone", "Country"], ["020 7946 0018", "Vereinigtes Königreich"], "US").country).toBe("GB");
  });

  it("takes a country code in digits for the one that is dialed", () => {
    expect(taken(["Phone", "Country code"], ["20 7946 0018", "44"], "US")).toMatchObject({ phones: ["+442079460018"], country: null });
    expect(taken(["Phone", "Country code"], ["+1 202 555 0100", "+1"])).toMatchObject({ phones: ["+12025550100"], country: null });
  });

  it("forgives a spreadsheet its decimal places, not its short form", () => {
    expect(taken(["Phone"], ["12025550100.0"], "US").phones).toEqual(["+12025550100"]);
    expect(taken(["Phone", "ZIP"], ["12025550100", "33101.0"], "US").postalCode).toBe("33101");
    expect(read(["Phone"], ["1.20256E+10"], "US")).toMatchObject({ ok: false, refusal: { reason: "bad-phone", field: "Phone" } });
  });

  it("keeps an unreadable country or time zone for the gate to refuse, and takes a word for nothing as nothing", () => {
    const headers = ["Phone", "Country", "TZ"];
    expect(taken(headers, ["+12025550100", "Atlantis", "Mars/Olympus"])).toMatchObject({ country: "Atlantis", timeZone: "Mars/Olympus" });
    expect(taken(headers, ["+12025550100", "N/A", "-"])).toMatchObject({ country: null, timeZone: null });
  });

  it("keeps a header that is a word of JavaScript like any other", () => {
    const { fields } = taken(["phone", "__proto__", "constructor"], ["+12025550100", "a", "b"]);
    expect(Object.entries(fields)).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
    ]);
  });

  it.each([
    ["no number at all", ["", "", ""], { field: "Phone", reason: "no-phone", found: null }],
    ["a first number that is none", ["12345", "", ""], { field: "Phone", reason: "bad-phone", found: "12345" }],
    ["a second number that is none", ["+12025550100", "call me", ""], { field: "Phone 2", reason: "bad-phone", found: "call me" }],
    ["a priority that is no whole number", ["+12025550100", "", "high"], { field: "Priority", reason: "bad-priority", found: "high" }],
    ["fewer cells than headers", ["+12025550100"], { field: null, reason: "cell-count", found: "1 cells" }],
    ["more cells than headers", ["+12025550100", "", "", "x"], { field: null, reason: "cell-count", found: "4 cells" }],
  ])("is refused for %s, with what was found", (_what, cells, refusal) => {
    expect(read(["Phone", "Phone 2", "Priority"], cells)).toMatchObject({ ok: false, refusal });
  });

  it("may end in more empty cells than there are headers", () => {
    expect(read(["Phone"], ["+12025550100", "", " "])).toMatchObject({ ok: true });
  });

  it("is refused for a cell that nobody could have meant", () => {
    expect(read(["Phone", "Name"], ["+12025550100", "x".repeat(501)])).toMatchObject({
      refusal: { reason: "too-long", field: "Name", found: "501 characters" },
    });
  });
});
