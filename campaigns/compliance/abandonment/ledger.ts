/**
 * The abandonment ledger: for each law that counts abandoned calls, its own span of time, its own denominator, its cap.
 * Always per campaign, never pooled.
 *
 * A live answer is one that no machine, fax or voicemail gave. It was abandoned when no agent was on the line within
 * the law's seconds. They are counted from the answer: the end of the greeting, from which the United States count, is
 * not known to anybody, and counting from the answer is the stricter reading.
 */
import { zonesOfCountry } from "../../contacts/country.ts";
import { civilDate, dayNumber, instantOf, wallClockAt } from "../../contacts/local-time.ts";
import { type TzdbZone, zoneNamed } from "../../contacts/tzdb.ts";
import { DAY_MS, type Instant } from "../../instant.ts";
import { type CallKind, PURPOSES_OF } from "../call-kind.ts";
import { inForceOn, legalRuleName } from "../legal-rules-of.ts";
import type { LegalAbandonment, LegalRule } from "../rulebook/legal-rule.ts";
import { RULEBOOK } from "../rulebook/rulebook.ts";

type Window = NonNullable<LegalAbandonment["window"]>;
export type Span = { from: Instant; to: Instant };

const PERIOD_MS = 30 * DAY_MS;

const midnight = (zone: TzdbZone, day: number): Instant => {
  const answer = instantOf(zone, { ...civilDate(day), minuteOfDay: 0 });
  return answer.kind === "once" ? answer.instant : answer.kind === "overlap" ? answer.first : answer.movedTo;
};

/**
 * The span of the law in which `at` lies, and how many came before. `startedAt` is the campaign's first start.
 * Days and months are those of the clock on which most of the country lives.
 */
function spanAt(window: Window, { at, startedAt, zone }: { at: Instant; startedAt: Instant; zone: TzdbZone }): Span {
  if (window === "30-days") {
    const from = startedAt + Math.floor((at - startedAt) / PERIOD_MS) * PERIOD_MS;
    return { from, to: from + PERIOD_MS };
  }
  const { year, month, day } = wallClockAt(zone, at);
  if (window === "day") {
    const today = dayNumber(year, month, day);
    return { from: midnight(zone, today), to: midnight(zone, today + 1) };
  }
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return { from: midnight(zone, dayNumber(year, month, 1)), to: midnight(zone, next) };
}

/** The span that holds `now` and those before it back to the campaign's start, the latest first, `most` at most. */
export function spansOf(
  window: Window,
  { now, startedAt, zone, most }: { now: Instant; startedAt: Instant; zone: TzdbZone; most: number },
): Span[] {
  const spans: Span[] = [];
  for (let at = now; at >= startedAt && spans.length < most; ) {
    const span = spanAt(window, { at, startedAt, zone });
    spans.push(span);
    at = span.from - 1;
  }
  return spans;
}

/** One thing to be counted: live and abandoned answers of the campaign in a jurisdiction and a span. */
export type AbandonmentQuestion = { jurisdiction: string; span: Span; connectWithinSeconds: number };
export type AbandonmentCount = { live: number; abandoned: number };

export type AbandonmentEntry = {
  /** "us-tsr@2003-10-01" */
  rule: string;
  jurisdiction: string;
  citation: string;
  confidence: LegalRule["confidence"];
  window: Window;
  from: Instant;
  to: Instant;
  liveAnswers: number;
  abandoned: number;
  /** abandoned ÷ live answers, 0 when there was none. */
  share: number;
  /** null: the law has no figure. */
  cap: number | null;
  isOverCap: boolean;
  /** How many more abandoned calls the cap allows at the live answers so far; null without a cap. */
  left: number | null;
  connectWithinSeconds: number;
};

/** Most spans of one law that are told: a year of periods and months, a quarter of days. */
const MOST_SPANS: Readonly<Record<Window, number>> = { "30-days": 13, month: 13, day: 92 };

export type LedgerItem = AbandonmentQuestion & { law: LegalRule; terms: LegalAbandonment; window: Window };

const countryZone = (jurisdiction: string): TzdbZone | undefined => {
  const country = jurisdiction.split("-", 1)[0] ?? "";
  return zoneNamed(MOST_LIVE_ON[country] ?? zonesOfCountry(country)[0] ?? "UTC");
};
/** Where a country has several clocks. */
const MOST_LIVE_ON: Readonly<Record<string, string>> = { CA: "America/Toronto", US: "America/New_York", AU: "Australia/Sydney" };

/** What is to be counted for a campaign of this kind, current spans and past ones. */
export function ledgerItems({ callKind, startedAt, now }: { callKind: CallKind; startedAt: Instant; now: Instant }): LedgerItem[] {
  const today = Math.floor(now / DAY_MS);
  return RULEBOOK.flatMap((law): LedgerItem[] => {
    const terms = law.abandonment;
    const window = terms?.window;
    const zone = countryZone(law.jurisdiction);
    const speaks = PURPOSES_OF[callKind].some((purpose) => law.covers.includes(purpose));
    if (!terms || !window || !zone || !speaks || !inForceOn(law, today)) return [];
    return spansOf(window, { now, startedAt, zone, most: MOST_SPANS[window] }).map((span) => ({
      law,
      terms,
      window,
      jurisdiction: law.jurisdiction,
      span,
      connectWithinSeconds: terms.connectWithinSeconds,
    }));
  });
}

/** The line of the ledger for what was counted. */
export function ledgerEntry({ law, terms, window, span }: LedgerItem, { live, abandoned }: AbandonmentCount): AbandonmentEntry {
  const cap = terms.mostShare;
  return {
    rule: legalRuleName(law),
    jurisdiction: law.jurisdiction,
    citation: law.citation,
    confidence: law.confidence,
    window,
    ...span,
    liveAnswers: live,
    abandoned,
    share: live === 0 ? 0 : abandoned / live,
    cap,
    isOverCap: cap !== null && abandoned > cap * live,
    left: cap === null ? null : Math.max(0, Math.floor(cap * live) - abandoned),
    connectWithinSeconds: terms.connectWithinSeconds,
  };
}
