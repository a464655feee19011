/** Faults of the figures of a rule: caps, cool-downs, abandonment, ringing, registers, records. */
import { CONDITIONS } from "../condition.ts";
import type { LegalAbandonment, LegalRule } from "../rulebook/legal-rule.ts";
import { type Fault, faultIn, isText, isWholeFrom, type RuleCheck, unless } from "./fault.ts";

const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0;
const HOURS = "hours above 0";

const capFaults = ({ caps }: LegalRule): Fault[] =>
  caps.flatMap(({ attempts, hours, scope, when }, index) => [
    ...unless(
      isWholeFrom(1, attempts),
      faultIn(`caps[${index}].attempts`, attempts, "a whole number of at least 1 (no calls at all: banned hours)"),
    ),
    ...unless(isPositive(hours), faultIn(`caps[${index}].hours`, hours, HOURS)),
    ...unless(isText(scope), faultIn(`caps[${index}].scope`, scope, "what is counted")),
    ...unless(when === undefined || when in CONDITIONS, faultIn(`caps[${index}].when`, when, "a condition of condition.ts")),
  ]);

const coolDownFaults = ({ coolDowns }: LegalRule): Fault[] =>
  coolDowns.flatMap(({ hours, scope }, index) => [
    ...unless(isPositive(hours), faultIn(`coolDowns[${index}].hours`, hours, HOURS)),
    ...unless(isText(scope), faultIn(`coolDowns[${index}].scope`, scope, "after what and for how long")),
  ]);

function messageFaults({ message }: LegalAbandonment): Fault[] {
  if (!message) return [];
  const { mustName, text } = message;
  return [
    ...unless(mustName.length > 0, faultIn("abandonment.message.mustName", mustName, "what must be heard, or no message")),
    ...unless(new Set(mustName).size === mustName.length, faultIn("abandonment.message.mustName", mustName, "each once")),
    ...unless(isText(text), faultIn("abandonment.message.text", text, "what the law says of the message")),
  ];
}

function abandonmentFaults({ abandonment }: LegalRule): Fault[] {
  if (!abandonment) return [];
  const { mostShare, window, connectWithinSeconds } = abandonment;
  return [
    ...unless(
      mostShare === null || (mostShare >= 0 && mostShare <= 1),
      faultIn("abandonment.mostShare", mostShare, "a share from 0 to 1, or null"),
    ),
    ...unless(
      (mostShare === null) === (window === null),
      faultIn(
        "abandonment.window",
        window,
        mostShare === null ? "null, since there is no share to count" : "the window in which the share is counted",
      ),
    ),
    ...unless(isPositive(connectWithinSeconds), faultIn("abandonment.connectWithinSeconds", connectWithinSeconds, "seconds above 0")),
    ...messageFaults(abandonment),
  ];
}

function ringFaults({ ring }: LegalRule): Fault[] {
  if (!ring) return [];
  const { leastSeconds, mostRings } = ring;
  return [
    ...unless(leastSeconds !== undefined || mostRings !== undefined, faultIn("ring", ring, "leastSeconds, mostRings or both")),
    ...unless(leastSeconds === undefined || isPositive(leastSeconds), faultIn("ring.leastSeconds", leastSeconds, "seconds above 0")),
    ...unless(mostRings === undefined || isWholeFrom(1, mostRings), faultIn("ring.mostRings", mostRings, "a whole number of at least 1")),
  ];
}

function recordFaults({ retentionYears, scrub, autodialMinutesPerDay }: LegalRule): Fault[] {
  const minutes = autodialMinutesPerDay;
  return [
    ...unless(retentionYears === null || isPositive(retentionYears), faultIn("retentionYears", retentionYears, "years above 0, or null")),
    ...unless(
      scrub === null || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(scrub.register),
      faultIn("scrub.register", scrub?.register, "a name like us-national"),
    ),
    ...unless(
      scrub === null || isWholeFrom(1, scrub.mostAgeDays),
      faultIn("scrub.mostAgeDays", scrub?.mostAgeDays, "a whole number of at least 1"),
    ),
    ...unless(
      minutes === undefined || (isPositive(minutes) && minutes <= 24 * 60),
      faultIn("autodialMinutesPerDay", minutes, "minutes of a day"),
    ),
  ];
}

export const figureFaults: RuleCheck = (rule) => [
  ...capFaults(rule),
  ...coolDownFaults(rule),
  ...abandonmentFaults(rule),
  ...ringFaults(rule),
  ...recordFaults(rule),
];
