/** `callkeeper contacts erase`: forget a person, as far as the law lets us. */
import type { Command } from "commander";
import type { ErasureReport } from "../../services/erasure/erase-person.ts";
import { CliFailure } from "../failure.ts";
import { withHouse } from "../house.ts";
import { counted, drawTable, show } from "../output.ts";
import { identity, phone } from "../parse.ts";
import { orFail } from "../refusal.ts";

const ACTOR = "cli";

function inText({ removed, kept, doNotCallEntries, nextOn }: ErasureReport): string {
  const { contacts, numbers, campaignContacts, refusedRows, attempts, decisions, consents } = removed;
  return [
    `Removed: ${counted(contacts, "contact")} with ${counted(numbers, "number")} (from ${counted(campaignContacts, "place")} in campaigns), ${counted(refusedRows, "refused row")},`,
    `         the person on ${counted(attempts, "attempt")}, ${counted(decisions, "decision")}, ${counted(consents, "consent")}.`,
    ...(kept.length === 0
      ? ["Nothing else is kept."]
      : [
          drawTable({
            columns: ["kept", "count", "until", "because of"],
            rows: kept.map((part) => [part.what, part.count, part.until, part.rules.join(" ")]),
          }),
        ]),
    ...(doNotCallEntries > 0 ? [`${doNotCallEntries} do-not-call entries stay, so that nobody calls them again.`] : []),
    ...(nextOn === null ? [] : [`What is kept goes by itself when its time is over, for the first time on ${nextOn}.`]),
  ].join("\n");
}

function erase(contactId: string | undefined, options: { phone?: string; json?: boolean }): Promise<void> {
  if ((contactId === undefined) === (options.phone === undefined))
    throw new CliFailure({
      code: "nobody-named",
      message: `contacts erase: found ${contactId === undefined ? "neither" : "both"} of a contact's id and --phone; expected one of them`,
      kind: "usage",
    });
  const wish = contactId === undefined ? { phone: options.phone ?? "" } : { contactId };
  return withHouse(async ({ services }) => {
    const { erasure } = orFail(await services.erasePerson(wish, ACTOR), "erase");
    show(options, { json: erasure, text: inText(erasure) });
  });
}

export function addErase(contacts: Command): void {
  contacts
    .command("erase")
    .argument("[contact-id]", "a contact of the person, as `contacts` shows it", identity)
    .description("forget a person: all their contacts, and every record that no law needs; says what is kept, why and until when")
    .option("--phone <e164>", "a number of the person instead", phone)
    .option("--json", "as JSON")
    .action((contactId: string | undefined, _options: object, command: Command) => erase(contactId, command.optsWithGlobals()));
}
