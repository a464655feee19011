import { describe, expect, it } from "vitest";
import { AREA_CODE_LIST, areaCodeNamed, nonGeographicKind } from "../../../campaigns/contacts/area-codes.ts";
import { BRAZILIAN_CODE_LIST, placeOfNumber } from "../../../campaigns/contacts/number-place.ts";
import { hasRegions, regionNamed, regionsOf } from "../../../campaigns/contacts/region.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";

const zonesOf = (code: string): readonly string[] => areaCodeNamed(code)?.zones ?? [];

describe("the area codes of North America", () => {
  it("are all there: 454 in service in November 2026", () => {
    expect(AREA_CODE_LIST).toHaveLength(454);
    expect(AREA_CODE_LIST.filter((code) => !/^[2-9]\d\d$/.test(code))).toEqual([]);
  });

  it("have clocks that exist, and a state or province wherever the country has them", () => {
    for (const code of AREA_CODE_LIST) {
      const entry = areaCodeNamed(code);
      expect(entry?.zones.length, code).toBeGreaterThan(0);
      expect(
        entry?.zones.filter((name) => !zoneNamed(name)),
        code,
      ).toEqual([]);
      if (entry && ["US", "CA"].includes(entry.country)) {
        expect(entry.regions.length, code).toBeGreaterThan(0);
        expect(
          entry.regions.filter((region) => !regionNamed(entry.country, region)),
          code,
        ).toEqual([]);
      }
    }
  });

  it("reach every state and province", () => {
    const reached = new Set(AREA_CODE_LIST.flatMap((code) => areaCodeNamed(code)?.regions ?? []));
    const missing = ["US", "CA"].flatMap((country) => regionsOf(country).filter((region) => !reached.has(region.code)));
    expect(missing).toEqual([]);
  });

  it("never have a clock that their state has not", () => {
    for (const code of AREA_CODE_LIST) {
      const entry = areaCodeNamed(code);
      const allowed = entry?.regions.flatMap((region) => regionNamed(entry.country, region)?.zones ?? []) ?? [];
      if (entry && entry.regions.length > 0) expect(allowed, code).toEqual(expect.arrayContaining([...entry.zones]));
    }
  });

  it.each([
    ["Idaho, mountain and pacific", "208 986"],
    ["Indiana's corners", "219 574 812 930"],
    ["western Kentucky", "270 364"],
    ["eastern Tennessee", "423 729"],
    ["the Florida panhandle", "850 448"],
    ["Oregon without Portland", "541 458"],
    ["southern Alabama", "334 483"],
    ["British Columbia outside Vancouver", "250 236 257 672 778"],
    ["Saskatchewan", "306 474 639"],
    ["Newfoundland and Labrador", "709 879"],
    ["eastern Quebec", "418 367 581"],
  ])("an overlay is as wide as the code that it lies over: %s", (_title, codes) => {
    const [parent = "", ...overlays] = codes.split(" ");
    expect(zonesOf(parent).length).toBeGreaterThan(1);
    for (const overlay of overlays) expect(zonesOf(overlay), overlay).toEqual(zonesOf(parent));
  });

  it.each("606 308 931 605 620 785 701 775 807 906 915 928 907 867".split(" "))("%s straddles clocks and has them all", (code) => {
    expect(zonesOf(code).length).toBeGreaterThan(1);
  });

  it.each("800 833 844 855 866 877 888 900 500 521 533 600 622 633 700 710".split(" "))("%s is nowhere", (code) => {
    expect(areaCodeNamed(code)).toBeUndefined();
    expect(nonGeographicKind(code)).toBeDefined();
    expect(placeOfNumber(`+1${code}5550100`)).toMatchObject({ zones: [], jurisdictions: [], source: "none" });
  });

  it("and nowhere-codes are never also somewhere", () => {
    expect(AREA_CODE_LIST.filter((code) => nonGeographicKind(code))).toEqual([]);
  });
});

describe("states and provinces", () => {
  it.each([
    ["US", "FL", "US-FL"],
    ["US", "us-fl", "US-FL"],
    ["US", " Florida ", "US-FL"],
    ["US", "district of columbia", "US-DC"],
    ["CA", "Québec", "CA-QC"],
    ["CA", "quebec", "CA-QC"],
    ["BR", "Sao Paulo", "BR-SP"],
    ["BR", "SP", "BR-SP"],
    ["MX", "Quintana Roo", "MX-ROO"],
    ["AU", "Western Australia", "AU-WA"],
  ])("in %s, %j is %s", (country, text, code) => {
    expect(regionNamed(country, text)?.code).toBe(code);
  });

  it("have clocks that exist", () => {
    const regions = ["US", "CA", "AU", "BR", "MX"].flatMap(regionsOf);
    expect(regions).toHaveLength(56 + 13 + 8 + 27 + 32);
    expect(regions.flatMap((region) => region.zones).filter((name) => !zoneNamed(name))).toEqual([]);
  });

  it("are unknown where there is no table, and when misspelt", () => {
    expect(hasRegions("GB")).toBe(false);
    expect(regionNamed("GB", "Kent")).toBeUndefined();
    expect(regionNamed("US", "Florda")).toBeUndefined();
  });
});

describe("the area codes of Brazil", () => {
  it("are all 67, each in its state", () => {
    expect(BRAZILIAN_CODE_LIST).toHaveLength(67);
    for (const code of BRAZILIAN_CODE_LIST) expect(placeOfNumber(`+55${code}912345678`).jurisdictions.length, code).toBeGreaterThan(1);
  });
});
