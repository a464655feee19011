import { MINUTE_MS } from "../../../campaigns/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { failImport } from "./import-contacts.ts";

/** An import writes a batch every few hundred milliseconds; one that is silent for so long has died with its process. */
const SILENT_FOR_MS = 5 * MINUTE_MS;

/**
 * Fail the lists whose import died half-way and remove what it had written; returns how many. Called by the sweep.
 * Should the import be alive after all (an upload that hung), its next batch finds the list failed and stops.
 */
export function makeFailStaleImports({ stores, clock }: { stores: Stores; clock: Clock }) {
  return async function failStaleImports(): Promise<number> {
    let count = 0;
    for (const id of await stores.contactLists.silentImports(clock.now() - SILENT_FOR_MS)) {
      const failed = await failImport(stores, id, "interrupted: found no sign of life of the import, expected it to go on");
      if (failed) count++;
    }
    return count;
  };
}
