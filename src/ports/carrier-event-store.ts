import type { Instant } from "../../campaigns/instant.ts";
import type { RawCarrierEvent } from "./voice-desk.ts";

export type StoredCarrierEvent = RawCarrierEvent & { id: string; receivedAt: Instant };

export interface CarrierEventStore {
  /** Store once. `undefined`: this very event was stored before. */
  add(event: RawCarrierEvent, now: Instant): Promise<StoredCarrierEvent | undefined>;
  /** Lock events received before then and not applied, oldest first, skipping what others apply. */
  takeUnapplied(before: Instant, limit: number): Promise<StoredCarrierEvent[]>;
  /** Take one event for applying; `undefined`: applied already, or someone else has it. */
  take(id: string): Promise<StoredCarrierEvent | undefined>;
  markApplied(id: string, now: Instant, outcome: string): Promise<void>;
}
