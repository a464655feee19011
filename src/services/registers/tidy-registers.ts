import { MINUTE_MS } from "../../../campaigns/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";

/** A load writes a batch every second or so; one that is silent for so long has died with its process. */
const SILENT_FOR_MS = 5 * MINUTE_MS;

/** Fails loads that died half-way and cleans the numbers of loads that ended away. Gives how many loads were cleaned. */
export function makeTidyRegisters({ stores, clock }: { stores: Stores; clock: Clock }) {
  return async function tidyRegisters(): Promise<number> {
    for (const id of await stores.registers.silent(clock.now() - SILENT_FOR_MS))
      await stores.registers.fail(id, "interrupted: found no sign of life of the load, expected it to go on");
    let cleaned = 0;
    while (await stores.registers.clean(clock.now())) cleaned += 1;
    return cleaned;
  };
}
