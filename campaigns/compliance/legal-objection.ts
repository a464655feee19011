/** What a legal rule has against a call, with the law that says so. */
import type { Instant } from "../instant.ts";
import type { Objection } from "./call-rule.ts";
import type { CallQuestion } from "./decision.ts";
import { endOf, legalPartsOf } from "./legal-parts.ts";
import { legalRuleName } from "./legal-rules-of.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";

type Said = {
  rule: LegalRule;
  question: CallQuestion;
  code: string;
  /** A sentence without personal data. */
  detail: string;
};

function words({ rule, question, detail }: Said): string {
  const isBorrowed = legalPartsOf(question).borrowed.has(rule.id);
  const borrowed = isBorrowed ? ` (Borrowed: no rule of ${rule.jurisdiction} speaks of ${question.campaign?.callKind} calls.)` : "";
  const doubtful = rule.confidence === "low" ? " What the law says is uncertain; its stricter reading is applied." : "";
  return `${rule.name}: ${detail}${borrowed}${doubtful}`;
}

const law = (said: Said): Pick<Objection, "code" | "detail" | "legalRule" | "citation" | "confidence"> => ({
  code: said.code,
  detail: words(said),
  legalRule: legalRuleName(said.rule),
  citation: said.rule.citation,
  confidence: said.rule.confidence,
});

/** The law allows the call at that instant, or when it is no more in force; null: something other than time must change. */
export function waitByLaw(until: Instant | null, said: Said): Objection {
  return { answer: "wait", until: until === null ? null : Math.min(until, endOf(said.rule, said.question)), ...law(said) };
}

/** No time at which this law is in force changes it. A law with an end is waited for. */
export function neverByLaw(said: Said): Objection {
  const end = endOf(said.rule, said.question);
  return Number.isFinite(end) ? { answer: "wait", until: end, ...law(said) } : { answer: "never", ...law(said) };
}
