/**
 * Which legal rules hold at a place for a kind of call.
 *
 * The place is read jurisdiction by jurisdiction: a region with its country ("US-FL" with "US"), and a country of which
 * no region is known with all of its regions, since the person may be in any of them. In each of them the rules that
 * speak of this kind of call hold. Where none does, a kind that may borrow takes the rules for sales calls. Everything
 * found holds together, so one more candidate jurisdiction never allows anything.
 *
 * Dates are left to the reader, who knows the civil date of each zone: see `inForceOn`.
 */
import { dayNumber } from "../contacts/local-time.ts";
import { jurisdictionsOfCountry } from "../contacts/country.ts";
import { BORROWS_TELEMARKETING, type CallKind, PURPOSES_OF, type Purpose } from "./call-kind.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";
import { RULEBOOK } from "./rulebook/rulebook.ts";

export type LegalRulesQuestion = {
  jurisdictions: readonly string[];
  callKind: CallKind;
  /** Ids ("us-fl") or names ("us-fl@2021-07-01") of rules that the campaign sets aside. */
  waivedRules: readonly string[];
};

export type LegalRulesAnswer = {
  /** Rules that hold at some date; those set aside are not among them. */
  rules: readonly LegalRule[];
  /** Ids of those that hold although they do not speak of this kind of call. They lend no more than hours, holidays and caps. */
  borrowed: ReadonlySet<string>;
  /** Rules that would hold and are set aside. */
  waived: readonly LegalRule[];
  /** Why no call may be made whatever the hour; null: the law of every jurisdiction is known. */
  unknown: "unknown-jurisdiction" | "unknown-rule" | null;
  /** The jurisdictions whose law is not known. */
  unknownIn: readonly string[];
  /**
   * What holds in each candidate jurisdiction, rules set aside included. On a day on which none of one jurisdiction's
   * rules is in force, the law of that day is not known.
   */
  grounds: readonly (readonly LegalRule[])[];
};

const BY_JURISDICTION = new Map<string, LegalRule[]>();
for (const rule of RULEBOOK) {
  const known = BY_JURISDICTION.get(rule.jurisdiction);
  if (known) known.push(rule);
  else BY_JURISDICTION.set(rule.jurisdiction, [rule]);
}

const countryOf = (jurisdiction: string): string => jurisdiction.split("-", 1)[0] ?? jurisdiction;
const isRegion = (jurisdiction: string): boolean => jurisdiction.includes("-");

const REGIONS_OF = new Map<string, string[]>();
for (const code of BY_JURISDICTION.keys())
  if (isRegion(code)) REGIONS_OF.set(countryOf(code), [...(REGIONS_OF.get(countryOf(code)) ?? []), code]);

type Ground = { name: string; codes: readonly string[] };

/** The candidate jurisdictions, each with those above it. */
function groundsOf(jurisdictions: readonly string[]): Ground[] {
  const regions = jurisdictions.filter(isRegion);
  const withRegion = new Set(regions.map(countryOf));
  const grounds: Ground[] = regions.map((region) => ({ name: region, codes: [countryOf(region), region] }));
  for (const country of jurisdictions) {
    if (isRegion(country) || withRegion.has(country)) continue;
    // Réunion keeps the law of France: what stands above comes with it.
    const codes = jurisdictionsOfCountry(country);
    grounds.push({ name: country, codes });
    for (const region of REGIONS_OF.get(country) ?? []) grounds.push({ name: region, codes: [...codes, region] });
  }
  return grounds;
}

const speaksOf = (rule: LegalRule, purposes: readonly Purpose[]): boolean => purposes.some((purpose) => rule.covers.includes(purpose));

function rulesOn(ground: Ground, callKind: CallKind): LegalRule[] | "unknown-jurisdiction" | "unknown-rule" {
  const known = ground.codes.flatMap((code) => BY_JURISDICTION.get(code) ?? []);
  if (known.length === 0) return "unknown-jurisdiction";
  const own = known.filter((rule) => speaksOf(rule, PURPOSES_OF[callKind]));
  if (own.length > 0) return own;
  const lent = BORROWS_TELEMARKETING.has(callKind) ? known.filter((rule) => speaksOf(rule, ["telemarketing"])) : [];
  return lent.length > 0 ? lent : "unknown-rule";
}

