/**
 * The calling window told slowly: look at the clock on the wall in every zone, minute after minute. Reads the zones
 * and nothing else of what it checks; luxon tells the local day and time.
 */
import { DateTime } from "luxon";
import type { CallingWindow } from "../../../campaigns/campaign.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";

const MINUTE_MS = 60_000;

/** Does the clock in the zone show a time inside the window at this instant? */
export function isOnTheClock(window: CallingWindow, zone: string, instant: number): boolean {
  const found = zoneNamed(zone);
  if (!found) return false;
  const time = DateTime.fromMillis(instant, { zone: found });
  const shown = time.toFormat("HH:mm");
  return window[time.weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7].some(({ opensAt, closesAt }) => opensAt <= shown && shown < closesAt);
}

/** May a call that rings for `ringSeconds` start now? Every minute that it could ring must be inside, in every zone. */
export function maySlowly(window: CallingWindow, zones: readonly string[], instant: number, ringSeconds: number): boolean {
  const ringMs = Math.max(60, ringSeconds) * 1_000;
  const wholeMinutes = Array.from({ length: Math.ceil(ringMs / MINUTE_MS) }, (_, minute) => minute * MINUTE_MS);
  const looks = [...wholeMinutes, ringMs];
  return zones.length > 0 && zones.every((zone) => looks.every((later) => isOnTheClock(window, zone, instant + later)));
}
