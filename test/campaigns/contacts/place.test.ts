import { getCountries } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { readCountry, zonesOfCountry } from "../../../campaigns/contacts/country.ts";
import { type PlaceEvidence, placeOf } from "../../../campaigns/contacts/place.ts";
import { regionsOf } from "../../../campaigns/contacts/region.ts";

type Row = readonly [title: string, evidence: PlaceEvidence, zones: readonly string[], jurisdictions: readonly string[], source: string];

const everyRegion = (country: string): string[] => [country, ...regionsOf(country).map(({ code }) => code)].sort();
const TERRITORIES = new Set(["US-AS", "US-GU", "US-MP", "US-PR", "US-VI"]);
/** With the District of Columbia and the country itself. */
const FIFTY_STATES = everyRegion("US").filter((code) => !TERRITORIES.has(code));

const rows: readonly Row[] = [
  ["a Washington number", { phone: "+12025550100" }, ["America/New_York"], ["US", "US-DC"], "area-code"],
  ["toll-free has no place", { phone: "+18005550199" }, [], [], "none"],
  [
    "toll-free with a zone that the person told us",
    { phone: "+18005550199", timeZone: "America/Denver" },
    ["America/Denver"],
    ["US", ..."AZ CO ID KS MT ND NE NM NV OR SD TX UT WY".split(" ").map((state) => `US-${state}`)],
    "explicit-zone",
  ],
  ["toll-free with an address", { phone: "+18005550199", country: "US", region: "HI" }, ["Pacific/Honolulu"], ["US", "US-HI"], "region"],
  [
    "a code that straddles a line has both clocks",
    { phone: "+12085550100" },
    ["America/Boise", "America/Los_Angeles"],
    ["US", "US-ID"],
    "area-code",
  ],
  ["Arizona's north may be Navajo", { phone: "+19285550100" }, ["America/Denver", "America/Phoenix"], ["US", "US-AZ"], "area-code"],
  [
    "a moved mobile: Florida number, Texas address, rules and clocks of both",
    { phone: "+13055550100", country: "US", region: "TX" },
    ["America/Chicago", "America/Denver", "America/New_York"],
    ["US", "US-FL", "US-TX"],
    "region+area-code",
  ],
  [
    "an explicit zone decides the clock but takes no rules away",
    { phone: "+13055550100", country: "US", region: "TX", timeZone: "america/chicago" },
    ["America/Chicago"],
    ["US", "US-FL", "US-TX"],
    "explicit-zone",
  ],
  [
    "a Canadian abroad: the number's country and the address's",
    { phone: "+14165550100", country: "GB" },
    ["America/Toronto", "Europe/London"],
    ["CA", "CA-ON", "GB"],
    "country+area-code",
  ],
  [
    "a state without a country, on a number of +1",
    { phone: "+12025550100", region: "Hawaii" },
    ["America/New_York", "Pacific/Honolulu"],
    ["US", "US-DC", "US-HI"],
    "region+area-code",
  ],
  ["a state that carries its country", { phone: "+18005550199", region: "US-HI" }, ["Pacific/Honolulu"], ["US", "US-HI"], "region"],
  ["the Caribbean is never the United States", { phone: "+12425550100" }, ["America/Nassau"], ["BS"], "area-code"],
  ["Puerto Rico as a country", { phone: "+17875550100", country: "PR" }, ["America/Puerto_Rico"], ["US", "US-PR"], "region+area-code"],
  [
    "Puerto Rico as a state",
    { phone: "+17875550100", country: "US", region: "PR" },
    ["America/Puerto_Rico"],
    ["US", "US-PR"],
    "region+area-code",
  ],
  [
    "Nova Scotia shares its codes with Prince Edward Island",
    { phone: "+19025550100" },
    ["America/Halifax"],
    ["CA", "CA-NS", "CA-PE"],
    "area-code",
  ],
  [
    "an Australian mobile may be anywhere on the mainland",
    { phone: "+61491570006" },
    ["Australia/Adelaide", "Australia/Brisbane", "Australia/Darwin", "Australia/Perth", "Australia/Sydney"],
    ["AU"],
    "number-country",
  ],
  ["Lord Howe Island's exchange", { phone: "+61265632066" }, ["Australia/Lord_Howe"], ["AU"], "number-prefix"],
  ["Perth, told by the person", { phone: "+61491570006", timeZone: "Australia/Perth" }, ["Australia/Perth"], ["AU"], "explicit-zone"],
  ["Moscow's fixed lines", { phone: "+74951234567" }, ["Europe/Moscow"], ["RU"], "number-prefix"],
  ["Kazakhstan, though +7", { phone: "+77011234567" }, [...zonesOfCountry("KZ")].sort(), ["KZ"], "number-country"],
  [
    "Recife shares its code with Fernando de Noronha",
    { phone: "+5581912345678" },
    ["America/Noronha", "America/Recife"],
    ["BR", "BR-PE"],
    "number-prefix",
  ],
  [
    "western Amazonas has a clock of its own",
    { phone: "+559734121234" },
    ["America/Eirunepe", "America/Manaus"],
    ["BR", "BR-AM"],
    "number-prefix",
  ],
  ["Morocco by its own clock, not the Canaries'", { phone: "+212650123456" }, ["Africa/Casablanca"], ["MA"], "number-country"],
  [
    "Spanish mobiles may be in the Canaries",
    { phone: "+34612345678" },
    ["Atlantic/Canary", "Europe/Madrid"],
    everyRegion("ES"),
    "number-country",
  ],
  ["Spanish fixed lines are where they are", { phone: "+34928123456" }, ["Atlantic/Canary"], ["ES", "ES-CN"], "number-prefix"],
  ["Portuguese mobiles may be in the Azores", { phone: "+351912345678" }, ["Atlantic/Azores", "Europe/Lisbon"], ["PT"], "number-country"],
  [
    "Réunion and Mayotte share a code; French hours, local clock",
    { phone: "+262692123456" },
    ["Indian/Mayotte", "Indian/Reunion"],
    ["FR", "RE", "YT"],
    "number-country",
  ],
  [
    "Guadeloupe shares its code with Saint-Barthélemy and Saint-Martin, all under French rules",
    { phone: "+590690001234" },
    ["America/Guadeloupe", "America/Marigot", "America/St_Barthelemy"],
    ["BL", "FR", "GP", "MF"],
    "number-country",
  ],
  ["New Caledonia under its own", { phone: "+687751234" }, ["Pacific/Noumea"], ["NC"], "number-country"],
  ["Jersey has a law of its own", { phone: "+447797712345" }, ["Europe/Jersey"], ["JE"], "number-country"],
  ["Kosovo, which the zone table lacks", { phone: "+38344123456" }, ["Europe/Belgrade"], ["XK"], "number-country"],
  ["freephone elsewhere is nowhere too", { phone: "+448081570192" }, [], [], "none"],
  ["an international freephone number is nowhere", { phone: "+80012345678" }, [], [], "none"],
  [
    "a zone that does not exist leaves the place unknown",
    { phone: "+12025550100", timeZone: "America/Washington" },
    [],
    ["US", "US-DC"],
    "unreadable-time-zone",
  ],
  [
    "a country that does not exist leaves the place unknown",
    { phone: "+12025550100", country: "Narnia" },
    [],
    ["US", "US-DC"],
    "unreadable-country",
  ],
  [
    "and so it does beside a good zone, because nobody can say whose rules hold",
    { phone: "+12025550100", country: "Narnia", timeZone: "America/New_York" },
    [],
    ["US", "US-DC"],
    "unreadable-country",
  ],
  [
    "a state that does not exist leaves the whole country",
    { phone: "+12025550100", country: "CA", region: "Cascadia" },
    [...new Set([...zonesOfCountry("CA"), "America/New_York"])].sort(),
    [...everyRegion("CA"), "US", "US-DC"],
    "country+area-code",
  ],
  [
    "the number's own country is no address and adds nothing",
    { phone: "+12025550100", country: "US" },
    ["America/New_York"],
    ["US", "US-DC"],
    "area-code",
  ],
  [
    "but a state of it that nobody knows leaves all of it",
    { phone: "+12025550100", country: "US", region: "Florda" },
    [...zonesOfCountry("US")].sort(),
    [...FIFTY_STATES, "US-PR", "US-VI"].sort(),
    "country+area-code",
  ],
  [
    "toll-free in a country with states may be in any of them",
    { phone: "+18005550199", country: "US" },
    [...zonesOfCountry("US")].sort(),
    [...FIFTY_STATES, "US-PR", "US-VI"].sort(),
    "country",
  ],
  [
    "blanks are no evidence",
    { phone: "+12025550100", country: " ", region: "", timeZone: "  ", postalCode: "" },
    ["America/New_York"],
    ["US", "US-DC"],
    "area-code",
  ],
  ["nothing that is a number", { phone: "0" }, [], [], "none"],
];

