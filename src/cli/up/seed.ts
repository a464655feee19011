/** What `up` puts into the house before it opens: agents for the simulated floor, and the campaign that they work on. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { CampaignState } from "../../../campaigns/campaign.ts";
import { demoPreset } from "../../../campaigns/presets/demo.ts";
import type { CampaignRecord } from "../../ports/campaign-store.ts";
import type { Callkeeper } from "../../wiring.ts";
import { expectCsvFile } from "../csv-file.ts";
import { CliFailure } from "../failure.ts";
import { orFail } from "../refusal.ts";

export type SeedOrder = {
  /** The contact list to dial. */
  listFile: string;
  /** True for the bundled list of fictional people. */
  demo: boolean;
  /** Country of numbers that are written without one, ISO 3166-1. */
  country: string | undefined;
  agents: number;
  /** Aborted when `up` is told to stop: a long list is then not read to its end. */
  signal: AbortSignal;
};
export type Seeded = {
  campaignId: string;
  agents: { email: string; password: string }[];
  /** Told to the person at the terminal. */
  news: string[];
};

/** The campaigns that `up` made, by the fingerprint of their list's file: the same file goes on where it stopped. */
const KEY = "up.campaigns";
type Made = Record<string, string>;

async function madeBefore({ stores }: Callkeeper): Promise<Made> {
  const found = await stores.installation.get(KEY);
  if (typeof found !== "object" || found === null) return {};
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

async function fingerprint(file: string): Promise<string> {
  const hash = createHash("sha256");
  await expectCsvFile(file, "--list");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function* readUntil(stop: AbortSignal, file: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file)) {
    stop.throwIfAborted();
    yield chunk as Buffer;
  }
}

/** Imports the file and drafts a campaign on it. Throws a CliFailure that says why the file cannot be used. */
async function makeCampaign(callkeeper: Callkeeper, order: SeedOrder, news: string[]): Promise<string> {
  const { services } = callkeeper;
  const sourceName = basename(order.listFile);
  const name = order.demo ? "Demo: people round the world" : sourceName;
  const imported = await services.importContacts({
    name,
    sourceName,
    mapping: undefined,
    country: order.country,
    createdBy: null,
    stream: readUntil(order.signal, order.listFile),
  });
  const { list } = orFail(imported, `import ${sourceName}`);
  const { rows, accepted, refused } = list.counts;
  news.push(
    `${sourceName}: ${rows} rows, ${accepted} taken, ${refused} refused${refused > 0 ? ` (why: npx callkeeper refused ${list.id})` : ""}`,
  );
  if (accepted === 0) {
    throw new CliFailure({
      code: "nobody-to-call",
      message: `${sourceName}: found no row that can be called; expected a column with telephone numbers such as +12025550100 (why: npx callkeeper refused ${list.id})`,
    });
  }
  const drafted = orFail(
    await services.createCampaign({ name, settings: demoPreset.settings, createdBy: null }),
    `draft the campaign ${name}`,
  );
  orFail(await services.attachList(drafted.campaign.id, list.id), `attach ${sourceName}`);
  return drafted.campaign.id;
}

/**
 * A campaign that an older Callkeeper made does not say what its calls are for, and is taken for the strictest kind. Its
 * calls are those of the demo's preset, made by us: they are told again.
 */
async function bringUpToDate({ services }: Callkeeper, campaign: CampaignRecord, news: string[]): Promise<void> {
  const { callKind, callerName, callbackNumber } = demoPreset.settings;
  if (campaign.settings.callerName !== null || campaign.settings.callKind === callKind || ENDED.includes(campaign.state)) return;
  const settings = { callKind, callerName, callbackNumber };
  orFail(await services.editCampaign({ id: campaign.id, version: campaign.version, settings }), `bring ${campaign.name} up to date`);
  news.push(`${campaign.name}: its calls are said to be ${callKind} ones, which an older Callkeeper did not know to say`);
}
const ENDED: readonly CampaignState[] = ["completed", "archived"];

/** The campaign on this file: the one from before, or a new one. */
async function campaignFor(callkeeper: Callkeeper, order: SeedOrder, news: string[]): Promise<string> {
  const key = await fingerprint(order.listFile);
  const made = await madeBefore(callkeeper);
  const before = made[key];
  const known = before === undefined ? undefined : await callkeeper.stores.campaigns.find(before);
  if (known) {
    await bringUpToDate(callkeeper, known, news);
    return known.id;
  }
  const campaignId = await makeCampaign(callkeeper, order, news);
  await callkeeper.stores.installation.put(KEY, { ...made, [key]: campaignId });
  return campaignId;
}

/** Pauses what `up` made for the simulated carrier, all but one: they have no business on a real one. */
export async function pauseOwnCampaigns(callkeeper: Callkeeper, except: string | null): Promise<string[]> {
  const names: string[] = [];
  for (const id of Object.values(await madeBefore(callkeeper))) {
    if (id === except) continue;
    const campaign = await callkeeper.stores.campaigns.find(id);
    if (campaign?.state !== "running") continue;
    orFail(await callkeeper.services.pauseCampaign(id), `pause the campaign ${campaign.name}`);
    names.push(campaign.name);
  }
  return names;
}

/** Reserved for documentation by RFC 2606: no mail can go there. */
const emailOf = (index: number): string => `agent-${index}@demo.callkeeper.invalid`;

/** Agents with a password that is good until the next start; it is in no file. */
async function makeAgents({ stores, services }: Callkeeper, count: number): Promise<Seeded["agents"]> {
  const agents: Seeded["agents"] = [];
  for (let index = 1; index <= count; index++) {
    const email = emailOf(index);
    const password = services.credentials.makePassword();
    const known = await stores.users.secretOfEmail(email);
    const outcome = known
      ? await services.editUser(known.user.id, { password, disabled: false })
      : await services.createUser({ email, name: `Agent ${index}`, role: "agent", password });
    orFail(outcome, `make the simulated agent ${index}`);
    agents.push({ email, password });
  }
  return agents;
}

/** Agents, list and campaign; the campaign runs afterwards unless it is over. */
export async function seed(callkeeper: Callkeeper, order: SeedOrder): Promise<Seeded> {
  const news: string[] = [];
  const campaignId = await campaignFor(callkeeper, order, news);
  const paused = await pauseOwnCampaigns(callkeeper, campaignId);
  if (paused.length > 0) news.push(`paused: ${paused.join(", ")}`);
  const campaign = await callkeeper.stores.campaigns.find(campaignId);
  if (campaign && ["draft", "paused", "scheduled"].includes(campaign.state)) {
    orFail(await callkeeper.services.startCampaign(campaignId), `start the campaign ${campaign.name}`);
  }
  return { campaignId, agents: await makeAgents(callkeeper, order.agents), news };
}
