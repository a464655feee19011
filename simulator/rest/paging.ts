import type { Exchange, Reply } from "./exchange.ts";

const PAGE_SIZE = 50;
const LARGEST_PAGE = 1000;

/** One page of a list, as the carrier lays it out; `name` is the key of the items. */
export function page<T>(exchange: Exchange, name: string, { items, show }: { items: T[]; show: (item: T) => unknown }): Reply {
  const { query, requestUri } = exchange;
  const size = Math.min(LARGEST_PAGE, Math.max(1, Number(query.get("PageSize") ?? PAGE_SIZE) || PAGE_SIZE));
  const index = Math.max(0, Number(query.get("Page") ?? 0) || 0);
  const shown = items.slice(index * size, (index + 1) * size);
  const path = requestUri.split("?")[0] ?? requestUri;
  const uri = (number: number) => {
    const keys = new URLSearchParams(query);
    keys.set("PageSize", String(size));
    keys.set("Page", String(number));
    return `${path}?${keys}`;
  };
  return {
    status: 200,
    body: {
      [name]: shown.map(show),
      page: index,
      page_size: size,
      start: index * size,
      end: Math.max(index * size, index * size + shown.length - 1),
      uri: uri(index),
      first_page_uri: uri(0),
      previous_page_uri: index > 0 ? uri(index - 1) : null,
      next_page_uri: (index + 1) * size < items.length ? uri(index + 1) : null,
    },
  };
}
