import type { CampaignRecord } from "../ports/campaign-store.ts";
import { CliFailure } from "./failure.ts";
import type { House } from "./house.ts";

/** By id, or by name where exactly one campaign has it. */
export async function findCampaign({ stores }: Pick<House, "stores">, wanted: string): Promise<CampaignRecord> {
  if (/^[0-9a-f-]{36}$/.test(wanted)) {
    const found = await stores.campaigns.find(wanted);
    if (found) return found;
  }
  const named: CampaignRecord[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await stores.campaigns.page({ after, limit: 200 });
    named.push(...page.items.filter(({ name }) => name === wanted));
    after = page.next;
    more = after !== null;
  }
  if (named.length === 1 && named[0]) return named[0];
  const found = named.length === 0 ? "none" : `${named.length}`;
  throw new CliFailure({
    code: "not-found",
    message: `campaign: found ${found} with the name or id ${wanted}; expected one (callkeeper campaign list)`,
  });
}
