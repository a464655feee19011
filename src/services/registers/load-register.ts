/** Loads a register of numbers not to be called from its file. The one before serves until the new one is whole. */
import { registerDemands } from "../../../campaigns/compliance/register-demands.ts";
import type { RegisterScrub } from "../../../campaigns/compliance/decision.ts";
import { readCountry } from "../../../campaigns/contacts/country.ts";
import { DAY_MS } from "../../../campaigns/instant.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { NewRegisterLoad, RegisterLoad, RubbishLine } from "../../ports/register-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { audit } from "../audit.ts";
import { LoadStopped, readRegister } from "./read-register.ts";

export type RegisterOrder = {
  /** What rules demand it by ("us-national"), or a name of your own for a list that no rule names. */
  name: string;
  /** Told for a list that no rule names; for the others it is known. */
  kind?: RegisterScrub["kind"] | undefined;
  jurisdiction?: string | undefined;
  fileName: string;
  /** The civil date that the file is of: "2026-11-01". A file without one is refused. */
  fileDate: string | undefined;
  /** Where numbers without a plus sign are from, ISO 3166-1. */
  country?: string | undefined;
  /** Load it although more lines than usual hold no number. */
  acceptRubbish: boolean;
  /** Load it although it holds less than half as many numbers as the one in force. */
  acceptShrink: boolean;
  /** Who loads it: "user:…", "cli". */
  loadedBy: string;
  /** Read once, as slowly as the database can take it; not closed. */
  stream: AsyncIterable<Uint8Array>;
};

export type LoadRefusal =
  | "invalid-name"
  | "kind-needed"
  | "no-date"
  | "invalid-date"
  | "date-in-the-future"
  | "older-file"
  | "invalid-country"
  | "no-numbers"
  | "too-much-rubbish"
  | "shrinks"
  | "load-stopped";

/** `load` is the failed load, with the first lines that hold no number; none when nothing was read. */
export type LoadAnswer =
  | { ok: true; load: RegisterLoad; rubbish: readonly RubbishLine[] }
  | { ok: false; reason: LoadRefusal; detail: string; load?: RegisterLoad; rubbish?: readonly RubbishLine[] };

type Deps = { stores: Stores; clock: Clock; ids: Ids };

/** More lines than one in a hundred without a number: the file is another one, or broken. */
const MOST_RUBBISH_SHARE = 0.01;
/** Less than half of what was there: the file broke off, or is a part (the changes of a day, one area code). */
const LEAST_KEPT_SHARE = 0.5;

const refuse = (reason: LoadRefusal, detail: string): Extract<LoadAnswer, { ok: false }> => ({ ok: false, reason, detail });

/** What `stream` throws is thrown again after the load has failed; the register before it goes on serving. */
export function makeLoadRegister(deps: Deps) {
  return async function loadRegister(order: RegisterOrder): Promise<LoadAnswer> {
    const wanted = await check(deps, order);
    if (!wanted.ok) return wanted;
    const { load } = wanted;
    await deps.stores.registers.open(load);
    try {
      const read = await readRegister(deps, { ...order, id: load.id, jurisdiction: whereListed(load) });
      const fault = faultOf(read.counts, order) ?? shrinkOf(read.counts, order, await deps.stores.registers.current(load.name));
      if (fault) return await giveUp(deps, { id: load.id, ...fault });
      const isServing = await deps.stores.transaction((tx) => serve(tx, deps, load));
      if (!isServing)
        return await giveUp(deps, { id: load.id, reason: "older-file", detail: "fileDate: a later file was loaded meanwhile" });
      return { ok: true, load: await found(deps, load.id), rubbish: read.rubbish };
    } catch (error) {
      if (error instanceof LoadStopped) return refuse("load-stopped", error.message);
      await deps.stores.registers.fail(load.id, "interrupted: found the end before the file was read, expected all of it");
      throw error;
    }
  };
}

/** Whoever sues is listed wherever they live. */
const whereListed = ({ kind, jurisdiction }: NewRegisterLoad): string | null => (kind === "litigator" ? null : jurisdiction);

async function found({ stores }: Deps, id: string): Promise<RegisterLoad> {
  const load = await stores.registers.find(id);
  if (!load) throw new LoadStopped("the load is gone");
  return load;
}

