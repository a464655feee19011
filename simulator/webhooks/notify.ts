import { type Call, callKey, isOver } from "../calls/call.ts";
import type { Struck } from "../faults/fault-book.ts";
import type { World } from "../world.ts";
import type { Hook } from "./hook.ts";
import { makeToken, request, type Signing } from "./request.ts";

/** A thing that happened and that the application asked to be told of. Its answer is ignored and never waited for. */
export type Notice = {
  source: "call-status" | "amd" | "conference" | "recording";
  event: string;
  hook: Hook;
  params: Record<string, string>;
  call?: Call;
  /** The event's place among its fellows: with the source it names the event. */
  sequence: number;
};

const SHUFFLE_MS = [200, 3000] as const;

function signing(fault: Struck | undefined): Signing {
  if (fault?.badSignature) return "bad";
  if (fault?.unsigned) return "none";
  return fault?.oldToken ? "old" : "good";
}

/** Sends a notice, or does with it what the faults say. Resolves when the first copy has been dealt with. */
export async function notify(world: World, notice: Notice): Promise<void> {
  const { call, source, event, hook } = notice;
  const fault = world.faults.strike({
    kind: "callback",
    key: `${call ? callKey(call) : ""}|${source}|${event}|${notice.sequence}`,
    event,
    source,
    to: call?.to,
    from: call?.from,
    callSid: call?.sid,
    farEnd: call?.farEnd,
  });
  if (fault?.drop) return world.journal.note("callback.dropped", call?.sid, { source, event, rule: fault.rule });
  const token = makeToken();
  const send = async (tampered?: Signing) => {
    const answer = await request(world, {
      source,
      event,
      callSid: call?.sid ?? null,
      url: hook.url,
      method: hook.method,
      params: notice.params,
      token,
      signing: tampered ?? signing(fault),
      fault: fault?.rule,
    });
    if (!answer.ok && !tampered) world.alerts.raise(15003, `callback not taken: ${answer.error}`, { callSid: call?.sid, url: hook.url });
  };
  if (call && holdBack(call, notice, { fault, send: () => void send() })) return;
  const wait = fault?.shuffle ? fault.dice.within(SHUFFLE_MS) : fault?.delayMs === undefined ? 0 : fault.dice.within(fault.delayMs);
  if (wait > 0) await world.clock.sleep(wait);
  // A forged copy goes beside the true one, so that an application which refuses it still learns the truth.
  if (fault?.badSignature || fault?.unsigned) void send("good");
  await send();
  for (let copy = 1; copy < (fault?.duplicate ?? 1); copy++) await send();
  if (fault?.replayAfterMs !== undefined) world.clock.after(fault.dice.within(fault.replayAfterMs), () => void send());
  if (call?.held && isOver(call) && source === "call-status") {
    for (const release of call.held.splice(0)) release();
  }
}

/** The fault `terminalFirst`: the call's earlier events wait until its last one has been told. */
function holdBack(call: Call, notice: Notice, { fault, send }: { fault: Struck | undefined; send: () => void }): boolean {
  if (notice.source !== "call-status" || isOver(call)) return false;
  if (fault?.terminalFirst) call.held ??= [];
  if (!call.held) return false;
  call.held.push(send);
  return true;
}
