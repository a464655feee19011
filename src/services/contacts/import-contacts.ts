import { type PlacePolicy, STRICT_POLICY } from "../../../campaigns/contacts/place.ts";
import { placeVersion } from "../../../campaigns/contacts/place-version.ts";
import { readCountry } from "../../../campaigns/contacts/country.ts";
import type { ContactList, ImportCounts } from "../../../campaigns/contacts/contact-list.ts";
import { type ExplicitMapping, type HeaderMapping, type HeaderRefusal, mapHeaders } from "../../../campaigns/contacts/header-mapping.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { FileBreak, FileRow, ReadContactFile } from "../../ports/contact-file.ts";
import type { Stores } from "../../ports/stores.ts";
import { announceCampaign } from "../campaigns/announce-campaign.ts";
import { announceList } from "./announce-list.ts";
import { ImportStopped, readBatch, writeBatch } from "./import-batch.ts";

export type ImportOrder = {
  name: string;
  /** The file's name, as people know it. */
  sourceName: string;
  /** Which column holds what, where the headers do not say it. */
  mapping?: ExplicitMapping | undefined;
  /** The country of numbers that are written without one, ISO 3166-1 alpha-2. */
  country?: string | undefined;
  createdBy: string | null;
  /** Read once, as slowly as the database can take it; not closed. */
  stream: AsyncIterable<Uint8Array>;
  /** Told after each batch. */
  onProgress?: ((progress: { listId: string; counts: ImportCounts }) => void) | undefined;
};

/** `list` is the failed list with what was found until then; none when the import never began. */
export type ImportAnswer =
  | { ok: true; list: ContactList }
  | { ok: false; reason: "invalid-file" | "invalid-country" | "import-stopped"; detail: string; list?: ContactList };

type Deps = {
  stores: Stores;
  clock: Clock;
  ids: Ids;
  readContactFile: ReadContactFile;
  /** The strictest when left out. */
  placePolicy?: PlacePolicy | undefined;
};

/** Rows written in one transaction. */
const BATCH_ROWS = 1_000;

const NOTHING_YET: ImportCounts = { rows: 0, accepted: 0, refused: 0, duplicates: 0 };

/**
 * Import a file as a new list, row by row, in bounded memory. A row that cannot be used is refused alone and kept
 * with its reason. A file that cannot be read to its end leaves a failed list without contacts.
 * What `stream` throws is thrown again after the list has been failed.
 */
export function makeImportContacts(deps: Deps) {
  return async function importContacts(order: ImportOrder): Promise<ImportAnswer> {
    if (order.country !== undefined && !readCountry(order.country))
      return { ok: false, reason: "invalid-country", detail: `country: found ${order.country}, expected ISO 3166-1 such as US` };
    const { name, sourceName, createdBy } = order;
    const listId = deps.ids.next();
    await deps.stores.transaction(async (tx) => {
      const version = placeVersion(deps.placePolicy ?? STRICT_POLICY);
      await tx.contactLists.open({ id: listId, name, sourceName, createdBy, createdAt: deps.clock.now(), placeVersion: version });
      await announceList(tx, { id: listId, state: "importing", counts: NOTHING_YET });
    });
    try {
      const failure = await importRows(deps, listId, order);
      return failure === undefined ? await finish(deps, listId) : await giveUp(deps, listId, failure);
    } catch (error) {
      if (error instanceof ImportStopped) return { ok: false, reason: "import-stopped", detail: error.message };
      await giveUp(deps, listId, "interrupted: found the end before the file was read, expected all of it");
      throw error;
    }
  };
}

const describeBreak = ({ code, line, found, expected }: FileBreak): string =>
  `${code}: ${line === null ? "" : `line ${line}: `}found ${found}, expected ${expected}`;

/** Headers are shown as they are; more than a few say no more. */
const some = (words: readonly string[]): string =>
  words.length === 0 ? "none" : `${words.slice(0, 12).join(", ")}${words.length > 12 ? ", …" : ""}`;

