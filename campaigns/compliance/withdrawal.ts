/**
 * A withdrawal takes a consent back, whole or in part: for calls of some kinds, or about one subject. It ends what was
 * given before it and leaves what the person gives afterwards. Where the ledger cannot tell which part is meant, the
 * larger one is taken back.
 */
import type { Instant } from "../instant.ts";
import { CALL_KINDS, type CallKind } from "./call-kind.ts";
import type { ConsentRecord } from "./consent.ts";

export type Withdrawal = {
  id: string;
  /** For calls of these kinds; empty: of every kind. */
  callKinds: readonly CallKind[];
  /** For this subject only; null: whatever the call is about. */
  subject: string | null;
  withdrawnAt: Instant;
};

/** A consent for everything cannot be cut down to all subjects but one: it ends. */
const concerns = (withdrawal: Withdrawal, consent: ConsentRecord): boolean =>
  withdrawal.withdrawnAt >= consent.obtainedAt &&
  (withdrawal.subject === null || consent.subject === null || withdrawal.subject === consent.subject);

function without(consent: ConsentRecord, withdrawal: Withdrawal): ConsentRecord | undefined {
  if (!concerns(withdrawal, consent)) return consent;
  if (withdrawal.callKinds.length === 0) return undefined;
  const given = consent.callKinds.length === 0 ? CALL_KINDS : consent.callKinds;
  const callKinds = given.filter((kind) => !withdrawal.callKinds.includes(kind));
  if (callKinds.length === given.length) return consent;
  return callKinds.length === 0 ? undefined : { ...consent, callKinds };
}

/** What is left of the consents. All of both speak of the number that is asked about. */
export const consentsLeft = (consents: readonly ConsentRecord[], withdrawals: readonly Withdrawal[]): ConsentRecord[] =>
  consents.flatMap((consent) => {
    const left = withdrawals.reduce<ConsentRecord | undefined>((rest, withdrawal) => rest && without(rest, withdrawal), consent);
    return left ? [left] : [];
  });

/** What a call is; null: not known, and then it may be any. */
export type CallAbout = { callKind: CallKind | null; subject: string | null };

const isMeant = ({ callKinds, subject }: Withdrawal, about: CallAbout): boolean =>
  (callKinds.length === 0 || about.callKind === null || callKinds.includes(about.callKind)) &&
  (subject === null || about.subject === null || subject === about.subject);

const allows = ({ callKinds, subject }: ConsentRecord, about: CallAbout): boolean =>
  (callKinds.length === 0 || (about.callKind !== null && callKinds.includes(about.callKind))) &&
  (subject === null || subject === about.subject);

/**
 * Withdrawals of a part that speak of such a call: it is refused as if it were on the do-not-call list, until the
 * person consents to it again.
 */
export const withdrawalsAgainst = (
  withdrawals: readonly Withdrawal[],
  consents: readonly ConsentRecord[],
  about: CallAbout,
): Withdrawal[] =>
  withdrawals.filter(
    (withdrawal) =>
      isMeant(withdrawal, about) &&
      !consentsLeft(consents, withdrawals).some((consent) => consent.obtainedAt > withdrawal.withdrawnAt && allows(consent, about)),
  );
