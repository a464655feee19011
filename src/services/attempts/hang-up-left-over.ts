import { rankOf } from "../../../campaigns/attempts/call-event.ts";
import type { Attempt } from "../../ports/attempt-store.ts";
import type { Carrier } from "../../ports/carrier.ts";
import type { Log } from "../../ports/log.ts";

/**
 * Before an agent is given back: a call of theirs whose end was never told is ended, so that nobody is left in the
 * room into which the next person comes (invariant 4). Nothing happens when the end is known. Never throws: an
 * agent must not be held because the carrier is away.
 */
export async function hangUpLeftOver(deps: { carrier: Carrier; log: Log }, attempt: Attempt): Promise<void> {
  const isOver = attempt.state === "wrapping-up" || attempt.state === "closed";
  if (!isOver || !attempt.carrierCallId || attempt.carrierRank >= rankOf("ended")) return;
  try {
    await deps.carrier.hangUp(attempt.carrierCallId);
  } catch (error) {
    deps.log.warn({ attemptId: attempt.id, err: error }, "a call that should be over could not be ended");
  }
}
