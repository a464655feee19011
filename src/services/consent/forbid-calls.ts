/** Do-not-call entries: from the moment one is committed, no call that it names is released (invariant 6). */
import { readWholeNumber } from "../../../campaigns/contacts/whole-number.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { DoNotCallRecord } from "../../ports/do-not-call-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { audit } from "../audit.ts";

export type Forbidding = Pick<DoNotCallRecord, "target" | "scope" | "campaignId" | "reason" | "source" | "createdBy" | "expiresAt"> & {
  /** E.164: the number, or one of the person's; null for a prefix. */
  phone: string | null;
  /** "+1900", "+1212"; null unless that is the target. */
  prefix: string | null;
  attemptId?: string | null;
};

export type ForbidAnswer =
  | { ok: true; entry: DoNotCallRecord }
  | {
      ok: false;
      reason: "invalid-phone" | "invalid-prefix" | "no-such-campaign" | "scope-and-campaign" | "expires-in-the-past";
      detail?: string;
    };

type Deps = { clock: Clock; ids: Ids };

/** Forbid calls; `actor` is who does it ("user:…", "cli"). Forbidding again what is forbidden for at least as long gives the entry that stands. */
export function makeForbidCalls(deps: Deps & { stores: Stores }) {
  return async function forbidCalls({ actor, ...asked }: Forbidding & { actor: string }): Promise<ForbidAnswer> {
    const checked = check(asked, deps.clock.now());
    if (!checked.ok) return checked;
    const { wanted } = checked;
    return deps.stores.transaction(async (tx): Promise<ForbidAnswer> => {
      if (wanted.campaignId !== null && !(await tx.campaigns.find(wanted.campaignId))) return { ok: false, reason: "no-such-campaign" };
      const entry = await forbid(tx, deps, wanted);
      const detail = { target: entry.target, scope: entry.scope, source: entry.source };
      await audit(tx, deps, { actor, action: "forbidCalls", subject: `do-not-call-entry:${entry.id}`, detail });
      return { ok: true, entry };
    });
  };
}

/** What is as long as a number is one; what is shorter than a country code and a digit would forbid half the world. */
const PREFIX = /^\+[1-9]\d{1,12}$/;

/** The number under which we would call, however it was written; or the refusal of what is no whole number. */
export function wholePhone(phone: string | null): { ok: true; phone: string } | { ok: false; reason: "invalid-phone"; detail: string } {
  const read = readWholeNumber(phone ?? "");
  if (read.ok) return { ok: true, phone: read.e164 };
  const { field, found, expected } = read.error;
  return { ok: false, reason: "invalid-phone", detail: `${field}: found ${found}, expected E.164: ${expected}` };
}

function check(wanted: Forbidding, now: Instant): { ok: true; wanted: Forbidding } | Extract<ForbidAnswer, { ok: false }> {
  const isPrefix = wanted.target === "prefix";
  if (!isPrefix && wanted.prefix !== null)
    return { ok: false, reason: "invalid-prefix", detail: `prefix: found ${wanted.prefix}, expected none for the target ${wanted.target}` };
  if (isPrefix && (wanted.prefix === null || !PREFIX.test(wanted.prefix) || wanted.phone !== null))
    return { ok: false, reason: "invalid-prefix", detail: `prefix: found ${wanted.prefix ?? "none"}, expected + and 2 to 13 digits` };
  const read = isPrefix ? { ok: true as const, phone: null } : wholePhone(wanted.phone);
  if (!read.ok) return read;
  if ((wanted.scope === "campaign") !== (wanted.campaignId !== null)) return { ok: false, reason: "scope-and-campaign" };
  if (wanted.expiresAt !== null && wanted.expiresAt <= now) return { ok: false, reason: "expires-in-the-past" };
  return { ok: true, wanted: { ...wanted, phone: read.phone } };
}

/** Does `standing` last at least as long as what is wanted? */
const outlasts = (standing: DoNotCallRecord, wanted: Forbidding): boolean =>
  standing.expiresAt === null || (wanted.expiresAt !== null && standing.expiresAt >= wanted.expiresAt);

/** The locks are what makes it hold at once: a release is over before, or sees the entry. Gives the person, if known. */
export async function lockWhom(tx: Stores, { target, phone }: Pick<DoNotCallRecord, "target" | "phone">): Promise<string | null> {
  if (phone === null || target === "prefix") {
    await tx.callees.everybody();
    return null;
  }
  if (target === "person") return tx.callees.person(phone);
  await tx.callees.number(phone);
  return null;
}

/** Forbids within a transaction. What is wanted has been checked, and its number is as we would call it. */
export async function forbid(tx: Stores, deps: Deps, wanted: Forbidding): Promise<DoNotCallRecord> {
  const personId = await lockWhom(tx, wanted);
  const now = deps.clock.now();
  const standing = await tx.doNotCall.inForce(wanted, now);
  if (standing && outlasts(standing, wanted)) return standing;
  const entry = { ...wanted, personId, attemptId: wanted.attemptId ?? null, id: deps.ids.next(), createdAt: now };
  await tx.doNotCall.add(entry);
  await tx.announcer.announce({
    kind: "do-not-call.changed",
    data: { entryId: entry.id, scope: entry.scope, campaignId: entry.campaignId },
  });
  return { ...entry, withdrawnAt: null };
}
