/**
 * The legal hours of a place for a kind of call: the rules that hold, less what the campaign's declared conditions or
 * an agreement with the person lift, each on the clock that it is read on.
 *
 * The hours of a rule for a part of a jurisdiction (`onlyIn`) count in all of it here: a place has no postal code, and the
 * hopper and the gate must not differ.
 */
import { zoneNamed, type TzdbZone } from "../contacts/tzdb.ts";
import { type Condition, DECLARED_CONDITIONS } from "./condition.ts";
import type { CampaignTerms, Place } from "./decision.ts";
import { type LegalRulesAnswer, legalRulesOf } from "./legal-rules-of.ts";
import { type LiftedRule, makeTimetable } from "./legal-timetable.ts";
import { type HoursOfDay, NO_HOURS } from "./local-hours.ts";
import type { Exemption, LegalRule, Lifts } from "./rulebook/legal-rule.ts";

/** What the legal hours depend on, of a campaign's settings. */
export type LegalTerms = Pick<CampaignTerms, "callKind" | "conditions" | "waivedRules">;

export type LegalHours = {
  /** The same for questions that have the same legal hours. */
  id: number;
  /** No call whatever the hour: the law of the place is not known. */
  unknown: LegalRulesAnswer["unknown"];
  /** On the clock of every zone of the place. */
  local: readonly LiftedRule[];
  localHours: HoursOfDay;
  /** On a clock that the law names, whatever the zones of the place. */
  fixed: readonly { zone: TzdbZone | undefined; rules: readonly LiftedRule[]; hours: HoursOfDay }[];
  grounds: LegalRulesAnswer["grounds"];
};

const lifts = ({ exemptions }: LegalRule, part: Lifts, holds: (exemption: Exemption) => boolean): boolean =>
  exemptions.some((exemption) => (exemption.lifts.includes(part) || exemption.lifts.includes("everything")) && holds(exemption));

function lifted(rule: LegalRule, conditions: ReadonlySet<Condition>): LiftedRule {
  const holds = ({ when }: Exemption): boolean => when !== null && conditions.has(when);
  return { rule, liftsHours: lifts(rule, "hours", holds), liftsHolidays: lifts(rule, "holidays", holds) };
}

let lastId = 0;

function reckon(answer: LegalRulesAnswer, jurisdictions: readonly string[], conditions: ReadonlySet<Condition>): LegalHours {
  const rules = answer.rules.map((rule) => lifted(rule, conditions));
  const local = rules.filter(({ rule }) => rule.clock?.counts !== "instead");
  const { grounds } = answer;
  const clocks = new Set(rules.flatMap(({ rule }) => (rule.clock ? [rule.clock.zone] : [])));
  lastId += 1;
  return {
    id: lastId,
    unknown: answer.unknown,
    local,
    localHours: makeTimetable({ rules: local, grounds, jurisdictions }),
    fixed: [...clocks].map((name) => {
      const zone = zoneNamed(name);
      const read = rules.filter(({ rule }) => rule.clock?.zone === name);
      // A clock that nobody knows is never open.
      return { zone, rules: read, hours: zone ? makeTimetable({ rules: read, grounds: [], jurisdictions }) : () => NO_HOURS };
    }),
    grounds,
  };
}

/** By what `legalRulesOf` answered, then by the conditions: the same answer is the same object. */
const REMEMBERED = new WeakMap<LegalRulesAnswer, Map<string, LegalHours>>();
const MOST_SETS_OF_CONDITIONS = 100;
/** What the ledgers prove of one person lifts no hours here, since the hours of a place are the same for all. */
const DECLARABLE: ReadonlySet<Condition> = new Set(DECLARED_CONDITIONS);

/**
 * The legal hours at the place. `agreed`: as if the person had agreed to the hour of the call, which lifts what the
 * rules say it lifts for a callback that was asked for, and nothing for any other call.
 */
export function legalHoursOf({ callKind, conditions, waivedRules }: LegalTerms, { jurisdictions }: Place, agreed = false): LegalHours {
  const answer = legalRulesOf({ jurisdictions, callKind, waivedRules });
  const isAgreed = agreed && callKind === "requested-callback";
  const declared = conditions.filter((condition) => DECLARABLE.has(condition));
  const key = `${isAgreed}|${declared.length === 0 ? "" : declared.sort().join()}`;
  let known = REMEMBERED.get(answer);
  if (!known || known.size >= MOST_SETS_OF_CONDITIONS) REMEMBERED.set(answer, (known = new Map()));
  let hours = known.get(key);
  if (!hours) known.set(key, (hours = reckon(answer, jurisdictions, new Set(isAgreed ? [...declared, "agreed-time"] : declared))));
  return hours;
}
