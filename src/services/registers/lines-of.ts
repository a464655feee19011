/** Longest line in characters; what comes behind it is dropped, and the line is no number anyway. */
const LONGEST_LINE = 1_000;

/** The lines of a stream of UTF-8, one after the other, in bounded memory whatever the input. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = (lines.pop() ?? "").slice(0, LONGEST_LINE);
    yield lines;
  }
  const last = (rest + decoder.decode()).replace(/\r$/, "");
  if (last !== "") yield [last];
}
