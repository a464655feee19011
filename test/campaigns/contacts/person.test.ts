import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitePersons } from "../../../campaigns/contacts/person.ts";

describe("whose numbers are whose", () => {
  it("two persons whose numbers stand in one contact are one, and the older stays", () => {
    const known = new Map([
      ["+1", "b"],
      ["+2", "a"],
      ["+3", "c"],
    ]);
    expect(unitePersons([{ phones: ["+1", "+2"] }, { phones: ["+3"] }], known)).toEqual({
      personIds: ["a", "c"],
      merges: [{ from: "b", into: "a" }],
    });
  });

  it("somebody who was known before stays, whatever id a newcomer has", () => {
    const known = new Map([
      ["+1", "a"],
      ["+2", "b"],
    ]);
    expect(unitePersons([{ phones: ["+1", "+2"] }], known, new Set(["a"])).merges).toEqual([{ from: "a", into: "b" }]);
  });

  it("contacts that hang together over several rows are one person", () => {
    const known = new Map(["a", "b", "c", "d"].map((id) => [`+${id}`, id]));
    const contacts = [{ phones: ["+d", "+c"] }, { phones: ["+b", "+a"] }, { phones: ["+c", "+b"] }];
    const { personIds, merges } = unitePersons(contacts, known);
    expect(personIds).toEqual(["a", "a", "a"]);
    expect(merges.map(({ from, into }) => `${from}>${into}`).sort()).toEqual(["b>a", "c>a", "d>a"]);
  });

  it("all numbers of a contact end with one person, and nobody merges into somebody who is no more", () => {
    const phone = fc.integer({ min: 1, max: 12 }).map((number) => `+${number}`);
    const contacts = fc.array(fc.record({ phones: fc.array(phone, { minLength: 1, maxLength: 4 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(contacts, fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }), (rows, owners) => {
        const known = new Map(owners.map((owner, index) => [`+${index + 1}`, `person-${owner}`]));
        const { personIds, merges } = unitePersons(rows, known);
        const now = new Map(merges.map(({ from, into }) => [from, into]));
        const personOf = (number: string) => now.get(known.get(number) ?? "") ?? known.get(number);
        for (const [index, row] of rows.entries()) for (const number of row.phones) expect(personOf(number)).toBe(personIds[index]);
        for (const { into } of merges) expect(now.has(into)).toBe(false);
      }),
    );
  });
});
