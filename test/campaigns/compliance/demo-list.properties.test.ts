import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { campaignSettingsSchema } from "../../../campaigns/campaign.ts";
import { decideCall } from "../../../campaigns/compliance/decide-call.ts";
import { parsePhoneNumber } from "../../../campaigns/contacts/phone-number.ts";
import { placeOf } from "../../../campaigns/contacts/place.ts";
import { demoPreset } from "../../../campaigns/presets/demo.ts";
import { demoList } from "../../../scripts/make-demo-list.ts";
import { question, utc } from "./questions.ts";

const file = readFileSync(new URL("../../../simulator/demo/contacts.csv", import.meta.url), "utf8");
const rows: Record<string, string>[] = parse(file, { columns: true });
const settings = campaignSettingsSchema.parse(demoPreset.settings);
const terms = { ...settings, conditions: settings.conditions.map(({ condition }) => condition), waivedRules: [] };
const contacts = rows.map((row) => ({
  id: row.external_id ?? "",
  phone: row.phone ?? "",
  place: placeOf({
    phone: row.phone ?? "",
    country: row.country,
    region: row.region,
    postalCode: row.postal_code,
    timeZone: row.time_zone,
  }),
}));
const numbers = rows.flatMap((row) => [row.phone ?? "", row.phone2 ?? ""].filter((phone) => phone !== ""));

/** The first contact of each place, and how many there are: calls that inform are judged by place and hour alone. */
const crowds = contacts
  .filter(({ place }, index) => contacts.findIndex((other) => other.place.key === place.key) === index)
  .map((first) => ({ ...first, size: contacts.filter(({ place }) => place.key === first.place.key).length }));

/** How many of the list may be called at this instant, each for the first time. */
const callable = (now: number): number =>
  crowds
    .filter(
      ({ id, phone, place }) =>
        decideCall(question({ now, phone, place, subject: { contactId: id, personId: id }, campaign: { ...terms, id: "demo" } })).answer ===
        "call",
    )
    .reduce((sum, { size }) => sum + size, 0);

/** Numbers that regulators keep free for fiction: see simulator/demo/README.md. */
const KEPT_FREE = [
  /^\+1\d{3}55501\d\d$/,
  /^\+44(?:113|114|117|121|131|141|151|161)4960\d{3}$/,
  /^\+44(?:2079460|2920180)\d{3}$/,
  /^\+61[238]5550\d{4}$/,
  /^\+61491570(?:006|110|156|157|158|159|313|737)$/,
  /^\+61491(?:571266|571491|571804|572549|572665|572983)$/,
  /^\+49(?:3023125|8999998)\d{3}$/,
  /^\+46(?:8465004\d\d|3139006\d\d)$/,
  /^\+3319900\d{4}$/,
];

describe("the demo's contact list", () => {
  it("is what its script writes", () => {
    expect(file).toBe(demoList());
  });

  it("has three hundred people and more, each once, in eight time zones and more", () => {
    expect(rows.length).toBeGreaterThanOrEqual(320);
    expect(new Set(rows.map((row) => row.external_id)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => `${row.first_name} ${row.last_name}`)).size).toBe(rows.length);
    expect(new Set(contacts.flatMap(({ place }) => place.zones)).size).toBeGreaterThanOrEqual(8);
    expect(contacts.filter(({ place }) => place.zones.length === 0)).toEqual([]);
  });

  it("has numbers that are kept free for fiction, no two the same, and none of the campaign's own", () => {
    expect(numbers.filter((phone) => !KEPT_FREE.some((range) => range.test(phone)))).toEqual([]);
    expect(new Set([...numbers, ...settings.callerIds]).size).toBe(numbers.length + settings.callerIds.length);
  });

  it("has numbers that our own reading takes as they are", () => {
    const read = numbers.map((phone) => parsePhoneNumber(phone));
    expect(read.map((answer) => (answer.ok ? answer.phone.e164 : answer.error))).toEqual(numbers);
  });

  it.each([
    ["in November, after the last change of the clocks", "2026-11-23"],
    ["in January", "2027-01-11"],
    ["in March, when America's clocks change and Europe's do not", "2027-03-08"],
    ["in March, when Europe's change", "2027-03-22"],
    ["in April, when Australia's change", "2027-03-29"],
    ["in July", "2027-07-12"],
    ["in October, when Australia's and Europe's change", "2026-09-28"],
    ["at the end of October", "2026-10-19"],
    ["at the turn to November, when America's change", "2026-10-26"],
  ])("leaves at least sixty to call at each of the 168 hours of a week %s", (_title, monday) => {
    const start = utc(`${monday}T00:00`);
    const counts = Array.from({ length: 168 }, (_, hour) => callable(start + hour * 3_600_000));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(60);
    // Somebody is always asleep: otherwise the hours would not be looked at.
    expect(Math.max(...counts)).toBeLessThan(rows.length);
  });

  it("leaves at least sixty at every quarter of an hour of a whole day", () => {
    const start = utc("2026-11-25T00:00");
    const counts = Array.from({ length: 96 }, (_, quarter) => callable(start + quarter * 900_000));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(60);
  });
});
