import { matches } from "../parties/pattern.ts";
import type { Dice, Random } from "../random.ts";
import { type FaultEffect, type FaultKind, type FaultRule, type FaultRuleInput, ruleSchema } from "./rule.ts";

/** One occurrence that a fault may strike. `key` names it the same in every run, whatever the order of events. */
export type Occurrence = {
  kind: FaultKind;
  key: string;
  event?: string;
  source?: string;
  method?: string;
  to?: string;
  from?: string;
  callSid?: string;
  farEnd?: "endpoint" | "public";
};

export type Struck = FaultEffect & { rule: string; dice: Dice };

export type FaultBook = {
  /** Throws a ZodError on a rule that is none. Rules given first are asked first; a preset's rules are asked last. */
  add(rules: FaultRuleInput | FaultRuleInput[]): void;
  setPreset(rules: FaultRuleInput[]): void;
  clear(): void;
  list(): (FaultRule & { struck: number })[];
  strike(occurrence: Occurrence): Struck | undefined;
};

type Kept = FaultRule & { id: string; struck: number; seen: number };

const PATTERNS = ["event", "source", "method", "to", "from"] as const;

function fits(rule: Kept, occurrence: Occurrence): boolean {
  const { match } = rule;
  if (match.kind !== occurrence.kind) return false;
  if (match.callSid && match.callSid !== occurrence.callSid) return false;
  if (match.farEnd && match.farEnd !== occurrence.farEnd) return false;
  return PATTERNS.every((field) => match[field] === undefined || matches(match[field], occurrence[field] ?? ""));
}

export function makeFaultBook(random: () => Random): FaultBook {
  let rules: Kept[] = [];
  let presetRules: Kept[] = [];
  let named = 0;
  const keep = (rule: FaultRuleInput, id: string): Kept => ({ ...ruleSchema.parse(rule), id: rule.id ?? id, struck: 0, seen: 0 });
  function strikes(rule: Kept, occurrence: Occurrence): boolean {
    if (rule.times !== undefined && rule.struck >= rule.times) return false;
    if (!fits(rule, occurrence)) return false;
    rule.seen++;
    if (rule.match.nth !== undefined && rule.seen !== rule.match.nth) return false;
    const { probability } = rule.match;
    return probability === undefined || random().dice("fault", rule.id, occurrence.key).chance(probability);
  }
  return {
    add(given) {
      rules.push(...[given].flat().map((rule) => keep(rule, `rule-${++named}`)));
    },
    setPreset(given) {
      presetRules = given.map((rule, index) => keep(rule, `preset-${index + 1}`));
    },
    clear() {
      rules = [];
      presetRules = [];
      named = 0;
    },
    list: () => [...rules, ...presetRules].map(({ seen: _seen, ...rule }) => rule),
    strike(occurrence) {
      const rule = rules.find((one) => strikes(one, occurrence)) ?? presetRules.find((one) => strikes(one, occurrence));
      if (!rule) return undefined;
      rule.struck++;
      return { ...rule.effect, rule: rule.id, dice: random().dice("effect", rule.id, occurrence.key) };
    },
  };
}
