import { describe, expect, it } from "vitest";
import { parsePhoneNumber } from "../../../campaigns/contacts/phone-number.ts";
import { readWholeNumber } from "../../../campaigns/contacts/whole-number.ts";

describe("a number that somebody asks not to be called on", () => {
  it.each([
    ["+44 (0)20 7946 0123", "+442079460123"],
    ["+4402079460124", "+442079460124"],
    ["0044 (0) 20-7946-0123", "+442079460123"],
    ["+49 (0)30 123456", "+4930123456"],
    ["+39 06 1234 5678", "+390612345678"],
    ["+7 8 495 123 4567", "+74951234567"],
    ["+36 06 1 234 5678", "+3612345678"],
    ["+54 11 15 1234 5678", "+5491112345678"],
    ["+1 (202) 555-0100", "+12025550100"],
    ["tel:+1-202-555-0100", "+12025550100"],
  ])("%j is kept as %s, as import keeps it", (text, e164) => {
    expect(readWholeNumber(text)).toEqual({ ok: true, e164 });
    const imported = parsePhoneNumber(text.replace(/^00/, "+"));
    expect(imported).toMatchObject({ ok: true, phone: { e164 } });
  });

  it.each([
    ["+447700900123", "+447700900123"],
    ["+44 (0)7700 900123", "+447700900123"],
    ["+12225550100", "+12225550100"],
  ])("%j is kept as %s although it is not in service", (text, e164) => {
    expect(readWholeNumber(text)).toEqual({ ok: true, e164 });
  });

  it.each([
    ["+1202555", "ten digits after +1; for all that begin so, a prefix such as +1202555*"],
    ["+1202555010012", "ten digits after +1; for all that begin so, a prefix such as +1202555010012*"],
    ["+4402079", "a whole number of +44, neither shorter nor longer; for all that begin so, a prefix such as +442079*"],
    ["+442079460123456", "a whole number of +44, neither shorter nor longer"],
    ["2025550100", "a number with its country code, such as +12025550100"],
    ["020 7946 0123", "a number with its country code, such as +12025550100"],
    ["+999123456789", "a number with its country code, such as +12025550100"],
    ["call me +12025550100", "a number with its country code, such as +12025550100"],
    ["+12025550100 ext 5", "a number without an extension"],
  ])("%j is refused, and what is expected is said", (text, expected) => {
    expect(readWholeNumber(text)).toEqual({ ok: false, error: { field: "phone", found: text, expected } });
  });

  it("that is nothing, or a book, is refused in a few characters", () => {
    expect(readWholeNumber(" ")).toMatchObject({ ok: false, error: { found: " " } });
    expect(readWholeNumber("")).toMatchObject({ ok: false, error: { found: "none" } });
    const long = readWholeNumber("+1".repeat(5_000));
    expect(long.ok || long.error.found.length).toBe(60);
  });
});
