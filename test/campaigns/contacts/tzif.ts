/** Reads the system's compiled time zone files (RFC 8536), to check our own reading of tzdb against another. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "/usr/share/zoneinfo";

/** The release of the system's files, "2025b"; undefined when there are none. */
export function systemTzdbVersion(): string | undefined {
  const zi = join(FOLDER, "tzdata.zi");
  return existsSync(zi) ? /^# version (\S+)/.exec(readFileSync(zi, "utf8").slice(0, 100))?.[1] : undefined;
}

type Header = { counts: { isUt: number; isStd: number; leap: number; time: number; type: number; char: number }; end: number };

function headerAt(file: Buffer, at: number): Header {
  if (file.toString("latin1", at, at + 4) !== "TZif") throw new Error("time zone file: found no TZif header");
  const [isUt, isStd, leap, time, type, char] = Array.from({ length: 6 }, (_, index) => file.readUInt32BE(at + 20 + index * 4)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { counts: { isUt, isStd, leap, time, type, char }, end: at + 44 };
}

export type SystemZone = { changes: { at: number; offsetSeconds: number }[]; firstOffsetSeconds: number };

/** All changes of a zone's clock that the file spells out, in milliseconds; undefined when the system has no such zone. */
export function systemZone(name: string): SystemZone | undefined {
  const path = join(FOLDER, name);
  if (!existsSync(path)) return undefined;
  const file = readFileSync(path);
  const first = headerAt(file, 0);
  const { time, type, char, leap, isStd, isUt } = first.counts;
  const second = headerAt(file, first.end + time * 5 + type * 6 + char + leap * 8 + isStd + isUt);
  const { counts, end } = second;
  const types = end + counts.time * 9;
  const offsetOf = (index: number): number => file.readInt32BE(types + index * 6);
  return {
    firstOffsetSeconds: offsetOf(0),
    changes: Array.from({ length: counts.time }, (_, index) => ({
      at: Number(file.readBigInt64BE(end + index * 8)) * 1_000,
      offsetSeconds: offsetOf(file.readUInt8(end + counts.time * 8 + index)),
    })),
  };
}
