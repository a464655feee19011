/**
 * A question put to every rule of a list. One that says never outweighs all that say wait. When all that object say
 * wait, the answer is the first instant at which every rule allows the call: each names the first instant it would allow
 * itself, all are asked again at the latest of them, and so on until none objects.
 */
import { isoLocal } from "../contacts/local-time.ts";
import { TZDB_VERSION, zoneNamed } from "../contacts/tzdb.ts";
import { DAY_MS, type Instant, SECOND_MS } from "../instant.ts";
import { type CallRule, citationOf, type Objection } from "./call-rule.ts";
import { consentHolds } from "./conditions-held.ts";
import type { CallDecision, CallQuestion, DecisionEvidence, DecisionReason } from "./decision.ts";
import { entryApplies } from "./do-not-call.ts";
import { dateText } from "./forbidden-hours.ts";
import { holdsNow } from "./legal-parts.ts";
import { legalRuleName, legalRulesOf } from "./legal-rules-of.ts";
import { type ReadingFault, readingFaults } from "./readable.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";

/** How soon to ask again when something other than time must change first: a paused campaign, a call that is open. */
export const ASK_AGAIN_MS = 60 * SECOND_MS;
/** Rules that push each other on for longer than this get their last word: the question is asked again then. */
const MOST_ROUNDS = 100;

const READABLE = "house/readable-question@1";

type Heard = { rule: string; objection: Objection };

function ask(question: CallQuestion, rules: readonly CallRule[]): Heard[] {
  const heard: Heard[] = [];
  for (const rule of rules)
    for (const objection of rule.judge(question)) heard.push({ rule: objection.legalRule ?? citationOf(rule), objection });
  return heard;
}

const reasonOf = ({ rule, objection }: Heard): DecisionReason => ({
  code: objection.code,
  rule,
  detail: objection.detail,
  citation: objection.citation ?? null,
  confidence: objection.confidence ?? "high",
  ...(objection.answer === "wait" ? { until: objection.until } : {}),
});

/** By the list, which is one and the same for every question of the gate. */
const CITATIONS = new WeakMap<readonly CallRule[], readonly string[]>();

function citationsOf(rules: readonly CallRule[]): readonly string[] {
  const known = CITATIONS.get(rules);
  if (known?.length === rules.length + 1) return known;
  const citations = Object.freeze([READABLE, ...rules.map(citationOf)]);
  CITATIONS.set(rules, citations);
  return citations;
}

const saysNever = ({ objection }: Heard): boolean => objection.answer === "never";

/** The latest of the instants that the objections name; undefined when none names one. */
function latestNamed(heard: readonly Heard[]): Instant | undefined {
  const named = heard.flatMap(({ objection }) => (objection.answer === "wait" && objection.until !== null ? [objection.until] : []));
  return named.length > 0 ? Math.max(...named) : undefined;
}

/**
 * The first instant at or after `from` at which no rule asks to wait for a time, or the objections that rule it out
 * for ever. Objections that no time removes are left aside here: they were there from the start.
 */
function firstPermitted(question: CallQuestion, rules: readonly CallRule[], from: Instant): { at: Instant } | { never: Heard[] } {
  let at = from;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const heard = ask({ ...question, now: at }, rules);
    const never = heard.filter(saysNever);
    if (never.length > 0) return { never };
    const next = latestNamed(heard);
    if (next === undefined) return { at };
    // A rule that names no later instant is at fault; it is asked again a little later and never taken for a yes.
    at = next > at ? next : at + ASK_AGAIN_MS;
  }
  return { at };
}

/** The laws consulted, those set aside, and the entries of the ledgers that were looked at. */
function legalEvidenceOf(question: CallQuestion): Pick<DecisionEvidence, "consentIds" | "legalRules" | "waivedRules" | "registers"> {
  const { campaign, place, history } = question;
  const law = campaign && legalRulesOf({ ...campaign, jurisdictions: place.jurisdictions });
  const inForce = (rule: LegalRule): boolean => holdsNow(rule, question);
  return {
    consentIds: history.consents.filter((record) => consentHolds(record, question)).map(({ id }) => id),
    legalRules: law ? law.rules.filter(inForce).map(legalRuleName) : [],
    waivedRules: law ? law.waived.filter(inForce).map(legalRuleName) : [],
    registers: history.registers.map(({ register, asOf }) => `${register}@${dateText(Math.floor(asOf / DAY_MS))}`),
  };
}

const NO_LEGAL_EVIDENCE = { consentIds: [], legalRules: [], waivedRules: [], registers: [] };

function evidenceOf(question: CallQuestion, rules: readonly CallRule[], isReadable: boolean): DecisionEvidence {
  const { place, history, now } = question;
  return {
    rules: citationsOf(rules),
    tzdb: TZDB_VERSION,
    zones: place.zones,
    jurisdictions: place.jurisdictions,
    placeSource: place.source,
    localTimes: isReadable
      ? place.zones.flatMap((name) => {
          const zone = zoneNamed(name);
          return zone ? [{ zone: name, local: isoLocal(zone, now) }] : [];
        })
      : [],
    counts: isReadable ? Object.assign({}, ...rules.map((rule) => rule.counts?.(question) ?? {})) : {},
    doNotCallIds: isReadable ? history.doNotCall.filter((entry) => entryApplies(entry, question)).map((entry) => entry.id) : [],
    ...(isReadable ? legalEvidenceOf(question) : NO_LEGAL_EVIDENCE),
  };
}

/** What was decided, without what it was decided by. */
export type Verdict =
  | { answer: "call" }
  | { answer: "wait"; until: Instant; reasons: readonly DecisionReason[] }
  | { answer: "never"; reasons: readonly DecisionReason[] };

const unreadable = (faults: readonly ReadingFault[]): Verdict => ({
  answer: "never",
  reasons: faults.map(({ field, found, expected }) => ({
    code: "unreadable-question",
    rule: READABLE,
    detail: `${field}: found ${found}, expected ${expected}.`,
    citation: null,
    confidence: "high",
  })),
});

function judge(question: CallQuestion, rules: readonly CallRule[]): Verdict {
  const heard = ask(question, rules);
  if (heard.length === 0) return { answer: "call" };
  const never = heard.filter(saysNever);
  if (never.length > 0) return { answer: "never", reasons: never.map(reasonOf) };
  const isHeld = heard.some(({ objection }) => objection.answer === "wait" && objection.until === null);
  const first = firstPermitted(question, rules, isHeld ? question.now + ASK_AGAIN_MS : question.now);
  if ("never" in first) return { answer: "never", reasons: [...heard, ...first.never].map(reasonOf) };
  return { answer: "wait", until: first.at, reasons: heard.map(reasonOf) };
}

/** What the rules of the list say together, for whoever needs no evidence. Pure. */
export function verdictOf(question: CallQuestion, rules: readonly CallRule[]): Verdict {
  const faults = readingFaults(question);
  return faults.length > 0 ? unreadable(faults) : judge(question, rules);
}

/** What the rules of the list say together. Pure: the same question and rules always get the same answer. */
export function weigh(question: CallQuestion, rules: readonly CallRule[]): CallDecision {
  const faults = readingFaults(question);
  const evidence = evidenceOf(question, rules, faults.length === 0);
  const verdict = faults.length > 0 ? unreadable(faults) : judge(question, rules);
  return { ...verdict, evidence };
}
