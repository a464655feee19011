/** Which rules make the permitted time as short as it is. */
import { zoneNamed } from "../../contacts/tzdb.ts";
import { DAY_MS, type Instant } from "../../instant.ts";
import { forbiddenBy } from "../forbidden-hours.ts";
import type { IntervalSet } from "../intervals.ts";
import { legalHoursOf } from "../legal-hours.ts";
import { legalRuleName, legalRulesOf } from "../legal-rules-of.ts";
import { permittedTime } from "../permitted-time.ts";
import type { WindowsQuery } from "./query.ts";

const lengthOf = (spans: IntervalSet): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** Edges are looked at for as long as this: later ones are those of the same rules again. */
const LOOKED_AT_MS = 400 * DAY_MS;

/**
 * Names of the rules that draw an edge of the spans (they forbid the instant before the first or the one after the last),
 * and of those without which there would be more time: a rule about holidays alone draws no other edge.
 */
export function narrowingRules(query: WindowsQuery, spans: IntervalSet): ReadonlySet<string> {
  const { place, callKind, from } = query;
  const to = Math.min(query.to, from + LOOKED_AT_MS);
  const terms = { callKind, conditions: [], waivedRules: [] };
  const law = legalHoursOf(terms, place);
  const zones = place.zones.flatMap((name) => zoneNamed(name) ?? []);
  const narrowing = new Set<string>();
  const look = (at: Instant): void => {
    if (at < from || at >= to) return;
    for (const { rule } of forbiddenBy(law, { zones, jurisdictions: place.jurisdictions, at })) narrowing.add(legalRuleName(rule));
  };
  for (const [first, end] of spans) {
    look(first - 1);
    look(end);
  }
  const whole = lengthOf(permittedTime(terms, place, [from, to]));
  for (const rule of legalRulesOf({ ...terms, jurisdictions: place.jurisdictions }).rules) {
    const name = legalRuleName(rule);
    if (narrowing.has(name)) continue;
    if (lengthOf(permittedTime({ ...terms, waivedRules: [name] }, place, [from, to])) > whole) narrowing.add(name);
  }
  return narrowing;
}
