/** One transaction of an import: some rows, each taken or refused. */
import type { ContactDraft } from "../../../campaigns/contacts/contact.ts";
import type { ImportCounts, RefusedRow } from "../../../campaigns/contacts/contact-list.ts";
import { readContactRow, type RowAnswer } from "../../../campaigns/contacts/contact-row.ts";
import type { HeaderMapping } from "../../../campaigns/contacts/header-mapping.ts";
import { unitePersons } from "../../../campaigns/contacts/person.ts";
import { type KeyedPlace, type PlacePolicy, placeOf } from "../../../campaigns/contacts/place.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Ids } from "../../ports/clock.ts";
import type { ConsentEntry } from "../../ports/consent-store.ts";
import type { FileRow } from "../../ports/contact-file.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceList } from "./announce-list.ts";

/** The list is no longer being imported: somebody gave it up. */
export class ImportStopped extends Error {}

/** Characters kept of one cell of a refused row, and cells of one row. */
const [LONGEST_KEPT_CELL, MOST_KEPT_CELLS] = [500, 200];

type Candidate = { line: number; cells: readonly string[]; draft: ContactDraft; places: readonly KeyedPlace[] };
export type Batch = { candidates: readonly Candidate[]; refused: readonly RefusedRow[] };

const keep = (cells: readonly string[]): string[] => cells.slice(0, MOST_KEPT_CELLS).map((cell) => cell.slice(0, LONGEST_KEPT_CELL));

type Reading = { mapping: HeaderMapping; country: string | undefined; policy: PlacePolicy; now: Instant };

/** What can be said of rows without looking at any other. */
export function readBatch(rows: readonly FileRow[], { mapping, country, policy, now }: Reading): Batch {
  const candidates: Candidate[] = [];
  const refused: RefusedRow[] = [];
  for (const { line, cells } of rows) {
    const answer = notAhead(readContactRow(mapping, cells, country), now);
    if (answer.ok)
      candidates.push({
        line,
        cells,
        draft: answer.draft,
        places: answer.draft.phones.map((phone) => placeOf({ ...answer.draft, phone }, policy)),
      });
    else refused.push({ ...answer.refusal, line, cells: keep(cells) });
  }
  return { candidates, refused };
}

/** A consent that is dated ahead of now was not given yet. */
function notAhead(answer: RowAnswer, now: Instant): RowAnswer {
  if (!answer.ok || answer.draft.consent === null || answer.draft.consent.obtainedAt <= now) return answer;
  const found = new Date(answer.draft.consent.obtainedAt).toISOString();
  return { ok: false, refusal: { field: null, reason: "bad-consent", found, expected: "a consent of today or before" } };
}

export type BatchJob = {
  listId: string;
  batch: Batch;
  /** Counts of the import before this batch. */
  before: ImportCounts;
  /** Header of the column that holds a contact's first number. */
  phoneHeader: string;
  /** Ids of places that are known to be kept. */
  knownPlaces: ReadonlyMap<string, number>;
  /** The file's name, and who brings it: what proves a consent that a row speaks of. */
  sourceName: string;
  recordedBy: string;
  now: Instant;
};
export type BatchDone = { counts: ImportCounts; places: ReadonlyMap<string, number> };

/** Write a batch within `tx`; throws ImportStopped when the list is no longer being imported. */
export async function writeBatch(tx: Stores, ids: Ids, job: BatchJob): Promise<BatchDone> {
  const list = await tx.contactLists.lock(job.listId);
  if (list?.state !== "importing") throw new ImportStopped("the list is no longer being imported");
  const { fresh, duplicates } = await findDuplicates(tx, job);
  const places = await keepPlaces(tx, fresh, job.knownPlaces);
  const personIds = await findPersons(tx, ids, fresh);
  const contactIds = fresh.map(() => ids.next());
  await tx.contactImport.addContacts(
    fresh.map((candidate, index) => ({
      id: contactIds[index] ?? "",
      listId: job.listId,
      personId: personIds[index] ?? "",
      draft: candidate.draft,
      placeIds: candidate.places.map(({ key }) => places.get(key) ?? 0),
      createdAt: job.now,
    })),
  );
  await tx.consents.add(
    fresh.flatMap((candidate, index) =>
      consentsOf(candidate, { ids, job, contactId: contactIds[index] ?? "", personId: personIds[index] ?? "" }),
    ),
  );
  await tx.contactImport.addRefusedRows(job.listId, [...job.batch.refused, ...duplicates]);
  const counts = countsAfter(job, { accepted: fresh.length, duplicates: duplicates.length });
  await tx.contactLists.progress(job.listId, counts, job.now);
  await announceList(tx, { id: job.listId, state: "importing", counts });
  return { counts, places };
}

