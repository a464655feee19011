import type { DoNotCallEntry } from "../../campaigns/compliance/decision.ts";
import type { Instant } from "../../campaigns/instant.ts";
import type { Page, PageQuery } from "./page.ts";

/** An entry as it is kept. It is only added to: a withdrawn one stays on record. */
export type DoNotCallRecord = DoNotCallEntry & {
  phone: string;
  source: string;
  createdBy: string | null;
  withdrawnAt: Instant | null;
};

export interface DoNotCallStore {
  /**
   * Waits for a release of a call to this number that is under way, so that every later one sees the entry
   * (invariant 6). Only within a transaction.
   */
  lockPhone(phone: string): Promise<void>;
  add(entry: Omit<DoNotCallRecord, "withdrawnAt">): Promise<void>;
  find(id: string): Promise<DoNotCallRecord | undefined>;
  /** An entry in force with the same number, scope and campaign. */
  inForce(of: Pick<DoNotCallRecord, "phone" | "scope" | "campaignId">, now: Instant): Promise<DoNotCallRecord | undefined>;
  /** `false`: there is none, or it was withdrawn before. */
  withdraw(id: string, at: Instant): Promise<boolean>;
  /** Entries in force, newest first. */
  page(query: PageQuery & { phone?: string | undefined; now: Instant }): Promise<Page<DoNotCallRecord>>;
}
