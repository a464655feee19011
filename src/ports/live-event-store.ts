import type { Instant } from "../../campaigns/instant.ts";
import type { StoredLiveEvent } from "./announcer.ts";

export interface LiveEventStore {
  /** The id of the newest event, or "0". */
  latestId(): Promise<string>;
  /** One event, as a notification that was too long to carry it names it. Null when it has been thrown away. */
  byId(id: string): Promise<StoredLiveEvent | null>;
  /**
   * Everything after `id`, in the order of ids, and again what was written in the ten seconds before it: an
   * event with a lower id may have become visible later. The reader leaves out ids it has seen.
   */
  since(id: string, limit?: number): Promise<StoredLiveEvent[]>;
  /** Throws away events older than this; returns how many. */
  forgetBefore(instant: Instant): Promise<number>;
}
