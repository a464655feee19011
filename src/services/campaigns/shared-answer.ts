import { MINUTE_MS } from "../../../campaigns/instant.ts";
import type { Clock } from "../../ports/clock.ts";

/** An answer is used again for so many times as long as it took: counting never takes more than a tenth of one connection. */
const REUSED_FOR = 10;
/** Fewest and most milliseconds that an answer is used again. */
const [LEAST_MS, MOST_MS] = [250, MINUTE_MS];

type Answer<T> = { value: Promise<T>; goodUntil: number };

/**
 * Whoever asks for the same thing while it is being counted gets the same answer, and so does who asks soon after: a
 * hundred screens cost what one does. A failure is not kept.
 */
export function makeSharedAnswer<T>(clock: Clock) {
  const answers = new Map<string, Answer<T>>();
  const ask = (key: string, count: () => Promise<T>): Answer<T> => {
    const askedAt = clock.now();
    const answer: Answer<T> = { value: count(), goodUntil: Number.POSITIVE_INFINITY };
    answers.set(key, answer);
    const settle = (): void => {
      const tookMs = clock.now() - askedAt;
      answer.goodUntil = clock.now() + Math.min(Math.max(tookMs * REUSED_FOR, LEAST_MS), MOST_MS);
    };
    answer.value.then(settle, () => answers.delete(key));
    return answer;
  };
  const forgetOld = (): void => {
    for (const [key, { goodUntil }] of answers) if (goodUntil <= clock.now()) answers.delete(key);
  };
  return function shared(key: string, count: () => Promise<T>): Promise<T> {
    forgetOld();
    return (answers.get(key) ?? ask(key, count)).value;
  };
}
