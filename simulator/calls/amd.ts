import { Interrupted } from "../clock/clock.ts";
import type { Struck } from "../faults/fault-book.ts";
import type { Act } from "../parties/act.ts";
import type { Dice } from "../random.ts";
import type { Hook } from "../webhooks/hook.ts";
import { notify } from "../webhooks/notify.ts";
import type { World } from "../world.ts";
import { type Call, callKey } from "./call.ts";

/** Answering machine detection as ordered. Defaults are Twilio's (answering-machine-detection page, read 2026-11-21). */
export type AmdOrder = {
  mode: "Enable" | "DetectMessageEnd";
  async: boolean;
  hook?: Hook;
  timeoutMs: number;
  speechThresholdMs: number;
  speechEndThresholdMs: number;
  silenceTimeoutMs: number;
};

export const AMD_DEFAULTS = { timeoutMs: 30_000, speechThresholdMs: 2400, speechEndThresholdMs: 1200, silenceTimeoutMs: 5000 };

export type Detection = { act: Act; order: AmdOrder };
type Verdict = { answeredBy: string; afterMs: number };

/** How much a verdict's moment varies (ms, one standard deviation); assumed, Twilio publishes no figure. */
const JITTER_MS = 300;
const FAX_MS = 2500;

function machine(order: AmdOrder, act: Act): Verdict {
  if (order.mode === "Enable") return { answeredBy: "machine_start", afterMs: order.speechThresholdMs };
  return { answeredBy: act.beep ? "machine_end_beep" : "machine_end_silence", afterMs: act.greetingMs };
}

/** What the detector would say of this far end if it made no mistake of its own; a long greeting sounds like a machine. */
function judge(order: AmdOrder, act: Act): Verdict {
  if (act.outcome === "machine") return machine(order, act);
  if (act.outcome === "fax") return { answeredBy: "fax", afterMs: FAX_MS };
  if (act.outcome === "silence") return { answeredBy: "unknown", afterMs: order.silenceTimeoutMs };
  if (act.greetingMs > order.speechThresholdMs) return machine(order, act);
  return { answeredBy: "human", afterMs: act.greetingMs + order.speechEndThresholdMs };
}

function verdictOf(world: World, call: Call, { act, order }: Detection): Verdict {
  const dice: Dice = world.random.dice("amd", call.to, call.nth);
  const judged = judge(order, act);
  const late = Math.max(-judged.afterMs / 2, dice.normal(0, JITTER_MS));
  const wrong = dice.chance(world.settings.amdErrorRate);
  const flipped = judged.answeredBy === "human" ? "machine_start" : "human";
  const answeredBy = act.amd.as ?? (wrong ? flipped : judged.answeredBy);
  const afterMs = act.amd.afterMs ?? judged.afterMs + late;
  return afterMs > order.timeoutMs ? { answeredBy: "unknown", afterMs: order.timeoutMs } : { answeredBy, afterMs };
}

/** Listens, then tells the verdict (async) or leaves it in the call (sync). Resolves when the verdict is there. */
export async function detect(world: World, call: Call, { act, order }: Detection): Promise<void> {
  const fault = world.faults.strike({ kind: "amd", key: callKey(call), to: call.to, callSid: call.sid, farEnd: call.farEnd });
  if (fault?.never && order.async) return;
  const verdict = verdictOf(world, call, { act, order });
  const afterMs = verdict.afterMs + lateness(fault);
  try {
    await world.clock.sleep(afterMs, fault?.afterHangup ? undefined : call.life.signal);
    if (fault?.afterHangup && !call.life.signal.aborted) await ended(call);
  } catch (error) {
    if (error instanceof Interrupted) return;
    throw error;
  }
  call.answeredBy = fault?.verdict ?? verdict.answeredBy;
  world.journal.note("amd.verdict", call.sid, { answeredBy: call.answeredBy, afterMs: Math.round(afterMs) });
  if (order.async && order.hook) void tell(world, call, { hook: order.hook, afterMs });
}

const lateness = (fault: Struck | undefined) => (fault?.lateMs === undefined ? 0 : fault.dice.within(fault.lateMs));

const ended = (call: Call) => new Promise<void>((resolve) => call.life.signal.addEventListener("abort", () => resolve(), { once: true }));

function tell(world: World, call: Call, { hook, afterMs }: { hook: Hook; afterMs: number }): Promise<void> {
  const params = {
    CallSid: call.sid,
    AccountSid: world.settings.accountSid,
    AnsweredBy: call.answeredBy ?? "unknown",
    MachineDetectionDuration: String(Math.round(afterMs)),
  };
  return notify(world, { source: "amd", event: "verdict", hook, params, call, sequence: 0 });
}
