import type { ContactGroup } from "../../campaigns/measures/dialability-sample.ts";
import type { SettledContacts } from "../../campaigns/measures/dialability.ts";
import type { PostalPart } from "../../campaigns/measures/rulebook-edges.ts";
import type { Instant } from "../../campaigns/instant.ts";
import type { Candidate } from "./hopper-store.ts";

export type SurveyQuestion = {
  now: Instant;
  /** Reasons to wait that the gate gave: their contacts are offered again although they are not due. */
  judgedAnew: readonly string[];
  /** Ages, in milliseconds and ascending, at which consents begin to count otherwise. */
  consentAgesMs: Readonly<Record<"permission" | "relationship", readonly number[]>>;
  /** Ages, likewise, at which a request not to be called begins to count otherwise. */
  requestAgesMs: readonly number[];
  /** Parts of jurisdictions that laws tell apart, each by the beginnings of its postal codes. */
  postalParts: readonly PostalPart[];
  /** Contacts that were finished for these reasons are surveyed as well: a change of settings gives them another look. */
  lookedAtAgain: readonly string[];
  /** When there are no more contacts to ask about than this, each is a group of its own. */
  mostOneByOne: number;
  /** How many contacts with a past of their own are picked at most, one in so many of them. */
  mostPicked: number;
};

/** All contacts of a campaign, each counted once, as one moment had them. Those looked at again are counted as finished, too. */
export type Survey = {
  settled: SettledContacts;
  /** Those about whom the gate is to be asked. Contacts of one group with kind "alike" get the same answer from it. */
  groups: readonly ContactGroup<Candidate>[];
  /** Those who were finished, and would be asked about again. */
  finishedGroups: readonly ContactGroup<Candidate>[];
};

export interface DialabilityBoard {
  /**
   * Reads every contact of the campaign once, and the ledgers as far as they speak of them; some seconds for a million.
   * Whatever the campaign's settings, the groups are the same.
   */
  survey(campaignId: string, question: SurveyQuestion): Promise<Survey>;
  /** Campaigns that have the contact, the newest first, with where it stands in them. */
  standingsOf(contactId: string, limit: number): Promise<ContactStanding[]>;
}

/** Where a contact stands in a campaign. */
export type ContactStanding = {
  campaignId: string;
  state: "ready" | "on-hopper" | "in-attempt" | "finished";
  /** Position of the number that is tried next. */
  nextPosition: number;
  /** -Infinity: since ever. */
  dueAt: Instant;
  waitReason: string | null;
  finishedReason: string | null;
};
