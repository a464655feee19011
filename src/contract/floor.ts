import { z } from "zod";
import { CAMPAIGN_STATES } from "../../campaigns/campaign.ts";
import { DIAL_MODES } from "../../campaigns/dial-mode.ts";
import { id, instant } from "./common.ts";
import { route } from "./route.ts";

const counts = z.record(z.string(), z.number().int());

export const floor = z
  .object({
    /** When it was counted: at most once a second, for all who look. */
    countedAt: instant,
    agents: counts,
    /** Open attempts by state. */
    calls: counts,
    campaigns: z.array(
      z.object({
        id,
        name: z.string(),
        state: z.enum(CAMPAIGN_STATES),
        dialMode: z.enum(DIAL_MODES),
        calls: counts,
        onHopper: z.number().int(),
      }),
    ),
    /** Carrier events that are stored and not yet applied. */
    waitingEvents: z.number().int(),
  })
  .meta({ id: "Floor" });

export const floorRoutes = {
  watchFloor: route({
    method: "get",
    path: "/v1/floor",
    tag: "Floor",
    summary: "Agents by state, calls by state, campaigns that run or are paused",
    may: "watch-floor",
    response: { status: 200, about: "The floor in numbers", schema: floor },
    errors: [],
  }),
};
