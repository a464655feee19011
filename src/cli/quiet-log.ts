/** A log for commands whose output a person reads: warnings and errors in one line each, the rest not at all. */
import type { Log } from "../ports/log.ts";
import { inWords } from "./failure.ts";

const silent: Log["info"] = () => undefined;

/** `say` is given each warning and error as one line. */
export function makeQuietLog(say: (line: string) => void): Log {
  const write: Log["warn"] = (fields, message) => say(fields["err"] === undefined ? message : `${message}: ${inWords(fields["err"])}`);
  return { debug: silent, info: silent, warn: write, error: write };
}

export const quietLog = makeQuietLog((line) => void process.stderr.write(`${line}\n`));
