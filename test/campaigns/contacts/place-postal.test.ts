import { describe, expect, it } from "vitest";
import { type PlaceEvidence, placeOf } from "../../../campaigns/contacts/place.ts";

const [EASTERN, CENTRAL, MOUNTAIN] = ["America/New_York", "America/Chicago", "America/Denver"];

type Row = readonly [title: string, evidence: PlaceEvidence, zones: readonly string[], jurisdictions: readonly string[], source: string];
const TOLL_FREE = "+18005550199";
const MIAMI = "+13055550100";

const rows: readonly Row[] = [
  ["a ZIP code places a toll-free number", { phone: TOLL_FREE, postalCode: "33101" }, [EASTERN], ["US", "US-FL"], "postal-code"],
  ["a Canadian code does, too", { phone: TOLL_FREE, postalCode: "v1g 1a1" }, ["America/Dawson_Creek"], ["CA", "CA-BC"], "postal-code"],
  [
    "the ZIP code decides between the clocks of the state, the number keeps its own",
    { phone: MIAMI, country: "US", region: "TX", postalCode: "79901" },
    [MOUNTAIN, EASTERN],
    ["US", "US-FL", "US-TX"],
    "postal-code+area-code",
  ],
  [
    "a ZIP code of another state than the one written leaves both",
    { phone: TOLL_FREE, country: "US", region: "GA", postalCode: "33101" },
    [EASTERN],
    ["US", "US-FL", "US-GA"],
    "postal-code+region",
  ],
  [
    "a ZIP code across two states is under the rules of both, whichever was written",
    { phone: TOLL_FREE, region: "KY", postalCode: "42223" },
    [CENTRAL],
    ["US", "US-KY", "US-TN"],
    "postal-code",
  ],
  [
    "an unknown ZIP code leaves the state",
    { phone: TOLL_FREE, country: "US", region: "FL", postalCode: "00000" },
    [CENTRAL, EASTERN],
    ["US", "US-FL"],
    "region",
  ],
  [
    "an American code beside a Canadian number",
    { phone: "+14165550100", postalCode: "10001" },
    [EASTERN, "America/Toronto"],
    ["CA", "CA-ON", "US", "US-NY"],
    "postal-code+area-code",
  ],
  [
    "a Canadian address of a British number",
    { phone: "+442079460018", postalCode: "M5V 2T6" },
    ["America/Toronto", "Europe/London"],
    ["CA", "CA-ON", "GB"],
    "postal-code+number-country",
  ],
  [
    "a British postcode says no more than the number",
    { phone: "+442079460018", postalCode: "SW1A 1AA" },
    ["Europe/London"],
    ["GB"],
    "number-country",
  ],
  [
    "but beside an American number nobody can read it",
    { phone: MIAMI, postalCode: "SW1A 1AA" },
    [],
    ["US", "US-FL"],
    "unreadable-postal-code",
  ],
  ["mail to forces abroad is nowhere", { phone: MIAMI, country: "US", region: "AE", postalCode: "09012" }, [], ["US", "US-FL"], "forces"],
  ["forces abroad by their region alone", { phone: MIAMI, country: "US", region: "AP" }, [], ["US", "US-FL"], "forces"],
  [
    "unless they say which clock they are on",
    { phone: MIAMI, country: "US", postalCode: "09012", timeZone: "Europe/Berlin" },
    ["Europe/Berlin"],
    ["US", "US-FL"],
    "explicit-zone",
  ],
  [
    "Spain's provinces by postal code, for the holidays of the region",
    { phone: "+34928123456", country: "ES", postalCode: "35001" },
    ["Atlantic/Canary"],
    ["ES", "ES-CN"],
    "postal-code+number-prefix",
  ],
  ["a Spanish province in words", { phone: TOLL_FREE, country: "ES", region: "Sevilla" }, ["Europe/Madrid"], ["ES", "ES-AN"], "region"],
  [
    "Réunion under French rules",
    { phone: "+262692123456", country: "FR", postalCode: "97410" },
    ["Indian/Mayotte", "Indian/Reunion"],
    ["FR", "RE", "YT"],
    "postal-code+number-country",
  ],
  [
    "Puerto Rico by its code",
    { phone: TOLL_FREE, country: "PR", postalCode: "00901" },
    ["America/Puerto_Rico"],
    ["US", "US-PR"],
    "postal-code",
  ],
  [
    "Puerto Rico with a code of Miami has both",
    { phone: TOLL_FREE, country: "PR", postalCode: "33101" },
    [EASTERN, "America/Puerto_Rico"],
    ["US", "US-FL", "US-PR"],
    "postal-code+region",
  ],
];

describe("a place by its postal code", () => {
  it.each(rows)("%s", (_title, evidence, zones, jurisdictions, source) => {
    expect(placeOf(evidence)).toMatchObject({ zones: [...zones].sort(), jurisdictions, source });
  });

  it.each(["00000", "33l01", "3310"])("an American code that is none (%s) and no state leaves the whole country", (postalCode) => {
    const place = placeOf({ phone: MIAMI, country: "US", postalCode });
    expect(place.zones).toContain("Pacific/Honolulu");
    expect(place.jurisdictions).toEqual(expect.arrayContaining(["US-FL", "US-WA", "US-ME"]));
  });

  it("an American code in a Canadian address leaves all of Canada and the American state", () => {
    const place = placeOf({ phone: TOLL_FREE, country: "CA", postalCode: "33101" });
    expect(place.jurisdictions).toEqual(expect.arrayContaining(["CA", "CA-BC", "CA-NL", "US", "US-FL"]));
    expect(place.zones).toEqual(expect.arrayContaining(["America/St_Johns", "America/Vancouver", EASTERN]));
  });

  it("needs no number's clocks when the house goes by the address, and keeps its rules", () => {
    const evidence = { phone: MIAMI, country: "US", region: "TX", postalCode: "79901" };
    expect(placeOf(evidence, { from: "address", unknown: "refuse" })).toMatchObject({
      zones: [MOUNTAIN],
      jurisdictions: ["US", "US-FL", "US-TX"],
      source: "postal-code",
    });
  });
});
