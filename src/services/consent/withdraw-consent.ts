/** A person takes consent back: "take me off your list", by whatever way. Holds at once, in all campaigns (invariant 6). */
import type { CallKind } from "../../../campaigns/compliance/call-kind.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import { type ConsentCover, type ConsentWithdrawal, WITHDRAWAL_CHANNELS, type WithdrawalChannel } from "../../ports/consent-store.ts";
import type { DoNotCallRecord } from "../../ports/do-not-call-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { audit } from "../audit.ts";
import type { ForbidWithin } from "../agents/dispose-attempt.ts";
import { forbid, lockWhom, wholePhone } from "./forbid-calls.ts";

export type Withdrawing = {
  /** With its country code, as people write it. */
  phone: string;
  /** person: on every number of whoever answers this one. */
  covers: ConsentCover;
  /** What is taken back; nothing named: everything, and the person is called no more. */
  callKinds: readonly CallKind[];
  subject: string | null;
  channel: WithdrawalChannel;
  attemptId: string | null;
  /** When the person said it; null: now. */
  withdrawnAt: Instant | null;
  /** Why, as a code or in words; no personal data. */
  reason: string;
  /** Who wrote it down: "user:…", "api-key:…", "cli", "web". */
  recordedBy: string;
  /** The user among them. */
  createdBy: string | null;
};

export type WithdrawAnswer =
  | { ok: true; withdrawal: ConsentWithdrawal; entry: DoNotCallRecord | null }
  | { ok: false; reason: "invalid-phone" | "withdrawn-in-the-future"; detail: string };

type Deps = { clock: Clock; ids: Ids };

/** Take back a consent. All of it: with a do-not-call entry of the organisation. A part: calls of that part are refused. */
export function makeWithdrawConsent(deps: Deps & { stores: Stores }) {
  return async function withdrawConsent(asked: Withdrawing): Promise<WithdrawAnswer> {
    const read = wholePhone(asked.phone);
    if (!read.ok) return read;
    const wanted = { ...asked, phone: read.phone };
    const now = deps.clock.now();
    if (wanted.withdrawnAt !== null && wanted.withdrawnAt > now)
      return { ok: false, reason: "withdrawn-in-the-future", detail: "withdrawnAt: found a later instant, expected now or before" };
    return deps.stores.transaction(async (tx): Promise<WithdrawAnswer> => ({ ok: true, ...(await withdraw(tx, deps, wanted)) }));
  };
}

/** The same within a transaction of somebody else's: the person on the line has just asked for it, for all of their numbers. */
export const makeForbidWithin =
  (deps: Deps): ForbidWithin =>
  async (tx, { phone: told, reason, source, createdBy, attemptId = null }) => {
    const channel = WITHDRAWAL_CHANNELS.find((known) => known === source) ?? "api";
    const read = wholePhone(told);
    // A number that is withheld names nobody. One that we have called is a number, whatever its plan says of its length.
    if (!read.ok && attemptId === null) return;
    const phone = read.ok ? read.phone : told;
    const before = attemptId === null ? [] : await tx.consents.withdrawalsOf(phone);
    // Said twice on one call it is one request.
    if (before.some((withdrawal) => withdrawal.attemptId === attemptId && withdrawal.doNotCallId !== null)) return;
    const recordedBy = createdBy === null ? channel : `user:${createdBy}`;
    const whole = { covers: "person", callKinds: [], subject: null, withdrawnAt: null } as const;
    await withdraw(tx, deps, { ...whole, phone, channel, attemptId, reason, recordedBy, createdBy });
  };

async function withdraw(
  tx: Stores,
  deps: Deps,
  wanted: Withdrawing,
): Promise<{ withdrawal: ConsentWithdrawal; entry: DoNotCallRecord | null }> {
  const { phone, covers, callKinds, subject, channel, attemptId, recordedBy } = wanted;
  const personId = await lockWhom(tx, { target: covers, phone });
  const isWhole = callKinds.length === 0 && subject === null;
  const entry = isWhole ? await forbid(tx, deps, asEntry(wanted)) : null;
  const now = deps.clock.now();
  const what = { phone, covers, personId, callKinds, subject, channel, attemptId, doNotCallId: entry?.id ?? null };
  const withdrawal = { ...what, id: deps.ids.next(), withdrawnAt: wanted.withdrawnAt ?? now, recordedBy, recordedAt: now };
  await tx.consents.addWithdrawal(withdrawal);
  const detail = { channel, covers, callKinds, doNotCallId: withdrawal.doNotCallId };
  await audit(tx, deps, { actor: recordedBy, action: "withdrawConsent", subject: `consent-withdrawal:${withdrawal.id}`, detail });
  return { withdrawal, entry };
}

const asEntry = ({ phone, covers, channel, reason, attemptId, createdBy }: Withdrawing) =>
  ({
    target: covers,
    phone,
    prefix: null,
    scope: "organisation",
    campaignId: null,
    reason,
    source: channel,
    attemptId,
    createdBy,
    expiresAt: null,
  }) as const;
