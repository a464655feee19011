import { isPlaceOpen } from "../../../campaigns/compliance/permitted-time.ts";
import type { CallDecision } from "../../../campaigns/compliance/decision.ts";
import type { Campaign } from "../../../campaigns/campaign.ts";
import { hopperLevel, needsFilling } from "../../../campaigns/hopper/level.ts";
import { type Wait, waitOf } from "../../../campaigns/hopper/waiting.ts";
import type { Clock } from "../../ports/clock.ts";
import type { LedgerEntry } from "../../ports/decision-ledger.ts";
import type { Candidate } from "../../ports/hopper-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { judge, termsOf } from "../calls/judge.ts";
import { ledgerEntry, type LedgerDeps } from "../calls/ledger-entry.ts";

export type HopperFill = {
  shelved: number;
  waiting: number;
  finished: number;
  openPlaces: number;
  waitingPlaces: number;
};

/** Rounds of a fill: each round's refusals make room for the next candidates. */
const MOST_ROUNDS = 20;

/**
 * Fill the hopper of a running campaign: SQL offers contacts in places that are open now, the gate judges each.
 * A refusal is written where it was found, so the same contact is not offered again before its time.
 */
export function makeFillHopper(deps: LedgerDeps & { stores: Stores; clock: Clock }) {
  return async function fillHopper(campaignId: string): Promise<HopperFill> {
    const done: HopperFill = { shelved: 0, waiting: 0, finished: 0, openPlaces: 0, waitingPlaces: 0 };
    const campaign = await deps.stores.dialing.find(campaignId);
    if (campaign?.state !== "running") return done;
    const wanted = await wantedLevel(deps.stores, campaign);
    let level = await deps.stores.hopper.level(campaignId);
    if (!needsFilling(level, wanted)) return done;
    const places = await deps.stores.hopper.placesWaiting(campaignId);
    const terms = termsOf(campaign);
    const openings = places.map(({ id, place }) => ({ id, opening: isPlaceOpen(terms, place, deps.clock.now()) }));
    // A place that never opens is offered as well: the gate refuses its contacts for good, and their campaign can end.
    const offered = openings.filter(({ opening }) => opening.open || opening.nextAt === null).map(({ id }) => id);
    done.waitingPlaces = places.length;
    done.openPlaces = openings.filter(({ opening }) => opening.open).length;
    for (let round = 0; round < MOST_ROUNDS && level < wanted; round++) {
      const limit = wanted - level;
      const found = await fillOnce({ ...deps, campaign, placeIds: offered, limit });
      level += found.shelved;
      done.shelved += found.shelved;
      done.waiting += found.waiting;
      done.finished += found.finished;
      if (found.offered === 0) break;
    }
    return done;
  };
}

async function wantedLevel(stores: Stores, campaign: Campaign): Promise<number> {
  const agents = await stores.agents.all();
  const room = await stores.carrierLimits.room();
  return hopperLevel({
    agentsSignedIn: agents.filter((agent) => agent.state !== "offline").length,
    dialRatio: campaign.settings.dialMode === "power" ? campaign.settings.dialRatio : 1,
    callsPerSecond: room.callsPerSecond,
  });
}

type Fill = LedgerDeps & { stores: Stores; clock: Clock; campaign: Campaign; placeIds: number[]; limit: number };

function fillOnce({ stores, clock, campaign, placeIds, limit, ...deps }: Fill) {
  return stores.transaction(async (tx) => {
    const now = clock.now();
    const candidates = await tx.hopper.candidates(campaign.id, { placeIds, now, limit });
    const asked = candidates.map((candidate) => ({ ...candidate, kind: "list" as const, exceptAttemptId: null }));
    const decisions = await judge(tx, { campaign, asked, now });
    const allowed: string[] = [];
    const refused: LedgerEntry[] = [];
    let waiting = 0;
    for (const [index, candidate] of candidates.entries()) {
      const decision = decisions[index] as CallDecision;
      if (decision.answer === "call") allowed.push(candidate.contactId);
      else if (decision.answer === "wait") {
        waiting++;
        await wait(tx, candidate, waitOf(decision, now));
      } else {
        await refuse(tx, candidate, decision);
        const judged = { campaign, candidate, attemptId: null, attemptKind: "list" as const, callerId: null, askedBy: "hopper", now };
        refused.push(ledgerEntry(deps, { ...judged, decision }));
      }
    }
    await tx.hopper.shelve(campaign.id, allowed, now);
    // Last: whoever writes the ledger holds its end until the commit.
    await tx.decisions.add(refused);
    return { offered: candidates.length, shelved: allowed.length, waiting, finished: refused.length };
  });
}

const wait = (tx: Stores, candidate: Candidate, until: Wait): Promise<void> =>
  tx.hopper.putBack(candidate.campaignId, candidate.contactId, {
    ...until,
    position: candidate.position,
    lastDisposition: null,
    placed: false,
  });

const refuse = (tx: Stores, candidate: Candidate, decision: Extract<CallDecision, { answer: "never" }>): Promise<void> =>
  tx.hopper.finish(candidate.campaignId, candidate.contactId, {
    reason: decision.reasons[0]?.code ?? "refused",
    lastDisposition: null,
    placed: false,
  });
