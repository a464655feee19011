/** The traps of places, each by its name: where other dialers go wrong, and what is right. */
import examples from "libphonenumber-js/examples.mobile.json" with { type: "json" };
import { type CountryCode, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { AREA_CODE_LIST, areaCodeNamed } from "../../../campaigns/contacts/area-codes.ts";
import { countriesOfZone, jurisdictionsOfCountry, zonesOfCountry } from "../../../campaigns/contacts/country.ts";
import { placeOf } from "../../../campaigns/contacts/place.ts";
import { clockOf } from "../../../campaigns/contacts/same-clock.ts";

const zonesOf = (phone: string): readonly string[] => placeOf({ phone }).zones;
const northAmerican = (code: string): string => `+1${code}5550100`;
const mobileOf = (country: string): string => getExampleNumber(country as CountryCode, examples)?.number ?? "none";

const [EASTERN, CENTRAL, MOUNTAIN, PACIFIC] = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];
const INDIANA = [CENTRAL, "America/Indiana/Indianapolis"];
const BRITISH_COLUMBIA = ["America/Creston", "America/Dawson_Creek", "America/Edmonton", "America/Fort_Nelson", "America/Vancouver"];

describe("an area code across a line between clocks has all of them", () => {
  it.each([
    ["Idaho", "208 986", ["America/Boise", PACIFIC]],
    ["Indiana", "219 574 812 930", INDIANA],
    ["Kentucky", "270 364 606", [CENTRAL, EASTERN]],
    ["Nebraska", "308", [CENTRAL, MOUNTAIN]],
    ["Tennessee", "423 729 931", [CENTRAL, EASTERN]],
    ["Florida", "850 448", [CENTRAL, EASTERN]],
    ["Oregon", "541 458", ["America/Boise", PACIFIC]],
    ["South Dakota", "605", [CENTRAL, MOUNTAIN]],
    ["Kansas", "620 785", [CENTRAL, MOUNTAIN]],
    ["North Dakota", "701", [CENTRAL, MOUNTAIN]],
    ["Nevada, for West Wendover", "775", [MOUNTAIN, PACIFIC]],
    ["Ontario", "807", ["America/Atikokan", "America/Toronto", "America/Winnipeg"]],
    ["Michigan", "906", [CENTRAL, "America/Detroit"]],
    ["Texas", "915", [CENTRAL, MOUNTAIN]],
    ["Alabama, by the custom of Phenix City", "334 483", [CENTRAL, EASTERN]],
    ["Arizona, for the Navajo Nation", "928", [MOUNTAIN, "America/Phoenix"]],
    ["Alaska, for Adak", "907", ["America/Adak", "America/Anchorage"]],
    ["British Columbia", "250 236 257 672 778", BRITISH_COLUMBIA],
    ["Saskatchewan, for Lloydminster and Creighton", "306 474 639", ["America/Edmonton", "America/Regina", "America/Winnipeg"]],
    ["Newfoundland and Labrador", "709 879", ["America/Goose_Bay", "America/St_Johns"]],
    ["Quebec, for the Magdalen Islands and Blanc-Sablon", "418 367 581", ["America/Blanc-Sablon", "America/Halifax", "America/Toronto"]],
  ])("%s (%s)", (_title, codes, zones) => {
    for (const code of codes.split(" ")) expect(zonesOf(northAmerican(code)), code).toEqual([...zones].sort());
  });

  it("867 is the whole north of Canada", () => {
    expect(placeOf({ phone: northAmerican("867") }).jurisdictions).toEqual(["CA", "CA-NT", "CA-NU", "CA-YT"]);
    expect(new Set(zonesOf(northAmerican("867")).map(clockOf)).size).toBeGreaterThan(3);
  });

  it("689 is Orlando's and on eastern time alone", () => {
    expect(zonesOf(northAmerican("689"))).toEqual([EASTERN]);
  });
});

