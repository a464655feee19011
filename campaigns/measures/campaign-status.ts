/** How far a campaign has come, from what was counted. Shares are 0 to 1, null while nothing can be divided. */
import { type AttemptState, IN_THE_AIR_STATES } from "../attempts/attempt.ts";
import type { CampaignState } from "../campaign.ts";
import type { Place } from "../compliance/decision.ts";
import { isPlaceOpen } from "../compliance/permitted-time.ts";
import { type WindowSettings, windowTermsOf } from "../compliance/window-terms.ts";
import { DAY_MS, type Instant } from "../instant.ts";

type Counts = Readonly<Partial<Record<string, number>>>;

/** What is counted for a campaign. */
export type CampaignTally = {
  contacts: Readonly<Record<"ready" | "on-hopper" | "in-attempt" | "finished", number>>;
  /** Contacts that were called at least once. */
  attemptedContacts: number;
  /** Ready contacts that wait, by the reason. */
  waiting: Counts;
  /**
   * Where ready contacts are: how many of them are due by now, and since or from when the first one is of those whom
   * waiting helps; null: somebody must do something first for each.
   */
  readyPlaces: readonly { place: Place; dueCount: number; firstDueAt: Instant | null }[];
  openAttempts: Readonly<Partial<Record<AttemptState, number>>>;
  /** Closed attempts by disposition. */
  dispositions: Counts;
  /** Closed attempts that a person answered, as far as anybody can tell. */
  liveAnswers: number;
  /** Of live answers since then: given up for want of an agent, and joined to one. */
  recent: { since: Instant; abandoned: number; connected: number };
};

export type CampaignStatus = {
  campaignId: string;
  state: CampaignState;
  stateReason: string | null;
  contacts: Record<"ready" | "on-hopper" | "in-attempt" | "finished", number>;
  contactCount: number;
  attemptedContacts: number;
  /** Contacts called at least once ÷ contacts. */
  penetration: number | null;
  waiting: Record<string, number>;
  /** Ready contacts that are due where the calling window is closed: the hopper does not take them before it opens. */
  outsideWindowCount: number;
  /** When the first ready contact is due and the window is open where they are, not before now; null when none is ready or waiting helps none. */
  nextDueAt: Instant | null;
  openAttempts: Record<string, number>;
  callsInTheAir: number;
  connected: number;
  dispositions: Record<string, number>;
  /** Live answers ÷ closed attempts. */
  answerRate: number | null;
  /** Abandoned ÷ (abandoned + connected), over the span of `abandonment`. */
  abandonRate: number | null;
  abandonment: { since: Instant; abandoned: number; liveAnswers: number };
};

/**
 * The span over which the share of abandoned calls is counted: thirty days.
 * 16 CFR 310.4(b)(4)(i) (TSR, as amended 2008; read 2026-11-21) measures the 3 % over each successive 30-day period of a campaign.
 */
export const ABANDON_SPAN_MS = 30 * DAY_MS;

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const sum = (counts: Counts): number => Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);
const filled = (counts: Counts): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).flatMap(([key, count]) => (count === undefined ? [] : [[key, count]])));

/** A place that never opens counts as open: its contacts are taken at once, to be refused for good. */
function whenTheyMayBeCalled({ readyPlaces }: CampaignTally, settings: WindowSettings, now: Instant) {
  const terms = windowTermsOf(settings);
  let [outsideWindowCount, nextDueAt]: [number, Instant | null] = [0, null];
  for (const { place, dueCount, firstDueAt } of readyPlaces) {
    const opensAfter = (at: Instant): Instant => {
      const opening = isPlaceOpen(terms, place, at);
      return opening.open ? at : (opening.nextAt ?? at);
    };
    if (dueCount > 0 && opensAfter(now) > now) outsideWindowCount += dueCount;
    if (firstDueAt === null) continue;
    const mayBeAt = opensAfter(Math.max(firstDueAt, now));
    nextDueAt = Math.min(nextDueAt ?? mayBeAt, mayBeAt);
  }
  return { outsideWindowCount, nextDueAt };
}

type Subject = { id: string; state: CampaignState; stateReason: string | null; settings: WindowSettings };

/** The status of a campaign from its tally. */
export function campaignStatus(campaign: Subject, tally: CampaignTally, now: Instant): CampaignStatus {
  const contactCount = sum(tally.contacts);
  const { since, abandoned, connected } = tally.recent;
  return {
    campaignId: campaign.id,
    state: campaign.state,
    stateReason: campaign.stateReason,
    contacts: { ...tally.contacts },
    contactCount,
    attemptedContacts: tally.attemptedContacts,
    penetration: share(tally.attemptedContacts, contactCount),
    waiting: filled(tally.waiting),
    ...whenTheyMayBeCalled(tally, campaign.settings, now),
    openAttempts: filled(tally.openAttempts),
    callsInTheAir: IN_THE_AIR_STATES.reduce((total, state) => total + (tally.openAttempts[state] ?? 0), 0),
    connected: tally.openAttempts.connected ?? 0,
    dispositions: filled(tally.dispositions),
    answerRate: share(tally.liveAnswers, sum(tally.dispositions)),
    abandonRate: share(abandoned, abandoned + connected),
    abandonment: { since, abandoned, liveAnswers: abandoned + connected },
  };
}
