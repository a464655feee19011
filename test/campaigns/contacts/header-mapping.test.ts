import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExplicitMapping, mapHeaders } from "../../../campaigns/contacts/header-mapping.ts";
import { COLUMN_MEANINGS, HEADER_WORDS, plainHeader, SECOND_PHONE_WORDS } from "../../../campaigns/contacts/header-words.ts";

function mapped(headers: string[], explicit?: ExplicitMapping) {
  const answer = mapHeaders(headers, explicit);
  if (!answer.ok) throw new Error(`${answer.reason}: ${answer.found.join()}`);
  return answer;
}
const uses = (headers: string[], explicit?: ExplicitMapping): string[] => mapped(headers, explicit).columns.map(({ use }) => use);
const phones = (headers: string[], explicit?: ExplicitMapping): (string | undefined)[] =>
  mapped(headers, explicit).phoneOrder.map((index) => headers[index]);

describe("the headers of a list", () => {
  it.each([
    [["First Name", "LAST_NAME", "Phone Number", "State", "ZIP", "TZ"], "givenName familyName phone region postalCode timeZone"],
    [["Vorname", "Nachname", "Handynummer", "PLZ", "Bundesland"], "givenName familyName phone postalCode region"],
    [["Prénom", "Nom", "Téléphone portable", "Code postal"], "givenName familyName phone postalCode"],
    [["Nombre", "Apellidos", "Teléfono móvil", "País"], "givenName familyName phone country"],
    [["氏名", "電話番号", "都道府県"], "fullName phone region"],
    [["Имя", "Фамилия", "Номер телефона"], "givenName familyName phone"],
    [["customer-id", "Full Name", "cell", "preferred language", "PRIO"], "externalRef fullName phone language priority"],
  ])("%s are understood", (headers, expected) => {
    expect(uses(headers)).toEqual(expected.split(" "));
  });

  it("calls a name column the family name when there is a column for the given one, and the other way round", () => {
    expect(uses(["Name", "Vorname", "Telefon"])).toEqual(["familyName", "givenName", "phone"]);
    expect(uses(["Name", "Surname", "Phone"])).toEqual(["givenName", "familyName", "phone"]);
    expect(uses(["Name", "First name", "Last name", "Phone"])).toEqual(["field", "givenName", "familyName", "phone"]);
  });

  it("tries numbers in the order of their own numbers, then of the columns", () => {
    expect(phones(["Phone 2", "name", "Phone 1", "Mobile", "3rd phone"])).toEqual(["Phone 1", "Mobile", "Phone 2", "3rd phone"]);
    expect(phones(["Alternate phone", "phone"])).toEqual(["phone", "Alternate phone"]);
  });

  it("knows a phone by the end of its header, and a question about one by its beginning", () => {
    expect(uses(["Customer phone number", "Best Mobile 2", "Has phone", "Phone brand", "Email"])).toEqual([
      "phone",
      "phone",
      "field",
      "field",
      "field",
    ]);
  });

  it("keeps what it does not understand, tells equal headers apart and names empty ones", () => {
    expect(mapped(["phone", "note", "note", "", "state", "State"]).columns.map(({ header, use }) => `${header}: ${use}`)).toEqual([
      "phone: phone",
      "note: field",
      "note (2): field",
      "column 4: field",
      "state: region",
      "State: field",
    ]);
  });

  it("takes the importer's word over its own, and then no other column for a phone", () => {
    const headers = ["Phone", "Tel", "Ref", "Who"];
    expect(uses(headers, { phone: "tel", givenName: "Who" })).toEqual(["field", "phone", "externalRef", "givenName"]);
    expect(phones(headers, { phone2: "Phone", phone: "Tel" })).toEqual(["Tel", "Phone"]);
  });

  it("refuses a file without a phone column with the headers found and those expected", () => {
    const answer = mapHeaders(["First name", "Email"]);
    expect(answer).toMatchObject({ ok: false, reason: "no-phone-column", found: ["First name", "Email"] });
    expect(answer.ok ? [] : answer.expected).toContain("phone");
  });

  it("knows a first line of data by its number, and repeats none of it", () => {
    expect(mapHeaders(["Robin Example", "+1 202 555 0100"])).toMatchObject({ ok: false, reason: "no-header", found: [] });
  });

  it("refuses an explicit field or header that does not exist", () => {
    expect(mapHeaders(["Phone"], { phone: "Fon" })).toMatchObject({ reason: "unknown-header", found: ["Fon"], expected: ["Phone"] });
    expect(mapHeaders(["Phone"], { telephone: "Phone" })).toMatchObject({ reason: "unknown-field", found: ["telephone"] });
    expect(mapHeaders(["Phone"], { phone0: "Phone" })).toMatchObject({ reason: "unknown-field" });
  });

  it("leaves out the reasons when a corrected file of refused rows comes back", () => {
    expect(uses(["refused_line", "refused_reason", "Phone"])).toEqual(["ignore", "ignore", "phone"]);
  });
});

