/**
 * Goes through the decision ledger, entry by entry, and names every place that is not as it was written. Memory does not
 * grow with the ledger. What only a comparison with the outside can show, that everything was written anew, is shown by
 * anchors: heads of days that somebody kept elsewhere.
 */
import type { Instant } from "../../../campaigns/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Sha256 } from "../../ports/digest.ts";
import type { ChainPlace, DayHead, LedgerChain, Link } from "../../ports/ledger-chain.ts";
import { type Breach, checkAge, checkContent, type Fault, linkText } from "./check-link.ts";
import { makeCheckPlaced } from "./check-placed.ts";
import { makeErasureCheck } from "./erasure-check.ts";
import { dayAfter } from "./what-law-keeps.ts";

export type VerifyWish = {
  /** Dates in Greenwich, both included; null: from the first, to the last. */
  from: string | null;
  to: string | null;
  anchors?: readonly DayHead[];
  /** Stop after so many milliseconds and say how far it came. */
  withinMs?: number;
};

export type Verification = {
  isUnbroken: boolean;
  /** false: the time was up; `checkedTo` says how far it came. */
  isComplete: boolean;
  dayCount: number;
  entryCount: number;
  /** Entries whose content was removed, and rightly so. */
  removed: { retention: number; erasure: number };
  breachCount: number;
  /** The first thousand. */
  breaches: readonly Breach[];
  checkedTo: ChainPlace | null;
};

const MOST_BREACHES = 1_000;
const GENESIS = "0".repeat(64);
const START = { day: "-infinity", sequence: 0 };

type Deps = { chain: LedgerChain; clock: Clock; sha256: Sha256 };
type Walk = Verification & {
  breaches: Breach[];
  /** Hash to continue from. */
  previous: string;
  heads: Map<string, DayHead>;
  /** Days with a head, in order, not yet begun. */
  ahead: DayHead[];
  last: ChainPlace | null;
  anchors: Map<string, DayHead>;
  now: Instant;
};

const keyOf = (day: string, sequence: number): string => `${day}/${sequence}`;

export function makeVerifyLedger(deps: Deps) {
  return async function verifyLedger(wish: VerifyWish): Promise<Verification> {
    const startedAt = deps.clock.now();
    const isTimeUp = (): boolean => wish.withinMs !== undefined && deps.clock.now() - startedAt >= wish.withinMs;
    const walk = await begin(deps.chain, wish, startedAt);
    const isErased = makeErasureCheck(deps);
    const checkPlaced = makeCheckPlaced(deps.chain, {
      isTimeUp,
      report: ({ day, sequence, ...fault }) => breach(walk, { day, sequence }, fault),
    });
    let placedFrom = wish.from;
    for await (const links of deps.chain.links({ after: wish.from ? { day: wish.from, sequence: 0 } : START, to: endOf(walk, wish) })) {
      for (const link of links) {
        if (walk.last?.day !== link.day) {
          // Day by day with the entries: whoever goes on from `checkedTo` leaves nothing out.
          const upOn = await checkPlaced({ from: placedFrom, before: link.day });
          if (upOn !== null) return answer(walk, { day: upOn, sequence: 0 });
          placedFrom = link.day;
        }
        await checkEntry(walk, link, { sha256: deps.sha256, isErased });
      }
      if (isTimeUp()) return answer(walk, walk.last);
    }
    leaveDays(walk, walk.ahead);
    const upOn = await checkPlaced({ from: placedFrom, before: wish.to === null ? null : dayAfter(wish.to) });
    if (upOn !== null) return answer(walk, { day: upOn, sequence: 0 });
    if (wish.to === null) for (const place of await deps.chain.beyondEnd(MOST_BREACHES)) breach(walk, place, beyondEnd);
    for (const { day, count } of walk.anchors.values())
      breach(walk, { day, sequence: count }, { code: "anchor-disagrees", detail: "the anchor names an entry that is not there" });
    return { ...answer(walk, walk.last), isComplete: true };
  };
}

type EntryChecks = { sha256: Sha256; isErased: (link: Link) => Promise<boolean> };

async function checkEntry(walk: Walk, link: Link, { sha256, isErased }: EntryChecks): Promise<void> {
  enterDay(walk, link);
  checkPlace(walk, link, sha256);
  report(walk, link, checkContent(link, sha256));
  if (link.record === null) report(walk, link, await checkRemoval(walk, link, isErased));
  anchor(walk, link);
  step(walk, link);
}

const beyondEnd: Fault = { code: "beyond-end", detail: "stands behind the end of the chain" };

