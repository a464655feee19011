import type { CarrierEventStore } from "../../ports/carrier-event-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Stores } from "../../ports/stores.ts";
import type { RawCarrierEvent, VoiceDesk, VoiceInstruction } from "../../ports/voice-desk.ts";
import type { makeAgentLine } from "../agents/agent-line.ts";
import type { makeOptOutByKey, makeOptOutByText } from "../consent/opt-out.ts";
import type { makeAnswerCall } from "./answer-call.ts";
import type { makePersonLeft } from "./person-left.ts";

type Deps = {
  stores: Stores;
  clock: Clock;
  log: Log;
  answerCall: ReturnType<typeof makeAnswerCall>;
  personLeft: ReturnType<typeof makePersonLeft>;
  optOutByKey: ReturnType<typeof makeOptOutByKey>;
  optOutByText: ReturnType<typeof makeOptOutByText>;
  agentLine: ReturnType<typeof makeAgentLine>;
  applyCarrierEvent: (id: string) => Promise<void>;
};

/** What the carrier's webhooks ask of us, in one place. */
export function makeVoiceDesk(deps: Deps): VoiceDesk {
  return {
    answered: (call) => deps.answerCall(call),
    stillWaiting: (call) => deps.answerCall({ ...call, answer: null }),
    personLeft: (call) => deps.personLeft(call),
    optedOut: (pressed) => deps.optOutByKey(pressed),
    async textReceived(message) {
      await deps.optOutByText(message);
    },
    async failed({ attemptId, carrierCallId, errorCode }): Promise<VoiceInstruction> {
      deps.log.error({ attemptId, carrierCallId, errorCode }, "the carrier could not run our instruction");
      // The carrier asks a second time at this address: what the first answer would have been is still right.
      return attemptId ? deps.answerCall({ attemptId, carrierCallId, answer: null }) : { do: "hang-up" };
    },
    agentDialedIn: (leg) => deps.agentLine.dialedIn(leg),
    agentAnswered: (leg) => deps.agentLine.answered(leg),
    agentConfirmed: (leg) => deps.agentLine.confirmed(leg),
    agentLeft: (leg) => deps.agentLine.left(leg),
    record: (event) => record(deps, event),
  };
}

async function record(
  deps: { stores: { carrierEvents: CarrierEventStore }; clock: Clock; log: Log; applyCarrierEvent: Deps["applyCarrierEvent"] },
  event: RawCarrierEvent,
): Promise<void> {
  const stored = await deps.stores.carrierEvents.add(event, deps.clock.now());
  if (!stored) return;
  // Stored is safe: the carrier is answered now. What fails from here on is picked up by the left-over round.
  void deps.applyCarrierEvent(stored.id).catch((error: unknown) => {
    deps.log.error({ eventId: stored.id, err: error }, "a carrier event could not be applied yet");
  });
}