const describeHeader = ({ reason, found, expected }: HeaderRefusal): string =>
  reason === "no-header"
    ? `${reason}: found a first line that holds numbers, expected headers such as ${some(expected)}`
    : `${reason}: found ${some(found)}, expected ${reason === "no-phone-column" ? "one such as " : ""}${some(expected)}`;

/** Read the file to its end; resolves with the reason when that cannot be done. */
async function importRows(deps: Deps, listId: string, order: ImportOrder): Promise<string | undefined> {
  let writer: BatchWriter | undefined;
  let rows: FileRow[] = [];
  for await (const item of deps.readContactFile(order.stream)) {
    if (item.kind === "break") return describeBreak(item);
    if (!writer) {
      const header = mapHeaders(item.cells, order.mapping);
      if (!header.ok) return describeHeader(header);
      await deps.stores.contactLists.keepHeader(listId, item.cells);
      writer = makeBatchWriter(deps, { listId, mapping: header, order });
      continue;
    }
    rows.push(item);
    if (rows.length < BATCH_ROWS) continue;
    await writer(rows);
    rows = [];
  }
  const counts = await writer?.(rows);
  return counts?.rows === 0 ? "no-rows: found a header and nothing below it, expected rows" : undefined;
}

type BatchWriter = (rows: readonly FileRow[]) => Promise<ImportCounts>;

function makeBatchWriter(deps: Deps, job: { listId: string; mapping: HeaderMapping; order: ImportOrder }): BatchWriter {
  const { listId, mapping, order } = job;
  const phoneHeader = mapping.columns[mapping.phoneOrder[0] ?? 0]?.header ?? "phone";
  const whence = { sourceName: order.sourceName, recordedBy: order.createdBy === null ? "import" : `user:${order.createdBy}` };
  let counts = NOTHING_YET;
  let knownPlaces: ReadonlyMap<string, number> = new Map();
  return async (rows) => {
    const now = deps.clock.now();
    const batch = readBatch(rows, { mapping, country: order.country, policy: deps.placePolicy ?? STRICT_POLICY, now });
    const done = await deps.stores.transaction((tx) =>
      writeBatch(tx, deps.ids, { listId, batch, before: counts, phoneHeader, knownPlaces, now, ...whence }),
    );
    // Only what is committed is known: a transaction that is run again may give a place another id.
    [counts, knownPlaces] = [done.counts, done.places];
    order.onProgress?.({ listId, counts });
    return counts;
  };
}

/** The list is ready, and its contacts go into the campaigns that it was attached to meanwhile. */
function finish({ stores, clock }: Deps, listId: string): Promise<ImportAnswer> {
  return stores.transaction(
    async (tx): Promise<ImportAnswer> => {
      await tx.contactLists.lock(listId);
      if (!(await tx.contactLists.markReady(listId, clock.now()))) throw new ImportStopped("the list is no longer being imported");
      for (const campaignId of await tx.campaigns.withList(listId)) {
        await tx.campaigns.addContacts(campaignId, listId);
        const campaign = await tx.campaigns.find(campaignId);
        if (campaign) await announceCampaign(tx, campaign);
      }
      const list = await tx.contactLists.find(listId);
      if (!list) throw new ImportStopped("the list is gone");
      await announceList(tx, list);
      return { ok: true, list };
    },
    { statementTimeoutMs: 0 },
  );
}

async function giveUp({ stores }: Deps, listId: string, failure: string): Promise<ImportAnswer> {
  const list = await failImport(stores, listId, failure);
  if (!list) return { ok: false, reason: "import-stopped", detail: "the list is no longer being imported" };
  return { ok: false, reason: "invalid-file", detail: failure, list };
}

/** Fail a list that is being imported and remove its contacts. `undefined`: it was no longer being imported. */
export function failImport(stores: Stores, listId: string, failure: string): Promise<ContactList | undefined> {
  return stores.transaction(
    async (tx) => {
      if (!(await tx.contactLists.fail(listId, failure))) return undefined;
      const list = await tx.contactLists.find(listId);
      if (list) await announceList(tx, list);
      return list;
    },
    { statementTimeoutMs: 0 },
  );
}
