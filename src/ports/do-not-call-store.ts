import type { DoNotCallEntry } from "../../campaigns/compliance/decision.ts";
import type { Instant } from "../../campaigns/instant.ts";
import type { Page, PageQuery } from "./page.ts";

/** An entry as it is kept. It is only added to: a withdrawn one stays on record. */
export type DoNotCallRecord = DoNotCallEntry & {
  /** The number it names, or one of the person it names; null for a prefix. */
  phone: string | null;
  /** Who answered that number when it was written down; null: nobody known, or a prefix. */
  personId: string | null;
  prefix: string | null;
  source: string;
  /** The attempt on which the person asked for it. */
  attemptId: string | null;
  createdBy: string | null;
  withdrawnAt: Instant | null;
};

/** What an entry is about: two that agree in it differ only in how long they last. */
export type DoNotCallAim = Pick<DoNotCallRecord, "target" | "phone" | "prefix" | "scope" | "campaignId">;

export interface DoNotCallStore {
  add(entry: Omit<DoNotCallRecord, "withdrawnAt">): Promise<void>;
  find(id: string): Promise<DoNotCallRecord | undefined>;
  /** The entry in force with the same aim that lasts longest. */
  inForce(aim: DoNotCallAim, now: Instant): Promise<DoNotCallRecord | undefined>;
  /** `false`: there is none, or it was withdrawn before. */
  withdraw(id: string, at: Instant): Promise<boolean>;
  /** Entries in force, newest first. `phone`: those that hold for this number, by itself, its person or its beginning. */
  page(query: PageQuery & { phone?: string | undefined; now: Instant }): Promise<Page<DoNotCallRecord>>;
}
