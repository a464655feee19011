/**
 * The legal rules of a call, sorted once by what they demand, so that a decision looks only at rules that have caps when
 * it counts, and so on. A place whose rules demand nothing of a kind costs nothing.
 *
 * Rules that are borrowed from sales calls lend hours, holidays, caps and cool-downs. A callback that the person asked
 * for is its own consent: it keeps hours, caps and cool-downs, and no register or number type forbids it. That it was
 * asked for is for request-rule.ts to see to.
 */
import { civilDate, instantOf, wallMs } from "../contacts/local-time.ts";
import { zoneNamed } from "../contacts/tzdb.ts";
import { DAY_MS, type Instant } from "../instant.ts";
import type { CallQuestion } from "./decision.ts";
import { daysInForce, inForceOn, type LegalRulesAnswer, legalRulesOf } from "./legal-rules-of.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";

export type LegalParts = {
  caps: readonly LegalRule[];
  coolDowns: readonly LegalRule[];
  consents: readonly LegalRule[];
  scrubs: readonly LegalRule[];
  numberTypeBans: readonly LegalRule[];
  rings: readonly LegalRule[];
  autodialMinutes: readonly LegalRule[];
  /** Ids of rules that hold although they do not speak of this kind of call. */
  borrowed: ReadonlySet<string>;
};

const NONE: LegalParts = {
  caps: [],
  coolDowns: [],
  consents: [],
  scrubs: [],
  numberTypeBans: [],
  rings: [],
  autodialMinutes: [],
  borrowed: new Set(),
};

function sortedParts({ rules, borrowed }: LegalRulesAnswer, isRequested: boolean): LegalParts {
  const own = rules.filter(({ id }) => !borrowed.has(id));
  const unasked = isRequested ? [] : own;
  return {
    caps: rules.filter(({ caps }) => caps.length > 0),
    coolDowns: rules.filter(({ coolDowns }) => coolDowns.length > 0),
    consents: unasked.filter(({ consent }) => consent !== null),
    scrubs: unasked.filter(({ scrub }) => scrub !== null),
    numberTypeBans: unasked.filter(({ numberTypeBan }) => numberTypeBan !== undefined),
    rings: own.filter(({ ring }) => ring !== undefined),
    autodialMinutes: own.filter(({ autodialMinutesPerDay }) => autodialMinutesPerDay !== undefined),
    borrowed,
  };
}

/** By the answer, which is the very same object for the same jurisdictions, kind and waived rules. */
const SORTED = new WeakMap<LegalRulesAnswer, LegalParts>();

/** What the legal rules of the call demand, whatever the date; nothing without a campaign. */
export function legalPartsOf({ campaign, place }: CallQuestion): LegalParts {
  if (!campaign) return NONE;
  const { callKind, waivedRules } = campaign;
  const answer = legalRulesOf({ jurisdictions: place.jurisdictions, callKind, waivedRules });
  const known = SORTED.get(answer);
  if (known) return known;
  const parts = sortedParts(answer, callKind === "requested-callback");
  SORTED.set(answer, parts);
  return parts;
}

/** Does the rule hold for the whole of its jurisdiction, or for a part in which the person is or may be? */
export function coversPostalCode({ onlyIn }: LegalRule, postalCode: string | null): boolean {
  if (!onlyIn || postalCode === null || postalCode.trim() === "") return true;
  const written = postalCode.trim().toUpperCase();
  return onlyIn.postalPrefixes.some((prefix) => written.startsWith(prefix));
}

/** Is the rule in force now, on the civil date of any zone of the place, and for the person's postal code? */
export function holdsNow(rule: LegalRule, { place, subject, now }: CallQuestion): boolean {
  if (!coversPostalCode(rule, subject.postalCode)) return false;
  if (place.zones.length === 0) return inForceOn(rule, Math.floor(now / DAY_MS));
  return place.zones.some((name) => {
    const zone = zoneNamed(name);
    return inForceOn(rule, Math.floor((zone ? wallMs(zone, now) : now) / DAY_MS));
  });
}

/** The first instant at which the rule is no more in force in any zone of the place; infinite: no end is known. */
export function endOf(rule: LegalRule, { place }: CallQuestion): Instant {
  const { lastDay } = daysInForce(rule);
  if (!Number.isFinite(lastDay)) return Number.POSITIVE_INFINITY;
  const midnights = place.zones.map((name) => {
    const zone = zoneNamed(name);
    if (!zone) return Number.POSITIVE_INFINITY;
    const day = instantOf(zone, { ...civilDate(lastDay + 1), minuteOfDay: 0 });
    if (day.kind === "gap") return day.movedTo;
    return day.kind === "once" ? day.instant : day.first;
  });
  return midnights.length > 0 ? Math.max(...midnights) : Number.POSITIVE_INFINITY;
}
