import { endCall } from "../calls/end.ts";
import type { Call } from "../calls/call.ts";
import { pressKeys } from "../calls/keys.ts";
import type { World } from "../world.ts";
import type { Act, Stage } from "./act.ts";

/**
 * The far end of an answered call: presses keys, loses patience, says goodbye, or hangs up at its chosen stage.
 * It hears of stages through `call.reach`.
 */
export function perform(world: World, call: Call, act: Act): void {
  let stopWaiting = () => {};
  const later = (ms: number, work: () => void) => world.clock.after(ms, () => !call.life.signal.aborted && work());
  const hangUp = () => endCall(world, call, { status: "completed", sipCode: "200", by: "far end" });
  function hangUpAfter(ms: number): void {
    stopWaiting();
    if (ms <= 0) hangUp();
    else stopWaiting = later(ms, hangUp);
  }
  call.reach = (stage: Stage) => {
    if (call.life.signal.aborted) return;
    for (const keys of act.dtmf) if (keys.at === stage) later(keys.afterMs, () => pressKeys(call, keys.digits));
    if (act.hangup?.at === stage) return hangUpAfter(act.hangup.afterMs);
    if (act.stays) return;
    if (act.outcome !== "human") {
      if (stage === "answer") hangUpAfter(act.stayMs);
      return;
    }
    if (stage === "joined") hangUpAfter(act.talkMs);
    if (stage === "answer" || stage === "left") hangUpAfter(act.patienceMs);
  };
}