describe("the columns of a consent", () => {
  it("are fields unless the list says both that it was given and when", () => {
    expect(uses(["Phone", "Consent", "Consent date", "Consent source"])).toEqual(["phone", "consent", "consentAt", "consentSource"]);
    expect(uses(["Phone", "Consent"])).toEqual(["phone", "field"]);
    expect(uses(["Phone", "Consent date", "Consent source"])).toEqual(["phone", "field", "field"]);
  });
});

describe("the words for headers", () => {
  const all = [...COLUMN_MEANINGS.flatMap((meaning) => HEADER_WORDS[meaning]), ...SECOND_PHONE_WORDS];

  it("have one meaning each", () => {
    const plain = all.map(plainHeader);
    expect(plain.filter((word, index) => plain.indexOf(word) !== index)).toEqual([]);
  });

  it("are understood in any case, with any spacing, punctuation and accents", () => {
    const punctuation = fc.constantFrom("", " ", "_", "-", ".", "  ", "*");
    const word = fc.constantFrom(...COLUMN_MEANINGS.flatMap((meaning) => HEADER_WORDS[meaning].map((spelling) => ({ meaning, spelling }))));
    fc.assert(
      fc.property(word, punctuation, punctuation, fc.boolean(), ({ meaning, spelling }, between, around, upper) => {
        const spaced = around + spelling.replaceAll(" ", between) + around;
        const header = (upper ? spaced.toUpperCase() : spaced).normalize(upper ? "NFD" : "NFC");
        // A consent means something beside its day only, and the day and the source beside the consent.
        const beside = { consent: ["Consent date"], consentAt: ["Consent"], consentSource: ["Consent", "Consent date"] };
        const others = meaning === "phone" ? [] : ["Phone", ...(beside[meaning as keyof typeof beside] ?? [])];
        const columns = mapped([header, ...others]).columns;
        return columns[0]?.use === meaning;
      }),
    );
  });

  it("never lose a column: each has one use, and the phones are exactly those in the order", () => {
    const header = fc.oneof(fc.string(), fc.constantFrom(...all));
    fc.assert(
      fc.property(fc.array(header, { maxLength: 12 }), (headers) => {
        const answer = mapHeaders(headers);
        if (!answer.ok) return answer.reason === "no-phone-column" || answer.reason === "no-header";
        const names = answer.columns.map((column) => column.header);
        const phoneColumns = answer.columns.flatMap(({ use }, index) => (use === "phone" ? [index] : []));
        expect(answer.columns).toHaveLength(headers.length);
        expect(new Set(names).size).toBe(names.length);
        expect([...answer.phoneOrder].sort((a, b) => a - b)).toEqual(phoneColumns);
        const single = answer.columns.map(({ use }) => use).filter((use) => use !== "phone" && use !== "field" && use !== "ignore");
        expect(new Set(single).size).toBe(single.length);
        return true;
      }),
    );
  });
});
