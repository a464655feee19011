/** How commands show what they found: for people, or as JSON with `--json`. */
export type Table = { columns: readonly string[]; rows: readonly (readonly (string | number | null)[])[] };

const cell = (value: string | number | null): string => (value === null ? "–" : String(value).replaceAll(/\s+/g, " "));

/** Columns of equal width, numbers to the right. */
export function drawTable({ columns, rows }: Table): string {
  const texts = rows.map((row) => row.map(cell));
  const widths = columns.map((name, index) => Math.max(name.length, ...texts.map((row) => row[index]?.length ?? 0)));
  const isNumber = columns.map((_, index) => rows.length > 0 && rows.every((row) => typeof row[index] === "number" || row[index] === null));
  const line = (row: readonly string[]): string =>
    row
      .map((text, index) => (isNumber[index] ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(columns), ...texts.map(line)].join("\n");
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Shows `json` with `--json`, else the table or text. */
export function show(options: { json?: boolean | undefined }, shown: { json: unknown; text: string }): void {
  say(options.json ? JSON.stringify(shown.json, null, 2) : shown.text);
}

/** To the second, in UTC. */
export const at = (instant: number | null): string | null =>
  instant === null || !Number.isFinite(instant) ? null : `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** "1 call", "2 calls", "3 entries". */
export const counted = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;
