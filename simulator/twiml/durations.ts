import { type Element, whole } from "./element.ts";

/** How fast a text is said: about 1000 characters a minute. */
const SAY_MS_A_CHARACTER = 60;
const PLAY_MS = 5000;
/** `loop="0"` means for ever; the carrier's own limit is 1000 times. */
const MOST_LOOPS = 1000;
const DIGIT_MS = 250;
const WAIT_MS = 500;

const loops = (element: Element) => whole(element.attributes.loop, 1) || MOST_LOOPS;

export const sayMs = (element: Element) => element.text.length * SAY_MS_A_CHARACTER * loops(element);

export const pauseMs = (element: Element) => whole(element.attributes.length, 1) * 1000;

/** Sounds are not fetched: a file named `…_12s.mp3` lasts 12 s, any other 5 s. */
export function playMs(element: Element): number {
  const { digits } = element.attributes;
  if (digits) return Array.from(digits).reduce((sum, key) => sum + (/w/i.test(key) ? WAIT_MS : DIGIT_MS), 0);
  const named = /_(\d+)s\.\w+$/.exec(element.text);
  return (named ? Number(named[1]) * 1000 : PLAY_MS) * loops(element);
}
