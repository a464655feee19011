/** A ready-made campaign: a name, what it is for, and its settings but for what only the user can know. */
import type { z } from "zod";
import type { campaignSettingsSchema } from "../campaign.ts";

type GivenSettings = z.input<typeof campaignSettingsSchema>;

export type CampaignPreset = {
  name: string;
  description: string;
  /** Everything that is left out has the default of the settings schema. Caller ids are the user's own. */
  settings: Omit<GivenSettings, "callerIds"> & Partial<Pick<GivenSettings, "callerIds">>;
};
