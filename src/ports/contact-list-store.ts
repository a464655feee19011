import type { ContactList, ImportCounts, RefusedRow } from "../../campaigns/contacts/contact-list.ts";
import type { Instant } from "../../campaigns/instant.ts";
import type { Page, PageQuery } from "./page.ts";

export type NewContactList = {
  id: string;
  name: string;
  sourceName: string;
  createdBy: string | null;
  createdAt: Instant /** Of campaigns/contacts/place-version.ts, for all of its numbers. */;
  placeVersion: string;
};

export interface ContactListStore {
  /** A list whose import begins now. */
  open(list: NewContactList): Promise<void>;
  find(id: string): Promise<ContactList | undefined>;
  /** Read and lock the row until the transaction ends. */
  lock(id: string): Promise<ContactList | undefined>;
  /** Newest first. */
  page(query: PageQuery): Promise<Page<ContactList>>;
  keepHeader(id: string, header: readonly string[]): Promise<void>;
  /**
   * The import is alive and has come so far. `false`: the list is no longer being imported (somebody gave it up),
   * and nothing more may be added. Locks the list until the transaction ends.
   */
  progress(id: string, counts: ImportCounts, now: Instant): Promise<boolean>;
  /** `false`: it was no longer being imported. */
  markReady(id: string, now: Instant): Promise<boolean>;
  /** Remove the contacts of a list that is being imported and keep the reason. `false`: it was no longer being imported. */
  fail(id: string, failure: string): Promise<boolean>;
  /** Lists whose import has shown no sign of life since then. */
  silentImports(before: Instant): Promise<string[]>;
  /** Refused rows in the order of the file, read a few hundred at a time. */
  refusedRows(id: string): AsyncIterable<RefusedRow>;
}
