/**
 * The log: JSON lines on standard output. Personal data does not belong in it: fields under a `pii` key, credentials
 * and headers are taken out by name, and what looks like a telephone number, an e-mail address or an API key is
 * taken out of every line, whoever wrote it there.
 */
import { type DestinationStream, type Logger, pino } from "pino";

const SECRET_KEYS = ["pii", "password", "authorization", "cookie", "token", "phone", "email", "givenName", "familyName"];
/** At the top, and one and two levels down. */
const SECRET_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

const SHAPES: readonly [RegExp, string][] = [
  // E.164 is at most 15 digits (ITU-T E.164, 2010-11); %2B is its plus in an address.
  [/(?:\+|%2B)[1-9]\d{6,14}/gi, "[number]"],
  [/[\w.!#$%&'*/=?^`{|}~-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/g, "[e-mail]"],
  [/\bck_[\w-]{20,}/g, "[key]"],
];

export const withoutPersonalData = (line: string): string => SHAPES.reduce((text, [shape, stand]) => text.replace(shape, stand), line);

/** `process` says which of our processes writes. */
export function makeLog(options: { level: string; process: string; destination?: DestinationStream }): Logger {
  const settings = {
    level: options.level,
    base: { process: options.process },
    redact: { paths: SECRET_PATHS, censor: "[redacted]" },
    hooks: { streamWrite: withoutPersonalData },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
