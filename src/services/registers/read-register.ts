/** Reads a register file line by line into a load, in bounded memory. */
import { isRegisterHeader, readRegisterLines } from "../../../campaigns/compliance/register-line.ts";
import type { Clock } from "../../ports/clock.ts";
import type { RegisterCounts, RubbishLine } from "../../ports/register-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { linesOf } from "./lines-of.ts";

/** The load is no longer under way: somebody gave it up. */
export class LoadStopped extends Error {}

/** Numbers written in one statement. */
const BATCH_NUMBERS = 20_000;
/** Rubbish lines that are kept with their reason; the others are counted. */
const MOST_RUBBISH_KEPT = 1_000;

export type RegisterRead = { counts: RegisterCounts; rubbish: readonly RubbishLine[] };

type Deps = { stores: Stores; clock: Clock };
type Order = { id: string; country?: string | undefined; jurisdiction: string | null; stream: AsyncIterable<Uint8Array> };

/** Throws LoadStopped when the load was given up meanwhile, and what the stream throws. */
export async function readRegister({ stores, clock }: Deps, { id, country, jurisdiction, stream }: Order): Promise<RegisterRead> {
  const read = readRegisterLines(country?.trim().toUpperCase(), jurisdiction);
  const counts = { lines: 0, numbers: 0, rubbish: 0 };
  const rubbish: RubbishLine[] = [];
  let at = 0;
  let batch: number[] = [];
  const write = async (): Promise<void> => {
    const added = await stores.registers.addNumbers(id, batch);
    if (added === undefined) throw new LoadStopped("the load is no longer under way");
    counts.numbers += added;
    batch = [];
    await stores.registers.progress(id, { counts, rubbish, now: clock.now() });
  };
  for await (const lines of linesOf(stream)) {
    for (const line of lines) {
      at += 1;
      const answer = read(line);
      if (answer.kind === "blank" || (counts.lines === 0 && isRegisterHeader(line))) continue;
      counts.lines += 1;
      if (answer.kind === "number") batch.push(answer.phone);
      else {
        counts.rubbish += 1;
        const { field, found, expected } = answer;
        if (rubbish.length < MOST_RUBBISH_KEPT) rubbish.push({ line: at, field, found, expected });
      }
    }
    if (batch.length >= BATCH_NUMBERS) await write();
  }
  await write();
  return { counts, rubbish };
}
