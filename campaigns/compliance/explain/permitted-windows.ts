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
import { consentRule } from "../consent-rule.ts";
import type { DecisionReason } from "../decision.ts";
import { placeKnownRule } from "../place-known-rule.ts";
import { type Interval, type IntervalSet, intersection, merged } from "../intervals.ts";
import { lawKnownRule } from "../law-known-rule.ts";
import { daysInForce, legalRuleName, legalRulesOf } from "../legal-rules-of.ts";
import { numberTypeRule } from "../number-type-rule.ts";
import { permittedTime } from "../permitted-time.ts";
import type { LegalRule } from "../rulebook/legal-rule.ts";
import { consulted, rulesInForce } from "./explain-call.ts";
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
function piecesOf({ from, to, place }: WindowsQuery, rules: readonly LegalRule[]): Interval[] {
  const cuts = new Set([from]);
  for (const rule of rules) {
    const { firstDay, lastDay } = daysInForce(rule);
    for (const day of [firstDay, lastDay + 1]) {
      // No zone is a day or more away from Greenwich; most rules began long before the span.
      if (!(day * DAY_MS > from - DAY_MS && day * DAY_MS < to + DAY_MS)) continue;
      for (const zone of place.zones) {
        const start = startOfDay(zone, day);
        if (start !== undefined && start > from && start < to) cuts.add(start);
      }
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

/** What the rules about consent and number type say in each piece, and the pieces that they leave. */
function demandsIn(query: WindowsQuery, pieces: readonly Interval[]): { left: Interval[]; found: DecisionReason[]; rules: LegalRule[] } {
  const found: DecisionReason[] = [];
  const left: Interval[] = [];
  const rules = new Set<LegalRule>();
  for (const piece of pieces) {
    const question = lawQuestion(query, piece[0]);
    for (const rule of rulesInForce(question)) rules.add(rule);
    const consent = consentRule.judge(question).map((objection) => reasonOf(consentRule, objection));
    const type = numberTypeRule.judge(question).map((objection) => reasonOf(numberTypeRule, objection));
    found.push(...consent, ...type);
    const isLost = (consent.length > 0 && query.consent !== null) || (type.length > 0 && query.numberType !== "unknown");
    if (!isLost) left.push(piece);
  }
  return { left, found, rules: [...rules] };
}

export function permittedWindows(query: WindowsQuery): PermittedWindows {
  const { place, from, to } = query;
  const { zones, jurisdictions } = place;
  const question = lawQuestion(query, from);
  const unknown = [placeKnownRule, lawKnownRule].flatMap((rule) => rule.judge(question).map((objection) => reasonOf(rule, objection)));
  if (unknown.length > 0) return { intervals: [], zones, jurisdictions, reasons: unknown };
  const { rules } = legalRulesOf({ ...question.campaign, jurisdictions });
  const { left, found, rules: inForce } = demandsIn(query, piecesOf(query, rules));
  const time = permittedTime(question.campaign, place, [from, to]);
  const intervals = left.length === 1 && left[0]?.[0] === from && left[0][1] === to ? time : intersection(time, merged(left));
  const said = new Set(found.map(({ rule }) => rule));
  const asked = inForce
    .filter((rule) => setsHours(rule) || !said.has(legalRuleName(rule)))
    .map((rule) => consulted(rule, setsHours(rule) ? "legal-hours" : "allowed"));
  return { intervals, zones, jurisdictions, reasons: distinct([...found, ...asked]) };
}
