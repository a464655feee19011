/** Sets of time: sorted, disjoint, half-open spans [from, to) of instants. */
import type { Instant } from "../instant.ts";

export type Interval = readonly [from: Instant, to: Instant];
export type IntervalSet = readonly Interval[];

/** By their beginning. Most lists come so. */
function inOrder(spans: readonly Interval[]): readonly Interval[] {
  let before = Number.NEGATIVE_INFINITY;
  for (const [from] of spans) {
    if (from < before) return spans.toSorted((one, other) => one[0] - other[0]);
    before = from;
  }
  return spans;
}

/** The same set with spans sorted, touching ones joined and empty ones left out. */
export function merged(spans: readonly Interval[]): Interval[] {
  const result: [Instant, Instant][] = [];
  let last: [Instant, Instant] | undefined;
  for (const [from, to] of inOrder(spans)) {
    if (from >= to) continue;
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push((last = [from, to]));
  }
  return result;
}

/** What lies in both sets. */
export function intersection(one: IntervalSet, other: IntervalSet): Interval[] {
  const result: Interval[] = [];
  let left = 0;
  let right = 0;
  while (true) {
    const a = one[left];
    const b = other[right];
    if (!a || !b) return result;
    const from = Math.max(a[0], b[0]);
    const to = Math.min(a[1], b[1]);
    if (from < to) result.push([from, to]);
    if (a[1] < b[1]) left += 1;
    else right += 1;
  }
}

/** The set with the last `ms` of every span taken away. */
export const withoutLast = (set: IntervalSet, ms: number): Interval[] =>
  set.filter(([from, to]) => to - ms > from).map(([from, to]): Interval => [from, to - ms]);

/** The part of the set inside the span. */
export const within = (set: IntervalSet, span: Interval): Interval[] => intersection(set, [span]);

/** The span that holds `instant`, else the first that begins after it, else undefined. */
export function spanAtOrAfter(set: IntervalSet, instant: Instant): Interval | undefined {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = set[middle];
    if (span && span[1] <= instant) low = middle + 1;
    else high = middle;
  }
  return set[low];
}
