/** What `explain` and `windows` read and answer, as values. */
import { describe, expect, it } from "vitest";
import { CONSENT_WORDS_IN_FULL, readConsentWord } from "../../../campaigns/compliance/explain/consent-word.ts";
import { explainCall } from "../../../campaigns/compliance/explain/explain-call.ts";
import { isoUtc, readInstant } from "../../../campaigns/compliance/explain/instant-text.ts";
import { lawQuestion } from "../../../campaigns/compliance/explain/law-question.ts";
import { permittedWindows } from "../../../campaigns/compliance/explain/permitted-windows.ts";
import { readExplainQuery, readWindowsQuery } from "../../../campaigns/compliance/explain/query.ts";
import { requestRule } from "../../../campaigns/compliance/request-rule.ts";
import { utc } from "./questions.ts";

const NOW = utc("2026-11-23T15:00");
const florida = { phone: "+13055550100" };

/** The answer to a query that can be read. */
function explained(query: Record<string, unknown>) {
  const read = readExplainQuery(query, NOW);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { decision, until, reasons } = explainCall(read.query);
  return { decision, until: until === null ? null : isoUtc(until), codes: [...new Set(reasons.map(({ code }) => code))] };
}

function windowed(query: Record<string, unknown>) {
  const read = readWindowsQuery(query);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { intervals, reasons } = permittedWindows(read.query);
  return { intervals: intervals.map((span) => span.map(isoUtc)), codes: [...new Set(reasons.map(({ code }) => code))] };
}

describe("an instant as text", () => {
  it.each([
    ["2026-11-23T14:00:00Z", "2026-11-23T14:00:00Z"],
    ["2026-11-23T14:00:00.250Z", "2026-11-23T14:00:00.250Z"],
    ["2026-11-23T09:00:00-05:00", "2026-11-23T14:00:00Z"],
    ["2026-11-23T19:45+0545", "2026-11-23T14:00:00Z"],
    ["2026-11-23 14:00", "2026-11-23T14:00:00Z"],
    ["2026-11-23", "2026-11-23T00:00:00Z"],
    ["2028-02-29T00:00:00z", "2028-02-29T00:00:00Z"],
  ])("%s is %s", (text, expected) => {
    expect(isoUtc(readInstant(text) ?? Number.NaN)).toBe(expected);
  });

  it.each([
    "",
    "now",
    "23.11.2026",
    "2026-02-29",
    "2026-13-01",
    "2026-11-23T24:00:00Z",
    "2026-11-23T14:60Z",
    "2026-11-23T14:00:00+15:00",
    "1790000000",
  ])("%s is none", (text) => expect(readInstant(text)).toBeUndefined());
});

describe("a consent in one word", () => {
  it.each([
    ["opt-in", "express"],
    ["Opt_In", "express"],
    ["YES", "express"],
    ["true", "express"],
    ["prior express written", "written"],
    ["prior_express_written", "written"],
    ["no", "none"],
    ["false", "none"],
    ["None", "none"],
    ["purchase", "purchase"],
    ["REQUEST", "request"],
  ])("%s is %s", (text, word) => {
    expect(readConsentWord(text)).toBe(word);
  });

  it.each(["", "maybe", "constructor", "toString"])("%s is none of the words", (text) => {
    expect(readConsentWord(text)).toBeUndefined();
  });
});

