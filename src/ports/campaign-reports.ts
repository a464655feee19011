import type { AttemptState } from "../../campaigns/attempts/attempt.ts";
import type { Instant } from "../../campaigns/instant.ts";

/** Counts, by what is counted. What is zero may be missing. */
type Counts<Key extends string = string> = Readonly<Partial<Record<Key, number>>>;

/** Everything a campaign's status is made of, counted in PostgreSQL. */
export type CampaignTally = {
  contacts: Readonly<Record<"ready" | "on-hopper" | "in-attempt" | "finished", number>>;
  /** Contacts that were called at least once. */
  attemptedContacts: number;
  /** Ready contacts that wait, by the reason. */
  waiting: Counts;
  /** When the first ready contact is due, not before `now`; null when none is ready. */
  nextDueAt: Instant | null;
  openAttempts: Counts<AttemptState>;
  /** Closed attempts by disposition. */
  dispositions: Counts;
  /** Closed attempts that a person answered, as far as anybody can tell. */
  liveAnswers: number;
  /** Of live answers since then: given up for want of an agent, and joined to one. */
  recent: { since: Instant; abandoned: number; connected: number };
};

export interface CampaignReports {
  /** Reads indexes only; the time it takes grows with the number of contacts and attempts, some 0.1 s a million. */
  tally(campaignId: string, times: { now: Instant; since: Instant }): Promise<CampaignTally>;
}
