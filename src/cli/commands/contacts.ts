import type { Command } from "commander";
import { addContactDecision } from "./dialability.ts";
import { addErase } from "./erase.ts";
import { withHouse } from "../house.ts";
import { drawTable, show } from "../output.ts";
import { identity, phone, wholeNumber } from "../parse.ts";

type Options = { list?: string; phone?: string; limit: number; json?: boolean };

export function addContacts(program: Command): void {
  const contacts = program
    .command("contacts")
    .description("show contacts")
    .option("--list <id>", "of this list only", identity)
    .option("--phone <e164>", "with this number only", phone)
    .option("--limit <n>", "how many", wholeNumber(1, 10_000), 50)
    .option("--json", "as JSON")
    .action((options: Options) =>
      withHouse(async ({ stores }) => {
        const page = await stores.contacts.page({ listId: options.list, phone: options.phone, after: null, limit: options.limit });
        const rows = page.items.map((contact) => [
          contact.id,
          [contact.givenName, contact.familyName].filter(Boolean).join(" ") || null,
          contact.phones.map(({ phone, badReason }) => (badReason === null ? phone : `${phone} (${badReason})`)).join(", "),
          [contact.country, contact.region].filter(Boolean).join("-") || null,
          contact.timeZone,
        ]);
        show(options, { json: page.items, text: drawTable({ columns: ["id", "name", "numbers", "place", "zone"], rows }) });
      }),
    );
  addErase(contacts);
  addContactDecision(contacts);
}