/** One entry for each number of the row, proven by the row. */
function consentsOf(
  { draft, line }: Candidate,
  { ids, job, contactId, personId }: { ids: Ids; job: BatchJob; contactId: string; personId: string },
): ConsentEntry[] {
  const { consent, phones } = draft;
  if (consent === null) return [];
  const proof = { listId: job.listId, file: job.sourceName, line };
  const what = { covers: "number", personId, contactId, callKinds: [], subject: null, until: null, agreedTime: null, proof } as const;
  return phones.map((phone) => ({ ...what, ...consent, id: ids.next(), phone, recordedBy: job.recordedBy, recordedAt: job.now }));
}

const countsAfter = ({ before, batch }: BatchJob, { accepted, duplicates }: { accepted: number; duplicates: number }): ImportCounts => ({
  rows: before.rows + batch.candidates.length + batch.refused.length,
  accepted: before.accepted + accepted,
  refused: before.refused + batch.refused.length + duplicates,
  duplicates: before.duplicates + duplicates,
});

/** A contact whose first number is that of an earlier row is the same contact again. */
async function findDuplicates(tx: Stores, job: BatchJob): Promise<{ fresh: Candidate[]; duplicates: RefusedRow[] }> {
  const firstOf = (candidate: Candidate): string => candidate.draft.phones[0] ?? "";
  const seen = new Set(await tx.contactImport.firstNumbersIn(job.listId, job.batch.candidates.map(firstOf)));
  const fresh: Candidate[] = [];
  const duplicates: RefusedRow[] = [];
  for (const candidate of job.batch.candidates) {
    const phone = firstOf(candidate);
    const expected = "a first number that is not in the list yet";
    if (seen.has(phone))
      duplicates.push({
        line: candidate.line,
        field: job.phoneHeader,
        reason: "duplicate",
        found: phone,
        expected,
        cells: keep(candidate.cells),
      });
    else fresh.push(candidate);
    seen.add(phone);
  }
  return { fresh, duplicates };
}

async function keepPlaces(tx: Stores, candidates: readonly Candidate[], known: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const missing = new Map(
    candidates.flatMap(({ places }) => places.filter(({ key }) => !known.has(key)).map((place) => [place.key, place])),
  );
  return new Map([...known, ...(await tx.contactImport.placeIds([...missing.values()]))]);
}

/** The person of each contact: whoever is known to answer one of its numbers, else somebody new. */
async function findPersons(tx: Stores, ids: Ids, candidates: readonly Candidate[]): Promise<readonly string[]> {
  if (candidates.length === 0) return [];
  const contacts = candidates.map(({ draft }) => draft);
  const wished = new Map<string, string>();
  for (const { phones } of contacts) {
    const personId = ids.next();
    for (const phone of phones) if (!wished.has(phone)) wished.set(phone, personId);
  }
  // Contacts of this batch that share a number are one person before anybody is asked.
  const stays = new Map(unitePersons(contacts, wished).merges.map(({ from, into }) => [from, into]));
  for (const [phone, personId] of wished) wished.set(phone, stays.get(personId) ?? personId);
  const { personIds, merges } = unitePersons(contacts, await tx.contactImport.claimPersons(wished), new Set(wished.values()));
  await tx.contactImport.mergePersons(merges);
  return personIds;
}
