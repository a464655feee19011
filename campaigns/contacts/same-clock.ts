/** Zones that show the same time. */
import { dayNumber } from "./local-time.ts";
import { DAY_MS, type Instant } from "../instant.ts";
import { zoneNamed } from "./tzdb.ts";

/** The day of the release that is pinned: what zones had in common before does not matter to a call. */
const FROM: Instant = dayNumber(2026, 11, 21) * DAY_MS;

const clocks = new Map<string, string>();

/** What the zone's clock does from the day of the pinned release on: the same text for the same clock; "" for no zone. */
export function clockOf(name: string): string {
  const known = clocks.get(name);
  if (known !== undefined) return known;
  const zone = zoneNamed(name);
  if (!zone) return "";
  const turns = [String(zone.offset(FROM))];
  for (let at = zone.nextChange(FROM); Number.isFinite(at); at = zone.nextChange(at)) turns.push(`${at}=${zone.offset(at)}`);
  const clock = turns.join();
  clocks.set(name, clock);
  return clock;
}
