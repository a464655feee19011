/** A log for commands whose output a person reads: warnings and errors go to standard error in one line each. */
import type { Log } from "../ports/log.ts";
import { inWords } from "./failure.ts";

const silent: Log["info"] = () => undefined;
const say: Log["warn"] = (fields, message) => {
  const cause = fields["err"] === undefined ? "" : `: ${inWords(fields["err"])}`;
  process.stderr.write(`${message}${cause}\n`);
};

export const quietLog: Log = { debug: silent, info: silent, warn: say, error: say };
