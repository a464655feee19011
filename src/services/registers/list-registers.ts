import { type RegisterDemand, registerDemands } from "../../../campaigns/compliance/register-demands.ts";
import { DAY_MS } from "../../../campaigns/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { RegisterLoad } from "../../ports/register-store.ts";
import type { Stores } from "../../ports/stores.ts";

/** A register that is loaded, or that a rule demands. */
export type RegisterState = {
  name: string;
  /** What calls are checked against now; null: nothing is loaded, and calls that demand it wait. */
  current: RegisterLoad | null;
  /** A load under way. */
  loading: RegisterLoad | null;
  /** Days since the day of the file; null: nothing is loaded. */
  ageDays: number | null;
  demand: RegisterDemand | null;
  /** not-loaded and stale: calls of the rules that demand it wait. */
  state: "in-force" | "stale" | "not-loaded";
};

/** Registers that are loaded or demanded, by name. */
export function makeListRegisters({ stores, clock }: { stores: Stores; clock: Clock }) {
  return async function listRegisters(): Promise<RegisterState[]> {
    const now = clock.now();
    const loads = await stores.registers.list();
    const demands = registerDemands();
    const names = [...new Set([...loads.map(({ name }) => name), ...demands.keys()])].sort();
    return names.map((name) => {
      const of = (state: RegisterLoad["state"]) => loads.find((load) => load.name === name && load.state === state) ?? null;
      const current = of("current");
      const demand = demands.get(name) ?? null;
      const age = current && now - Date.parse(`${current.fileDate}T00:00:00Z`);
      const isStale = age !== null && demand !== null && age > demand.mostAgeDays * DAY_MS;
      const ageDays = age === null ? null : Math.max(0, Math.floor(age / DAY_MS));
      return { name, current, loading: of("loading"), ageDays, demand, state: current ? (isStale ? "stale" : "in-force") : "not-loaded" };
    });
  };
}
