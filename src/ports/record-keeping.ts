/** Everything that is kept about calls and persons, as retention and erasure see it. */
import type { CallKind } from "../../campaigns/compliance/call-kind.ts";
import type { Instant } from "../../campaigns/instant.ts";

/** Whoever is to be forgotten, by all that leads to them. */
export type KnownPerson = {
  personId: string;
  phones: readonly string[];
  contactIds: readonly string[];
  /** Of all places where they may be, for what has no place of its own. */
  jurisdictions: readonly string[];
};

export type KeptAttempt = { id: string; phone: string; jurisdictions: readonly string[]; callKind: CallKind; at: Instant; isOpen: boolean };

/** A consent or its withdrawal. */
export type KeptConsent = {
  id: string;
  table: "consents" | "consent_withdrawals";
  callKinds: readonly CallKind[];
  /** The last moment at which it mattered: given, used, taken back. */
  at: Instant;
  /** A do-not-call entry rests on it. */
  isOfDoNotCall: boolean;
};

/** An erasure whose rest is due. */
export type Erasure = { id: string; personId: string; phones: readonly string[]; askedBy: string; askedAt: Instant; nextOn: string | null };

export type RemovedContacts = { contacts: number; numbers: number; campaignContacts: number };

export interface RecordKeeping {
  /** By the id of a contact or by a number; undefined: nothing is known of them. */
  findPerson(wanted: { contactId: string } | { phone: string } | { personId: string }): Promise<KnownPerson | undefined>;
  /** Of all attempts to this person, for what has no place of its own. */
  jurisdictionsOf(personId: string): Promise<string[]>;
  /** From here to the end of the transaction no call to these numbers is released. */
  lockPhones(phones: readonly string[]): Promise<void>;
  /** Takes the contacts out of every campaign, empties them, and removes their numbers; rows that attempts point to stay, empty. */
  removeContacts(person: KnownPerson): Promise<RemovedContacts>;
  /** Refused rows of imports that hold one of these numbers, however it is written there. */
  removeRefusedRows(phones: readonly string[]): Promise<number>;
  /** Attempts to these numbers or contacts that were reserved before. */
  attemptsTo(who: { phones: readonly string[]; contactIds: readonly string[] }, before: Instant): Promise<KeptAttempt[]>;
  /** Takes everything personal from attempts but the number: notes, and what the carrier told. */
  clearNotes(attemptIds: readonly string[]): Promise<void>;
  /** The attempts stay to be counted; whom they went to is gone. */
  forgetCallee(attemptIds: readonly string[]): Promise<number>;
  consentsOf(phones: readonly string[], before: Instant): Promise<KeptConsent[]>;
  removeConsents(consents: readonly KeptConsent[]): Promise<number>;
  /** Do-not-call entries in force that name these numbers or this person. */
  doNotCallCount(person: Pick<KnownPerson, "personId" | "phones">, now: Instant): Promise<number>;
  addErasure(erasure: Erasure): Promise<void>;
  /** Its rest is due on another day; null: nothing is left, and its numbers are forgotten too. */
  putOffErasure(id: string, nextOn: string | null): Promise<void>;
  erasuresDue(today: string, limit: number): Promise<Erasure[]>;
  /** Closed attempts that no decision with content speaks of, with what the carrier told of them. Gives how many. */
  removeAttempts(attemptIds: readonly string[]): Promise<number>;
  /** Closed attempts before this moment that no decision with content speaks of. */
  attemptsWithoutDecision(before: Instant, limit: number): Promise<string[]>;
  /** What the carrier told before this moment of no attempt. Gives how many, at most `limit`. */
  removeLooseEvents(before: Instant, limit: number): Promise<number>;
}
