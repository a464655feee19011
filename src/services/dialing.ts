/** All services that dial, joined over the ports they need. Knows no brand. */
import type { Carrier } from "../ports/carrier.ts";
import type { Clock, Ids } from "../ports/clock.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";
import type { Pause } from "../ports/pause.ts";
import type { Stores } from "../ports/stores.ts";
import type { ReadCarrierEvent } from "../ports/voice-desk.ts";
import { makeAgentLine } from "./agents/agent-line.ts";
import { makeChangeState } from "./agents/change-state.ts";
import { makeHangUp, makeHold } from "./agents/control-call.ts";
import { type ForbidWithin, makeDisposeAttempt } from "./agents/dispose-attempt.ts";
import { makePreview } from "./agents/preview.ts";
import { makeReapAgents } from "./agents/reap-agents.ts";
import { makeReapAttempts } from "./attempts/reap-attempts.ts";
import { makeReconcileAttempts } from "./attempts/reconcile-attempts.ts";
import { makeSweep } from "./attempts/sweep.ts";
import { makeAnswerCall } from "./calls/answer-call.ts";
import { makeApplyCarrierEvent } from "./calls/apply-carrier-event.ts";
import { makePersonLeft } from "./calls/person-left.ts";
import { makePlaceCall } from "./calls/place-call.ts";
import { makeVoiceDesk } from "./calls/voice-desk.ts";
import { makeOptOutByKey, makeOptOutByText } from "./consent/opt-out.ts";
import { makeFillHopper } from "./hopper/fill-hopper.ts";
import { makeStopCalls } from "./stops/stop-calls.ts";
import { makePaceCampaigns } from "./pacing/pace-campaigns.ts";

export type DialingDeps = {
  stores: Stores;
  clock: Clock;
  ids: Ids;
  pause: Pause;
  log: Log;
  jobQueue: JobQueue;
  carrier: Carrier;
  readEvent: ReadCarrierEvent;
  forbid: ForbidWithin;
  /** How long a request to the carrier may take before its outcome is unknown. */
  requestTimeoutMs: number;
  unknownDeadlineMs: number;
  /** Years for which a decision is kept where no law names any. Default: DEFAULT_RETENTION_YEARS. */
  retentionYears?: number | undefined;
};

export type Dialing = ReturnType<typeof makeDialing>;

export function makeDialing(deps: DialingDeps) {
  const placeCall = makePlaceCall(deps);
  const agentLine = makeAgentLine(deps);
  const { applyCarrierEvent, applyLeftOverEvents } = makeApplyCarrierEvent(deps);
  return {
    placeCall,
    applyLeftOverEvents,
    voiceDesk: makeVoiceDesk({
      ...deps,
      answerCall: makeAnswerCall(deps),
      personLeft: makePersonLeft(deps),
      optOutByKey: makeOptOutByKey(deps),
      optOutByText: makeOptOutByText(deps),
      agentLine,
      applyCarrierEvent,
    }),
    fillHopper: makeFillHopper(deps),
    paceCampaigns: makePaceCampaigns(deps),
    reapAttempts: makeReapAttempts(deps),
    reapAgents: makeReapAgents(deps),
    reconcileAttempts: makeReconcileAttempts(deps),
    sweep: makeSweep(deps),
    agentLine,
    changeState: makeChangeState(deps),
    disposeAttempt: makeDisposeAttempt(deps),
    hangUp: makeHangUp(deps),
    hold: makeHold(deps),
    stopCalls: makeStopCalls(deps),
    preview: makePreview({ ...deps, placeCall }),
  };
}
