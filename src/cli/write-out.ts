import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { CliFailure, inWords } from "./failure.ts";

/** Writes text piece by piece to a file, or to standard output until its reader has seen enough; memory stays flat. */
export async function writeOut(pieces: AsyncIterable<string>, file: string | undefined): Promise<void> {
  if (file === undefined) return writeToReader(pieces);
  try {
    await pipeline(pieces, createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EACCES" && code !== "EISDIR" && code !== "ENOTDIR" && code !== "ENOSPC") throw error;
    throw new CliFailure({
      code: "file-unwritable",
      message: `--out: found ${inWords(error)}; expected a file that can be written`,
      cause: error,
    });
  }
}

async function writeToReader(pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    if (!process.stdout.write(piece)) await Promise.race([once(process.stdout, "drain"), once(process.stdout, "close")]);
    if (!process.stdout.writable) return;
  }
}
