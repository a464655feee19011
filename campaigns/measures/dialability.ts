/** How many contacts of a campaign may be called now, and what holds the others: a funnel in which each is counted once. */
import type { CampaignState } from "../campaign.ts";
import type { CallDecision, DecisionReason } from "../compliance/decision.ts";
import type { Instant } from "../instant.ts";
import { type Sample, wholeCounts } from "./dialability-sample.ts";
import { endsByItself, needsSomebody } from "./reasons.ts";

/** Contacts about whom the gate need not be asked. */
export type SettledContacts = {
  finished: readonly { code: string; count: number }[];
  onHopper: number;
  inAttempt: number;
  /** Put off by something other than the gate; all of one entry are due within an hour from `dueAt`; null: never. */
  waiting: readonly { code: string; count: number; dueAt: Instant | null }[];
};

export type Held = Pick<DecisionReason, "code" | "rule" | "detail" | "citation" | "confidence"> & {
  answer: "wait" | "never";
  /** Contacts counted here: those for whom it is the first reason that the gate names. */
  count: number;
  /** All contacts that it holds, also those who are counted under another reason; near enough. Does not add up. */
  concernedCount: number;
  /** When the first of those counted here may be called; null: not by waiting. */
  nextOpensAt: Instant | null;
  nextOpensCount: number;
};

export type Funnel = {
  campaignId: string;
  state: CampaignState;
  /** The campaign does not run: the funnel says what would be if it did. */
  assumesRunning: boolean;
  askedAt: Instant;
  loaded: number;
  finished: { count: number; reasons: readonly { code: string; count: number }[] };
  inHand: { count: number; onHopper: number; inAttempt: number };
  waiting: { count: number; reasons: readonly { code: string; count: number; nextDueAt: Instant | null }[] };
  held: { count: number; reasons: readonly Held[] };
  dialableNow: number;
  /** The next instants at which contacts who wait may be called, and how many. */
  openings: readonly { opensAt: Instant; count: number }[];
  /** Some contacts with a past were not judged: others stand for them, and figures are estimates. */
  isSampled: boolean;
  /** How many contacts the gate was asked about for all of them. */
  judgedCount: number;
};

export type FunnelQuestion = {
  campaign: { id: string; state: CampaignState; assumesRunning: boolean };
  settled: SettledContacts;
  sample: Sample<unknown>;
  /** One for each of the sample, in its order. */
  decisions: readonly CallDecision[];
  now: Instant;
};

const MOST_OPENINGS = 12;

type Holding = Omit<Held, "count" | "concernedCount" | "nextOpensCount"> & { weight: number; concerned: number; nextWeight: number };
type Sorted = { dialable: number; holdings: Map<string, Holding>; openings: Map<Instant, number> };

const add = <Key>(to: Map<Key, number>, key: Key, value: number): void => void to.set(key, (to.get(key) ?? 0) + value);

/** When the gate says wait, does waiting help? Something that only somebody can change outweighs any hour. */
const opensAt = (decision: CallDecision): Instant | null =>
  decision.answer === "wait" && decision.reasons.every(({ code }) => endsByItself(code)) ? decision.until : null;

function holdingOf({ holdings }: Sorted, answer: "wait" | "never", reason: DecisionReason): Holding {
  const key = `${answer} ${reason.code} ${reason.rule}`;
  const known = holdings.get(key);
  if (known) return known;
  const { code, rule, detail, citation, confidence } = reason;
  const made: Holding = { answer, code, rule, detail, citation, confidence, weight: 0, concerned: 0, nextOpensAt: null, nextWeight: 0 };
  holdings.set(key, made);
  return made;
}

function noteOpening(holding: Holding, at: Instant, weight: number): void {
  if (holding.nextOpensAt === null || at < holding.nextOpensAt) {
    holding.nextOpensAt = at;
    holding.nextWeight = weight;
  } else if (at === holding.nextOpensAt) holding.nextWeight += weight;
}

function sortOne(sorted: Sorted, decision: CallDecision, weight: number): void {
  if (decision.answer === "call") {
    sorted.dialable += weight;
    return;
  }
  // A law of two zones or two dates may speak twice.
  const held = new Set(decision.reasons.map((reason) => holdingOf(sorted, decision.answer, reason)));
  for (const holding of held) holding.concerned += weight;
  const [first] = held;
  if (!first) return;
  first.weight += weight;
  const at = opensAt(decision);
  if (at === null) return;
  noteOpening(first, at, weight);
  add(sorted.openings, at, weight);
}

