/**
 * When may this number be called, as far as the law of the place says? The spans are the law's to the second, without the
 * time that a call may ring.
 *
 * A consent that nobody spoke of leaves the spans as they are, and the reason says that one is demanded. One that was
 * asked about and does not suffice leaves no time on the days on which the law demands more.
 */
import { civilDate, instantOf } from "../../contacts/local-time.ts";
import { zoneNamed } from "../../contacts/tzdb.ts";
import { DAY_MS, type Instant } from "../../instant.ts";
import { type CallRule, citationOf, type Objection } from "../call-rule.ts";
import type { DecisionReason } from "../decision.ts";
import { placeKnownRule } from "../place-known-rule.ts";
import { type Interval, type IntervalSet, intersection, merged } from "../intervals.ts";
import { lawKnownRule } from "../law-known-rule.ts";
import { legalRuleName, type LegalRulesAnswer, legalRulesOf } from "../legal-rules-of.ts";
import { numberTypeRule } from "../number-type-rule.ts";
import { permittedTime } from "../permitted-time.ts";
import type { LegalRule } from "../rulebook/legal-rule.ts";
import { changesOf, type RulesInForce, rulesInForce } from "../rules-in-force.ts";
import { consulted, statedConsentRule } from "./explain-call.ts";
import { lawQuestion } from "./law-question.ts";
import type { WindowsQuery } from "./query.ts";

export type PermittedWindows = {
  intervals: IntervalSet;
  zones: readonly string[];
  jurisdictions: readonly string[];
  /** What is demanded or forbidden beside the hours, then the rules that were consulted. */
  reasons: readonly DecisionReason[];
};

/** The first instant of a civil date in the zone. */
function startOfDay(name: string, day: number): Instant | undefined {
  const zone = zoneNamed(name);
  const midnight = zone && instantOf(zone, { ...civilDate(day), minuteOfDay: 0 });
  if (!midnight) return undefined;
  if (midnight.kind === "gap") return midnight.movedTo;
  return midnight.kind === "once" ? midnight.instant : midnight.first;
}

/** The span, cut wherever a rule begins or ends in one of the zones: within a piece the same rules are in force. */
function piecesOf({ from, to, place }: WindowsQuery, changes: readonly number[]): Interval[] {
  const cuts = new Set([from]);
  for (const day of changes) {
    // No zone is a day or more away from Greenwich; most rules began long before the span.
    if (!(day * DAY_MS > from - DAY_MS && day * DAY_MS < to + DAY_MS)) continue;
    for (const zone of place.zones) {
      const start = startOfDay(zone, day);
      if (start !== undefined && start > from && start < to) cuts.add(start);
    }
  }
  const starts = [...cuts].sort((one, other) => one - other);
  return starts.map((start, index): Interval => [start, starts[index + 1] ?? to]);
}

const reasonOf = (rule: CallRule, objection: Objection): DecisionReason => ({
  code: objection.code,
  rule: objection.legalRule ?? citationOf(rule),
  detail: objection.detail,
  citation: objection.citation ?? null,
  confidence: objection.confidence ?? "high",
});

const setsHours = ({ hours }: LegalRule): boolean =>
  [hours.weekday, hours.saturday, hours.sunday, hours.holiday].some((part) => part !== "unrestricted" && part !== "same");

/** Each reason once, in the order in which they were found. */
function distinct(reasons: readonly DecisionReason[]): DecisionReason[] {
  return [...new Map(reasons.map((reason) => [`${reason.code} ${reason.rule}`, reason])).values()];
}

type Demands = {
  /** What is demanded beside the hours, then the rules that were consulted. */
  reasons: readonly DecisionReason[];
  /** What was stated does not suffice: no time is left. */
  isLost: boolean;
};

const reasonsIn = (found: readonly DecisionReason[], rules: readonly LegalRule[]): readonly DecisionReason[] => {
  const said = new Set(found.map(({ rule }) => rule));
  const asked = rules
    .filter((rule) => setsHours(rule) || !said.has(legalRuleName(rule)))
    .map((rule) => consulted(rule, setsHours(rule) ? "legal-hours" : "allowed"));
  return Object.freeze(distinct([...found, ...asked]));
};

function reckon(query: WindowsQuery, from: Instant, { rules }: RulesInForce): Demands & { found: readonly DecisionReason[] } {
  const question = lawQuestion(query, from);
  const consentRule = statedConsentRule(query.consent);
  const consent = consentRule.judge(question).map((objection) => reasonOf(consentRule, objection));
  const type = numberTypeRule.judge(question).map((objection) => reasonOf(numberTypeRule, objection));
  const found = [...consent, ...type];
  const isLost = (consent.length > 0 && query.consent !== null) || (type.length > 0 && query.numberType !== "unknown");
  return { reasons: reasonsIn(found, rules), isLost, found };
}

/** By the rules in force, which belong to one kind of call, and by what was stated of the call: nothing else is asked. */
const REMEMBERED = new WeakMap<RulesInForce, Map<string, ReturnType<typeof reckon>>>();

function demandsAt(query: WindowsQuery, from: Instant, inForce: RulesInForce): ReturnType<typeof reckon> {
  const key = `${query.consent}|${query.numberType}|${query.isAutomatic}`;
  let known = REMEMBERED.get(inForce);
  if (!known) REMEMBERED.set(inForce, (known = new Map()));
  let found = known.get(key);
  if (!found) known.set(key, (found = reckon(query, from, inForce)));
  return found;
}

/** What the rules about consent and number type say in each piece, and the pieces that they leave. */
function demandsIn(query: WindowsQuery, answer: LegalRulesAnswer): { left: Interval[] | "all"; reasons: readonly DecisionReason[] } {
  const { place, postalCode } = query;
  const pieces = piecesOf(query, changesOf(answer)).map((piece) => {
    const inForce = rulesInForce(answer, { place, postalCode, now: piece[0] });
    return { piece, inForce, demands: demandsAt(query, piece[0], inForce) };
  });
  const left = pieces.filter(({ demands }) => !demands.isLost).map(({ piece }) => piece);
  const [first] = pieces;
  if (first && pieces.length === 1) return { left: first.demands.isLost ? [] : "all", reasons: first.demands.reasons };
  const rules = new Set(pieces.flatMap(({ inForce }) => inForce.rules));
  return {
    left: merged(left),
    reasons: reasonsIn(
      pieces.flatMap(({ demands }) => demands.found),
      [...rules],
    ),
  };
}

export function permittedWindows(query: WindowsQuery): PermittedWindows {
  const { place, from, to, callKind } = query;
  const { zones, jurisdictions } = place;
  const terms = { callKind, conditions: [], waivedRules: [] };
  const answer = legalRulesOf({ ...terms, jurisdictions });
  if (zones.length === 0 || answer.unknown !== null) {
    const question = lawQuestion(query, from);
    const unknown = [placeKnownRule, lawKnownRule].flatMap((rule) => rule.judge(question).map((objection) => reasonOf(rule, objection)));
    return { intervals: [], zones, jurisdictions, reasons: unknown };
  }
  const { left, reasons } = demandsIn(query, answer);
  if (left !== "all" && left.length === 0) return { intervals: [], zones, jurisdictions, reasons };
  const time = permittedTime(terms, place, [from, to]);
  return { intervals: left === "all" ? time : intersection(time, left), zones, jurisdictions, reasons };
}
