import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePhoneNumber } from "../../../campaigns/contacts/phone-number.ts";

/** The lines of a fixture, cut at the bars; the first cell is kept as it is written. */
function fixture(name: string): string[][] {
  const text = readFileSync(new URL(`../../fixtures/phone-numbers/${name}`, import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return lines.map((line) => line.split("|").map((cell, index) => (index === 0 ? cell : cell.trim())));
}

describe("a phone number as people write it", () => {
  const valid = fixture("valid.txt");

  it.each(valid)("%s (in %s) is %s", (text, country, e164, home, type) => {
    const answer = parsePhoneNumber(text ?? "", country || undefined);
    expect(answer).toMatchObject({ ok: true, phone: { e164, country: home === "-" ? null : home, type } });
  });

  it.each(fixture("invalid.txt"))("%s (in %s) is refused and the reason says %s", (text, country, word) => {
    const answer = parsePhoneNumber(text ?? "", country || undefined);
    if (answer.ok) throw new Error(`taken for ${answer.phone.e164}`);
    expect(answer.error.expected).toContain(word);
    expect(["phone", "country"]).toContain(answer.error.field);
    expect(answer.error.found).toBe(answer.error.field === "phone" ? text : country);
  });

  it("is the same when its E.164 form is read again", () => {
    for (const [text = "", country] of valid) {
      const first = parsePhoneNumber(text, country || undefined);
      if (!first.ok) throw new Error(text);
      expect(parsePhoneNumber(first.phone.e164)).toEqual(first);
    }
  });

  it("of North America is the same with spaces and without, whatever the area code", () => {
    const found = (text: string, country?: string) => {
      const answer = parsePhoneNumber(text, country);
      return answer.ok ? answer.phone : answer.error.expected;
    };
    for (let code = 200; code < 1000; code += 1)
      for (const rest of ["5550100", "3110100", "0550100"]) expect(found(`+1${code}${rest}`)).toEqual(found(`+1 ${code} ${rest}`, "FR"));
  });

  it("never throws, whatever a file holds", () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (text, country) => {
        const answer = parsePhoneNumber(text, country);
        expect(answer.ok ? /^\+[1-9]\d{6,14}$/.test(answer.phone.e164) : answer.error.expected.length > 0).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
