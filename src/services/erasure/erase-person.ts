/**
 * Forgets a person, as the General Data Protection Regulation (EU) 2016/679, article 17, lets them ask: what describes
 * them goes at once, and so does every record that no law needs (article 17(3)(b) keeps what a legal obligation needs).
 * Do-not-call entries stay, so that nobody calls them again (article 17(3)(b) and article 21(3)).
 */
import { readWholeNumber } from "../../../campaigns/contacts/whole-number.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { KnownPerson, RemovedContacts } from "../../ports/record-keeping.ts";
import type { Stores } from "../../ports/stores.ts";
import { eraseRecords, type ErasedRecords, type KeptPart } from "./erase-records.ts";

export type ErasureWish = { contactId: string } | { phone: string } | { personId: string };

export type ErasureReport = {
  id: string;
  personId: string;
  removed: RemovedContacts & ErasedRecords["removed"] & { refusedRows: number };
  /** What laws need, until the end of which day, and by which rules. */
  kept: readonly KeptPart[];
  /** Entries that keep the person uncalled; they stay. */
  doNotCallEntries: number;
  /** The day on which the next part of what is kept goes by itself; null: nothing is kept. */
  nextOn: string | null;
};

export type ErasureAnswer =
  | { ok: true; erasure: ErasureReport }
  | { ok: false; reason: "no-such-person" | "invalid-phone" | "attempt-open"; detail: string };

type Deps = { stores: Stores; clock: Clock; ids: Ids };

class AttemptOpen extends Error {}

export function makeErasePerson({ stores, clock, ids }: Deps) {
  /** `askedBy`: as the audit trail names them. Refused while an attempt to the person is open: ask again when it is over. */
  return async function erasePerson(asked: ErasureWish, askedBy: string): Promise<ErasureAnswer> {
    const read = "phone" in asked ? readWholeNumber(asked.phone) : undefined;
    if (read && !read.ok) {
      const { field, found, expected } = read.error;
      return { ok: false, reason: "invalid-phone", detail: `${field}: found ${found}, expected E.164: ${expected}` };
    }
    const wish = read ? { phone: read.e164 } : asked;
    try {
      return await stores.transaction(async (tx): Promise<ErasureAnswer> => {
        const person = await findWhole(tx, wish, clock.now());
        if (!person)
          return { ok: false, reason: "no-such-person", detail: "found nobody, expected a person, a contact or a number that is known" };
        const erased = await erase(tx, { ids, clock }, { person, askedBy });
        return { ok: true, erasure: erased };
      });
    } catch (error) {
      if (!(error instanceof AttemptOpen)) throw error;
      return { ok: false, reason: "attempt-open", detail: "attempt: found one that is open, expected none; ask again when it is over" };
    }
  };
}

/** Whoever they are, their numbers are locked and then read again: two persons may have become one meanwhile. */
async function findWhole(tx: Stores, wish: ErasureWish, now: Instant): Promise<KnownPerson | undefined> {
  const seen = await tx.recordKeeping.findPerson(wish);
  if (seen) {
    await tx.recordKeeping.lockPhones(seen.phones);
    return tx.recordKeeping.findPerson(wish);
  }
  if (!("phone" in wish)) return undefined;
  await tx.recordKeeping.lockPhones([wish.phone]);
  const consents = await tx.recordKeeping.consentsOf([wish.phone], now);
  const decisions = consents.length === 0 ? await tx.decisions.about([wish.phone]) : [];
  if (consents.length + decisions.length === 0) return undefined;
  return { personId: NOBODY, phones: [wish.phone], contactIds: [], jurisdictions: [] };
}

/** A number that nobody of our lists has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

async function erase(
  tx: Stores,
  { ids, clock }: Pick<Deps, "ids" | "clock">,
  { person, askedBy }: { person: KnownPerson; askedBy: string },
): Promise<ErasureReport> {
  const now = clock.now();
  const id = ids.next();
  const contacts = await tx.recordKeeping.removeContacts(person);
  // After the contacts have left their campaigns nothing can reserve an attempt to them any more.
  const attempts = await tx.recordKeeping.attemptsTo(person, now);
  if (attempts.some(({ isOpen }) => isOpen)) throw new AttemptOpen();
  const refusedRows = await tx.recordKeeping.removeRefusedRows(person.phones);
  const doNotCallEntries = await tx.recordKeeping.doNotCallCount(person, now);
  const records = await eraseRecords(tx, { ...person, id, entryId: id, askedBy, askedAt: now }, now);
  const { nextOn, kept } = records;
  await tx.recordKeeping.addErasure({ id, personId: person.personId, phones: person.phones, askedBy, askedAt: now, nextOn });
  const removed = { ...contacts, ...records.removed, refusedRows };
  const detail = { erasure: id, removed, kept, doNotCallEntries };
  await tx.audit.add({
    id: ids.next(),
    actor: askedBy,
    action: "erasePerson",
    subject: `person:${person.personId}`,
    detail,
    createdAt: now,
  });
  return { id, personId: person.personId, removed, kept, doNotCallEntries, nextOn };
}
