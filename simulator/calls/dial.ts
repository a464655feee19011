import { Interrupted } from "../clock/clock.ts";
import type { Struck } from "../faults/fault-book.ts";
import type { Act, Outcome } from "../parties/act.ts";
import type { World } from "../world.ts";
import { answerCall } from "./answer.ts";
import { type Call, callKey, isOver } from "./call.ts";
import { endCall, type Ending } from "./end.ts";
import { setStatus, tellProgress } from "./status.ts";

/** Ends without a ring. SIP codes as in RFC 3261; which of Twilio's statuses 607 and 608 become is not verified. */
const REFUSALS: Partial<Record<Outcome, Pick<Ending, "status" | "sipCode">>> = {
  busy: { status: "busy", sipCode: "486" },
  blocked608: { status: "failed", sipCode: "608" },
  unreachable404: { status: "failed", sipCode: "404" },
  "carrier-fail503": { status: "failed", sipCode: "503" },
  invalid: { status: "failed", sipCode: "484" },
};

/** Dials a call that is in the books: tells that it began, and lets the far end do what it will. Never rejects. */
export async function dialCall(world: World, call: Call): Promise<void> {
  if (isOver(call)) return;
  try {
    await ringFarEnd(world, call);
  } catch (error) {
    if (!(error instanceof Interrupted)) {
      world.journal.note("carrier.bug", call.sid, { error: String(error) });
      endCall(world, call, { status: "failed", sipCode: "500", by: "carrier" });
    }
  }
}

function faulted(act: Act, fault: Struck | undefined): Act {
  if (!fault) return act;
  const { dice } = fault;
  return {
    ...act,
    ...(fault.outcome && { outcome: fault.outcome as Outcome }),
    ...(fault.pddMs !== undefined && { pddMs: dice.within(fault.pddMs) }),
    ...(fault.hangup && { hangup: { at: fault.hangup.at, afterMs: dice.within(fault.hangup.afterMs) } }),
  };
}

async function ringFarEnd(world: World, call: Call): Promise<void> {
  const { signal } = call.life;
  const fault = world.faults.strike({
    kind: "call",
    key: callKey(call),
    to: call.to,
    from: call.from,
    callSid: call.sid,
    farEnd: call.farEnd,
  });
  const chosen = world.endpoints.actFor(call.to) ?? world.parties.actFor(call.to, call.nth);
  const act = faulted(chosen, fault);
  call.act = act;
  call.startedAt = world.clock.now();
  call.updatedAt = call.startedAt;
  void tellProgress(world, call, "initiated");
  await world.clock.sleep(act.pddMs, signal);
  const refusal = REFUSALS[act.outcome];
  if (refusal) return endCall(world, call, { ...refusal, ...(fault?.sipCode && { sipCode: fault.sipCode }), by: "far end" });
  call.ringingAt = world.clock.now();
  setStatus(world, call, "ringing");
  if (!fault?.noRingingEvent) void tellProgress(world, call, "ringing");
  await ring(world, call, act);
  if (isOver(call)) return;
  answerCall(world, call, { act, fault });
}

/** Rings until the far end acts or the caller's patience ends. */
async function ring(world: World, call: Call, act: Act): Promise<void> {
  const { signal } = call.life;
  const limitMs = call.timeoutSeconds * 1000;
  const declinesAfterMs =
    act.outcome === "reject603" ? act.ringMs : act.hangup?.at === "ring" ? act.hangup.afterMs : Number.POSITIVE_INFINITY;
  const answersAfterMs = act.outcome === "no-answer" || act.outcome === "reject603" ? Number.POSITIVE_INFINITY : act.ringMs;
  const untilMs = Math.min(limitMs, declinesAfterMs, answersAfterMs);
  const pickedUp = new Promise<boolean>((resolve) => {
    call.pickUp = () => resolve(true);
  });
  const isPickedUp = await Promise.race([pickedUp, world.clock.sleep(untilMs, signal).then(() => false)]);
  delete call.pickUp;
  if (isPickedUp || untilMs === answersAfterMs) return;
  if (untilMs === declinesAfterMs) endCall(world, call, { status: "busy", sipCode: "603", by: "far end" });
  else endCall(world, call, { status: "no-answer", sipCode: "487", by: "ring timeout" });
}
