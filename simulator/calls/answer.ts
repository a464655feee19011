import { joinAsProgram } from "../conferences/program.ts";
import type { Struck } from "../faults/fault-book.ts";
import type { Act } from "../parties/act.ts";
import { perform } from "../parties/perform.ts";
import { startRecording } from "../recordings/start.ts";
import { runDocument } from "../twiml/run.ts";
import type { World } from "../world.ts";
import { detect } from "./amd.ts";
import { type Call, isOver } from "./call.ts";
import { endCall } from "./end.ts";
import { setStatus, tellProgress } from "./status.ts";

/** The far end picked up: tell, listen for a machine, run what the application ordered, and let the far end perform. */
export function answerCall(world: World, call: Call, { act, fault }: { act: Act; fault?: Struck | undefined }): void {
  call.answeredAt = world.clock.now();
  setStatus(world, call, "in-progress");
  perform(world, call, act);
  call.answered.resolve(true);
  void tellProgress(world, call, "answered");
  limitTime(world, call, fault);
  if (call.record) call.recordingSid = startRecording(world, call.record, { call }).sid;
  const verdict = call.amd ? detect(world, call, { act, order: call.amd }) : undefined;
  call.reach("answer");
  if (call.amd && !call.amd.async && verdict) {
    void verdict.then(() => runProgram(world, call));
    return;
  }
  runProgram(world, call);
  call.reach("beforeTwiml");
}

function limitTime(world: World, call: Call, fault: Struck | undefined): void {
  const end = (by: string) => () => endCall(world, call, { status: "completed", sipCode: "200", by });
  const limitMs = fault?.timeLimitMs === undefined ? call.timeLimitSeconds * 1000 : fault.dice.within(fault.timeLimitMs);
  const cancels = [world.clock.after(limitMs, end("time limit"))];
  if (fault?.legDropMs !== undefined) cancels.push(world.clock.after(fault.dice.within(fault.legDropMs), end("line lost")));
  call.life.signal.addEventListener("abort", () => cancels.forEach((cancel) => cancel()), { once: true });
}

function runProgram(world: World, call: Call): void {
  if (isOver(call)) return;
  const { program } = call;
  if (program.kind === "document") void runDocument(world, call, program);
  if (program.kind === "conference") void joinAsProgram(world, call, program.room);
}
