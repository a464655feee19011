/** Which character separates the cells, from the first line of the text. */

export type Delimiter = "," | ";" | "\t" | "|";
const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

/** Excel writes `sep=;` above the header for its own use. */
const EXCEL_HINT = /^sep=([,;\t|])\r?\n/;

function countOutsideQuotes(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "\n" || character === "\r")) break;
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** The delimiter that occurs most often outside quotes in the first line that says anything; a comma when none does. */
export function sniffDelimiter(text: string): { delimiter: Delimiter; headerLine: number } {
  const hint = EXCEL_HINT.exec(text);
  if (hint) return { delimiter: hint[1] as Delimiter, headerLine: 2 };
  const counts = countOutsideQuotes(text.replace(/^[\r\n]+/, ""));
  const delimiter = DELIMITERS.reduce((best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best));
  return { delimiter, headerLine: 1 };
}
