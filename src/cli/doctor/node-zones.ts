/** Where Node's own time-zone data differs from the pinned tzdb: what would go wrong if anybody used Intl. */
import { timeZoneNames, zoneNamed } from "../../../campaigns/contacts/tzdb.ts";

const HALF_YEAR_MS = 182 * 86_400_000;

/** Minutes east of UTC by Node's data; undefined when Node does not know the zone. */
function offsetByNode(zone: string, instant: number): number | undefined {
  try {
    // oxlint-disable-next-line no-restricted-globals, no-restricted-properties -- this file measures Intl
    const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset", year: "numeric" }).formatToParts(instant);
    const [, sign, hours, minutes] =
      /GMT(?:([+-])(\d\d):(\d\d))?/.exec(parts.find(({ type }) => type === "timeZoneName")?.value ?? "") ?? [];
    if (sign === undefined) return 0;
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  } catch {
    return undefined;
  }
}

/** Zones that differ now or half a year from now. */
export function zonesThatDiffer(now: number): string[] {
  return timeZoneNames().filter((name) => {
    const zone = zoneNamed(name);
    return [now, now + HALF_YEAR_MS].some((instant) => {
      const byNode = offsetByNode(name, instant);
      return byNode !== undefined && byNode !== zone?.offset(instant);
    });
  });
}
