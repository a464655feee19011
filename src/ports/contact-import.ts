import type { ContactDraft } from "../../campaigns/contacts/contact.ts";
import type { RefusedRow } from "../../campaigns/contacts/contact-list.ts";
import type { KeyedPlace } from "../../campaigns/contacts/place.ts";
import type { Instant } from "../../campaigns/instant.ts";

export type NewContact = {
  id: string;
  listId: string;
  personId: string;
  draft: ContactDraft;
  /** The place of each number, in the order of `draft.phones`. */
  placeIds: readonly number[];
  createdAt: Instant;
};

/** Writes the rows of a list, many at a time. Each method is meant for use inside one transaction a batch. */
export interface ContactImport {
  /** Ids of the places, each kept once whoever asks. */
  placeIds(places: readonly KeyedPlace[]): Promise<ReadonlyMap<string, number>>;
  /** Which of these numbers are already the first number of a contact in the list. */
  firstNumbersIn(listId: string, phones: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * The person of each number: the known one, else the one wished. Nobody else changes whose these numbers are
   * until the transaction ends.
   */
  claimPersons(wished: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>>;
  /**
   * One person instead of two: numbers, contacts and attempts of `from` become those of `into`. When calls to
   * both are under way, one of them keeps the old person until it is over.
   */
  mergePersons(merges: readonly { from: string; into: string }[]): Promise<void>;
  addContacts(contacts: readonly NewContact[]): Promise<void>;
  addRefusedRows(listId: string, rows: readonly RefusedRow[]): Promise<void>;
}
