import type { PlaceEvidence } from "../../campaigns/contacts/place.ts";

/** A list whose numbers were placed with other tables, and through which contact (by id) that has been made good. */
export type ListToPlace = { listId: string; through: string | null };

/** One number of a contact with all that is known of where it is. */
export type PhoneToPlace = PlaceEvidence & { contactId: string; position: number };

export type PlacedPhone = { contactId: string; position: number; placeId: number };

/** Places lists anew after the tables behind places have changed. Each method is meant for use inside one transaction a batch. */
export interface Placing {
  /** A list that was placed with another version and is not being imported, locked until the transaction ends; lists locked by others are left out. */
  lockNext(version: string): Promise<ListToPlace | undefined>;
  /** Numbers of the next contacts of the list, `limit` contacts at most; through: the last of those, null when none was left. */
  phonesAfter(list: ListToPlace, limit: number): Promise<{ phones: readonly PhoneToPlace[]; through: string | null }>;
  /** Writes the places, also where campaigns wait by place; returns how many numbers have another place than before. */
  move(phones: readonly PlacedPhone[]): Promise<number>;
  /** The list is done through this contact. */
  progress(listId: string, version: string, through: string): Promise<void>;
  /** The list is done. Contacts that somebody put back meanwhile at an old place wait at the new one. */
  finish(listId: string, version: string): Promise<void>;
}
