import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { CliFailure } from "./failure.ts";

const FOUND: Readonly<Record<string, string>> = { ENOENT: "no such file", EACCES: "a file that may not be read", ENOTDIR: "no such file" };

/** Throws a CliFailure unless there is a file that can be read. `what`: the option or file as the person wrote it. */
export const expectCsvFile = (file: string, what = file): Promise<void> => expectFile(file, { what, expected: "a CSV file" });

/** The same for a file of whatever kind: "a text file". */
export async function expectFile(file: string, { what = file, expected }: { what?: string; expected: string }): Promise<void> {
  const found = await whatIsWrong(file);
  if (found === undefined) return;
  const at = what === file ? "" : ` at ${file}`;
  throw new CliFailure({
    code: "file-unreadable",
    kind: "usage",
    message: `${what}: found ${found}${at}; expected ${expected} that can be read`,
  });
}

async function whatIsWrong(file: string): Promise<string | undefined> {
  try {
    await access(file, constants.R_OK);
    return (await stat(file)).isDirectory() ? "a folder" : undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "an unreadable file";
    return FOUND[code] ?? code;
  }
}
