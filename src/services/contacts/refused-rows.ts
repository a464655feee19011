import type { WriteRefusedRows } from "../../ports/contact-file.ts";
import type { Stores } from "../../ports/stores.ts";

/** The refused rows of a list as CSV text, piece by piece, under the list's own header; `undefined`: there is no such list. */
export function makeRefusedRows({ stores, writeRefusedRows }: { stores: Stores; writeRefusedRows: WriteRefusedRows }) {
  return async function refusedRows(listId: string): Promise<AsyncIterable<string> | undefined> {
    const list = await stores.contactLists.find(listId);
    return list && writeRefusedRows(list.header, stores.contactLists.refusedRows(listId));
  };
}
