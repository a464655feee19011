import type { Contact } from "../../campaigns/contacts/contact.ts";
import type { Page, PageQuery } from "./page.ts";

export type ContactQuery = PageQuery & {
  listId?: string | undefined;
  /** E.164; finds every contact with this number, in whatever position. */
  phone?: string | undefined;
  externalRef?: string | undefined;
};

export interface ContactStore {
  find(id: string): Promise<Contact | undefined>;
  /** Contacts that fit all that is given, in the order of their ids. */
  page(query: ContactQuery): Promise<Page<Contact>>;
}
