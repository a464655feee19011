import type { Struck } from "../faults/fault-book.ts";
import type { World } from "../world.ts";
import type { Call } from "./call.ts";
import { type CallOrder, makeCall } from "./make-call.ts";

/**
 * Takes an order for a call: it is in the books from now on, and waits for its place among the account's calls per
 * second. `start` sets it going.
 */
export function placeCall(world: World, order: CallOrder, fault?: Struck): { call: Call; start: () => void } {
  const call = makeCall(world, order);
  const forcedMs = fault?.queueMs === undefined ? 0 : fault.dice.within(fault.queueMs);
  call.queueTimeMs = Math.ceil(Math.max(world.cps.take(call.createdAt), forcedMs));
  world.journal.note("call.accepted", call.sid, { to: call.to, queueTimeMs: call.queueTimeMs });
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    // The carrier's queue is metered by the wall clock, whatever the speed.
    world.clock.after(call.queueTimeMs * world.clock.speed(), () => world.dial(call));
  };
  return { call, start };
}
