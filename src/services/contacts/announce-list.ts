/** What screens hear of contact lists; within the transaction that made the change. */
import type { ContactListState, ImportCounts } from "../../../campaigns/contacts/contact-list.ts";
import type { Stores } from "../../ports/stores.ts";

export const announceList = (stores: Stores, list: { id: string; state: ContactListState; counts: ImportCounts }): Promise<unknown> =>
  stores.announcer.announce({ kind: "list.changed", data: { listId: list.id, state: list.state, ...list.counts } });
