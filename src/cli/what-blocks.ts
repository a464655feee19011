/** What somebody must see to before a campaign's contacts can be called: told to whoever sets it up, refused to nobody. */
import { needsSomebody } from "../../campaigns/measures/reasons.ts";
import type { Funnel } from "../../campaigns/measures/dialability.ts";
import type { CampaignRecord } from "../ports/campaign-store.ts";
import type { House } from "./house.ts";

/** One sentence for each thing, in the words of the rule that asks for it. That the campaign does not run is no news here. */
export const whatBlocks = ({ held }: Pick<Funnel, "held">): string[] => [
  ...new Set(held.reasons.filter(({ code }) => needsSomebody(code) && code !== "campaign-not-running").map(({ detail }) => detail)),
];

/** One line each, beside the answer, which may be JSON. */
export async function tellWhatBlocks(
  { services }: Pick<House, "services">,
  campaign: Pick<CampaignRecord, "id" | "listIds">,
): Promise<void> {
  if (campaign.listIds.length === 0) return;
  const funnel = await services.dialability(campaign.id);
  for (const sentence of funnel ? whatBlocks(funnel) : []) process.stderr.write(`Warning: ${sentence}\n`);
}
