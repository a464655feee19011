/** Days that no rule foretells: proclaimed for one year, or taken away for one. Written by hand; newest last. */

export type OverlayDay = {
  /** Place in the tables: the calendar's id ("za") or a region of one ("GB-SCT"). */
  place: string;
  /** Civil date, "2026-06-15". */
  on: string;
  name: string;
  /** removed: the table has the day, and it was not a holiday in that year. */
  change: "added" | "removed";
  /** Who appointed it, when, and where that was read. */
  source: string;
};

type Appointed = { name: string; source: string };

const added = (place: string, dates: readonly string[], appointed: Appointed): OverlayDay[] =>
  dates.map((on) => ({ place, on, change: "added", ...appointed }));
const removed = (place: string, dates: readonly string[], appointed: Appointed): OverlayDay[] =>
  dates.map((on) => ({ place, on, change: "removed", ...appointed }));

export const OVERLAY: readonly OverlayDay[] = [
  ...added("za", ["2021-11-01"], {
    name: "Local government elections",
    source: "Proclamation Notice 38 of 2021, Government Gazette 45354, 22 Oct 2021 (acts.co.za)",
  }),
  // The proclamation was not read; a day too many is the cautious reading.
  ...added("za", ["2026-11-04"], {
    name: "Local government elections",
    source: "secondary: the Python package holidays 0.105 lists the day, seen 2026-11-22",
  }),
  ...added("au-national", ["2022-09-22"], {
    name: "National Day of Mourning",
    source: "appointed by all states and territories for 2022, as date-holidays 3.37.0 has it under AU",
  }),
  // When Christmas is a Sunday, its Monday is the Day of Goodwill: the President gave the Tuesday in 2016 and 2022. It is
  // expected for 2033, the next such year.
  ...added("za", ["2022-12-27", "2033-12-27"], {
    name: "Christmas Day",
    source: "declared on 8 Dec 2022 under section 2A of the Public Holidays Act, 1994 (allafrica.com/stories/202212080456.html)",
  }),
  ...added("us-la", ["2023-07-03"], {
    name: "Governor's holiday",
    source: "declared by Governor Edwards; dnc.com, 'Louisiana Governor Declares July 3 Holiday, Prompting Call Restrictions' (2023)",
  }),
  // Article 74 (VII): the change of President, every sixth year, moved from 1 December to 1 October.
  ...added("mx", ["2024-10-01", "2030-10-01", "2036-10-01"], {
    name: "Transmisión del Poder Ejecutivo Federal",
    source: "Ley Federal del Trabajo, art. 74 (VII) as of the decree in the Diario Oficial of 30 Sep 2024 (dgyh.mx)",
  }),
  ...removed("mx", ["2024-12-01", "2030-12-01", "2036-12-01"], {
    name: "Transmisión del Poder Ejecutivo Federal",
    source: "the same decree: no longer 1 December",
  }),
  ...added("us-federal", ["2025-12-24", "2025-12-26"], {
    name: "Federal offices closed by executive order",
    source: "Executive Order of 18 Dec 2025 (lcwlegal.com)",
  }),
  // R.I. Gen. Laws 25-1-1 takes in the days that the President appoints "for any purpose".
  ...added("us-ri", ["2025-12-24", "2025-12-26"], {
    name: "Federal offices closed by executive order",
    source: "Executive Order of 18 Dec 2025 (lcwlegal.com)",
  }),
  ...added("GB-SCT", ["2026-06-15"], {
    name: "World Cup bank holiday",
    source: "Royal Proclamation of 4 Feb 2026 under the Banking and Financial Dealings Act 1971, s. 1(3) (shropshirestar.com)",
  }),
];
