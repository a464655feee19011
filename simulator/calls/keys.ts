import type { Call } from "./call.ts";

/** Keys pressed at the far end. What listens (a Gather, a Record, a Dial with hangupOnStar) hears them; else they are lost. */
export function pressKeys(call: Call, digits: string): void {
  for (const key of digits) if (/[0-9*#A-D]/i.test(key)) call.onKey?.(key);
}
