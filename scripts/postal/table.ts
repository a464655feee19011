/** Writes postal codes and where they are as lines of text that a person can compare from year to year. */
export type CodePlace = { code: string; places: readonly string[]; zones: readonly string[] };

const signature = ({ places, zones }: CodePlace): string => `${places.join("+")} ${zones.join("+")}`;

/** "05", "06", "07" as "05-07"; letters likewise. Only codes that exist stand in a span when `order` has just those. */
function spans(values: readonly string[], isNext: (one: string, other: string) => boolean): string {
  const out: [string, string][] = [];
  for (const value of values) {
    const last = out.at(-1);
    if (last && isNext(last[1], value)) last[1] = value;
    else out.push([value, value]);
  }
  return out.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(" ");
}

const follows = (one: string, other: string): boolean => /^\d+$/.test(other) && Number(other) === Number(one) + 1;

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

type Table = { name: string; what: string; prefixLength: number; places: readonly CodePlace[] };

function linesOf({ places, prefixLength }: Table): string[] {
  const whole = new Map<string, string[]>();
  const mixed: string[] = [];
  for (const [prefix, members] of groupBy(places, ({ code }) => code.slice(0, prefixLength))) {
    const groups = groupBy(members, signature);
    const [only] = groups.keys();
    if (groups.size === 1 && only !== undefined) whole.set(only, [...(whole.get(only) ?? []), prefix]);
    else
      for (const [group, codes] of groups)
        mixed.push(
          `${group} ${prefix}: ${spans(
            codes.map(({ code }) => code.slice(prefixLength)),
            follows,
          )}`,
        );
  }
  return [
    ...[...whole].sort(([one], [other]) => (one < other ? -1 : 1)).map(([group, prefixes]) => `${group} ${spans(prefixes, follows)}`),
    ...mixed,
  ];
}

/** The text of a TypeScript module. */
export function writeTable(table: Table): string {
  return [
    `/**`,
    ` * ${table.what}: whose they are and the clocks in them.`,
    ` * Made by scripts/make-postal-places.ts, which names its sources; not to be changed by hand.`,
    ` *`,
    ` * A line is places, zones, and the prefixes whose codes are all alike, or one prefix with a colon and the rest of each`,
    ` * of its codes. A code that is not here and whose prefix has several lines may be in any of them.`,
    ` */`,
    `export const ${table.name} = \``,
    ...linesOf(table),
    "`;",
    "",
  ].join("\n");
}
