import type { Instant } from "../../../campaigns/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { type CampaignAnswer, moveCampaign } from "./move-campaign.ts";

/** Let a draft start by itself. The sweep starts it within seconds of `startsAt`. */
export function makeScheduleCampaign({ stores, clock }: { stores: Stores; clock: Clock }) {
  return function scheduleCampaign(id: string, startsAt: Instant): Promise<CampaignAnswer> {
    return stores.transaction((tx) =>
      moveCampaign(tx, {
        id,
        action: "schedule",
        decide: () =>
          startsAt > clock.now() ? { state: "scheduled", stateReason: null, startsAt } : { ok: false, reason: "starts-in-the-past" },
      }),
    );
  };
}
