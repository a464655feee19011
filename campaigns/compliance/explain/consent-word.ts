/** A consent as a question names it in one word. */
import type { CallKind } from "../call-kind.ts";
import { CONSENT_BASES, type ConsentBasis, type ConsentRecord } from "../consent.ts";
import type { Instant } from "../../instant.ts";

/** "none": it is said that there is none. Left out of a question, nobody knows, which the law takes for none. */
export type ConsentWord = ConsentBasis | "none";

export const CONSENT_WORDS: readonly ConsentWord[] = ["none", ...CONSENT_BASES];

/** As others write the same; "_" and spaces are hyphens and capitals are small letters by then. */
const ALIASES: Readonly<Record<string, ConsentWord>> = {
  no: "none",
  false: "none",
  "opt-out": "none",
  yes: "express",
  true: "express",
  "opt-in": "express",
  "prior-express": "express",
  "express-written": "written",
  "prior-express-written": "written",
};

const aliasesOf = (word: ConsentWord): string[] => Object.keys(ALIASES).filter((alias) => ALIASES[alias] === word);

/** The words and what else is read as each: "none (or no, false, opt-out), express (or …". */
export const CONSENT_WORDS_IN_FULL = CONSENT_WORDS.map((word) => {
  const aliases = aliasesOf(word);
  return aliases.length === 0 ? word : `${word} (or ${aliases.join(", ")})`;
}).join(", ");

/** The word, or undefined when it is none of them and no alias. */
export function readConsentWord(text: string): ConsentWord | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, "-");
  return CONSENT_WORDS.find((word) => word === plain) ?? (Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : undefined);
}

const stated = (basis: ConsentBasis, at: Instant): ConsentRecord => ({
  id: "as-stated",
  phone: null,
  basis,
  callKinds: [],
  subject: null,
  obtainedAt: at,
  until: null,
  agreedTime: null,
  lastUsedAt: at,
});

/** The entries of the ledger that the word and the kind of call stand for, as fresh as can be at `at`. */
export function consentsOf(word: ConsentWord | null, callKind: CallKind, at: Instant): ConsentRecord[] {
  const bases = new Set<ConsentBasis>(word === null || word === "none" ? [] : [word]);
  // There is no ledger to prove it: whoever says that the call was asked for has stated the request.
  if (callKind === "requested-callback") bases.add("request");
  return [...bases].map((basis) => stated(basis, at));
}
