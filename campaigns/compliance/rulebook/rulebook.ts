/**
 * The rulebook: every rule of every jurisdiction that is known. A jurisdiction that is not here is not called.
 *
 * It is checked when it is loaded. One that contradicts itself throws `RulebookContradiction`, and nothing starts.
 */
import { zoneNamed } from "../../contacts/tzdb.ts";
import { isCalendar } from "../holidays/calendars.ts";
import { checkedRulebook } from "../rulebook-check.ts";
import { EVERY_RULE } from "./every-rule.ts";
import type { LegalRule } from "./legal-rule.ts";

export const RULEBOOK: readonly LegalRule[] = checkedRulebook(EVERY_RULE, { isZone: (name) => zoneNamed(name) !== undefined, isCalendar });

/** FNV-1a, 32 bits: tells versions apart, and protects nothing. */
function digestOf(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** "2026-11-21+1f0c2a9b": the last day on which a source was read, and a digest of every word of every rule. */
export const RULEBOOK_VERSION: string = `${RULEBOOK.map(({ readOn }) => readOn).reduce((one, other) => (one > other ? one : other))}+${digestOf(
  JSON.stringify(RULEBOOK),
  0x811c9dc5,
)}`;

const BY_ID: ReadonlyMap<string, LegalRule> = new Map(RULEBOOK.map((rule) => [rule.id, rule]));

/** The rule of that id ("us-fl"), whether or not it is in force today. */
export const ruleById = (id: string): LegalRule | undefined => BY_ID.get(id);

/** The rules of that very jurisdiction ("US-FL" has not those of "US"), past and coming ones included. */
export const rulesOf = (jurisdiction: string): readonly LegalRule[] => RULEBOOK.filter((rule) => rule.jurisdiction === jurisdiction);
