import type { Log } from "../../src/ports/log.ts";

export type LogLine = { level: keyof Log; message: string; fields: Record<string, unknown> };

/** Keeps every line, for tests that ask what an operator is told. */
export function keptLog(): Log & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const keep =
    (level: keyof Log) =>
    (fields: Record<string, unknown>, message: string): void => {
      lines.push({ level, message, fields });
    };
  return { lines, debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") };
}
