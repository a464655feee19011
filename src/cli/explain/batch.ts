/**
 * Lines in, lines out, in the same order. Nothing is kept but the piece of input at hand: input waits while output is not
 * taken, so a batch may be as long as it likes. When whoever reads the answers is gone, the batch ends without a word.
 */
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** Longer lines are no queries; they are refused before they fill the memory. */
const LONGEST_LINE = 1_000_000;
/** What is handed out at once. */
const WRITE_AT = 65_536;

/** The lines of a stream of UTF-8, a few thousand at a time. A line that is too long comes as null. */
async function* linesOf(input: Readable): AsyncGenerator<(string | null)[]> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let isTooLong = false;
  let isFirst = true;
  for await (const chunk of input) {
    let text = decoder.write(chunk as Buffer);
    if (isFirst && text !== "") {
      text = text.replace(/^\uFEFF/, "");
      isFirst = false;
    }
    const parts: (string | null)[] = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    if (isTooLong && parts.length > 0) {
      parts[0] = null;
      isTooLong = false;
    }
    if (isTooLong || rest.length > LONGEST_LINE) {
      rest = "";
      isTooLong = true;
    }
    yield parts;
  }
  rest += decoder.end();
  if (isTooLong) yield [null];
  else if (rest !== "") yield [rest];
}

/** Hands the text out; false when nobody takes it any more. */
async function handOut(output: Writable, text: string): Promise<boolean> {
  if (output.destroyed || !output.writable) return false;
  if (output.write(text)) return true;
  const gone = new AbortController();
  try {
    await Promise.race([once(output, "drain", { signal: gone.signal }), once(output, "close", { signal: gone.signal })]);
  } catch {
    return false;
  } finally {
    gone.abort();
  }
  return !output.destroyed;
}

const TOO_LONG = JSON.stringify({
  error: { field: "line", found: `more than ${LONGEST_LINE} characters`, expected: "a JSON object on one line" },
});

/** Answers every line, in order, so that the answer to a line has its number, until the input ends or nobody reads any more. */
export async function answerLines(answer: (line: string) => string, input: Readable, output: Writable): Promise<void> {
  let ready = "";
  for await (const lines of linesOf(input)) {
    for (const line of lines) {
      ready += `${line === null ? TOO_LONG : answer(line)}\n`;
      if (ready.length < WRITE_AT) continue;
      if (!(await handOut(output, ready))) return;
      ready = "";
    }
    // Whoever asks line by line is answered line by line.
    if (ready !== "" && !(await handOut(output, ready))) return;
    ready = "";
  }
}
