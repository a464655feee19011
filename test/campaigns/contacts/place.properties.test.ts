import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AREA_CODE_LIST } from "../../../campaigns/contacts/area-codes.ts";
import { placeOf } from "../../../campaigns/contacts/place.ts";
import { regionsOf } from "../../../campaigns/contacts/region.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";

describe("a place, whatever the evidence", () => {
  const aPostalCode = fc.constantFrom(
    "33101",
    "33101-1234",
    "79901",
    "00901",
    "96799",
    "m5v 2t6",
    "V1G 1A1",
    "2880",
    "01310-100",
    "28001",
    "97410",
    "junk",
  );
  const aCountry = fc.constantFrom("US", "CA", "AU", "BR", "MX", "GB", "DE", "ES", "FR", "PR");
  const aRegion = fc.constantFrom(...["US", "CA", "AU", "BR", "MX", "ES"].flatMap(regionsOf).map((region) => region.code));
  const maybe = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null });
  const anEvidence = fc.record({
    phone: fc.oneof(
      fc.constantFrom(...AREA_CODE_LIST).map((code) => `+1${code}5550100`),
      fc.constantFrom("+442079460018", "+61491570006", "+79161234567", "+18005550199", "+5511912345678", "+34612345678"),
    ),
    country: maybe(aCountry),
    region: maybe(aRegion),
    postalCode: maybe(aPostalCode),
  });

  it("an address never takes a jurisdiction of the number away, and no clock unless nobody knows where it is", () => {
    fc.assert(
      fc.property(anEvidence, (evidence) => {
        const byNumber = placeOf({ phone: evidence.phone });
        const together = placeOf(evidence);
        expect(together.jurisdictions).toEqual(expect.arrayContaining([...byNumber.jurisdictions]));
        if (together.zones.length > 0) expect(together.zones).toEqual(expect.arrayContaining([...byNumber.zones]));
      }),
    );
  });

  it("a postal code never takes away the rules of the state that was written, nor of the number", () => {
    fc.assert(
      fc.property(anEvidence, aCountry, aRegion, (evidence, country, region) => {
        fc.pre(region.startsWith(country));
        const written = { phone: evidence.phone, country, region };
        const together = placeOf({ ...written, postalCode: evidence.postalCode });
        expect(together.jurisdictions).toEqual(expect.arrayContaining([...placeOf(written).jurisdictions]));
      }),
    );
  });

  it("a number's clocks are left out beside an address when the house says so, its rules never", () => {
    fc.assert(
      fc.property(anEvidence, (evidence) => {
        const strict = placeOf(evidence);
        const byAddress = placeOf(evidence, { from: "address", unknown: "refuse" });
        expect(strict.zones).toEqual(expect.arrayContaining([...byAddress.zones]));
        expect(byAddress.jurisdictions).toEqual(strict.jurisdictions);
        expect(byAddress.zones.length === 0).toBe(strict.zones.length === 0);
      }),
    );
  });

  it("an explicit zone is the only clock and leaves all jurisdictions", () => {
    fc.assert(
      fc.property(anEvidence, (evidence) => {
        const without = placeOf(evidence);
        fc.pre(!without.source.startsWith("unreadable") && without.jurisdictions.length > 0);
        const told = placeOf({ ...evidence, timeZone: "Asia/Kathmandu" });
        expect(told.zones).toEqual(["Asia/Kathmandu"]);
        expect(told.jurisdictions).toEqual(without.jurisdictions);
      }),
    );
  });

  it("has the same key for the same evidence, and another key for another place", () => {
    fc.assert(
      fc.property(anEvidence, anEvidence, (one, other) => {
        const [first, second] = [placeOf(one), placeOf(other)];
        expect(placeOf({ ...one }).key).toBe(first.key);
        const same = (place: typeof first) => JSON.stringify([place.zones, place.jurisdictions, place.source]);
        expect(first.key === second.key).toBe(same(first) === same(second));
      }),
    );
  });

  it("never throws and names only zones that exist, whatever the fields hold", () => {
    const text = fc.option(fc.string(), { nil: undefined });
    fc.assert(
      fc.property(fc.record({ phone: fc.string(), country: text, region: text, postalCode: text, timeZone: text }), (evidence) => {
        expect(placeOf(evidence).zones.filter((name) => !zoneNamed(name))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
