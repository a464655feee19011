import { describe, expect, it } from "vitest";
import { FSA_TABLE } from "../../../campaigns/contacts/fsa-table.ts";
import { type PostalAnswer, placeOfPostalCode } from "../../../campaigns/contacts/postal-code.ts";
import { POSTAL_RANGES } from "../../../campaigns/contacts/postal-ranges.ts";
import { regionNamed, regionsOf } from "../../../campaigns/contacts/region.ts";
import { SPANISH_PROVINCES } from "../../../campaigns/contacts/spain.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";
import { ZIP_TABLE } from "../../../campaigns/contacts/zip-table.ts";

const [EASTERN, CENTRAL, MOUNTAIN, PACIFIC] = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];

const known = (answer: PostalAnswer) =>
  answer.kind === "known" ? { places: [...answer.places].sort(), zones: [...answer.zones].sort() } : answer.kind;

describe("an American ZIP code", () => {
  it.each([
    ["Miami", "33101", ["US-FL"], [EASTERN]],
    ["Miami with the four digits behind", "33101-1234", ["US-FL"], [EASTERN]],
    ["Pensacola is on central time", "32501", ["US-FL"], [CENTRAL]],
    ["El Paso is not on the clock of Dallas", "79901", ["US-TX"], [MOUNTAIN]],
    ["Dallas", "75201", ["US-TX"], [CENTRAL]],
    ["Gary in Indiana", "46402", ["US-IN"], [CENTRAL]],
    ["Indianapolis", "46204", ["US-IN"], ["America/Indiana/Indianapolis"]],
    ["Bowling Green in Kentucky", "42101", ["US-KY"], [CENTRAL]],
    ["Louisville", "40202", ["US-KY"], [EASTERN]],
    ["Knoxville", "37902", ["US-TN"], [EASTERN]],
    ["Nashville", "37203", ["US-TN"], [CENTRAL]],
    ["Coeur d'Alene in northern Idaho", "83814", ["US-ID"], [PACIFIC]],
    ["Boise", "83702", ["US-ID"], ["America/Boise"]],
    ["Ontario in Oregon", "97914", ["US-OR"], ["America/Boise"]],
    ["Goodland in Kansas", "67735", ["US-KS"], [MOUNTAIN]],
    ["Scottsbluff in Nebraska", "69361", ["US-NE"], [MOUNTAIN]],
    ["Dickinson in North Dakota", "58601", ["US-ND"], [MOUNTAIN]],
    ["Rapid City in South Dakota", "57701", ["US-SD"], [MOUNTAIN]],
    ["Iron Mountain in Michigan", "49801", ["US-MI"], [CENTRAL]],
    ["Adak in the Aleutians", "99546", ["US-AK"], ["America/Adak"]],
    ["Phoenix", "85001", ["US-AZ"], ["America/Phoenix"]],
    ["Window Rock in the Navajo Nation", "86515", ["US-AZ", "US-NM"], [MOUNTAIN, "America/Phoenix"]],
    ["Kykotsmovi of the Hopi, inside it", "86039", ["US-AZ"], [MOUNTAIN, "America/Phoenix"]],
    ["Phenix City in Alabama, by law and by custom", "36867", ["US-AL"], [CENTRAL, EASTERN]],
    ["West Wendover in Nevada", "89883", ["US-NV"], [MOUNTAIN, PACIFIC]],
    ["Hyder in Alaska, by custom", "99923", ["US-AK"], ["America/Anchorage", PACIFIC]],
    ["Fort Campbell lies in two states", "42223", ["US-KY", "US-TN"], [CENTRAL]],
    ["Fishers Island, New York by way of Connecticut", "06390", ["US-NY"], [EASTERN]],
    ["Texhoma in Texas by way of Oklahoma", "73960", ["US-TX"], [CENTRAL]],
    ["San Juan", "00901", ["US-PR"], ["America/Puerto_Rico"]],
    ["Pago Pago, among Hawaii's codes", "96799", ["US-AS"], ["Pacific/Pago_Pago"]],
    ["Guam", "96910", ["US-GU"], ["Pacific/Guam"]],
    ["Palau, a country of its own", "96940", ["PW"], ["Pacific/Palau"]],
  ])("%s", (_title, code, places, zones) => {
    expect(known(placeOfPostalCode("US", code))).toEqual({ places, zones: [...zones].sort() });
  });

  it("on a line between two clocks has both", () => {
    expect(known(placeOfPostalCode("US", "37337"))).toEqual({ places: ["US-TN"], zones: [CENTRAL, EASTERN] });
  });

  it("that is new may be anywhere in the area of its prefix", () => {
    expect(known(placeOfPostalCode("US", "10098"))).toEqual({ places: ["US-NY"], zones: [EASTERN] });
    expect(known(placeOfPostalCode("US", "37399"))).toEqual({ places: ["US-TN"], zones: [CENTRAL, EASTERN] });
  });

  it.each([
    ["00000", "unknown"],
    ["99999", "known"],
    ["3310", "unreadable"],
    ["331011", "unreadable"],
    ["33l01", "unreadable"],
    ["M5V 2T6", "unreadable"],
    ["09012", "forces"],
    ["34002", "forces"],
    ["96201", "forces"],
    ["34102", "known"],
  ])("%s is %s", (code, kind) => {
    expect(placeOfPostalCode("US", code).kind).toBe(kind);
  });

  it("stands in a table whose every line names states and clocks that exist, within 60 KB", () => {
    expect(ZIP_TABLE.length + FSA_TABLE.length).toBeLessThan(60_000);
    const lines = [...ZIP_TABLE.trim().split("\n"), ...FSA_TABLE.trim().split("\n")];
    expect(lines.length).toBeGreaterThan(250);
    for (const line of lines) {
      const [places = "", zones = ""] = line.split(" ");
      expect(
        zones.split("+").filter((name) => !zoneNamed(name)),
        line,
      ).toEqual([]);
      const regions = places.split("+").filter((place) => place.includes("-"));
      expect(
        regions.filter((code) => !regionNamed(code.slice(0, 2), code)),
        line,
      ).toEqual([]);
    }
  });

  it("is there for every state", () => {
    const states = new Set(
      ZIP_TABLE.trim()
        .split("\n")
        .flatMap((line) => (line.split(" ")[0] ?? "").split("+")),
    );
    expect(regionsOf("US").filter(({ code }) => !states.has(code))).toEqual([]);
  });
});

