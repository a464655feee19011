/** Input that no schema looks for and nothing behind it can take: said with its place, before any schema is asked. */

/** Far deeper than anything of ours. Whatever walks or prints a value by recursion is safe below it. */
const DEEPEST = 32;

/** PostgreSQL keeps neither NUL nor half a surrogate pair, in text or in jsonb. */
// oxlint-disable-next-line no-control-regex
const UNSTORABLE = /\u0000|\p{Surrogate}/u;

export type Unfit = { path: readonly string[]; found: string; expected: string };

const unstorable = (path: readonly string[]): Unfit => ({
  path,
  found: "a character that cannot be kept (U+0000, or half a surrogate pair)",
  expected: "whole Unicode characters other than U+0000",
});

/** The first thing in `input` that is unfit, or undefined. */
export function findUnfit(input: unknown): Unfit | undefined {
  const open: { value: unknown; path: readonly string[] }[] = [{ value: input, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && UNSTORABLE.test(value)) return unstorable(path);
    if (typeof value !== "object" || value === null) continue;
    if (path.length >= DEEPEST) return { path: [], found: "values within values", expected: `at most ${DEEPEST} levels` };
    for (const [key, inner] of Object.entries(value)) {
      if (UNSTORABLE.test(key)) return unstorable(path);
      open.push({ value: inner, path: [...path, key] });
    }
  }
  return undefined;
}
