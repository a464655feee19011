/**
 * Emergency stop. When `stopCalls` resolves, no call under the stop is released any more, whatever its kind, and those
 * that were ringing have been taken back. Conversations go on unless they are to be hung up too.
 */
import { isJurisdictionCode } from "../../../campaigns/compliance/jurisdiction.ts";
import type { EmergencyStop } from "../../../campaigns/compliance/emergency-stop.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Clock, Ids } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import { endCalls } from "./end-calls.ts";

export type StopWanted = Pick<EmergencyStop, "scope" | "jurisdiction" | "campaignId" | "reason"> & {
  /** End conversations under the stop as well. */
  hangUp: boolean;
  /** Who stops, as the audit trail names them: "user:…", "cli". */
  actor: string;
};

export type StopAnswer =
  | {
      ok: true;
      stop: EmergencyStop;
      /** Calls that were taken back before anybody answered, and conversations that were ended. */
      cancelled: number;
      hungUp: number;
      /** Calls that were just being placed, or that the carrier could not be told about: see `takeBackStopped`. */
      unreachable: number;
    }
  | { ok: false; reason: "no-such-campaign" | "unknown-jurisdiction" | "scope-and-target"; detail: string };

type Deps = { stores: Stores; clock: Clock; ids: Ids; carrier: Carrier; log: Log };

export function makeStopCalls(deps: Deps) {
  return async function stopCalls(wanted: StopWanted): Promise<StopAnswer> {
    const refusal = refuse(wanted);
    if (refusal) return refusal;
    const added = await deps.stores.transaction((tx) => addStop(tx, deps, wanted));
    if (!added.ok) return added;
    return { ...added, ...(await endCalls(deps, added.stop, wanted.hangUp)) };
  };
}

function refuse({ scope, jurisdiction, campaignId }: StopWanted): Extract<StopAnswer, { ok: false }> | undefined {
  if ((scope === "jurisdiction") !== (jurisdiction !== null) || (scope === "campaign") !== (campaignId !== null))
    return {
      ok: false,
      reason: "scope-and-target",
      detail: "scope: expected everything, or a jurisdiction and its code, or a campaign and its id",
    };
  if (jurisdiction !== null && !isJurisdictionCode(jurisdiction))
    return {
      ok: false,
      reason: "unknown-jurisdiction",
      detail: `jurisdiction: found ${jurisdiction}, expected a country such as US or a region such as US-LA`,
    };
  return undefined;
}

type Added = { ok: true; stop: EmergencyStop } | Extract<StopAnswer, { ok: false }>;

async function addStop(tx: Stores, deps: Deps, wanted: StopWanted): Promise<Added> {
  if (wanted.campaignId !== null && !(await tx.campaigns.find(wanted.campaignId)))
    return { ok: false, reason: "no-such-campaign", detail: `campaign: found none with the id ${wanted.campaignId}` };
  // The lock is what makes it hold at once: a release is over before, or sees the stop.
  await tx.callees.everybody();
  const { hangUp, actor, ...said } = wanted;
  const stop: EmergencyStop = { ...said, id: deps.ids.next(), createdAt: deps.clock.now() };
  await tx.stops.add({ ...stop, createdBy: actor });
  await tx.audit.add({
    id: deps.ids.next(),
    actor,
    action: "stopCalls",
    subject: `emergency-stop:${stop.id}`,
    detail: { ...said, hangUp },
    createdAt: stop.createdAt,
  });
  await tx.announcer.announce({ kind: "emergency-stop.changed", data: { stopId: stop.id, scope: stop.scope, inForce: true } });
  return { ok: true, stop };
}
