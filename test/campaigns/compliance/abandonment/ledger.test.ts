import { describe, expect, it } from "vitest";
import { ledgerEntry, ledgerItems, spansOf } from "../../../../campaigns/compliance/abandonment/ledger.ts";
import { zoneNamed } from "../../../../campaigns/contacts/tzdb.ts";
import { DAY_MS } from "../../../../campaigns/instant.ts";

const at = (iso: string): number => Date.parse(iso);
const zone = (name: string) => {
  const found = zoneNamed(name);
  if (!found) throw new Error(name);
  return found;
};
const iso = (spans: readonly { from: number; to: number }[]) =>
  spans.map(({ from, to }) => [new Date(from).toISOString(), new Date(to).toISOString()]);

describe("the spans in which abandoned calls are counted", () => {
  it("in the United States are successive periods of thirty days from the campaign's start", () => {
    const spans = spansOf("30-days", {
      startedAt: at("2026-09-01T15:00:00Z"),
      now: at("2026-10-05T00:00:00Z"),
      zone: zone("America/New_York"),
      most: 13,
    });
    expect(iso(spans)).toEqual([
      ["2026-10-01T15:00:00.000Z", "2026-10-31T15:00:00.000Z"],
      ["2026-09-01T15:00:00.000Z", "2026-10-01T15:00:00.000Z"],
    ]);
  });

  it("in the United Kingdom run from midnight to midnight, also on the day of 25 hours", () => {
    const [today] = spansOf("day", { startedAt: 0, now: at("2026-10-25T12:00:00Z"), zone: zone("Europe/London"), most: 1 });
    expect(iso(today ? [today] : [])).toEqual([["2026-10-24T23:00:00.000Z", "2026-10-26T00:00:00.000Z"]]);
  });

  it("in Canada are calendar months, over the turn of the year too", () => {
    const spans = spansOf("month", {
      startedAt: at("2026-12-24T00:00:00Z"),
      now: at("2027-01-02T00:00:00Z"),
      zone: zone("America/Toronto"),
      most: 13,
    });
    expect(iso(spans)).toEqual([
      ["2027-01-01T05:00:00.000Z", "2027-02-01T05:00:00.000Z"],
      ["2026-12-01T05:00:00.000Z", "2027-01-01T05:00:00.000Z"],
    ]);
  });

  it("end with the campaign's start and go back no further than is told", () => {
    const spans = spansOf("day", { startedAt: 0, now: 400 * DAY_MS, zone: zone("Europe/London"), most: 92 });
    expect(spans).toHaveLength(92);
  });
});

describe("a line of the abandonment ledger", () => {
  const items = ledgerItems({ callKind: "telemarketing", startedAt: at("2026-11-01T00:00:00Z"), now: at("2026-11-20T00:00:00Z") });
  const item = (rule: string) => {
    const found = items.find(({ law }) => law.id === rule);
    if (!found) throw new Error(rule);
    return found;
  };

  it("is reckoned for each law that counts: TSR, FCC, Ofcom, CRTC", () => {
    expect([...new Set(items.map(({ law }) => law.id))]).toEqual(expect.arrayContaining(["us-tsr", "us-tcpa", "gb-ofcom", "ca-utr"]));
  });

  it("holds abandoned against live answers and says how many more the cap allows", () => {
    expect(ledgerEntry(item("us-tsr"), { live: 200, abandoned: 4 })).toMatchObject({ share: 0.02, cap: 0.03, isOverCap: false, left: 2 });
    expect(ledgerEntry(item("us-tsr"), { live: 100, abandoned: 3 })).toMatchObject({ isOverCap: false, left: 0 });
    expect(ledgerEntry(item("us-tsr"), { live: 100, abandoned: 4 })).toMatchObject({ isOverCap: true, left: 0 });
    expect(ledgerEntry(item("us-tsr"), { live: 0, abandoned: 0 })).toMatchObject({ share: 0, isOverCap: false });
  });
});