async function begin(chain: LedgerChain, { from, to, anchors = [] }: VerifyWish, now: Instant): Promise<Walk> {
  const all = await chain.heads();
  const inRange = ({ day }: DayHead): boolean => (from === null || day >= from) && (to === null || day <= to);
  const before = from === null ? undefined : all.findLast(({ day }) => day < from);
  const walk: Walk = {
    isUnbroken: true,
    isComplete: false,
    dayCount: 0,
    entryCount: 0,
    removed: { retention: 0, erasure: 0 },
    breachCount: 0,
    breaches: [],
    checkedTo: null,
    previous: before?.hash ?? GENESIS,
    heads: new Map(all.filter(inRange).map((head) => [head.day, head])),
    ahead: all.filter(inRange),
    last: null,
    anchors: new Map(anchors.filter(inRange).map((kept) => [keyOf(kept.day, kept.count), kept])),
    now,
  };
  if (from !== null && before && (await chain.hashBefore(from)) !== before.hash)
    breach(walk, { day: before.day, sequence: null }, { code: "head-disagrees", detail: "the day's head is not its last entry" });
  return walk;
}

/** Entries of the last day that come while we read are left for the next time. */
function endOf({ ahead }: Walk, { to }: VerifyWish): ChainPlace {
  const last = ahead.at(-1);
  if (to !== null) return { day: to, sequence: last?.day === to ? last.count : 2_147_483_647 };
  return last ? { day: last.day, sequence: last.count } : { day: "infinity", sequence: 0 };
}

function breach(walk: Walk, place: { day: string; sequence: number | null }, fault: Fault): void {
  walk.breachCount++;
  walk.isUnbroken = false;
  if (walk.breaches.length < MOST_BREACHES) walk.breaches.push({ day: place.day, sequence: place.sequence, ...fault });
}

const report = (walk: Walk, link: Link, faults: readonly Fault[]): void => {
  for (const fault of faults) breach(walk, link, fault);
};

/** A new day begins: the one before must end as its head says, and no day may have been left out. */
function enterDay(walk: Walk, { day }: Link): void {
  if (walk.last?.day === day) return;
  const index = walk.ahead.findIndex((head) => head.day >= day);
  leaveDays(walk, walk.ahead.splice(0, index < 0 ? walk.ahead.length : index));
  if (walk.ahead[0]?.day === day) walk.ahead.shift();
  else breach(walk, { day, sequence: null }, { code: "day-without-head", detail: "entries of a day that has no head" });
  walk.dayCount++;
  walk.last = { day, sequence: 0 };
}

/** Closes the day that was read, and names those of which nothing was found. */
function leaveDays(walk: Walk, skipped: readonly DayHead[]): void {
  const head = walk.last && walk.heads.get(walk.last.day);
  if (head && walk.last) {
    const { sequence } = walk.last;
    if (head.count > sequence) {
      missing(walk, head.day, [sequence + 1, head.count]);
      walk.previous = head.hash;
    } else if (head.count !== sequence || head.hash !== walk.previous) {
      breach(walk, { day: head.day, sequence: null }, { code: "head-disagrees", detail: headDetail(head, sequence) });
    }
    walk.heads.delete(head.day);
  }
  for (const gone of skipped) {
    breach(walk, { day: gone.day, sequence: null }, { code: "day-missing", detail: `found no entry, expected ${gone.count}` });
    walk.previous = gone.hash;
  }
}

const headDetail = (head: DayHead, count: number): string =>
  head.count === count ? "the day's head is not its last entry" : `the head counts ${head.count} entries, found ${count}`;

function missing(walk: Walk, day: string, [first, last]: [number, number]): void {
  const detail = first === last ? `entry ${first} is gone` : `entries ${first} to ${last} are gone`;
  breach(walk, { day, sequence: first }, { code: "missing", detail });
}

function checkPlace(walk: Walk, link: Link, sha256: Sha256): void {
  const expected = (walk.last?.sequence ?? 0) + 1;
  // What stood before it is gone, so there is nothing that it could continue.
  if (link.sequence > expected) return missing(walk, link.day, [expected, link.sequence - 1]);
  if (link.sequence < expected || sha256(linkText(walk.previous, link)) !== link.hash)
    breach(walk, link, { code: "link-broken", detail: "does not continue the entry before it: changed, put in, or moved" });
}

async function checkRemoval(walk: Walk, link: Link, isErased: (link: Link) => Promise<boolean>): Promise<Fault[]> {
  if (link.removedFor === "retention") {
    walk.removed.retention++;
    return checkAge(link, walk.now);
  }
  walk.removed.erasure++;
  if (await isErased(link)) return [];
  return [{ code: "removed-without-erasure", detail: `no entry of an erasure ${link.removedFor ?? ""} names it` }];
}

function anchor(walk: Walk, link: Link): void {
  const key = keyOf(link.day, link.sequence);
  const kept = walk.anchors.get(key);
  if (!kept) return;
  walk.anchors.delete(key);
  if (kept.hash !== link.hash)
    breach(walk, link, { code: "anchor-disagrees", detail: "the hash is not the one that was kept outside: the ledger was written anew" });
}

function step(walk: Walk, { day, sequence, hash }: Link): void {
  walk.previous = hash;
  walk.last = { day, sequence };
  walk.entryCount++;
}

const answer = (walk: Walk, checkedTo: ChainPlace | null): Verification => {
  const { isUnbroken, dayCount, entryCount, removed, breachCount, breaches } = walk;
  return { isUnbroken, isComplete: false, dayCount, entryCount, removed, breachCount, breaches, checkedTo };
};
