/** The services behind the API, joined as the wiring joins them. */
import { setTimeout as pause } from "node:timers/promises";
import type { AccountServices, Services } from "../../../src/adapters/http/deps.ts";
import { readTwilioEvent } from "../../../src/adapters/twilio/call-events.ts";
import type { Carrier } from "../../../src/ports/carrier.ts";
import type { Clock, Ids } from "../../../src/ports/clock.ts";
import type { JobQueue } from "../../../src/ports/job-queue.ts";
import type { Log } from "../../../src/ports/log.ts";
import type { Stores } from "../../../src/ports/stores.ts";
import { makeAttachList } from "../../../src/services/campaigns/attach-list.ts";
import { makeCampaignStatus } from "../../../src/services/campaigns/campaign-status.ts";
import { makeCreateCampaign } from "../../../src/services/campaigns/create-campaign.ts";
import { makeEditCampaign } from "../../../src/services/campaigns/edit-campaign.ts";
import { makeScheduleCampaign } from "../../../src/services/campaigns/schedule-campaign.ts";
import { makeStartCampaign } from "../../../src/services/campaigns/start-campaign.ts";
import { makeArchiveCampaign, makeCompleteCampaign, makePauseCampaign } from "../../../src/services/campaigns/stop-campaign.ts";
import { makeForbidCalls, makeForbidWithin } from "../../../src/services/consent/forbid-calls.ts";
import { makeWithdrawForbid } from "../../../src/services/consent/withdraw-forbid.ts";
import { makeFindDesk } from "../../../src/services/desks/find-desk.ts";
import { makeDialing } from "../../../src/services/dialing.ts";

type Deps = { stores: Stores; clock: Clock; ids: Ids; log: Log; jobQueue: JobQueue; carrier: Carrier };

export function makeServices(deps: Deps): Omit<Services, keyof AccountServices> {
  const dialing = makeDialing({
    ...deps,
    pause: (ms) => pause(ms),
    readEvent: readTwilioEvent,
    forbid: makeForbidWithin(deps),
    requestTimeoutMs: 500,
    unknownDeadlineMs: 120_000,
  });
  return {
    importContacts: async ({ stream }) => {
      for await (const _chunk of stream) void 0;
      return { ok: false, reason: "invalid-file" };
    },
    refusedRows: async () => undefined,
    createCampaign: makeCreateCampaign(deps),
    editCampaign: makeEditCampaign(deps),
    startCampaign: makeStartCampaign(deps),
    pauseCampaign: makePauseCampaign(deps),
    completeCampaign: makeCompleteCampaign(deps),
    archiveCampaign: makeArchiveCampaign(deps),
    scheduleCampaign: makeScheduleCampaign(deps),
    attachList: makeAttachList(deps),
    campaignStatus: makeCampaignStatus(deps),
    forbidCalls: makeForbidCalls(deps),
    withdrawForbid: makeWithdrawForbid(deps),
    findDesk: makeFindDesk(deps),
    agentLine: dialing.agentLine,
    changeState: dialing.changeState,
    disposeAttempt: dialing.disposeAttempt,
    hangUp: dialing.hangUp,
    hold: dialing.hold,
    preview: dialing.preview,
  };
}
