import type { EmergencyStop } from "../../../campaigns/compliance/emergency-stop.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";

type Deps = { stores: Stores; carrier: Carrier; log: Log };

/** Questions to the carrier at the same time. */
const SIDE_BY_SIDE = 8;

export type Ended = { cancelled: number; hungUp: number; unreachable: number };

/** End the calls that a stop concerns: those that nobody has answered, and with `hangUp` the conversations too. */
export async function endCalls(deps: Deps, stop: EmergencyStop, hangUp: boolean): Promise<Ended> {
  const ended: Ended = { cancelled: 0, hungUp: 0, unreachable: 0 };
  const attempts = await deps.stores.stops.callsUnder(stop);
  for (let first = 0; first < attempts.length; first += SIDE_BY_SIDE) {
    const some = attempts.slice(first, first + SIDE_BY_SIDE);
    for (const what of await Promise.all(some.map((attempt) => endCall(deps, attempt, hangUp)))) if (what) ended[what] += 1;
  }
  return ended;
}

async function endCall(deps: Deps, attempt: Attempt, hangUp: boolean): Promise<keyof Ended | undefined> {
  const isUp = attempt.state === "answered" || attempt.state === "connected" || attempt.state === "abandoned";
  if (isUp && !hangUp) return undefined;
  // The carrier has the call and we do not know its id yet: its first event or the reaper brings it.
  if (!attempt.carrierCallId) return "unreachable";
  try {
    if (!isUp && (await deps.carrier.cancelCall(attempt.carrierCallId))) return "cancelled";
    if (hangUp && (await deps.carrier.hangUp(attempt.carrierCallId))) return "hungUp";
    return undefined;
  } catch (error) {
    deps.log.warn({ attemptId: attempt.id, err: error }, "a call under an emergency stop could not be ended");
    return "unreachable";
  }
}

/**
 * A call that was with the carrier before the stop and got its name after it is taken back when it has one. Asked when
 * the carrier has answered an order, and by the reaper for those whose answer never came.
 */
export function makeTakeBackStopped(deps: Deps) {
  return async function takeBackStopped(): Promise<number> {
    let cancelled = 0;
    for (const stop of await deps.stores.stops.inForce()) cancelled += (await endCalls(deps, stop, false)).cancelled;
    return cancelled;
  };
}
