/** Asks the carrier about one attempt's call and applies its word like an event. */
import { isNobody } from "../../../campaigns/attempts/answer.ts";
import { isTerminal } from "../../../campaigns/attempts/call-event.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Carrier, CarrierCall } from "../../ports/carrier.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Stores } from "../../ports/stores.ts";
import { applyProgress, endCall } from "../calls/apply-call-event.ts";

type Deps = { stores: Stores; clock: Clock; carrier: Carrier };

/** A terminal status without the detail that a webhook would have had. */
const DISPOSITIONS: Readonly<Record<string, string>> = {
  ended: "hung-up",
  busy: "busy",
  "no-answer": "no-answer",
  failed: "failed",
  cancelled: "cancelled",
};

/** Looks the call up; throws when the carrier cannot be asked, and then nothing has changed but the next try. */
export async function askCarrier(deps: Deps, seen: Attempt): Promise<void> {
  const call = seen.carrierCallId ? await deps.carrier.findCall(seen.carrierCallId) : undefined;
  await applyCall(deps, seen, call);
  // The verdict came and the hang-up that follows it was lost.
  if (call?.status === "answered" && isNobody(seen.answer)) await deps.carrier.hangUp(call.carrierCallId);
}

/** `undefined`: the carrier knows no such call, so whatever it was is over. */
export function applyCall(deps: Deps, seen: Attempt, call: CarrierCall | undefined): Promise<void> {
  return deps.stores.transaction(async (tx) => {
    const now = deps.clock.now();
    await tx.attempts.amend(seen.id, { checkedAt: now });
    if (!call) {
      const attempt = await tx.attempts.lock(seen.id);
      if (attempt) await endCall(tx, attempt, { disposition: "lost", now });
      return;
    }
    await applyProgress(
      tx,
      {
        attemptId: seen.id,
        carrierCallId: call.carrierCallId,
        status: call.status,
        disposition: isTerminal(call.status) ? (DISPOSITIONS[call.status] ?? "failed") : null,
        sipCode: call.sipCode,
        errorCode: null,
      },
      now,
    );
  });
}
