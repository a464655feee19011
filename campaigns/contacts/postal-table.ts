/** Reads the generated tables of postal codes: zip-table.ts and fsa-table.ts. */

/** Regions ("US-FL") or countries of their own ("PW"), and the clocks there. */
export type PostalPlace = { places: readonly string[]; zones: readonly string[] };

type Prefix = { whole: PostalPlace; codes: ReadonlyMap<string, PostalPlace> };

const unite = (all: readonly PostalPlace[]): PostalPlace => ({
  places: [...new Set(all.flatMap(({ places }) => places))],
  zones: [...new Set(all.flatMap(({ zones }) => zones))],
});

/** "05-07 12" as "05", "06", "07", "12"; letters stand alone. */
const spanned = (spans: string): string[] =>
  spans.split(" ").flatMap((span) => {
    const [from = "", to] = span.split("-");
    if (to === undefined) return [from];
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => String(Number(from) + index).padStart(from.length, "0"));
  });

function addLine(prefixes: Map<string, Prefix>, line: string): void {
  const [places = "", zones = "", ...rest] = line.split(" ");
  const place: PostalPlace = { places: places.split("+"), zones: zones.split("+") };
  const [, only, codes] = /^(\w+): (.*)$/.exec(rest.join(" ")) ?? [];
  if (only === undefined || codes === undefined) {
    for (const prefix of spanned(rest.join(" "))) prefixes.set(prefix, { whole: place, codes: new Map() });
    return;
  }
  const before = prefixes.get(only);
  prefixes.set(only, {
    whole: before ? unite([before.whole, place]) : place,
    codes: new Map([...(before?.codes ?? []), ...spanned(codes).map((code) => [code, place] as const)]),
  });
}

/** Looks codes up in the text of a table, which is read when the first is asked for. */
export function makePostalTable(text: string, prefixLength: number): (code: string) => PostalPlace | undefined {
  let prefixes: Map<string, Prefix> | undefined;
  return (code) => {
    if (!prefixes) {
      prefixes = new Map();
      for (const line of text.trim().split("\n")) addLine(prefixes, line);
    }
    const prefix = prefixes.get(code.slice(0, prefixLength));
    // A code that nobody has seen yet is somewhere in the area of its prefix.
    return prefix && (prefix.codes.get(code.slice(prefixLength)) ?? prefix.whole);
  };
}
