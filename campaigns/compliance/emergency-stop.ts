/** Emergency stops: all calls of a jurisdiction, of a campaign or of everybody stand still until the stop is lifted. */
import type { Instant } from "../instant.ts";

export type EmergencyStop = {
  id: string;
  scope: "everything" | "jurisdiction" | "campaign";
  /** ISO 3166-1 or 3166-2. Stopping a country stops its regions. */
  jurisdiction: string | null;
  campaignId: string | null;
  reason: string;
  createdAt: Instant;
};