describe("where a person may be", () => {
  it.each(rows)("%s", (_title, evidence, zones, jurisdictions, source) => {
    expect(placeOf(evidence)).toMatchObject({ zones, jurisdictions, source });
  });

  it("Russian mobiles may be on any of eleven clocks", () => {
    expect(placeOf({ phone: "+79161234567" }).zones).toHaveLength(11);
  });

  it("Mexican numbers may be on any of the country's clocks", () => {
    expect(placeOf({ phone: "+525512345678" }).zones).toEqual(
      expect.arrayContaining(["America/Cancun", "America/Mexico_City", "America/Tijuana"]),
    );
  });

  it("is known for every country that has numbers", () => {
    expect(getCountries().filter((country) => readCountry(country) !== country)).toEqual([]);
  });

  it("has one key for one place, whatever order the evidence came in", () => {
    const one = placeOf({ phone: "+12085550100", country: "us", region: "idaho" });
    const other = placeOf({ phone: "+19865550100", country: "US", region: "ID" });
    expect(one.key).toBe(other.key);
    expect(placeOf({ phone: "+12025550100" }).key).not.toBe(placeOf({ phone: "+12125550100" }).key);
  });
});

describe("a number that is nowhere, when the house allows the safe window", () => {
  const SAFE = { from: "address-and-number", unknown: "safe-window" } as const;

  it("is anywhere in the fifty states and Puerto Rico, under the rules of all of them", () => {
    const place = placeOf({ phone: "+18005550199" }, SAFE);
    expect(place.zones).toEqual([...zonesOfCountry("US")].sort());
    expect(place.zones).toContain("America/Puerto_Rico");
    expect(place.jurisdictions).toEqual(expect.arrayContaining([...FIFTY_STATES, "US-PR"]));
    expect(place.source).toBe("safe-window");
  });

  it.each([
    ["a freephone number of another country", { phone: "+448081570192" }],
    ["an area code that nobody knows", { phone: "+12995550100" }],
    ["an address that cannot be read", { phone: "+18005550199", country: "Narnia" }],
    ["no number at all", { phone: "0" }],
  ])("is not what this is: %s stays unknown", (_title, evidence) => {
    expect(placeOf(evidence, SAFE).zones).toEqual([]);
  });

  it("is placed by its address as ever", () => {
    expect(placeOf({ phone: "+18005550199", postalCode: "33101" }, SAFE)).toEqual(placeOf({ phone: "+18005550199", postalCode: "33101" }));
  });
});

describe("a zone that stands for an offset and for no place", () => {
  it.each(["UTC", "Etc/GMT+5", "EST", "CET", "GMT"])("%s narrows the clocks of the number and replaces none", (timeZone) => {
    const place = placeOf({ phone: "+12125550123", timeZone });
    expect(place).toMatchObject({
      zones: [timeZone, "America/New_York"].sort(),
      jurisdictions: ["US", "US-NY"],
      source: "offset+area-code",
    });
  });

  it("is no place by itself, so that nobody's law is known", () =>
    expect(placeOf({ phone: "+18005550123", timeZone: "UTC" })).toMatchObject({ zones: ["UTC"], jurisdictions: [] }));
});
