/** One number, or the ends between which one is drawn. */
export type Range = number | readonly [number, number];

export type Dice = {
  /** At least 0, under 1. */
  next(): number;
  within(range: Range): number;
  chance(probability: number): boolean;
  /** Normal distribution, by Box and Muller. */
  normal(mean: number, deviation: number): number;
  pick<T>(choices: readonly { weight: number; value: T }[]): T;
};

/** Dice by name: the same seed and the same name give the same throws, whatever else happened before. */
export type Random = { seed: number; dice(...name: (string | number)[]): Dice };

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

/** mulberry32, public domain (Tommy Ettinger, 2017). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function makeDice(next: () => number): Dice {
  return {
    next,
    within: (range) => (typeof range === "number" ? range : range[0] + next() * (range[1] - range[0])),
    chance: (probability) => next() < probability,
    normal: (mean, deviation) => mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick(choices) {
      const total = choices.reduce((sum, choice) => sum + choice.weight, 0);
      let left = next() * total;
      for (const choice of choices) {
        left -= choice.weight;
        if (left < 0) return choice.value;
      }
      const last = choices.at(-1);
      if (!last) throw new Error("choices: found none, expected at least one with a weight");
      return last.value;
    },
  };
}

export function makeRandom(seed: number): Random {
  return { seed, dice: (...name) => makeDice(mulberry32(hash(`${seed}|${name.join("|")}`))) };
}
