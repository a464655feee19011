/**
 * Consent and relationship, as the ledger has them: who may be called for what, proven how, until when.
 * The ledger is only added to. A withdrawal is an entry too, and stops every call that is not yet released.
 */
import type { Instant } from "../instant.ts";
import type { CallKind } from "./call-kind.ts";

/**
 *   express    said or clicked, recorded
 *   written    signed, or its electronic equal
 *   purchase, inquiry, contract, customer, member   a relationship, from when it last was proven (obtainedAt)
 *   request    the person asked to be called
 */
export const CONSENT_BASES = ["express", "written", "purchase", "inquiry", "contract", "customer", "member", "request"] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

export type ConsentRecord = {
  id: string;
  /** E.164; null: for every number of the person. */
  phone: string | null;
  basis: ConsentBasis;
  /** For calls of these kinds; empty: of every kind. */
  callKinds: readonly CallKind[];
  /** For this subject only ("solar-panels"); null: whatever the call is about. */
  subject: string | null;
  obtainedAt: Instant;
  /** When it ends by itself; null: by law only. */
  until: Instant | null;
  /** The person agreed to be called at any hour, or in this span of time. */
  agreedTime: "any" | readonly [from: Instant, to: Instant] | null;
  /** Last call that rested on it (laws whose clock starts again with each use). */
  lastUsedAt: Instant | null;
};