/** The waits by reason, the soonest due time of each, and their due times among the openings. */
function waitsOf({ waiting }: SettledContacts, openings: Map<Instant, number>): Funnel["waiting"] {
  const byCode = new Map<string, { code: string; count: number; nextDueAt: Instant | null }>();
  for (const { code, count, dueAt } of waiting.toSorted((one, other) => (one.dueAt ?? 0) - (other.dueAt ?? 0))) {
    const known = byCode.get(code);
    byCode.set(code, { code, count: (known?.count ?? 0) + count, nextDueAt: known?.nextDueAt ?? dueAt });
    if (dueAt !== null && !needsSomebody(code)) add(openings, dueAt, count);
  }
  return { count: sumOf([...byCode.values()]), reasons: [...byCode.values()].sort(byCount) };
}

const sumOf = (counted: readonly { count: number }[]): number => counted.reduce((sum, { count }) => sum + count, 0);
const byCount = (one: { count: number }, other: { count: number }): number => other.count - one.count;

function heldOf(holdings: readonly Holding[], counts: readonly number[]): Held[] {
  return holdings
    .map(({ weight: _weight, concerned, nextWeight, ...reason }, index) => {
      const count = counts[index] ?? 0;
      const nextOpensCount = Math.min(count, Math.round(nextWeight));
      return { ...reason, count, concernedCount: Math.max(count, Math.round(concerned)), nextOpensCount };
    })
    .sort((one, other) => other.count - one.count || other.concernedCount - one.concernedCount);
}

const soonest = (openings: ReadonlyMap<Instant, number>): Funnel["openings"] =>
  [...openings]
    .map(([opensAt, weight]) => ({ opensAt, count: Math.round(weight) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.opensAt - other.opensAt)
    .slice(0, MOST_OPENINGS);

/** The funnel. Finished, in hand, waiting, held and dialable add up to those loaded, always. */
export function funnelOf({ campaign, settled, sample, decisions, now }: FunnelQuestion): Funnel {
  const sorted: Sorted = { dialable: 0, holdings: new Map(), openings: new Map() };
  for (const [index, { weight }] of sample.judged.entries()) {
    const decision = decisions[index];
    if (!decision) throw new Error("dialability: found no decision for a contact, expected one for each");
    sortOne(sorted, decision, weight);
  }
  const waiting = waitsOf(settled, sorted.openings);
  const holdings = [...sorted.holdings.values()];
  const judgedTotal = Math.round(sample.judged.reduce((sum, { weight }) => sum + weight, 0));
  const [dialableNow = 0, ...counts] = wholeCounts([sorted.dialable, ...holdings.map(({ weight }) => weight)], judgedTotal);
  const finishedCount = sumOf(settled.finished);
  const inHandCount = settled.onHopper + settled.inAttempt;
  return {
    campaignId: campaign.id,
    state: campaign.state,
    assumesRunning: campaign.assumesRunning,
    askedAt: now,
    loaded: finishedCount + inHandCount + waiting.count + judgedTotal,
    finished: { count: finishedCount, reasons: [...settled.finished].sort(byCount) },
    inHand: { count: inHandCount, onHopper: settled.onHopper, inAttempt: settled.inAttempt },
    waiting,
    held: { count: judgedTotal - dialableNow, reasons: heldOf(holdings, counts) },
    dialableNow,
    openings: soonest(sorted.openings),
    isSampled: sample.isSampled,
    judgedCount: sample.judged.length,
  };
}

export type Moved = { code: string; from: number; to: number };

const countsByCode = ({ held, dialableNow }: Funnel): Map<string, number> => {
  const counts = new Map([["dialable", dialableNow]]);
  for (const { code, count } of held.reasons) add(counts, code, count);
  return counts;
};

/** What a change moves: dialable contacts first, then each reason with another count than before. */
export function movedBetween(now: Funnel, then: Funnel): Moved[] {
  const [before, after] = [countsByCode(now), countsByCode(then)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((code) => ({ code, from: before.get(code) ?? 0, to: after.get(code) ?? 0 }))
    .filter(({ from, to }) => from !== to);
}