function select({ jurisdictions, callKind, waivedRules }: LegalRulesQuestion): LegalRulesAnswer {
  const grounds: LegalRule[][] = [];
  const unknown = new Map<string, "unknown-jurisdiction" | "unknown-rule">();
  for (const ground of groundsOf(jurisdictions)) {
    const found = rulesOn(ground, callKind);
    if (typeof found === "string") unknown.set(ground.name, found);
    else grounds.push(found);
  }
  const all = [...new Set(grounds.flat())];
  const isWaived = (rule: LegalRule): boolean => waivedRules.includes(rule.id) || waivedRules.includes(legalRuleName(rule));
  const reasons = [...unknown.values()];
  return {
    rules: all.filter((rule) => !isWaived(rule)),
    borrowed: new Set(all.filter((rule) => !speaksOf(rule, PURPOSES_OF[callKind])).map(({ id }) => id)),
    waived: all.filter(isWaived),
    unknown: jurisdictions.length === 0 || reasons.includes("unknown-jurisdiction") ? "unknown-jurisdiction" : (reasons[0] ?? null),
    unknownIn: [...unknown.keys()],
    grounds,
  };
}

const MOST_REMEMBERED = 5_000;
const REMEMBERED = new Map<string, LegalRulesAnswer>();

/** The question that was asked last, and its answer: the rules of one decision all ask the same. */
let last: { question: LegalRulesQuestion; answer: LegalRulesAnswer } | undefined;

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

/** By a list that nobody can change any more, which saves putting its jurisdictions together. */
const BY_LIST = new WeakMap<readonly string[], Map<CallKind, LegalRulesAnswer>>();

function answerByList({ callKind, jurisdictions }: LegalRulesQuestion): LegalRulesAnswer {
  const known = BY_LIST.get(jurisdictions);
  const answer = known?.get(callKind) ?? answerByNames({ callKind, jurisdictions, waivedRules: [] });
  if (known) known.set(callKind, answer);
  else BY_LIST.set(jurisdictions, new Map([[callKind, answer]]));
  return answer;
}

/** The legal rules that hold. The same question gets the very same object, so that more can be remembered by it. */
export function legalRulesOf(question: LegalRulesQuestion): LegalRulesAnswer {
  return question.waivedRules.length === 0 && Object.isFrozen(question.jurisdictions) ? answerByList(question) : answerByNames(question);
}

function answerByNames({ callKind, jurisdictions, waivedRules }: LegalRulesQuestion): LegalRulesAnswer {
  const asked = last?.question;
  if (last && asked?.callKind === callKind && areSame(asked.jurisdictions, jurisdictions) && areSame(asked.waivedRules, waivedRules))
    return last.answer;
  const question = { callKind, jurisdictions: [...jurisdictions], waivedRules: [...waivedRules] };
  const key = `${callKind}|${jurisdictions.join()}|${waivedRules.join()}`;
  let answer = REMEMBERED.get(key);
  if (!answer) {
    answer = select(question);
    if (REMEMBERED.size >= MOST_REMEMBERED) REMEMBERED.clear();
    REMEMBERED.set(key, answer);
  }
  last = { question, answer };
  return answer;
}

/** "us-fl@2021-07-01"; "us-ky@-" when the first day is not known. */
export const legalRuleName = (rule: Pick<LegalRule, "id" | "effectiveFrom">): string => `${rule.id}@${rule.effectiveFrom ?? "-"}`;

/** Days counted from 1970-01-01, both included. */
export type InForce = { firstDay: number; lastDay: number };
const IN_FORCE = new WeakMap<LegalRule, InForce>();

/** A date that cannot be read does not end a rule, nor put off its beginning. */
function readDay(text: string | null, otherwise: number): number {
  const found = text === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found ? dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) : otherwise;
}

/** The days on which the rule is in force. */
export function daysInForce(rule: LegalRule): InForce {
  const known = IN_FORCE.get(rule);
  if (known) return known;
  const days = {
    firstDay: readDay(rule.effectiveFrom, Number.NEGATIVE_INFINITY),
    lastDay: readDay(rule.effectiveTo, Number.POSITIVE_INFINITY),
  };
  IN_FORCE.set(rule, days);
  return days;
}

/** Is the rule in force on a civil date (`dayNumber`) at the called place? */
export function inForceOn(rule: LegalRule, day: number): boolean {
  const { firstDay, lastDay } = daysInForce(rule);
  return firstDay <= day && day <= lastDay;
}
