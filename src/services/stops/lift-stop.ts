import type { Clock, Ids } from "../../ports/clock.ts";
import type { EmergencyStopRecord } from "../../ports/emergency-stop-store.ts";
import type { Stores } from "../../ports/stores.ts";

export type LiftAnswer = { ok: true; stop: EmergencyStopRecord } | { ok: false; reason: "no-such-stop" | "already-lifted"; detail: string };

type Deps = { stores: Stores; clock: Clock; ids: Ids };

/** Let calls go out again. The stop stays on record with who lifted it and why. */
export function makeLiftStop({ stores, clock, ids }: Deps) {
  return function liftStop(lifting: { id: string; reason: string; actor: string }): Promise<LiftAnswer> {
    return stores.transaction(async (tx): Promise<LiftAnswer> => {
      const at = clock.now();
      const lifted = await tx.stops.lift(lifting.id, { by: lifting.actor, reason: lifting.reason, at });
      const stop = await tx.stops.find(lifting.id);
      if (!stop) return { ok: false, reason: "no-such-stop", detail: `stop: found none with the id ${lifting.id}` };
      if (!lifted) return { ok: false, reason: "already-lifted", detail: "stop: found one that was lifted before, expected one in force" };
      await tx.audit.add({
        id: ids.next(),
        actor: lifting.actor,
        action: "liftStop",
        subject: `emergency-stop:${stop.id}`,
        detail: { reason: lifting.reason },
        createdAt: at,
      });
      await tx.announcer.announce({ kind: "emergency-stop.changed", data: { stopId: stop.id, scope: stop.scope, inForce: false } });
      return { ok: true, stop };
    });
  };
}
