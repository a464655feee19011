import type { Command } from "commander";
import { CAMPAIGN_STATES, type CampaignState } from "../../../campaigns/campaign.ts";
import { listMayBeAttached } from "../../../campaigns/contacts/contact-list.ts";
import { appointmentReminderPreset } from "../../../campaigns/presets/appointment-reminder.ts";
import type { CampaignPreset } from "../../../campaigns/presets/preset.ts";
import { salesOutreachPreset } from "../../../campaigns/presets/sales-outreach.ts";
import type { CampaignRecord } from "../../ports/campaign-store.ts";
import { CliFailure } from "../failure.ts";
import { findCampaign } from "../find-campaign.ts";
import { type House, withHouse } from "../house.ts";
import { OPERATOR } from "../operator.ts";
import { at, drawTable, show } from "../output.ts";
import { identity, oneOf, title, wholeNumber } from "../parse.ts";
import { orFail } from "../refusal.ts";
import { readSettingsFile } from "../settings-file.ts";
import { abandonmentTable, describeStatus } from "../status-text.ts";
import { tellWhatBlocks } from "../what-blocks.ts";
import { addCampaignEdit } from "./campaign-edit.ts";
import { addDialability } from "./dialability.ts";

const PRESETS: Readonly<Record<string, CampaignPreset>> = {
  "appointment-reminder": appointmentReminderPreset,
  "sales-outreach": salesOutreachPreset,
};

type Json = { json?: boolean };
type CreateOptions = Json & { preset?: string; settings?: string; callerId?: string[]; list?: string[] };

const table = (campaigns: readonly CampaignRecord[]): string =>
  drawTable({
    columns: ["id", "name", "state", "mode", "lists", "started"],
    rows: campaigns.map((campaign) => [
      campaign.id,
      campaign.name,
      campaign.state,
      campaign.settings.dialMode,
      campaign.listIds.length,
      at(campaign.startedAt),
    ]),
  });

function settingsFrom(options: CreateOptions): Record<string, unknown> {
  const preset = options.preset === undefined ? {} : { ...PRESETS[options.preset]?.settings };
  const callerIds = options.callerId === undefined ? {} : { callerIds: options.callerId };
  if (options.settings === undefined) return { ...preset, ...callerIds };
  return { ...preset, ...readSettingsFile(options.settings), ...callerIds };
}

/** Before anything is drafted: a draft without its list would be in the way of the next try. */
async function expectLists({ stores }: Pick<House, "stores">, listIds: readonly string[]): Promise<void> {
  for (const id of listIds) {
    const list = await stores.contactLists.find(id);
    if (list && listMayBeAttached(list)) continue;
    const found = list ? `one that is ${list.state}` : "none";
    throw new CliFailure({
      code: "no-such-list",
      message: `--list: found ${found} with the id ${id}; expected one that is ready (callkeeper lists)`,
    });
  }
}

async function create(name: string, options: CreateOptions): Promise<void> {
  const settings = settingsFrom(options);
  await withHouse(async ({ services, stores }) => {
    await expectLists({ stores }, options.list ?? []);
    const { campaign } = orFail(await services.createCampaign({ name, settings, createdBy: null, by: OPERATOR }), `draft ${name}`);
    for (const listId of options.list ?? []) orFail(await services.attachList(campaign.id, listId), `attach the list ${listId}`);
    const drafted = (await stores.campaigns.find(campaign.id)) ?? campaign;
    show(options, { json: drafted, text: `${table([drafted])}\nDrafted. Start it with: callkeeper campaign start ${drafted.id}` });
    await tellWhatBlocks({ services }, drafted);
  });
}

type Move = "startCampaign" | "pauseCampaign" | "completeCampaign" | "archiveCampaign";

const move =
  (what: Move, verb: string) =>
  (wanted: string, options: Json): Promise<void> =>
    withHouse(async (house) => {
      const { id, name } = await findCampaign(house, wanted);
      const { campaign } = orFail(await house.services[what](id), `${verb} ${name}`);
      show(options, { json: campaign, text: `${campaign.name}: ${campaign.state}` });
      if (what === "startCampaign") await tellWhatBlocks(house, campaign);
    });

const status = (wanted: string, options: Json): Promise<void> =>
  withHouse(async (house) => {
    const campaign = await findCampaign(house, wanted);
    const found = await house.services.campaignStatus(campaign.id);
    if (!found) throw new CliFailure({ code: "not-found", message: `campaign: ${campaign.name} is gone` });
    show(options, { json: found, text: describeStatus(campaign, found, house.now()) });
  });

const abandonment = (wanted: string, options: Json): Promise<void> =>
  withHouse(async (house) => {
    const campaign = await findCampaign(house, wanted);
    const entries = (await house.services.abandonmentLedger(campaign.id)) ?? [];
    const text =
      entries.length === 0 ? "No live answer was counted yet, or no law that counts them holds here." : abandonmentTable(entries);
    show(options, { json: entries, text });
  });

const several = (value: string, before: string[] = []): string[] => [...before, value];
const severalIds = (value: string, before?: string[]): string[] => several(identity(value), before);

function addReaders(campaign: Command): void {
  campaign
    .command("list")
    .description("show campaigns, newest first")
    .option("--state <state>", "in this state only", oneOf(CAMPAIGN_STATES))
    .option("--limit <n>", "how many", wholeNumber(1, 1_000), 50)
    .option("--json", "as JSON")
    .action((options: Json & { state?: CampaignState; limit: number }) =>
      withHouse(async ({ stores }) => {
        const page = await stores.campaigns.page({ state: options.state, after: null, limit: options.limit });
        show(options, { json: page.items, text: table(page.items) });
      }),
    );
  campaign
    .command("abandonment <campaign>")
    .description("show abandoned calls as each law counts them, against its cap")
    .option("--json", "as JSON")
    .action(abandonment);
  campaign.command("status <campaign>").description("show how far a campaign has come").option("--json", "as JSON").action(status);
}

export function addCampaign(program: Command): void {
  const campaign = program.command("campaign").description("campaigns; each is named by its id, or by its name where one has it");
  campaign
    .command("create")
    .argument("<name>", "what it is called", title)
    .description("draft a campaign")
    .option("--preset <preset>", `settings to begin with: ${Object.keys(PRESETS).join(", ")}`, oneOf(Object.keys(PRESETS)))
    .option("--settings <file>", "a JSON file with campaign settings, over those of the preset")
    .option("--caller-id <e164>", "number shown to the contacts; may be repeated", several)
    .option("--list <id>", "contact list to attach; may be repeated", severalIds)
    .option("--json", "as JSON")
    .action(create);
  const moves: [string, Move, string][] = [
    ["start", "startCampaign", "start or resume dialing"],
    ["pause", "pauseCampaign", "start no further calls; those under way go on"],
    ["complete", "completeCampaign", "end a campaign"],
    ["archive", "archiveCampaign", "put a campaign away"],
  ];
  for (const [verb, what, about] of moves)
    campaign.command(`${verb} <campaign>`).description(about).option("--json", "as JSON").action(move(what, verb));
  addCampaignEdit(campaign);
  addReaders(campaign);
  addDialability(campaign);
}
