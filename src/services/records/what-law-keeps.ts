/** Parts what a person's records hold into what a law still needs, with until when and why, and what it does not. */
import type { CallKind } from "../../../campaigns/compliance/call-kind.ts";
import { countedUntil, dateOf, keptUntil, legalRetention } from "../../../campaigns/compliance/retention.ts";
import { DAY_MS, type Instant } from "../../../campaigns/instant.ts";

export type Recorded = { jurisdictions: readonly string[]; callKinds: readonly CallKind[]; at: Instant };
/** The last day ("2031-11-22") and the rules that say so. */
export type Need = { until: string; rules: readonly string[] };

/**
 * What laws need of a record today; null: none does. `isCall`: a call is needed too for as long as a law counts it.
 * `callKinds` empty: it may be of any kind.
 */
export function neededUntil({ jurisdictions, callKinds, at }: Recorded, now: Instant, isCall: boolean): Need | null {
  const kinds = callKinds.length === 0 ? [null] : callKinds;
  const needs = kinds.flatMap((callKind): Need[] => {
    const call = { jurisdictions, callKind, at };
    const { years, rules } = legalRetention(call);
    const counted = isCall ? countedUntil(call) : null;
    return [
      ...(years === null ? [] : [{ until: keptUntil(at, years), rules }]),
      ...(counted && counted.until > now ? [{ until: dateOf(counted.until), rules: counted.rules }] : []),
    ];
  });
  const longest = needs.reduce<Need | null>((found, need) => (found === null || need.until > found.until ? need : found), null);
  return longest !== null && longest.until >= dateOf(now) ? longest : null;
}

/** The day after: the first on which a record is needed no more. */
export const dayAfter = (day: string): string => dateOf(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
