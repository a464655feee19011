/** What happened, in order, for live views and for tests that want to know why. */
export type JournalEntry = { id: number; at: number; what: string; callSid?: string; detail?: Record<string, unknown> };

export type Journal = {
  note(what: string, callSid?: string, detail?: Record<string, unknown>): void;
  since(id: number): JournalEntry[];
  clear(): void;
};

const KEPT = 20_000;

export function makeJournal(now: () => number): Journal {
  let entries: JournalEntry[] = [];
  let next = 1;
  return {
    note(what, callSid, detail) {
      entries.push({ id: next++, at: now(), what, ...(callSid && { callSid }), ...(detail && { detail }) });
      if (entries.length > KEPT * 2) entries = entries.slice(-KEPT);
    },
    since: (id) => entries.filter((entry) => entry.id > id),
    clear() {
      entries = [];
    },
  };
}
