import type { NumberType, Place } from "../../campaigns/compliance/decision.ts";
import type { Instant } from "../../campaigns/instant.ts";

export type PlaceRow = { id: number; place: Place };

/** A contact that SQL offers. It may offer too many, never too few; only the gate allows. */
export type Candidate = {
  campaignId: string;
  contactId: string;
  personId: string;
  phone: string;
  position: number;
  language: string | null;
  numberType: NumberType;
  postalCode: string | null;
  debtId: string | null;
  place: Place;
};

export type LookedAt = { campaignId: string } | { phone: string } | { prefix: string } | { contactIds: readonly string[] };

export interface HopperStore {
  /** Places in which the campaign has contacts that are ready, whatever their due time. */
  placesWaiting(campaignId: string): Promise<PlaceRow[]>;
  /** Ready contacts in these places that are due, by priority then due time; locked, skipping what others lock. */
  candidates(campaignId: string, wanted: { placeIds: readonly number[]; now: Instant; limit: number }): Promise<Candidate[]>;
  shelve(campaignId: string, contactIds: readonly string[], now: Instant): Promise<void>;
  level(campaignId: string): Promise<number>;
  /** Take the next contacts off the shelf for an attempt each, skipping those that others lock. */
  take(campaignId: string, count: number): Promise<Candidate[]>;
  /** The candidate for one contact, whatever its state: for the gate in the releasing transaction. */
  candidate(campaignId: string, contactId: string, position: number): Promise<Candidate | undefined>;
  /** Ready again, not before `dueAt`. */
  putBack(
    campaignId: string,
    contactId: string,
    next: { dueAt: Instant; position: number; waitReason: string | null; lastDisposition: string | null; placed: boolean },
  ): Promise<void>;
  finish(campaignId: string, contactId: string, end: { reason: string; lastDisposition: string | null; placed: boolean }): Promise<void>;
  /** Positions of the contact's numbers that are not marked bad, in order. */
  goodPositions(contactId: string): Promise<number[]>;
  /** The number is no good, for any campaign: those that have it next go on to the contact's following number. */
  markBad(contactId: string, position: number, reason: string): Promise<void>;
  /**
   * Contacts of a campaign, or whoever answers a number or numbers that begin so in every campaign that is not over, that
   * the gate finished for one of these reasons are ready again, and those that wait for the gate are due now. Returns how many.
   */
  lookAgain(whom: LookedAt, reasons: readonly string[], now: Instant): Promise<number>;
  /** Take back shelves of campaigns that do not run, and contacts held by an attempt that is over. */
  heal(now: Instant): Promise<{ unshelved: number; freed: number }>;
}