describe("a query that cannot be read is refused, and the field is named", () => {
  it.each([
    ["phone", {}],
    ["phone", { phone: 13055550100 }],
    ["phone", { phone: "12" }],
    ["phone", { phone: "305 555 0100" }],
    ["country", { ...florida, country: "Germany" }],
    ["country", { ...florida, country: "XX" }],
    ["region", { ...florida, region: "US-ZZ" }],
    ["region", { ...florida, country: "CA", region: "US-FL" }],
    ["zone", { ...florida, zone: "Mars/Phobos" }],
    ["postal", { ...florida, postal: "not one" }],
    ["postal", { ...florida, postal: "1234" }],
    ["postal", { ...florida, country: "US", postal: "ABCDE" }],
    ["postal", { ...florida, country: "US", postal: "1234" }],
    ["postal", { ...florida, country: "US", postal: "M5V 2T6" }],
    ["postal", { ...florida, region: "US-TX", postal: "ABCDE" }],
    ["postal", { ...florida, region: "Ontario", postal: "33101" }],
    ["postal", { ...florida, country: "PR", postal: "SW1A 1AA" }],
    ["postal", { phone: "+61291234567", postal: "20000" }],
    ["kind", { ...florida, kind: "spam" }],
    ["consent", { ...florida, consent: "maybe" }],
    ["consent", { ...florida, consent: 1 }],
    ["numberType", { ...florida, numberType: "satellite" }],
    ["automatic", { ...florida, automatic: "perhaps" }],
    ["at", { ...florida, at: "2026-02-30" }],
    ["at", { ...florida, at: "" }],
    ["at", { ...florida, at: "2040-01-01" }],
    ["days", { ...florida, days: 3 }],
    ["fone", { ...florida, fone: "x" }],
    ["query", []],
    ["query", null],
    ["query", "+13055550100"],
  ])("%s (%#)", (field, query) => {
    const read = readExplainQuery(query, NOW);
    expect(read.ok ? undefined : read.error).toEqual({
      field,
      found: expect.any(String) as string,
      expected: expect.any(String) as string,
    });
  });

  it.each([
    ["from", { ...florida, days: 3 }],
    ["from", { ...florida, from: "then", days: 3 }],
    ["days", { ...florida, from: "2026-11-23" }],
    ["days", { ...florida, from: "2026-11-23", days: 0 }],
    ["days", { ...florida, from: "2026-11-23", days: 3661 }],
    ["days", { ...florida, from: "2026-11-23", days: 1.5 }],
    ["days", { ...florida, from: "2026-11-23", days: "3" }],
    ["days", { ...florida, from: "2036-12-01", days: 60 }],
    ["at", { ...florida, from: "2026-11-23", days: 3, at: "2026-11-23" }],
  ])("of windows: %s (%#)", (field, query) => {
    const read = readWindowsQuery(query);
    expect(read.ok ? undefined : read.error.field).toBe(field);
  });

  it("a field that is null or empty counts as left out", () => {
    expect(explained({ ...florida, postal: null, region: "", zone: null, kind: null, at: null })).toMatchObject({ decision: "call" });
  });

  it.each([
    [{ postal: "00001" }],
    [{ postal: "M5V 2T6" }],
    [{ country: "US", postal: "33101-1234" }],
    [{ country: "GB", postal: "anything" }],
  ])("a postal code that some address can have is none of the mistakes: %j", (address) => {
    expect(readExplainQuery({ ...florida, ...address }, NOW).ok).toBe(true);
  });

  it("tells a number that was written as a text from a number, and every word for a consent", () => {
    const errorOf = (fields: Record<string, unknown>) => {
      const read = readWindowsQuery({ ...florida, from: "2026-11-23", days: 1, ...fields });
      return read.ok ? undefined : read.error;
    };
    expect(errorOf({ days: "7" })).toEqual({ field: "days", found: '"7", a text', expected: "a whole number of days from 1 to 3660" });
    expect(errorOf({ automatic: "true" })?.found).toBe('"true", a text');
    expect(errorOf({ consent: "maybe" })?.expected).toBe(`one of ${CONSENT_WORDS_IN_FULL}`);
    expect(CONSENT_WORDS_IN_FULL).toContain("none (or no, false, opt-out), express (or yes, true, opt-in, prior-express), written (or ");
  });
});

