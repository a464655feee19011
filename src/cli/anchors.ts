/** Anchors as `audit anchor` prints them: one line for each day, "2026-11-22 1234 <hash>"; lines that begin with # are skipped. */
import { readFileSync } from "node:fs";
import type { DayHead } from "../ports/ledger-chain.ts";
import { CliFailure, inWords } from "./failure.ts";

const LINE = /^(\d{4}-\d{2}-\d{2})\s+(\d{1,9})\s+([0-9a-f]{64})$/;

export const writeAnchor = ({ day, count, hash }: DayHead): string => `${day} ${count} ${hash}`;

/** Throws a CliFailure that names the line. */
export function readAnchors(file: string): DayHead[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw wrong(`found ${inWords(error)}; expected a file that \`callkeeper audit anchor\` has written`);
  }
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const anchors = lines.flatMap((line, index): DayHead[] => {
    if (line === "" || line.startsWith("#")) return [];
    const [, day, count, hash] = LINE.exec(line) ?? [];
    if (day === undefined || count === undefined || hash === undefined)
      throw wrong(
        `line ${index + 1}: found ${JSON.stringify(line.slice(0, 60))}; expected a day, a count and a hash of 64 hexadecimal digits`,
      );
    return [{ day, count: Number(count), hash }];
  });
  if (anchors.length === 0) throw wrong(`found no anchor in ${file}; expected at least one line: a day, a count and a hash`);
  return anchors;
}

const wrong = (message: string): CliFailure =>
  new CliFailure({ code: "anchors-unreadable", message: `--anchors: ${message}`, kind: "usage" });