describe("a Canadian postal code", () => {
  it.each([
    ["Toronto", "M5V 2T6", ["CA-ON"], ["America/Toronto"]],
    ["in small letters and without a space", "m5v2t6", ["CA-ON"], ["America/Toronto"]],
    ["its first half alone", "m5v", ["CA-ON"], ["America/Toronto"]],
    ["Kenora in north-west Ontario", "P9N 1A1", ["CA-ON"], ["America/Winnipeg"]],
    ["Lloydminster in Saskatchewan keeps Alberta's clock", "S9V 0A1", ["CA-SK"], ["America/Edmonton"]],
    ["Regina", "S4P 3Y2", ["CA-SK"], ["America/Regina"]],
    ["the Magdalen Islands", "G4T 1A1", ["CA-QC"], ["America/Halifax"]],
    ["Blanc-Sablon and its neighbours", "G0G 1C0", ["CA-QC"], ["America/Blanc-Sablon", "America/Halifax", "America/Toronto"]],
    ["Labrador City", "A2V 1A1", ["CA-NL"], ["America/Goose_Bay"]],
    ["St. John's", "A1C 5M2", ["CA-NL"], ["America/St_Johns"]],
    ["the mail routes of Labrador", "A0P 1E0", ["CA-NL"], ["America/Goose_Bay", "America/St_Johns"]],
    ["Dawson Creek", "V1G 1A1", ["CA-BC"], ["America/Dawson_Creek"]],
    ["Cranbrook", "V1C 1A1", ["CA-BC"], ["America/Edmonton"]],
    ["Vancouver", "V6B 1A1", ["CA-BC"], ["America/Vancouver"]],
    ["Iqaluit and Resolute", "X0A 0H0", ["CA-NU"], ["America/Iqaluit", "America/Resolute"]],
    ["Yellowknife", "X1A 1A1", ["CA-NT"], ["America/Edmonton"]],
    ["Whitehorse", "Y1A 1A1", ["CA-YT"], ["America/Whitehorse"]],
  ])("%s", (_title, code, places, zones) => {
    expect(known(placeOfPostalCode("CA", code))).toEqual({ places, zones });
  });

  it.each(["33101", "D1A 1A1", "M5V 2T", "MMM", "M5V-2T6-1"])("%s is none", (code) => {
    expect(placeOfPostalCode("CA", code).kind).toBe("unreadable");
  });
});

