import type { CampaignSettings } from "../campaign.ts";
import type { WindowTerms } from "./permitted-time.ts";

/** What the permitted time depends on, as a campaign's settings have it. */
export type WindowSettings = Pick<CampaignSettings, "callKind" | "conditions" | "waivedRules" | "callingWindow" | "ringTimeoutSeconds">;

/** The same in the words of the gate: conditions and rules without who answered for them. */
export const windowTermsOf = ({ callKind, conditions, waivedRules, callingWindow, ringTimeoutSeconds }: WindowSettings): WindowTerms => ({
  callKind,
  conditions: conditions.map(({ condition }) => condition),
  waivedRules: waivedRules.map(({ rule }) => rule),
  callingWindow,
  ringTimeoutSeconds,
});