describe("explain", () => {
  it("asks the rules for sales calls now, when nothing else is said", () => {
    expect(explained(florida)).toEqual({ decision: "call", until: null, codes: ["allowed"] });
  });

  it("takes a number without its country's code when the country is told", () => {
    expect(explained({ phone: "(305) 555-0100", country: "us" })).toMatchObject({ decision: "call" });
  });

  it("answers with the first second that the law allows", () => {
    expect(explained({ ...florida, at: "2026-11-23T04:00:00Z" })).toEqual({
      decision: "wait",
      until: "2026-11-23T13:00:00Z",
      codes: ["outside-legal-hours"],
    });
  });

  it("takes a missing consent for none where the law demands one", () => {
    const paris = { phone: "+33612345678", at: "2026-11-23T12:30:00Z" };
    expect(explained(paris)).toEqual({ decision: "never", until: null, codes: ["consent-required"] });
    expect(explained({ ...paris, consent: "none" })).toMatchObject({ decision: "never" });
    expect(explained({ ...paris, consent: "opt_in" })).toMatchObject({ decision: "wait", until: "2026-11-23T13:00:00Z" });
    expect(explained({ ...paris, consent: "opt_in", at: "2026-11-23T13:00:00Z" })).toMatchObject({ decision: "call" });
  });

  it.each([null, "none", "express"])("takes the kind of a requested callback for the request, with --consent %s beside it", (consent) => {
    const paris = { phone: "+33612345678", kind: "requested-callback", consent };
    expect(explained({ ...paris, at: "2026-11-23T13:00:00Z" })).toEqual({ decision: "call", until: null, codes: ["allowed"] });
    const read = readExplainQuery({ ...paris, at: "2026-11-23T13:00:00Z" }, 0);
    if (!read.ok) throw new Error(read.error.expected);
    expect(requestRule.judge(lawQuestion(read.query, read.query.at))).toEqual([]);
    expect(windowed({ ...paris, from: "2026-11-23T00:00:00Z", days: 1 }).codes).toEqual(["legal-hours"]);
  });

  it("knows that a wait may end in a law that forbids the call", () => {
    // On Sunday before 2026-08-11 nothing is lacking but the hour; had Monday been the first day of the new law, consent would be.
    expect(explained({ phone: "+33140000000", at: "2026-08-09T12:00:00Z" })).toMatchObject({
      decision: "wait",
      until: "2026-08-10T08:00:00Z",
    });
    expect(explained({ phone: "+33140000000", at: "2026-08-10T19:00:00Z" })).toMatchObject({ decision: "never" });
  });

  it("takes a number of unknown type for a mobile where sales calls to mobiles are banned", () => {
    const arizona = { phone: "+16025550100", at: "2026-11-23T18:00:00Z" };
    expect(explained(arizona)).toMatchObject({ decision: "never", codes: ["mobile-ban"] });
    expect(explained({ ...arizona, numberType: "landline" })).toMatchObject({ decision: "call" });
  });

  it("says never and why where place or law are not known", () => {
    expect(explained({ phone: "+18005550100" })).toEqual({ decision: "never", until: null, codes: ["unknown-place"] });
    expect(explained({ phone: "+971501234567" })).toEqual({ decision: "never", until: null, codes: ["unknown-jurisdiction"] });
    expect(explained({ phone: "+33140000000", kind: "debt" })).toEqual({ decision: "never", until: null, codes: ["unknown-rule"] });
  });

  it("says of a consent what was stated of it, and nothing of records that it cannot see", () => {
    const detailOf = (consent: string | null): string | undefined => {
      const read = readExplainQuery({ phone: "+33612345678", consent, at: "2026-11-23T14:30:00Z" }, NOW);
      return read.ok ? explainCall(read.query).reasons[0]?.detail : undefined;
    };
    expect(detailOf(null)).toContain("express consent, and none was stated (--consent).");
    expect(detailOf("none")).toContain("express consent, and it is stated that there is none.");
    expect(detailOf("purchase")).toContain("express consent, and the one that is stated is no such consent.");
  });

  it("names what lifts a ban on mobiles, and the clock of Mississippi in the words of its law", () => {
    const detailsOf = (query: Record<string, unknown>): string => {
      const read = readExplainQuery(query, NOW);
      return read.ok
        ? explainCall(read.query)
            .reasons.map(({ detail }) => detail)
            .join(" ")
        : "";
    };
    expect(detailsOf({ phone: "+16025550100", at: "2026-11-23T18:00:00Z" })).toMatch(
      /What lifts it: consent, .*a number known to be a landline\./,
    );
    const mississippi = detailsOf({ phone: "+16015550100", at: "2026-11-22T18:00:00Z" });
    expect(mississippi).toContain("in Central Standard Time (UTC-6), which this law names");
    expect(mississippi).not.toContain("Etc/");
  });

  it("goes by the clock that the person gave and by the laws of number and address", () => {
    const query = { ...florida, zone: "America/Los_Angeles", at: "2026-11-23T14:00:00Z" };
    expect(explained(query)).toMatchObject({ decision: "wait", until: "2026-11-23T16:00:00Z" });
  });
});

describe("windows", () => {
  it("are half-open spans in UTC, cut to what was asked", () => {
    expect(windowed({ ...florida, from: "2026-11-23T15:00:00Z", days: 1 })).toEqual({
      intervals: [
        ["2026-11-23T15:00:00Z", "2026-11-24T01:00:00Z"],
        ["2026-11-24T13:00:00Z", "2026-11-24T15:00:00Z"],
      ],
      codes: ["legal-hours"],
    });
  });

  it("are one span where the law knows no hours", () => {
    expect(windowed({ phone: "+442079460018", from: "2026-11-23", days: 30 }).intervals).toEqual([
      ["2026-11-23T00:00:00Z", "2026-12-23T00:00:00Z"],
    ]);
  });

  it("stay as they are when nobody spoke of consent, and are lost on the days on which a stated one does not suffice", () => {
    const paris = { phone: "+33140000000", from: "2026-08-10T00:00:00Z", days: 2 };
    const spans = [
      ["2026-08-10T08:00:00Z", "2026-08-10T11:00:00Z"],
      ["2026-08-10T12:00:00Z", "2026-08-10T18:00:00Z"],
      ["2026-08-11T08:00:00Z", "2026-08-11T11:00:00Z"],
      ["2026-08-11T12:00:00Z", "2026-08-11T18:00:00Z"],
    ];
    expect(windowed(paris)).toEqual({ intervals: spans, codes: ["consent-required", "legal-hours"] });
    expect(windowed({ ...paris, consent: "express" })).toEqual({ intervals: spans, codes: ["legal-hours"] });
    expect(windowed({ ...paris, consent: "none" })).toEqual({ intervals: spans.slice(0, 2), codes: ["consent-required", "legal-hours"] });
  });

  it("are none where place or law are not known", () => {
    expect(windowed({ phone: "+18005550100", from: "2026-11-23", days: 7 })).toEqual({ intervals: [], codes: ["unknown-place"] });
    expect(windowed({ phone: "+971501234567", from: "2026-11-23", days: 7 })).toEqual({ intervals: [], codes: ["unknown-jurisdiction"] });
  });

  it("of ten years are as sure as those of a day", () => {
    const { intervals } = windowed({ ...florida, from: "2026-11-23", days: 3660 });
    expect(intervals).toHaveLength(3661);
  });
});
