import type { Page } from "../../ports/page.ts";

/** Makes a page out of the rows of a query that asked for one more than `limit`. */
export function toPage<Row, Item extends { id: string }>(rows: readonly Row[], limit: number, toItem: (row: Row) => Item): Page<Item> {
  const items = rows.slice(0, limit).map(toItem);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
