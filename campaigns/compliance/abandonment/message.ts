/**
 * What an abandoned person hears. Where a law says what the message must name, it names just that: the campaign's own
 * words are used only where no law has any, or where they have a place for everything that must be named.
 *
 * Places in the campaign's words: {caller}, {number}, {purpose}, {key}.
 */
import type { CallKind } from "../call-kind.ts";
import { inForceOn, legalRulesOf } from "../legal-rules-of.ts";
import type { LegalAbandonment } from "../rulebook/legal-rule.ts";

type Part = NonNullable<LegalAbandonment["message"]>["mustName"][number];

export type AbandonMessageTerms = {
  callKind: CallKind;
  waivedRules: readonly string[];
  /** Who calls, as people know them; null: not set. */
  callerName: string | null;
  /** Where they can call back, E.164; null: not set. */
  callbackNumber: string | null;
  /** The campaign's own words. */
  abandonMessage: string;
};

/** The key that takes a person off the list while the message plays. */
export const OPT_OUT_KEY = "9";

const PLACES: Readonly<Record<Part, readonly string[]>> = {
  caller: ["{caller}"],
  "callback-number": ["{number}"],
  "purpose-telemarketing": ["{purpose}"],
  "opt-out-number": ["{number}"],
  "opt-out-key": ["{key}"],
};

/** What the laws of these jurisdictions demand of the message on a civil day (counted from 1970-01-01), together. */
export function demandedParts(
  terms: Pick<AbandonMessageTerms, "callKind" | "waivedRules">,
  jurisdictions: readonly string[],
  day: number,
): Part[] {
  const { callKind, waivedRules } = terms;
  const { rules, borrowed } = legalRulesOf({ jurisdictions, callKind, waivedRules });
  const speaking = rules.filter((rule) => !borrowed.has(rule.id) && inForceOn(rule, day));
  return [...new Set(speaking.flatMap((rule) => rule.abandonment?.message?.mustName ?? []))];
}

/** Settings without which the demanded message cannot be said. */
export function missingForMessage(terms: Pick<AbandonMessageTerms, "callerName" | "callbackNumber">, parts: readonly Part[]): string[] {
  const needsNumber = parts.includes("callback-number") || parts.includes("opt-out-number");
  return [
    ...(parts.includes("caller") && terms.callerName === null ? ["callerName"] : []),
    ...(needsNumber && terms.callbackNumber === null ? ["callbackNumber"] : []),
  ];
}

/** Digit by digit, so that a voice does not read a sum. */
const spoken = (e164: string): string => e164.replace(/\D/g, "").split("").join(" ");

const PURPOSE = "The call was for telemarketing purposes.";

function inTheLawsWords(parts: readonly Part[], { callerName, callbackNumber }: AbandonMessageTerms): string {
  const number = callbackNumber === null ? null : spoken(callbackNumber);
  const has = (part: Part): boolean => parts.includes(part);
  const key = has("opt-out-key") ? `press ${OPT_OUT_KEY} now` : null;
  const call = has("opt-out-number") && number !== null ? `call ${number}` : null;
  const ways = [key, call].filter((way) => way !== null).join(", or ");
  return [
    callerName === null ? "This was a call to you." : `This was a call from ${callerName}.`,
    has("purpose-telemarketing") ? PURPOSE : "",
    has("callback-number") && number !== null ? `Our number is ${number}.` : "",
    ways === "" ? "" : `If you do not want to be called again, ${ways}.`,
    "Goodbye.",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

const filled = ({ abandonMessage, callerName, callbackNumber }: AbandonMessageTerms): string =>
  abandonMessage
    .replaceAll("{caller}", callerName ?? "")
    .replaceAll("{number}", callbackNumber === null ? "" : spoken(callbackNumber))
    .replaceAll("{purpose}", PURPOSE)
    .replaceAll("{key}", OPT_OUT_KEY);

export type AbandonMessage = {
  text: string;
  /** The person may press it to be called no more; null: no law demands a key and the words offer none. */
  optOutKey: string | null;
  /** Are these the law's words in English, in place of the campaign's? */
  isLawsWords: boolean;
};

export function abandonMessageOf(terms: AbandonMessageTerms, jurisdictions: readonly string[], day: number): AbandonMessage {
  const parts = demandedParts(terms, jurisdictions, day);
  const isComplete = parts.every((part) => PLACES[part].every((place) => terms.abandonMessage.includes(place)));
  const optOutKey = parts.includes("opt-out-key") || terms.abandonMessage.includes("{key}") ? OPT_OUT_KEY : null;
  return isComplete
    ? { text: filled(terms), optOutKey, isLawsWords: false }
    : { text: inTheLawsWords(parts, terms), optOutKey, isLawsWords: true };
}
