/**
 * Does a text message ask not to be called?
 *
 * The words are those that 47 CFR 64.1200(a)(10) names (in force since 2025-04-11: stop, quit, end, revoke, opt out,
 * cancel, unsubscribe) and those at which Twilio stops by itself (its help page on opt-out keywords, read 2026-11-22),
 * with French and Spanish ones. Alone, each is enough. Within a longer text only those count that can hardly mean
 * anything else: a reasonable person's "please stop calling me" has to be honoured, "cancel my order" is another wish.
 */
const ALONE = new Set(
  "stop stopall unsubscribe cancel end quit revoke optout remove arret arreter parar baja alto cancelar stopp stoppen ende".split(" "),
);
const ANYWHERE = new Set(["stop", "stopall", "unsubscribe", "revoke", "optout", "arret"]);
/** What people write who know no keyword: "take me off your list", "do not call me again", "never phone this number". */
const PHRASES = [
  /\b(?:take|get) (?:me|us|my number|this number|our number) off\b/,
  /\b(?:remove|delete) (?:me|us|my number|this number|our number)\b/,
  /\b(?:do not|dont|never|no more|not) (?:ever )?(?:call|calls|calling|phone|ring|contact|text|dial)\b/,
  /\b(?:leave (?:me|us) alone|lose my number|off (?:your|the) list)\b/,
];

/** In small letters, without accents and punctuation; "opt out" and "opt-out" are one word. */
const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/opt[\s-]+out/g, "optout")
    .replace(/['’]/g, "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "");

export function asksToStop(text: string): boolean {
  const words = wordsOf(text);
  const [first] = words;
  if (words.length === 1 && first !== undefined) return ALONE.has(first);
  const sentence = words.join(" ");
  return words.some((word) => ANYWHERE.has(word)) || PHRASES.some((phrase) => phrase.test(sentence));
}
