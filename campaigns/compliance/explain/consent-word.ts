/** A consent as a question names it in one word. */
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

/** The entry of the ledger that the word stands for, as fresh as can be at `at`. */
export function consentsOf(word: ConsentWord | null, at: Instant): ConsentRecord[] {
  if (word === null || word === "none") return [];
  return [
    {
      id: "as-stated",
      phone: null,
      basis: word,
      callKinds: [],
      subject: null,
      obtainedAt: at,
      until: null,
      agreedTime: null,
      lastUsedAt: at,
    },
  ];
}
