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

export const OVERLAY: readonly OverlayDay[] = [
  {
    place: "GB-SCT",
    on: "2026-06-15",
    name: "World Cup bank holiday",
    change: "added",
    source: "Royal Proclamation of 4 Feb 2026 under the Banking and Financial Dealings Act 1971, s. 1(3); shropshirestar.com, 2026-02-04",
  },
];
