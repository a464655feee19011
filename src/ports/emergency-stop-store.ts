import type { Attempt } from "./attempt-store.ts";
import type { EmergencyStop } from "../../campaigns/compliance/emergency-stop.ts";
import type { Instant } from "../../campaigns/instant.ts";
import type { Page, PageQuery } from "./page.ts";

/** A stop as it is kept, lifted or not. */
export type EmergencyStopRecord = EmergencyStop & {
  /** "user:…", "cli", "api-key:…". */
  createdBy: string;
  liftedBy: string | null;
  liftReason: string | null;
  liftedAt: Instant | null;
};

export interface EmergencyStopStore {
  inForce(): Promise<EmergencyStop[]>;
  add(stop: EmergencyStop & { createdBy: string }): Promise<void>;
  find(id: string): Promise<EmergencyStopRecord | undefined>;
  /** `false`: there is none, or it was lifted before. */
  lift(id: string, lifting: { by: string; reason: string; at: Instant }): Promise<boolean>;
  /** Newest first. */
  page(query: PageQuery & { inForceOnly: boolean }): Promise<Page<EmergencyStopRecord>>;
  /** Attempts that a stop concerns and whose call may still be taken back or hung up. */
  callsUnder(stop: Pick<EmergencyStop, "scope" | "jurisdiction" | "campaignId">): Promise<Attempt[]>;
}
