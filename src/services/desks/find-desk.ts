import { isoLocal } from "../../../campaigns/contacts/local-time.ts";
import { zoneNamed } from "../../../campaigns/contacts/tzdb.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Desk, DeskAttempt } from "../../ports/desk-board.ts";
import type { Stores } from "../../ports/stores.ts";

type LocalTime = { zone: string; local: string };
export type ShownAttempt = Omit<DeskAttempt, "zones" | "contact"> & { contact: DeskAttempt["contact"] & { localTimes: LocalTime[] } };
export type ShownDesk = Omit<Desk, "attempt"> & { attempt: ShownAttempt | null };

/** An agent's state, line and person, with the time of day where the person may be. `undefined`: no such agent. */
export function makeFindDesk({ stores, clock }: { stores: Pick<Stores, "desks">; clock: Clock }) {
  return async function findDesk(agentId: string): Promise<ShownDesk | undefined> {
    const desk = await stores.desks.find(agentId);
    if (!desk) return undefined;
    if (!desk.attempt) return { ...desk, attempt: null };
    const { zones, contact, ...attempt } = desk.attempt;
    const localTimes = zones.flatMap((name) => {
      const zone = zoneNamed(name);
      return zone ? [{ zone: name, local: isoLocal(zone, clock.now()) }] : [];
    });
    return { ...desk, attempt: { ...attempt, contact: { ...contact, localTimes } } };
  };
}
