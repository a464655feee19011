/** `callkeeper campaign dialability` and `callkeeper contacts decision`: who may be called now, who may not, and why. */
import type { Command } from "commander";
import { describeDecision, describeFunnel, describeMoved } from "../dialability-text.ts";
import { CliFailure } from "../failure.ts";
import { findCampaign } from "../find-campaign.ts";
import { withHouse } from "../house.ts";
import { show } from "../output.ts";
import { identity } from "../parse.ts";
import { orFail } from "../refusal.ts";
import { readSettingsFile } from "../settings-file.ts";
import { OPERATOR } from "../operator.ts";

type FunnelOptions = { settings?: string; json?: boolean };

function funnel(wanted: string, options: FunnelOptions): Promise<void> {
  const settings = options.settings === undefined ? null : readSettingsFile(options.settings);
  return withHouse(async (house) => {
    const { id, name } = await findCampaign(house, wanted);
    if (settings !== null) {
      const { ok: _ok, ...preview } = orFail(await house.services.previewDialability({ id, settings, by: OPERATOR }), `preview ${name}`);
      const text = `${describeFunnel(name, preview.now)}\n\nWith these settings:\n${describeMoved(preview.moved)}`;
      show(options, { json: preview, text });
      return;
    }
    const found = await house.services.dialability(id);
    if (!found) throw new CliFailure({ code: "not-found", message: `campaign: ${name} is gone` });
    show(options, { json: found, text: describeFunnel(name, found) });
  });
}

export function addDialability(campaign: Command): void {
  campaign
    .command("dialability <campaign>")
    .description("show how many contacts may be called now, what holds the others, and when the next ones may be called")
    .option("--settings <file>", "a JSON file with some settings: show how they would move the counts, and save nothing")
    .option("--json", "as JSON")
    .action(funnel);
}

export function addContactDecision(contacts: Command): void {
  contacts
    .command("decision")
    .argument("<contact-id>", "the contact", identity)
    .description("show what the gate says now of each of a contact's numbers, and why")
    .option("--campaign <campaign>", "for this campaign only, by id or name, also when it does not have the contact")
    .option("--json", "as JSON")
    .action((contactId: string, options: { campaign?: string; json?: boolean }) =>
      withHouse(async (house) => {
        const campaignId = options.campaign === undefined ? null : (await findCampaign(house, options.campaign)).id;
        const { decision } = orFail(await house.services.contactDecision(contactId, campaignId), "decide");
        show(options, { json: decision, text: describeDecision(decision) });
      }),
    );
}
