/** What `explain` and `windows` keep from one query for the next must never change an answer. */
import { describe, expect, it } from "vitest";
import { isoUtc, readInstant } from "../../../campaigns/compliance/explain/instant-text.ts";
import { knownPlace } from "../../../campaigns/compliance/explain/known-place.ts";
import { permittedWindows } from "../../../campaigns/compliance/explain/permitted-windows.ts";
import { readWindowsQuery } from "../../../campaigns/compliance/explain/query.ts";
import { placeOf } from "../../../campaigns/contacts/place.ts";
import { DAY_MS } from "../../../campaigns/instant.ts";

function windowed(query: Record<string, unknown>): string[][] {
  const read = readWindowsQuery(query);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return permittedWindows(read.query).intervals.map((span) => span.map(isoUtc));
}

describe("what is remembered between queries", () => {
  const random = (() => {
    let seed = 20_261_122;
    return (below: number): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff) % below;
  })();
  const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T;
  const someAddress = () => ({
    phone: pick(["+13055550100", "+13055550199", "+12125550100", "+14165550100", "+33612345678", "+33140000000", "+18005550100"]),
    ...pick([{}, { postalCode: "33101" }, { postalCode: "00001" }, { region: "NY", country: "US" }, { timeZone: "America/Denver" }]),
  });

  it("gives the place that placeOf gives, in whatever order they are asked for", () => {
    for (let round = 0; round < 300; round += 1) {
      const evidence = someAddress();
      const { zones, jurisdictions, source } = placeOf(evidence);
      expect(knownPlace(evidence)).toEqual({ zones, jurisdictions, source });
    }
  });

  it("gives the windows of a span as those of its days, one by one, over laws that begin and end", () => {
    for (let round = 0; round < 40; round += 1) {
      const query = {
        phone: pick(["+33140000000", "+13055550100", "+16025550100", "+5511912345678"]),
        kind: pick(["telemarketing", "prerecorded", "research"]),
        consent: pick([null, "none", "express", "written"]),
      };
      const day = readInstant(`2026-0${1 + random(9)}-0${1 + random(9)}`) ?? 0;
      const spans = (from: number, days: number) => windowed({ ...query, from: isoUtc(from), days });
      const single = Array.from({ length: 20 }, (_, index) => spans(day + index * DAY_MS, 1)).flat();
      const joined: string[][] = [];
      for (const [from = "", to = ""] of single) {
        const last = joined.at(-1);
        if (last?.[1] === from) last[1] = to;
        else joined.push([from, to]);
      }
      expect(spans(day, 20)).toEqual(joined);
    }
  });
});
