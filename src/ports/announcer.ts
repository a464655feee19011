/** Something that happened, told to screens. `kind` is past tense: `attempt.closed`. */
export type LiveEvent = { kind: string; data: unknown };
/** Ids grow, but events of transactions that ran side by side may become visible out of order. */
export type StoredLiveEvent = LiveEvent & { id: string };

export interface Announcer {
  /** Told when, and only if, the transaction it belongs to is committed. */
  announce(event: LiveEvent): Promise<void>;
}