async function giveUp(deps: Deps, fault: { id: string; reason: LoadRefusal; detail: string }): Promise<LoadAnswer> {
  await deps.stores.registers.fail(fault.id, `${fault.reason}: ${fault.detail}`);
  const rubbish = await deps.stores.registers.rubbishOf(fault.id);
  return { ...refuse(fault.reason, fault.detail), load: await found(deps, fault.id), rubbish };
}

/** Asked again at the end: another load of the same name may have come in between. */
async function serve(tx: Stores, deps: Deps, load: NewRegisterLoad): Promise<boolean> {
  const isServing = await tx.registers.serve(load.id, { now: deps.clock.now(), unlessLaterThan: load.fileDate });
  if (!isServing) return false;
  const { id, name, fileDate, loadedBy } = load;
  await audit(tx, deps, { actor: loadedBy, action: "loadRegister", subject: `register:${id}`, detail: { name, fileDate } });
  await tx.announcer.announce({ kind: "register.changed", data: { registerId: id, name } });
  return true;
}

type Fault = { reason: LoadRefusal; detail: string };

function faultOf(
  { lines, numbers, rubbish }: RegisterLoad["counts"],
  { acceptRubbish }: Pick<RegisterOrder, "acceptRubbish">,
): Fault | undefined {
  if (numbers === 0) return { reason: "no-numbers", detail: `found ${lines} lines and no number in them, expected one number a line` };
  if (acceptRubbish || rubbish <= lines * MOST_RUBBISH_SHARE) return undefined;
  return { reason: "too-much-rubbish", detail: `found ${rubbish} of ${lines} lines without a number, expected at most one in a hundred` };
}

/** Whoever is left out could be called from then on. */
function shrinkOf(
  { numbers }: RegisterLoad["counts"],
  { acceptShrink }: Pick<RegisterOrder, "acceptShrink">,
  current: RegisterLoad | undefined,
): Fault | undefined {
  if (acceptShrink || !current || numbers >= current.counts.numbers * LEAST_KEPT_SHARE) return undefined;
  const before = `${current.counts.numbers} in the one in force of ${current.fileDate}`;
  const otherwise = "at least half as many, or to be told that so few are right: --accept-shrink, acceptShrink=true";
  return { reason: "shrinks", detail: `numbers: found ${numbers}, against ${before}; expected ${otherwise}` };
}

type Checked = { ok: true; load: NewRegisterLoad } | Extract<LoadAnswer, { ok: false }>;

async function check({ stores, clock, ids }: Deps, order: RegisterOrder): Promise<Checked> {
  const { name, fileName, fileDate, loadedBy, country } = order;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || name.length > 60)
    return refuse(
      "invalid-name",
      `name: found ${name.slice(0, 60)}, expected small letters and digits joined by hyphens, such as us-national`,
    );
  if (country !== undefined && !readCountry(country))
    return refuse("invalid-country", `country: found ${country}, expected ISO 3166-1 such as US`);
  const now = clock.now();
  const date = checkDate(fileDate, now);
  if (!date.ok) return date;
  const demand = registerDemands().get(name);
  const kind = demand?.kind ?? order.kind;
  if (kind === undefined)
    return refuse("kind-needed", `kind: found nothing for ${name}, which no rule names; expected national, state or litigator`);
  const current = await stores.registers.current(name);
  if (current && current.fileDate > date.fileDate)
    return refuse("older-file", `fileDate: found ${date.fileDate}, expected ${current.fileDate} or later, which is loaded`);
  const jurisdiction = demand?.jurisdiction ?? order.jurisdiction ?? null;
  return { ok: true, load: { id: ids.next(), name, kind, jurisdiction, fileName, fileDate: date.fileDate, loadedBy, createdAt: now } };
}

function checkDate(fileDate: string | undefined, now: number): { ok: true; fileDate: string } | Extract<LoadAnswer, { ok: false }> {
  if (fileDate === undefined || fileDate === "")
    return refuse("no-date", "fileDate: found nothing, expected the day the file is of, such as 2026-11-01");
  const at = /^\d{4}-\d{2}-\d{2}$/.test(fileDate) ? Date.parse(`${fileDate}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== fileDate)
    return refuse("invalid-date", `fileDate: found ${fileDate.slice(0, 40)}, expected a day such as 2026-11-01`);
  // The day begins fourteen hours before UTC at the eastern end of the world.
  if (at > now + DAY_MS) return refuse("date-in-the-future", `fileDate: found ${fileDate}, expected today or before`);
  return { ok: true, fileDate };
}
