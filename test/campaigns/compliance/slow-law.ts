/**
 * The law told slowly: read the rulebook line by line, look at the clock on the wall of every zone, say yes or no. Shares
 * nothing with what it checks but the rulebook, the holiday calendars and the zones; luxon tells the local day and time.
 */
import { DateTime } from "luxon";
import type { CallKind } from "../../../campaigns/compliance/call-kind.ts";
import type { Place } from "../../../campaigns/compliance/decision.ts";
import { isHoliday } from "../../../campaigns/compliance/holidays/calendars.ts";
import type { LegalRule } from "../../../campaigns/compliance/rulebook/legal-rule.ts";
import { RULEBOOK } from "../../../campaigns/compliance/rulebook/rulebook.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";

const COVERED: Readonly<Record<CallKind, readonly string[]>> = {
  telemarketing: ["telemarketing"],
  prerecorded: ["telemarketing", "prerecorded-telemarketing", "prerecorded-informational"],
  debt: ["debt"],
  informational: ["informational"],
  "requested-callback": ["telemarketing"],
  research: ["research"],
  fundraising: ["fundraising"],
};
const BORROWERS: readonly CallKind[] = ["informational", "requested-callback", "research", "fundraising"];

/** Parts of France with codes of their own. */
const OVERSEAS = ["BL", "GF", "GP", "MF", "MQ", "PM", "RE", "YT"];

/** Every jurisdiction that the person may be in, each as the codes whose rules hold there. */
function candidates(jurisdictions: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const code of jurisdictions) {
    const country = code.slice(0, 2);
    const hasRegion = jurisdictions.some((other) => other.startsWith(`${country}-`));
    if (code.length > 2) found.push([country, code]);
    else if (!hasRegion) {
      found.push(OVERSEAS.includes(code) ? ["FR", code] : [code]);
      for (const { jurisdiction } of RULEBOOK) if (jurisdiction.startsWith(`${code}-`)) found.push([code, jurisdiction]);
    }
  }
  return found;
}

/** The rules of one candidate jurisdiction for the kind; none: its law is not known. */
function rulesIn(codes: readonly string[], kind: CallKind): LegalRule[] {
  const there = RULEBOOK.filter(({ jurisdiction }) => codes.includes(jurisdiction));
  const own = there.filter(({ covers }) => covers.some((purpose) => COVERED[kind].includes(purpose)));
  if (own.length > 0 || !BORROWERS.includes(kind)) return own;
  return there.filter(({ covers }) => covers.includes("telemarketing"));
}

const isInForce = ({ effectiveFrom, effectiveTo }: LegalRule, date: string): boolean =>
  (effectiveFrom ?? "0000") <= date && date <= (effectiveTo ?? "9999");

type Clock = { date: string; shown: string; weekday: number };

const CLOCKS = new Map<string, Clock>();
function clockAt(name: string, instant: number): Clock {
  const key = `${name} ${instant}`;
  const known = CLOCKS.get(key);
  if (known) return known;
  const zone = zoneNamed(name);
  if (!zone) throw new Error(`no zone ${name}`);
  const time = DateTime.fromMillis(instant, { zone });
  const clock = { date: time.toFormat("yyyy-MM-dd"), shown: time.toFormat("HH:mm"), weekday: time.weekday };
  if (CLOCKS.size > 50_000) CLOCKS.clear();
  CLOCKS.set(key, clock);
  return clock;
}

function ruleAllows(rule: LegalRule, { date, shown, weekday }: Clock, jurisdictions: readonly string[]): boolean {
  if (!isInForce(rule, date)) return true;
  const { hours, holidays } = rule;
  const dayNumber = DateTime.fromISO(date, { zone: "utc" }).toMillis() / 86_400_000;
  const day = weekday === 7 ? hours.sunday : weekday === 6 ? hours.saturday : hours.weekday;
  const isKept = hours.holiday !== "same" && holidays !== null && isHoliday({ calendar: holidays, jurisdictions, dayNumber });
  const said = isKept ? hours.holiday : day;
  const spans = said === "same" ? hours.weekday : said;
  if (spans === "unrestricted") return true;
  return spans !== "banned" && spans.some(([opensAt, closesAt]) => opensAt <= shown && shown < closesAt);
}

/** Does the law of every place where the person may be allow such a call at this very second? */
export function lawAllowsSlowly(place: Place, kind: CallKind, instant: number): boolean {
  const sets = candidates(place.jurisdictions).map((codes) => rulesIn(codes, kind));
  if (sets.length === 0 || place.zones.length === 0) return false;
  for (const rules of sets)
    for (const zone of place.zones) {
      const here = clockAt(zone, instant);
      if (!rules.some((rule) => isInForce(rule, here.date))) return false;
      for (const rule of rules) {
        const onFixed = rule.clock ? ruleAllows(rule, clockAt(rule.clock.zone, instant), place.jurisdictions) : true;
        const onLocal = rule.clock?.counts === "instead" || ruleAllows(rule, here, place.jurisdictions);
        if (!onFixed || !onLocal) return false;
      }
    }
  return true;
}