describe("a postal code elsewhere", () => {
  it.each([
    ["Sydney", "AU", "2000", ["AU-NSW"], ["Australia/Sydney"]],
    ["Brisbane", "AU", "4000", ["AU-QLD"], ["Australia/Brisbane"]],
    ["Darwin, with its leading zero", "AU", "0800", ["AU-NT"], ["Australia/Darwin"]],
    ["Broken Hill", "AU", "2880", ["AU-NSW"], ["Australia/Broken_Hill", "Australia/Sydney"]],
    ["Lord Howe Island", "AU", "2898", ["AU-NSW"], ["Australia/Lord_Howe"]],
    ["Eucla", "AU", "6443", ["AU-WA"], ["Australia/Eucla", "Australia/Perth"]],
    ["Norfolk Island", "AU", "2899", ["NF"], ["Pacific/Norfolk"]],
    [
      "the desert in three states",
      "AU",
      "0872",
      ["AU-NT", "AU-SA", "AU-WA"],
      ["Australia/Adelaide", "Australia/Darwin", "Australia/Eucla", "Australia/Perth"],
    ],
    ["São Paulo", "BR", "01310-100", ["BR-SP"], ["America/Sao_Paulo"]],
    ["Fernando de Noronha", "BR", "53990-000", ["BR-PE"], ["America/Noronha"]],
    ["Recife", "BR", "50030230", ["BR-PE"], ["America/Recife"]],
    ["Roraima, amid Amazonas' codes", "BR", "69301-000", ["BR-RR"], ["America/Boa_Vista"]],
    ["Goiás, amid the Federal District's", "BR", "72800-000", ["BR-GO"], ["America/Sao_Paulo"]],
    ["Tijuana", "MX", "22000", ["MX-BCN"], ["America/Tijuana"]],
    ["Cancún", "MX", "77500", ["MX-ROO"], ["America/Cancun"]],
    ["Madrid", "ES", "28001", ["ES-MD"], ["Europe/Madrid"]],
    ["Las Palmas", "ES", "35001", ["ES-CN"], ["Atlantic/Canary"]],
    ["Paris", "FR", "75001", ["FR"], ["Europe/Paris"]],
    ["Réunion, written as France", "FR", "97410", ["RE"], ["Indian/Reunion"]],
    ["Saint-Martin", "FR", "97150", ["MF"], ["America/Marigot"]],
    ["the Azores", "PT", "9500-321", ["PT"], ["Atlantic/Azores"]],
  ])("%s", (_title, country, code, places, zones) => {
    expect(known(placeOfPostalCode(country, code))).toEqual({ places, zones });
  });

  it("is not read where the country says all, and is none when it has other digits", () => {
    expect(placeOfPostalCode("DE", "10115").kind).toBe("not-read");
    expect(placeOfPostalCode("ES", "99001").kind).toBe("unknown");
    expect(placeOfPostalCode("AU", "20000").kind).toBe("unreadable");
  });

  it("names regions that exist, and reaches every one", () => {
    for (const country of ["AU", "BR", "ES", "MX"]) {
      const named = new Set(POSTAL_RANGES[country]?.ranges.flatMap(({ places }) => places));
      expect(
        regionsOf(country).filter(({ code }) => !named.has(code)),
        country,
      ).toEqual([]);
      expect(
        [...named].filter((code) => code.includes("-") && !regionNamed(country, code)),
        country,
      ).toEqual([]);
    }
    expect(SPANISH_PROVINCES).toHaveLength(52);
  });
});
