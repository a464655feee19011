/** Our values as they cross HTTP: instants (`…At`, `…Since`, `…Until`, `since`, by the naming rule) become ISO 8601. */
type InstantKey = `${string}At` | `${string}Since` | `${string}Until` | "since";
export type Wire<T> = T extends readonly (infer Item)[]
  ? Wire<Item>[]
  : T extends object
    ? { [K in keyof T]: K extends InstantKey ? (T[K] extends number | null | undefined ? InstantWire<T[K]> : Wire<T[K]>) : Wire<T[K]> }
    : T;
type InstantWire<T> = T extends number ? string : T;

const INSTANT_KEY = /(?:At|Since|Until)$|^since$/;

export function toWire<T>(value: T): Wire<T> {
  return convert(value) as Wire<T>;
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, INSTANT_KEY.test(key) && typeof item === "number" ? toIso(item) : convert(item)]),
  );
}

/** `-infinity` of the database (never, always) has no date. */
export const toIso = (instant: number): string | null => (Number.isFinite(instant) ? new Date(instant).toISOString() : null);
