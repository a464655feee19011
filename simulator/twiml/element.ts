/** One element of a document: its name, its attributes, the text in it (markup of speech flattened), and its children. */
export type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] };

export function isTrue(value: string | undefined, fallback: boolean): boolean {
  return value === undefined ? fallback : value.toLowerCase() === "true";
}

export function whole(value: string | undefined, fallback: number): number {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 ? number : fallback;
}

/** A list as attributes and parameters carry it: words with spaces between. */
export function words(value: string | undefined, fallback: readonly string[]): ReadonlySet<string> {
  const list = value?.split(/[\s,]+/).filter(Boolean) ?? [];
  return new Set(list.length > 0 ? list : fallback);
}
