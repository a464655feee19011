/**
 * Registers of numbers that must not be called. Where the law demands that a register be asked, it must be loaded and
 * young enough, and whoever is on it is not called unless an exemption of that law says otherwise. Lists of litigators
 * and of states that are loaded forbid calls of every kind, demanded or not.
 */
import { DAY_MS } from "../instant.ts";
import type { CallRule, Objection } from "./call-rule.ts";
import { isLifted } from "./conditions-held.ts";
import type { CallQuestion, RegisterScrub } from "./decision.ts";
import { neverByLaw, waitByLaw } from "./legal-objection.ts";
import { holdsNow, legalPartsOf } from "./legal-parts.ts";
import type { LegalRule } from "./rulebook/legal-rule.ts";

/** A file from further ahead has a wrong date: no place on earth is a day ahead of all others for longer. */
const MOST_AHEAD_MS = DAY_MS;

const isYoungEnough = ({ asOf }: RegisterScrub, mostAgeDays: number, now: number): boolean =>
  now - asOf <= mostAgeDays * DAY_MS && asOf - now <= MOST_AHEAD_MS;

/** What one law has against the call, by the register it demands. */
function objectionOf(rule: LegalRule, question: CallQuestion): Objection | undefined {
  if (!rule.scrub) return undefined;
  const { register, mostAgeDays } = rule.scrub;
  const scrub = question.history.registers.find((loaded) => loaded.register === register);
  const said = { rule, question };
  if (!scrub)
    return waitByLaw(null, {
      ...said,
      code: "register-not-loaded",
      detail: `the register ${register} must be asked, and it is not loaded (callkeeper register load).`,
    });
  if (scrub.isListed) return neverByLaw({ ...said, code: "on-register", detail: `the number is on the register ${register}.` });
  if (isYoungEnough(scrub, mostAgeDays, question.now)) return undefined;
  const detail = `the register ${register} must be ${mostAgeDays} days old at most, and the one that is loaded is older (callkeeper register load).`;
  return waitByLaw(null, { ...said, code: "register-stale", detail });
}

/** What the laws in force have against the call; the registers of which they speak are put into `spokenOf`. */
function* demanded(question: CallQuestion, spokenOf: Set<string>): Generator<Objection> {
  /** Two laws that demand the same register say the same once. */
  const told = new Set<string>();
  for (const rule of legalPartsOf(question).scrubs) {
    if (!rule.scrub || !holdsNow(rule, question)) continue;
    spokenOf.add(rule.scrub.register);
    if (isLifted(rule, "register", question)) continue;
    const objection = objectionOf(rule, question);
    const key = `${objection?.code} ${rule.scrub.register}`;
    if (!objection || told.has(key)) continue;
    told.add(key);
    yield objection;
  }
}

const WHOSE: Readonly<Record<RegisterScrub["kind"], string>> = {
  national: "a national register",
  state: "the list of a state",
  litigator: "a list of people who sue callers",
};

export const registerRule: CallRule = {
  id: "law/registers",
  version: 1,
  judge(question): readonly Objection[] {
    if (!question.campaign) return [];
    const spokenOf = new Set<string>();
    const objections = [...demanded(question, spokenOf)];
    for (const { register, kind, isListed } of question.history.registers) {
      if (!isListed || kind === "national") continue;
      // A state's list that a law demands is answered by that law and its exemptions.
      if (kind === "state" && spokenOf.has(register)) continue;
      objections.push({ answer: "never", code: "on-register", detail: `The number is on ${WHOSE[kind]}: ${register}.` });
    }
    return objections;
  },
};
