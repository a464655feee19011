/** `callkeeper records`: what was called, why, with whose consent, as laws want to see it. */
import type { Command } from "commander";
import { DAY_MS } from "../../../campaigns/instant.ts";
import { RECORD_FORMATS, type RecordFormat } from "../../services/records/export-records.ts";
import { CliFailure } from "../failure.ts";
import { findCampaign } from "../find-campaign.ts";
import { withHouse } from "../house.ts";
import { day, expectSpan, oneOf, phone } from "../parse.ts";
import { writeOut } from "../write-out.ts";

const ACTOR = "cli";

type Options = { phone?: string; campaign?: string; from?: string; to?: string; format: RecordFormat; out?: string };

const startOf = (date: string | undefined): number | undefined => (date === undefined ? undefined : Date.parse(`${date}T00:00:00Z`));
const endOf = (date: string | undefined): number | undefined => (date === undefined ? undefined : Date.parse(`${date}T00:00:00Z`) + DAY_MS);

async function write(options: Options): Promise<void> {
  expectSpan(options);
  if (options.phone === undefined && options.campaign === undefined && options.from === undefined)
    throw new CliFailure({
      code: "no-filter",
      message: "records export: found none of --phone, --campaign and --from; expected at least one",
      kind: "usage",
    });
  await withHouse(async ({ services, stores }) => {
    const campaign = options.campaign === undefined ? undefined : await findCampaign({ stores }, options.campaign);
    const filter = { phone: options.phone, campaignId: campaign?.id, from: startOf(options.from), to: endOf(options.to) };
    await writeOut(await services.exportRecords(filter, options.format, ACTOR), options.out);
  });
}

export function addRecords(program: Command): void {
  program
    .command("records")
    .description("the record of calls")
    .command("export")
    .description("write calls and refusals with their decisions, consents and do-not-call requests")
    .option("--phone <e164>", "of this number", phone)
    .option("--campaign <campaign>", "of this campaign, by id or name")
    .option("--from <day>", "from this day on (in Greenwich)", day)
    .option("--to <day>", "up to and including this day", day)
    .option("--format <format>", RECORD_FORMATS.join(" or "), oneOf(RECORD_FORMATS), "csv")
    .option("--out <file>", "into this file; else to standard output")
    .action(write);
}
