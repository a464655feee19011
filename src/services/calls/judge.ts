/** Puts the question to the gate, for the hopper and for the release alike. */
import type { AttemptKind } from "../../../campaigns/attempts/attempt.ts";
import type { Campaign } from "../../../campaigns/campaign.ts";
import { decideCall } from "../../../campaigns/compliance/decide-call.ts";
import type { CallDecision, CampaignTerms } from "../../../campaigns/compliance/decision.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { Candidate } from "../../ports/hopper-store.ts";
import type { Stores } from "../../ports/stores.ts";

export const termsOf = (campaign: Campaign): CampaignTerms & { abandonMessage: string } => ({
  id: campaign.id,
  state: campaign.state,
  callingWindow: campaign.settings.callingWindow,
  mostAttemptsPerContact: campaign.settings.mostAttemptsPerContact,
  frequencyCaps: campaign.settings.frequencyCaps,
  ringTimeoutSeconds: campaign.settings.ringTimeoutSeconds,
  callKind: campaign.settings.callKind,
  subject: campaign.settings.subject,
  conditions: campaign.settings.conditions.map(({ condition }) => condition),
  waivedRules: campaign.settings.waivedRules.map(({ rule }) => rule),
  callerName: campaign.settings.callerName,
  callbackNumber: campaign.settings.callbackNumber,
  abandonMessage: campaign.settings.abandonMessage,
  isAutomatic: campaign.settings.dialMode !== "preview",
});

export type Asked = Candidate & { kind: AttemptKind; exceptAttemptId: string | null };

/** One decision for each candidate, in their order, from what the stores (or their transaction) hold now. */
export async function judge(
  stores: Stores,
  { campaign, asked, now }: { campaign: Campaign | undefined; asked: readonly Asked[]; now: Instant },
): Promise<CallDecision[]> {
  const { callKind, subject } = campaign?.settings ?? { callKind: null, subject: null };
  const histories = await stores.attempts.histories(
    asked.map((candidate) => ({ ...candidate, callKind, subject })),
    now,
  );
  const stops = await stores.stops.inForce();
  return asked.map((candidate, index) => {
    const history = histories[index];
    if (!history) throw new Error("gate: found no history for a candidate, expected one for each");
    return decideCall({
      subject: {
        contactId: candidate.contactId,
        personId: candidate.personId,
        phone: candidate.phone,
        kind: candidate.kind,
        numberType: candidate.numberType,
        postalCode: candidate.postalCode,
        debtId: candidate.debtId,
        isAgentHeld: candidate.kind === "preview",
      },
      place: candidate.place,
      history: { ...history, stops },
      campaign: campaign ? termsOf(campaign) : null,
      now,
    });
  });
}
