/**
 * What is on record of a person, apart from their contacts: attempts, decisions, consents. What no law needs goes at
 * once; the rest is named with its law and its day, and goes on the day after.
 */
import { placeOfNumber } from "../../../campaigns/contacts/number-place.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { KeptDecision } from "../../ports/decision-ledger.ts";
import type { Erasure, KeptAttempt, KeptConsent } from "../../ports/record-keeping.ts";
import type { Stores } from "../../ports/stores.ts";
import { dayAfter, type Need, neededUntil } from "../records/what-law-keeps.ts";

export type KeptPart = {
  what: "attempts" | "decisions" | "consents";
  count: number /** The last day. */;
  until: string;
  rules: readonly string[];
};

export type ErasedRecords = {
  removed: { attempts: number; decisions: number; consents: number };
  kept: KeptPart[];
  /** When the rest is looked at again; null: nothing is left. */
  nextOn: string | null;
};

type Subject = Pick<Erasure, "id" | "phones" | "askedBy" | "askedAt"> & {
  /** The entry of the ledger that names what goes now; that of the erasure itself the first time. */
  entryId: string;
  contactIds: readonly string[];
  jurisdictions: readonly string[];
};

type Parted<Item> = { gone: Item[]; kept: { item: Item; need: Need }[] };

function part<Item>(items: readonly Item[], needOf: (item: Item) => Need | null): Parted<Item> {
  const parted: Parted<Item> = { gone: [], kept: [] };
  for (const item of items) {
    const need = needOf(item);
    if (need) parted.kept.push({ item, need });
    else parted.gone.push(item);
  }
  return parted;
}

function summary(what: KeptPart["what"], kept: readonly { need: Need }[]): KeptPart[] {
  const until = kept.reduce((last, { need }) => (need.until > last ? need.until : last), "");
  return kept.length === 0 ? [] : [{ what, count: kept.length, until, rules: [...new Set(kept.flatMap(({ need }) => need.rules))].sort() }];
}

/** Writes the ledger last. Attempts that are open must have been refused before. */
export async function eraseRecords(tx: Stores, subject: Subject, now: Instant): Promise<ErasedRecords> {
  const { phones, contactIds, askedAt } = subject;
  // A consent has no place of its own: every law counts under which its person may be, by address, by call or by number.
  const jurisdictions = [...new Set([...subject.jurisdictions, ...phones.flatMap((phone) => placeOfNumber(phone).jurisdictions)])];
  const needOf = (isCall: boolean) => (record: KeptAttempt | KeptDecision) =>
    neededUntil(
      {
        jurisdictions: record.jurisdictions,
        callKinds: record.callKind ? [record.callKind] : [],
        at: "at" in record ? record.at : record.decidedAt,
      },
      now,
      isCall,
    );
  const decisions = part(
    (await tx.decisions.about(phones)).filter(({ decidedAt }) => decidedAt <= askedAt),
    needOf(false),
  );
  // An attempt stays as long as a decision about it does: they are one record.
  const decided = new Map(decisions.kept.flatMap(({ item, need }) => (item.attemptId ? [[item.attemptId, need] as const] : [])));
  const attempts = part(
    await tx.recordKeeping.attemptsTo({ phones, contactIds }, askedAt),
    (attempt) => decided.get(attempt.id) ?? needOf(true)(attempt),
  );
  const consents = part(await tx.recordKeeping.consentsOf(phones, askedAt), (kept: KeptConsent) =>
    kept.isOfDoNotCall ? null : neededUntil({ jurisdictions, ...kept }, now, false),
  );
  const consentsGone = consents.gone.filter(({ isOfDoNotCall }) => !isOfDoNotCall);
  const removed = {
    attempts: await tx.recordKeeping.forgetCallee(attempts.gone.map(({ id }) => id)),
    decisions: 0,
    consents: await tx.recordKeeping.removeConsents(consentsGone),
  };
  await tx.recordKeeping.clearNotes(attempts.kept.map(({ item }) => item.id));
  removed.decisions = await removeDecisions(tx, subject, { gone: decisions.gone, now });
  const kept = [...summary("attempts", attempts.kept), ...summary("decisions", decisions.kept), ...summary("consents", consents.kept)];
  return { removed, kept, nextOn: nextDay([...attempts.kept, ...decisions.kept, ...consents.kept]) };
}

/** The first day on which something more can go. */
const nextDay = (kept: readonly { need: Need }[]): string | null =>
  kept.reduce<string | null>((first, { need }) => (first === null || dayAfter(need.until) < first ? dayAfter(need.until) : first), null);

async function removeDecisions(
  tx: Stores,
  subject: Subject,
  { gone, now }: { gone: readonly KeptDecision[]; now: Instant },
): Promise<number> {
  const { id: erasureId, entryId, askedBy } = subject;
  const count = await tx.decisions.removeContent(
    gone.map(({ id }) => id),
    entryId,
    now,
  );
  const removed = gone.map(({ day, sequence }) => `${day}/${sequence}`);
  // The erasure itself is always on record; its continuation only when it removed something.
  if (entryId === erasureId || count > 0) await tx.decisions.addErasure({ id: entryId, erasureId, askedBy, removed, decidedAt: now });
  return count;
}
