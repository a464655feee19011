export type Method = "GET" | "POST";

/** An address that the application wants to be asked at or told at. */
export type Hook = { url: string; method: Method };

/** Where a document comes from: an address (with what is told there besides the call), or the order itself. */
export type Source = { kind: "url"; url: string; method: Method; params?: Record<string, string> } | { kind: "inline"; xml: string };

export function hook(url: string | null | undefined, method: string | null | undefined): Hook | undefined {
  return url ? { url, method: method?.toUpperCase() === "GET" ? "GET" : "POST" } : undefined;
}

export function urlSource(url: string, method: string | null | undefined, params?: Record<string, string>): Source {
  return { kind: "url", url, method: method?.toUpperCase() === "GET" ? "GET" : "POST", ...(params && { params }) };
}

/** Relative addresses are meant against the document that they stand in. */
export function resolveUrl(url: string, base: string | undefined): string {
  if (!base || /^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return url;
  return new URL(url, base).toString();
}
