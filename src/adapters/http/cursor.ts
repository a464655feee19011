/** Cursors are opaque to callers: today they hold the last id of the page before. */
import type { Page, PageQuery } from "../../ports/page.ts";
import { HttpProblem } from "./problem.ts";

const VERSION = "1";

export const toCursor = (lastId: string): string => Buffer.from(`${VERSION}:${lastId}`).toString("base64url");

/** Throws 400 for what is no cursor of ours. */
export function fromCursor(cursor: string): string {
  const [version, id] = Buffer.from(cursor, "base64url").toString("utf8").split(":");
  if (version === VERSION && id && /^[0-9a-f-]{36}$/.test(id)) return id;
  throw new HttpProblem("invalid-input", 400, {
    errors: [{ field: "query.cursor", found: "another text", expected: "the nextCursor of the page before" }],
  });
}

export const toPageQuery = (query: { cursor?: string | undefined; limit: number }): PageQuery => ({
  after: query.cursor === undefined ? null : fromCursor(query.cursor),
  limit: query.limit,
});

export const pageToWire = <Item, Wired>(
  page: Page<Item>,
  toItem: (item: Item) => Wired,
): { items: Wired[]; nextCursor: string | null } => ({
  items: page.items.map(toItem),
  nextCursor: page.next === null ? null : toCursor(page.next),
});
