import { finishRecordingsOf } from "../recordings/finish.ts";
import type { World } from "../world.ts";
import { type Call, type CallStatus, isOver } from "./call.ts";
import { setStatus, tellProgress } from "./status.ts";

export type Ending = {
  status: Extract<CallStatus, "completed" | "busy" | "failed" | "no-answer" | "canceled">;
  sipCode: string | null;
  by: string;
};

/** Ends a call, once: whatever it was doing stops, and its end is told. */
export function endCall(world: World, call: Call, ending: Ending): void {
  if (isOver(call)) return;
  call.endedAt = world.clock.now();
  call.sipCode = ending.sipCode;
  setStatus(world, call, ending.status);
  world.calls.noteEnd(call);
  world.journal.note("call.ended", call.sid, { by: ending.by, status: ending.status });
  call.answered.resolve(false);
  call.life.abort();
  finishRecordingsOf(world, call);
  void tellProgress(world, call, "completed");
}
