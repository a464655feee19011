/** Faults of what a rule demands of consent and number type, and of what lifts parts of it. */
import { CONDITIONS, type Condition } from "../condition.ts";
import type { Exemption, LegalRule, Lifts } from "../rulebook/legal-rule.ts";
import { type Fault, faultIn, isText, isWholeFrom, type RuleCheck, unless } from "./fault.ts";

const RELATIONSHIPS: ReadonlySet<Condition> = new Set<Condition>([
  "purchase",
  "inquiry",
  "contract",
  "customer",
  "member",
  "consent",
  "written-consent",
  "request",
]);
/** Relationships that mean nothing without a last day. */
const NEED_AN_AGE: ReadonlySet<Condition> = new Set<Condition>(["purchase", "inquiry"]);

function consentFaults({ consent, covers }: LegalRule): Fault[] {
  if (!consent) return [];
  const { level, lifeDays, renewsOnUse, text } = consent;
  return [
    ...unless(["express", "written"].includes(level), faultIn("consent.level", level, "express or written")),
    ...unless(consent.for.length > 0, faultIn("consent.for", consent.for, "at least one purpose")),
    ...unless(
      consent.for.every((purpose) => covers.includes(purpose)),
      faultIn("consent.for", consent.for, `purposes that the rule covers: ${covers.join(", ")}`),
    ),
    ...unless(
      lifeDays === null || isWholeFrom(1, lifeDays),
      faultIn("consent.lifeDays", lifeDays, "a whole number of at least 1, or null"),
    ),
    ...unless(!renewsOnUse || lifeDays !== null, faultIn("consent.renewsOnUse", renewsOnUse, "a life in days that could start again")),
    ...unless(isText(text), faultIn("consent.text", text, "what is demanded")),
  ];
}

/** Does the rule have the part that is to be lifted? */
function hasPart(rule: LegalRule, part: Lifts): boolean {
  const { weekday, saturday, sunday } = rule.hours;
  switch (part) {
    case "hours":
      return [weekday, saturday, sunday].some((hours) => hours !== "unrestricted" && hours !== "same");
    case "holidays":
      return rule.holidays !== null;
    case "caps":
      return rule.caps.length > 0 || rule.coolDowns.length > 0;
    case "consent":
      return rule.consent !== null;
    case "register":
      return rule.scrub !== null;
    case "number-type":
      return rule.numberTypeBan !== undefined;
    default:
      return part === "everything";
  }
}

function ageFaults({ when, withinDays }: Exemption, name: string): Fault[] {
  const field = `${name}.withinDays`;
  if (withinDays === undefined)
    return unless(when === null || !NEED_AN_AGE.has(when), faultIn(field, withinDays, `days, since a ${when} counts only so long`));
  return [
    ...unless(isWholeFrom(1, withinDays), faultIn(field, withinDays, "a whole number of at least 1")),
    ...unless(
      when !== null && RELATIONSHIPS.has(when),
      faultIn(field, withinDays, "nothing: only what the consent ledger proves has an age"),
    ),
  ];
}

function exemptionFaults(rule: LegalRule): Fault[] {
  return rule.exemptions.flatMap((exemption, index) => {
    const { when, lifts, text } = exemption;
    const name = `exemptions[${index}]`;
    return [
      ...unless(when === null || when in CONDITIONS, faultIn(`${name}.when`, when, "a condition of condition.ts, or null")),
      ...unless(when === null || lifts.length > 0, faultIn(`${name}.lifts`, lifts, "what the condition lifts, or no condition")),
      ...unless(when !== null || lifts.length === 0, faultIn(`${name}.lifts`, lifts, "nothing, since there is no condition")),
      ...lifts.flatMap((part) => unless(hasPart(rule, part), faultIn(`${name}.lifts`, part, "a part that the rule has"))),
      ...unless(
        when !== "consent" || !rule.consent || !lifts.some((part) => part === "consent" || part === "everything"),
        faultIn(`${name}.lifts`, lifts, "no consent that lifts the demand for consent"),
      ),
      ...ageFaults(exemption, name),
      ...unless(isText(text), faultIn(`${name}.text`, text, "what is exempt")),
    ];
  });
}

function numberTypeFaults({ numberTypeBan }: LegalRule): Fault[] {
  if (!numberTypeBan) return [];
  return [
    ...numberTypeBan.unless.flatMap((condition, index) =>
      unless(condition in CONDITIONS, faultIn(`numberTypeBan.unless[${index}]`, condition, "a condition of condition.ts")),
    ),
    ...unless(isText(numberTypeBan.text), faultIn("numberTypeBan.text", numberTypeBan.text, "what is banned")),
  ];
}

export const conditionFaults: RuleCheck = (rule) => [...consentFaults(rule), ...exemptionFaults(rule), ...numberTypeFaults(rule)];
