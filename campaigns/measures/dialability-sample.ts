/**
 * For how many contacts each judged one stands. Contacts that the gate cannot tell apart are judged once for all of
 * them; those with a past of their own are judged one by one, or, when there are too many, by a sample.
 */

export type ContactGroup<Who> = {
  /** The same for contacts that may be alike in all but their past. */
  key: string;
  count: number;
  /** One of them. */
  who: Who;
  /**
   *   alike   the gate answers the same for all of them
   *   picked  one with a past of its own, to be judged
   *   rest    the others with a past and the same key, whom nobody judges
   */
  kind: "alike" | "picked" | "rest";
};

export type Judged<Who> = { who: Who; weight: number };
export type Sample<Who> = { judged: readonly Judged<Who>[]; isSampled: boolean };

const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number): number => items.reduce((sum, item) => sum + value(item), 0);

/** Those with a past: the picked ones, and one of the rest, stand for all with the same key. */
function sampleOfPasts<Who>(groups: readonly ContactGroup<Who>[]): Judged<Who>[] {
  const byKey = new Map<string, ContactGroup<Who>[]>();
  for (const group of groups) {
    const known = byKey.get(group.key);
    if (known) known.push(group);
    else byKey.set(group.key, [group]);
  }
  return [...byKey.values()].flatMap((same) => {
    const weight = sumOf(same, ({ count }) => count) / same.length;
    return same.map(({ who }) => ({ who, weight }));
  });
}

/** The heaviest as they are, and every so-manieth of the light ones for all of those. */
function thinned<Who>(judged: readonly Judged<Who>[], most: number): Judged<Who>[] {
  const sorted = [...judged].sort((one, other) => other.weight - one.weight);
  const head = sorted.slice(0, Math.ceil(most / 2));
  const tail = sorted.slice(head.length);
  const step = tail.length / Math.max(1, most - head.length);
  const kept = tail.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const factor = sumOf(tail, ({ weight }) => weight) / sumOf(kept, ({ weight }) => weight);
  return [...head, ...kept.map(({ who, weight }) => ({ who, weight: weight * factor }))];
}

/**
 * Whom to judge, and for how many contacts each stands. The weights add up to the number of contacts.
 * @param most how many are judged at most.
 */
export function weigh<Who>(groups: readonly ContactGroup<Who>[], most: number): Sample<Who> {
  const alike = groups.filter(({ kind }) => kind === "alike").map(({ who, count }) => ({ who, weight: count }));
  const pasts = groups.filter(({ kind }) => kind !== "alike");
  const judged = [...alike, ...sampleOfPasts(pasts)];
  const isThinned = judged.length > most;
  return { judged: isThinned ? thinned(judged, most) : judged, isSampled: isThinned || pasts.some(({ count }) => count > 1) };
}

/**
 * Whole numbers in the proportion of the weights that add up to `total`: each is rounded down, and what is left over goes
 * to those that lost most by it.
 */
export function wholeCounts(weights: readonly number[], total: number): number[] {
  const sum = sumOf(weights, (weight) => weight);
  const exact = weights.map((weight) => (sum === 0 ? 0 : (weight * total) / sum));
  // A weight that is whole but for the last bits of a sum is that whole number.
  const counts = exact.map((value) => Math.floor(value + 1e-6));
  const left = total - sumOf(counts, (count) => count);
  const byLoss = exact.map((value, index) => ({ index, loss: value - (counts[index] ?? 0) })).sort((one, other) => other.loss - one.loss);
  for (const { index } of byLoss.slice(0, Math.max(0, left))) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
