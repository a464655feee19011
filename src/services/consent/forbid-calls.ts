/** Do-not-call entries: from the moment one is committed, no call to the number is released (invariant 6). */
import type { Instant } from "../../../campaigns/instant.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { DoNotCallRecord } from "../../ports/do-not-call-store.ts";
import type { Stores } from "../../ports/stores.ts";

export type Forbidding = {
  /** E.164. */
  phone: string;
  scope: "organisation" | "campaign";
  campaignId: string | null;
  /** Why, as a code or in words; no personal data. */
  reason: string;
  /** Where it came from: "agent", "api", "import". */
  source: string;
  createdBy: string | null;
  /** When it ends by itself; null: never. */
  expiresAt: Instant | null;
};

export type ForbidAnswer =
  | { ok: true; entry: DoNotCallRecord }
  | { ok: false; reason: "invalid-phone" | "no-such-campaign" | "scope-and-campaign" | "expires-in-the-past"; detail?: string };

type Deps = { clock: Clock; ids: Ids };

/** Forbid calls to a number. Forbidding again what is forbidden for at least as long gives the entry that stands. */
export function makeForbidCalls(deps: Deps & { stores: Stores }) {
  return async function forbidCalls(wanted: Forbidding): Promise<ForbidAnswer> {
    const refusal = refuse(wanted, deps.clock.now());
    if (refusal) return refusal;
    return deps.stores.transaction(async (tx): Promise<ForbidAnswer> => {
      if (wanted.campaignId !== null && !(await tx.campaigns.find(wanted.campaignId))) return { ok: false, reason: "no-such-campaign" };
      return { ok: true, entry: await forbid(tx, deps, wanted) };
    });
  };
}

/** The same within a transaction of somebody else's: the person on the line has just asked for it. */
export const makeForbidWithin =
  (deps: Deps) =>
  async (tx: Stores, entry: { phone: string; reason: string; source: string; createdBy: string | null; at: Instant }): Promise<void> => {
    const { at: _at, ...given } = entry;
    await forbid(tx, deps, { ...given, scope: "organisation", campaignId: null, expiresAt: null });
  };

function refuse(wanted: Forbidding, now: Instant): Extract<ForbidAnswer, { ok: false }> | undefined {
  // No look at numbering plans: what is out of service today must stay forbidden when it comes back.
  if (!/^\+[1-9]\d{6,14}$/.test(wanted.phone))
    return { ok: false, reason: "invalid-phone", detail: "phone: expected an E.164 number such as +12025550100" };
  if ((wanted.scope === "campaign") !== (wanted.campaignId !== null)) return { ok: false, reason: "scope-and-campaign" };
  if (wanted.expiresAt !== null && wanted.expiresAt <= now) return { ok: false, reason: "expires-in-the-past" };
  return undefined;
}

/** Does `standing` last at least as long as what is wanted? */
const outlasts = (standing: DoNotCallRecord, wanted: Forbidding): boolean =>
  standing.expiresAt === null || (wanted.expiresAt !== null && standing.expiresAt >= wanted.expiresAt);

async function forbid(tx: Stores, deps: Deps, wanted: Forbidding): Promise<DoNotCallRecord> {
  // The lock is what makes it hold at once: a release of this number is over before, or sees the entry.
  await tx.doNotCall.lockPhone(wanted.phone);
  const now = deps.clock.now();
  const standing = await tx.doNotCall.inForce(wanted, now);
  if (standing && outlasts(standing, wanted)) return standing;
  const entry = { ...wanted, target: "number" as const, id: deps.ids.next(), createdAt: now };
  await tx.doNotCall.add(entry);
  await tx.announcer.announce({
    kind: "do-not-call.changed",
    data: { entryId: entry.id, scope: entry.scope, campaignId: entry.campaignId },
  });
  return { ...entry, withdrawnAt: null };
}
