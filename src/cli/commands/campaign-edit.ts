/** `callkeeper campaign edit`: other settings or another name for a campaign that is there, also while it runs. */
import type { Command } from "commander";
import { CliFailure } from "../failure.ts";
import { findCampaign } from "../find-campaign.ts";
import { withHouse } from "../house.ts";
import { OPERATOR } from "../operator.ts";
import { show } from "../output.ts";
import { title } from "../parse.ts";
import { orFail } from "../refusal.ts";
import { readSettingsFile } from "../settings-file.ts";
import { tellWhatBlocks } from "../what-blocks.ts";

type EditOptions = { settings?: string; name?: string; json?: boolean };

function edit(wanted: string, options: EditOptions): Promise<void> {
  const settings = options.settings === undefined ? undefined : readSettingsFile(options.settings);
  if (settings === undefined && options.name === undefined)
    throw new CliFailure({
      code: "nothing-to-edit",
      message: "campaign edit: found neither; expected --settings or --name",
      kind: "usage",
    });
  return withHouse(async (house) => {
    const { id, name, version } = await findCampaign(house, wanted);
    const change = { id, version, name: options.name, settings, by: OPERATOR };
    const { campaign } = orFail(await house.services.editCampaign(change), `edit ${name}`);
    const changed = [...(options.name === undefined ? [] : ["name"]), ...Object.keys(settings ?? {})];
    show(options, { json: campaign, text: `${campaign.name}: changed ${changed.join(", ") || "nothing"}; ${campaign.state}` });
    await tellWhatBlocks(house, campaign);
  });
}

export function addCampaignEdit(campaign: Command): void {
  campaign
    .command("edit <campaign>")
    .description("change a campaign, also while it runs; settings that are not named stay as they are")
    .option("--settings <file>", "a JSON file with some settings")
    .option("--name <name>", "another name", title)
    .option("--json", "as JSON")
    .action(edit);
}
