import type { Settings } from "../options.ts";
import type { Random } from "../random.ts";
import { type Act, drawAct } from "./act.ts";
import { scriptByLastDigits } from "./by-last-digits.ts";
import { matches } from "./pattern.ts";
import { type PartyScript, type PartyScripts, scriptSchema, scriptsSchema, type Weights } from "./script.ts";

/** Who answers which number. What happens follows from the seed, the number, and how many calls came before. */
export type PartyBook = {
  /** `pattern`: an E.164 number, or one with `*` for any digits. Throws a ZodError on a script that is none. */
  put(pattern: string, scripts: unknown): void;
  remove(pattern: string): boolean;
  clear(): void;
  list(): Record<string, PartyScripts>;
  setMode(mode: "digits" | "weights", weights?: Weights): void;
  actFor(number: string, nth: number): Act;
};

export function makePartyBook(settings: Settings, random: () => Random, presetWeights: Weights): PartyBook {
  const book = new Map<string, PartyScripts>();
  let mode = settings.mode;
  let weights = presetWeights;
  const find = (number: string) => book.get(number) ?? [...book].find(([pattern]) => matches(pattern, number))?.[1];
  function choose(number: string, nth: number): PartyScript {
    const scripts = find(number);
    const dice = random().dice("party", number, nth);
    if (Array.isArray(scripts)) return scripts[Math.min(nth, scripts.length - 1)] as PartyScript;
    if (scripts && "weights" in scripts) return dice.pick(scripts.weights.map(({ weight, script }) => ({ weight, value: script })));
    if (scripts) return scripts;
    return mode === "weights" ? scriptSchema.parse(dice.pick(weights)) : scriptByLastDigits(number);
  }
  return {
    put: (pattern, scripts) => void book.set(pattern, scriptsSchema.parse(scripts)),
    remove: (pattern) => book.delete(pattern),
    clear: () => book.clear(),
    list: () => Object.fromEntries(book),
    setMode(next, nextWeights) {
      mode = next;
      if (nextWeights) weights = nextWeights;
    },
    actFor: (number, nth) => drawAct(choose(number, nth), settings, random().dice("act", number, nth)),
  };
}
