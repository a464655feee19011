import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import type { ContactList } from "../../../campaigns/contacts/contact-list.ts";
import { expectCsvFile } from "../csv-file.ts";
import { CliFailure } from "../failure.ts";
import { findCampaign } from "../find-campaign.ts";
import { withHouse } from "../house.ts";
import { at, drawTable, show } from "../output.ts";
import { country, identity, mapping, title, wholeNumber } from "../parse.ts";
import { orFail } from "../refusal.ts";
import { writeOut } from "../write-out.ts";

type ImportOptions = { name?: string; map?: Record<string, string>; country?: string; campaign?: string; json?: boolean };

const table = (lists: readonly ContactList[]): string =>
  drawTable({
    columns: ["id", "name", "state", "rows", "taken", "refused", "made"],
    rows: lists.map((list) => [
      list.id,
      list.name,
      list.state,
      list.counts.rows,
      list.counts.accepted,
      list.counts.refused,
      at(list.createdAt),
    ]),
  });

async function importFile(file: string, options: ImportOptions): Promise<void> {
  // Nothing is written before the file and the campaign are known to be there.
  await expectCsvFile(file);
  await withHouse(async ({ services, stores }) => {
    const campaign = options.campaign === undefined ? undefined : await findCampaign({ stores }, options.campaign);
    const sourceName = basename(file);
    const stream = createReadStream(file);
    const order = { name: options.name ?? sourceName, sourceName, mapping: options.map, country: options.country, createdBy: null, stream };
    const { list } = orFail(await services.importContacts(order), `import ${sourceName}`);
    if (campaign) orFail(await services.attachList(campaign.id, list.id), `attach ${sourceName} to the campaign`);
    const why = list.counts.refused > 0 ? [`Why rows were refused: callkeeper refused ${list.id}`] : [];
    const next = campaign ? [] : [`Dial it: callkeeper campaign create <name> --caller-id <your number> --list ${list.id}`];
    show(options, { json: list, text: [table([list]), ...why, ...next].join("\n") });
  });
}

async function writeRefused(listId: string): Promise<void> {
  await withHouse(async ({ services }) => {
    const rows = await services.refusedRows(listId);
    if (!rows) throw new CliFailure({ code: "not-found", message: `list: found none with the id ${listId}` });
    await writeOut(rows, undefined);
  });
}

export function addLists(program: Command): void {
  program
    .command("import <csv>")
    .description("import a CSV file as a new contact list")
    .option("--name <name>", "what the list is called; else the file's name", title)
    .option("--map <field=header>", "which column holds what, e.g. phone=Mobile; may be repeated", mapping)
    .option("--country <code>", "country of numbers written without one, e.g. US", country)
    .option("--campaign <campaign>", "attach the list to this campaign")
    .option("--json", "as JSON")
    .action(importFile);
  program
    .command("refused")
    .argument("<list-id>", "as `lists` shows it", identity)
    .description("write the rows of a list that were not taken, with the reasons, as CSV")
    .action(writeRefused);
  program
    .command("lists")
    .description("show contact lists, newest first")
    .option("--limit <n>", "how many", wholeNumber(1, 1_000), 50)
    .option("--json", "as JSON")
    .action((options: { limit: number; json?: boolean }) =>
      withHouse(async ({ stores }) => {
        const page = await stores.contactLists.page({ after: null, limit: options.limit });
        show(options, { json: page.items, text: table(page.items) });
      }),
    );
}
