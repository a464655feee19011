import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Interval, intersection, merged, spanAtOrAfter, within, withoutLast } from "../../../campaigns/compliance/intervals.ts";

const aSet = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 12 })), { maxLength: 12 })
  .map((spans) => spans.map(([from, length]): Interval => [from, from + length]));
const holds = (set: readonly Interval[], instant: number): boolean => set.some(([from, to]) => from <= instant && instant < to);
const everyInstant = Array.from({ length: 130 }, (_, instant) => instant);
const inside = (set: readonly Interval[]): number[] => everyInstant.filter((instant) => holds(set, instant));

describe("sets of time", () => {
  it("hold the same instants when merged, sorted and apart from one another", () => {
    fc.assert(
      fc.property(aSet, (spans) => {
        const set = merged(spans);
        expect(inside(set)).toEqual(inside(spans));
        for (const [index, [from, to]] of set.entries()) {
          expect(from).toBeLessThan(to);
          if (index > 0) expect(set[index - 1]?.[1]).toBeLessThan(from);
        }
      }),
    );
  });

  it("have in common what is in both", () => {
    fc.assert(
      fc.property(aSet, aSet, (one, other) => {
        const common = intersection(merged(one), merged(other));
        expect(inside(common)).toEqual(everyInstant.filter((instant) => holds(one, instant) && holds(other, instant)));
      }),
    );
  });

  it("lose the end of each span, not of the whole", () => {
    expect(
      withoutLast(
        [
          [0, 10],
          [20, 23],
        ],
        3,
      ),
    ).toEqual([[0, 7]]);
    expect(withoutLast([[0, 10]], 0)).toEqual([[0, 10]]);
  });

  it("can be cut to a span", () => {
    expect(
      within(
        [
          [0, 10],
          [20, 30],
        ],
        [5, 25],
      ),
    ).toEqual([
      [5, 10],
      [20, 25],
    ]);
  });

  it("tell the span that holds an instant, or the next", () => {
    const set: Interval[] = [
      [0, 10],
      [20, 30],
    ];
    expect([0, 9, 10, 19, 20, 29].map((instant) => spanAtOrAfter(set, instant))).toEqual([
      [0, 10],
      [0, 10],
      [20, 30],
      [20, 30],
      [20, 30],
      [20, 30],
    ]);
    expect(spanAtOrAfter(set, 30)).toBeUndefined();
    expect(spanAtOrAfter([], 0)).toBeUndefined();
  });
});
