/** The newest live events, in the order in which they became visible. Whoever resumes inside it costs no query. */
import type { StoredLiveEvent } from "../../ports/announcer.ts";

const MOST_REMEMBERED = 2_000;

export type LiveMemory = {
  /** `false`: it was here before. */
  add(event: StoredLiveEvent): boolean;
  newestId(): string | undefined;
  /** The events that came after this one; `undefined`: it is not remembered. */
  after(id: string): StoredLiveEvent[] | undefined;
};

export function makeLiveMemory(): LiveMemory {
  // A Map keeps the order of insertion.
  const events = new Map<string, StoredLiveEvent>();
  return {
    add(event) {
      if (events.has(event.id)) return false;
      events.set(event.id, event);
      if (events.size > MOST_REMEMBERED) {
        const [oldest] = events.keys();
        if (oldest !== undefined) events.delete(oldest);
      }
      return true;
    },
    newestId: () => [...events.keys()].at(-1),
    after(id) {
      if (!events.has(id)) return undefined;
      const all = [...events.values()];
      return all.slice(all.findIndex((event) => event.id === id) + 1);
    },
  };
}