describe("a split state is decided by the postal code", () => {
  it.each([
    ["IN", "46204", "46402"],
    ["KY", "40202", "42101"],
    ["TN", "37203", "37902"],
    ["FL", "33101", "32501"],
    ["SD", "57104", "57701"],
    ["ID", "83702", "83814"],
    ["NE", "68102", "69361"],
    ["MI", "48201", "49801"],
    ["ND", "58102", "58601"],
    ["TX", "75201", "79901"],
    ["AZ", "85001", "86515"],
    ["OR", "97201", "97914"],
    ["KS", "66101", "67735"],
    ["AL", "35203", "36867"],
    ["AK", "99501", "99546"],
  ])("%s: %s and %s have clocks of their own, the state alone has both", (state, one, other) => {
    const place = (postalCode?: string) => placeOf({ phone: "+18005550199", country: "US", region: state, postalCode });
    const [whole, first, second] = [place(), place(one), place(other)];
    expect(first.zones).not.toEqual(second.zones);
    const clocks = new Set(whole.zones.map(clockOf));
    expect([...first.zones, ...second.zones].filter((zone) => !clocks.has(clockOf(zone)))).toEqual([]);
    expect(first.jurisdictions).toEqual(["US", `US-${state}`]);
  });

  it("Arizona: the Navajo Nation changes its clocks, the rest does not, and the Hopi inside do not either", () => {
    for (const code of ["86001", "86039", "86503", "86515"])
      expect(placeOf({ phone: "+18005550199", postalCode: code }).zones, code).toEqual([MOUNTAIN, "America/Phoenix"]);
    expect(placeOf({ phone: "+16025550100" }).zones).toEqual(["America/Phoenix"]);
  });
});

describe("a number that is nowhere", () => {
  it.each("800 833 844 855 866 877 888 500 521 533 544 566 577 588 600 622 633 700 710 900".split(" "))(
    "+1 %s is not called by itself",
    (code) => {
      expect(placeOf({ phone: northAmerican(code) })).toMatchObject({ zones: [], jurisdictions: [], source: "none" });
    },
  );

  it.each(["+80012345678", "+80812345678", "+870301234567", "+881612345678", "+883510012345", "+979123456789"])("nor is %s", (phone) => {
    expect(placeOf({ phone })).toMatchObject({ zones: [], jurisdictions: [] });
  });
});

describe("area codes that libphonenumber does not know", () => {
  it.each("357 436 457 465 471 483 621 624 679 729 837 861 924".split(" "))("%s is in service and has its state", (code) => {
    expect(parsePhoneNumberFromString(northAmerican(code))?.country).toBeUndefined();
    expect(placeOf({ phone: northAmerican(code) }).jurisdictions).toHaveLength(2);
  });

  it("and all that it knows are in the country that it says", () => {
    const differing = AREA_CODE_LIST.flatMap((code) => {
      const theirs = ["2345678", "5550100", "6665555"].map((rest) => parsePhoneNumberFromString(`+1${code}${rest}`)?.country).find(Boolean);
      const entry = areaCodeNamed(code);
      const ours = entry && [entry.country, ...entry.regions];
      return theirs === undefined || jurisdictionsOfCountry(theirs).every((jurisdiction) => ours?.includes(jurisdiction)) ? [] : [code];
    });
    expect(differing).toEqual([]);
  });

  it("the Caribbean is 21 codes of 18 countries, none of them the United States", () => {
    const codes = AREA_CODE_LIST.filter((code) => !["US", "CA"].includes(areaCodeNamed(code)?.country ?? ""));
    expect(codes).toHaveLength(21);
    expect(new Set(codes.map((code) => areaCodeNamed(code)?.country)).size).toBe(18);
  });
});

