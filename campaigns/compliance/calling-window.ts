/**
 * The campaign's calling window, read into numbers. It is read on the wall clock of every zone in which the person may
 * be, and all of them must be open: see permitted-time.ts.
 */
import type { CallingWindow } from "../campaign.ts";
import { weekdayOfDay } from "../contacts/local-time.ts";
import { type DaySpans, type HoursOfDay, NO_HOURS, readSpans } from "./local-hours.ts";

const MOST_REMEMBERED = 20_000;

export type ReadWindow = {
  /** The same for windows that say the same. */
  id: number;
  hoursOf: HoursOfDay;
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const READ_WINDOWS = new Map<string, ReadWindow | undefined>();
/** By the object that said it, with a copy of what it said: one that was changed in place is read anew. */
const READ_OBJECTS = new WeakMap<CallingWindow, { copy: CallingWindow; read: ReadWindow }>();
let lastId = 0;

function readDay(hours: unknown): DaySpans | undefined {
  if (!Array.isArray(hours)) return undefined;
  const spans = hours as { opensAt?: unknown; closesAt?: unknown }[];
  return readSpans(spans.map((span) => [span?.opensAt, span?.closesAt] as const));
}

function saysTheSame(one: CallingWindow, other: CallingWindow): boolean {
  for (const weekday of WEEKDAYS) {
    const hours = one[weekday];
    const others = other[weekday];
    if (!Array.isArray(hours) || hours.length !== others.length) return false;
    for (const [index, span] of hours.entries())
      if (span?.opensAt !== others[index]?.opensAt || span?.closesAt !== others[index]?.closesAt) return false;
  }
  return true;
}

/** The window in numbers; undefined when it cannot be read, which is never taken for open. */
export function readWindow(window: CallingWindow): ReadWindow | undefined {
  if (typeof window !== "object" || window === null) return undefined;
  const known = READ_OBJECTS.get(window);
  if (known && saysTheSame(window, known.copy)) return known.read;
  const key = JSON.stringify(window);
  const read = READ_WINDOWS.has(key) ? READ_WINDOWS.get(key) : newlyRead(window);
  if (READ_WINDOWS.size >= MOST_REMEMBERED) READ_WINDOWS.clear();
  READ_WINDOWS.set(key, read);
  if (read) READ_OBJECTS.set(window, { copy: JSON.parse(key) as CallingWindow, read });
  return read;
}

function newlyRead(window: CallingWindow): ReadWindow | undefined {
  const days = WEEKDAYS.map((weekday) => readDay(window[weekday]));
  if (!days.every((day) => day !== undefined)) return undefined;
  lastId += 1;
  return { id: lastId, hoursOf: (day) => days[weekdayOfDay(day) - 1] ?? NO_HOURS };
}

export const isReadableWindow = (window: CallingWindow): boolean => readWindow(window) !== undefined;
