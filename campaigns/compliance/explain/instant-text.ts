/** Instants as text: ISO 8601, in UTC where nothing else is said. */
import { civilDate, dayNumber } from "../../contacts/local-time.ts";
import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from "../../instant.ts";

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** Minutes east of UTC: "Z", "+01", "-0330", "+05:45"; undefined when no clock was ever so far off. */
function readOffset(text: string | undefined): number | undefined {
  if (text === undefined || /^z$/i.test(text)) return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.replace(":", "").slice(3) || 0);
  if (hours > 14 || minutes > 59) return undefined;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** "2026-11-23T14:00:00Z", with any offset; without one, and a date alone, are UTC. Undefined: no instant. */
export function readInstant(text: string): Instant | undefined {
  const found = ISO.exec(text.trim());
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const days = dayNumber(year, month, day);
  const civil = civilDate(days);
  const offset = readOffset(found[8]);
  if (month < 1 || month > 12 || civil.month !== month || civil.day !== day || hour > 23 || minute > 59 || second > 59) return undefined;
  if (offset === undefined) return undefined;
  const fraction = Math.floor(Number(`0.${found[7] ?? 0}`) * SECOND_MS);
  return days * DAY_MS + ((hour * 60 + minute - offset) * 60 + second) * SECOND_MS + fraction;
}

const padded = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** "2026-11-23T14:00:00Z"; thousandths only where there are some. */
export function isoUtc(instant: Instant): string {
  const days = Math.floor(instant / DAY_MS);
  const { year, month, day } = civilDate(days);
  const time = instant - days * DAY_MS;
  const minutes = Math.floor(time / MINUTE_MS);
  const seconds = Math.floor(time / SECOND_MS) % 60;
  const rest = time % SECOND_MS;
  const clock = `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}:${padded(seconds)}`;
  return `${String(year).padStart(4, "0")}-${padded(month)}-${padded(day)}T${clock}${rest === 0 ? "" : `.${String(rest).padStart(3, "0")}`}Z`;
}