describe("a number outside North America", () => {
  it("+7 is Kazakhstan's behind 76 and 77, on one clock since March 2024", () => {
    for (const phone of ["+77011234567", "+77172123456"]) {
      expect(placeOf({ phone }).jurisdictions).toEqual(["KZ"]);
      expect(new Set(zonesOf(phone).map(clockOf)).size).toBe(1);
    }
  });

  it("+7 9 is a Russian mobile on any of eleven clocks, and an address or a told zone says which beside it", () => {
    expect(new Set(zonesOf("+79161234567").map(clockOf)).size).toBe(11);
    expect(placeOf({ phone: "+79161234567", timeZone: "Europe/Samara" })).toMatchObject({
      zones: ["Europe/Samara"],
      jurisdictions: ["RU"],
    });
  });

  it("+61 4 is anywhere on the Australian mainland, +61 7 is Queensland, which has no summer time", () => {
    expect(new Set(zonesOf("+61412345678").map(clockOf)).size).toBe(5);
    expect(zonesOf("+61732001234")).toEqual(["Australia/Brisbane"]);
    expect(zonesOf("+61755361234")).toEqual(["Australia/Brisbane", "Australia/Sydney"]);
  });

  it.each([
    ["81 is Recife and Noronha", "81", ["America/Noronha", "America/Recife"], "BR-PE"],
    ["93 is Pará, not Manaus", "93", ["America/Belem"], "BR-PA"],
    ["94 is Pará, not Manaus", "94", ["America/Belem"], "BR-PA"],
    ["97 has Eirunepé", "97", ["America/Eirunepe", "America/Manaus"], "BR-AM"],
  ])("+55 %s", (_title, code, zones, region) => {
    expect(placeOf({ phone: `+55${code}991234567` })).toMatchObject({ zones, jurisdictions: ["BR", region] });
  });

  it("+52 may be on any clock of Mexico, the border strip and Quintana Roo among them", () => {
    expect(new Set(zonesOf("+525512345678").map(clockOf)).size).toBe(new Set(zonesOfCountry("MX").map(clockOf)).size);
    for (const zone of ["America/Cancun", "America/Ciudad_Juarez", "America/Hermosillo", "America/Tijuana"])
      expect(zonesOf("+525512345678").map(clockOf)).toContain(clockOf(zone));
  });

  it.each(["ES", "NZ", "CD", "RE", "GL", "PT", "EC", "KI", "PF", "FM", "MN", "ID"])(
    "a mobile of %s may be on each clock of the country",
    (country) => {
      expect(new Set(zonesOf(mobileOf(country)).map(clockOf)).size).toBeGreaterThan(1);
    },
  );

  it("a mobile of Chile may be on Easter Island or in Magallanes", () => {
    expect(zonesOf("+56961234567")).toEqual(expect.arrayContaining(["America/Punta_Arenas", "America/Santiago", "Pacific/Easter"]));
  });

  it.each([
    ["Guernsey", "+447781123456", "GG"],
    ["Jersey", "+447797712345", "JE"],
    ["the Isle of Man", "+447624123456", "IM"],
    ["the United Kingdom", "+447400123456", "GB"],
  ])("+44 7 is one clock and the law of %s", (_title, phone, country) => {
    const place = placeOf({ phone });
    expect(place.jurisdictions).toEqual([country]);
    expect(new Set(place.zones.map(clockOf))).toEqual(new Set([clockOf("Europe/London")]));
  });

  it.each([
    ["Guadeloupe", "+590690001234", "GP"],
    ["French Guiana", "+594694201234", "GF"],
    ["Martinique", "+596696201234", "MQ"],
    ["Réunion", "+262692123456", "RE"],
    ["Saint-Pierre and Miquelon", "+508551234", "PM"],
  ])("%s is under the law of France by the clock of the place", (_title, phone, country) => {
    const place = placeOf({ phone });
    expect(place.jurisdictions).toEqual(expect.arrayContaining(["FR", country]));
    expect(place.zones).not.toContain("Europe/Paris");
  });

  it.each([
    ["New Caledonia", "+687751234", "NC"],
    ["Polynesia", "+68987123456", "PF"],
  ])("%s is not", (_title, phone, country) => {
    expect(placeOf({ phone }).jurisdictions).toEqual([country]);
  });

  it.each([
    ["MA", "Africa/Casablanca"],
    ["DZ", "Africa/Algiers"],
    ["LY", "Africa/Tripoli"],
    ["SS", "Africa/Juba"],
    ["NI", "America/Managua"],
    ["PS", "Asia/Gaza"],
    ["XK", "Europe/Belgrade"],
    ["AC", "Atlantic/St_Helena"],
    ["UA", "Europe/Kyiv"],
    ["CN", "Asia/Shanghai"],
    ["PG", "Pacific/Port_Moresby"],
    ["GL", "America/Nuuk"],
  ])("%s has its own clock, not the one of the place that libphonenumber names for it", (country, zone) => {
    expect(placeOf({ phone: mobileOf(country) }).zones).toContain(zone);
    expect(placeOf({ phone: mobileOf(country) }).zones.filter((name) => !zonesOfCountry(country).includes(name))).toEqual([]);
  });
});

describe("a zone that was told, where nothing else is known", () => {
  it.each([
    ["America/Phoenix", ["US"]],
    ["America/Denver", ["US"]],
    ["America/Toronto", ["CA"]],
    ["America/Indiana/Knox", ["US"]],
    ["US/Eastern", ["US"]],
    ["Asia/Tokyo", ["JP"]],
    ["Europe/London", ["GB"]],
    ["Europe/Jersey", ["JE"]],
    ["Asia/Calcutta", ["IN"]],
    ["UTC", []],
    ["Etc/GMT+5", []],
  ])("%s is used in %j", (zone, countries) => {
    expect(countriesOfZone(zone)).toEqual(countries);
  });

  it("brings the rules of every state that keeps its clock", () => {
    const { jurisdictions } = placeOf({ phone: "+18005550199", timeZone: "Pacific/Honolulu" });
    expect(jurisdictions).toEqual(["US", "US-HI"]);
  });

  it("that is nobody's brings none, and nobody is called", () => {
    expect(placeOf({ phone: "+18005550199", timeZone: "UTC" }).jurisdictions).toEqual([]);
  });
});
