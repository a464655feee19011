import type { CallDecision } from "../../../campaigns/compliance/decision.ts";
import type { Instant } from "../../../campaigns/instant.ts";
import type { CampaignRecord } from "../../ports/campaign-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ContactStanding } from "../../ports/dialability-board.ts";
import type { Candidate } from "../../ports/hopper-store.ts";
import type { Stores } from "../../ports/stores.ts";
import { judge } from "../calls/judge.ts";

/** Campaigns that are looked at when none is named, the newest first. */
const MOST_CAMPAIGNS = 50;

export type NumberDecision = {
  position: number;
  /** E.164. */
  phone: string;
  badReason: string | null;
  /** It is the one that is tried next. */
  isNext: boolean;
  answer: CallDecision["answer"];
  /** For "wait": when to ask again. */
  waitUntil: Instant | null;
  reasons: Extract<CallDecision, { answer: "never" }>["reasons"];
  evidence: CallDecision["evidence"];
};

export type CampaignDecisions = Pick<CampaignRecord, "name" | "state"> & {
  campaignId: string;
  /** null: the campaign does not have the contact; the gate is asked as if it had. */
  standing: Omit<ContactStanding, "campaignId"> | null;
  numbers: readonly NumberDecision[];
};

export type ContactDecision = { contactId: string; askedAt: Instant; campaigns: readonly CampaignDecisions[] };
export type ContactDecisionAnswer =
  | { ok: true; decision: ContactDecision }
  | { ok: false; reason: "no-such-contact" | "no-such-campaign"; detail?: string };

/**
 * What the gate says now of every number of a contact: for the campaign that is named, or for each that has the contact.
 * Reads; nothing is written to the decision ledger and nothing is locked.
 */
export function makeContactDecision({ stores, clock }: { stores: Stores; clock: Clock }) {
  return async function contactDecision(contactId: string, campaignId: string | null): Promise<ContactDecisionAnswer> {
    const contact = await stores.contacts.find(contactId);
    if (!contact) return { ok: false, reason: "no-such-contact" };
    const standings = await stores.dialability.standingsOf(contactId, MOST_CAMPAIGNS);
    const now = clock.now();
    const campaigns: CampaignDecisions[] = [];
    for (const id of campaignId === null ? standings.map((standing) => standing.campaignId) : [campaignId]) {
      const campaign = await stores.campaigns.find(id);
      if (!campaign) return { ok: false, reason: "no-such-campaign", detail: `campaignId: found ${id}, expected a campaign` };
      const standing = standings.find((held) => held.campaignId === id) ?? null;
      campaigns.push(await decide(stores, { campaign, standing, contact, now }));
    }
    return { ok: true, decision: { contactId, askedAt: now, campaigns } };
  };
}

type Asked = {
  campaign: CampaignRecord;
  standing: ContactStanding | null;
  contact: { id: string; phones: readonly { position: number; badReason: string | null }[] };
  now: Instant;
};

async function decide(stores: Stores, { campaign, standing, contact, now }: Asked): Promise<CampaignDecisions> {
  const candidates: Candidate[] = [];
  for (const { position } of contact.phones) {
    const candidate = await stores.hopper.candidate(campaign.id, contact.id, position);
    if (candidate) candidates.push(candidate);
  }
  const asked = candidates.map((candidate) => ({ ...candidate, kind: "list" as const, exceptAttemptId: null }));
  const decisions = await judge(stores, { campaign, asked, now });
  const next = standing?.nextPosition ?? contact.phones[0]?.position;
  return {
    campaignId: campaign.id,
    name: campaign.name,
    state: campaign.state,
    standing: standing && withoutCampaign(standing),
    numbers: candidates.flatMap(({ position, phone }, index) => {
      const decision = decisions[index];
      if (!decision) return [];
      const badReason = contact.phones.find((number) => number.position === position)?.badReason ?? null;
      return [{ position, phone, badReason, isNext: position === next, ...answerOf(decision) }];
    }),
  };
}

const withoutCampaign = ({ campaignId: _campaignId, ...standing }: ContactStanding): Omit<ContactStanding, "campaignId"> => standing;

const answerOf = (decision: CallDecision): Pick<NumberDecision, "answer" | "waitUntil" | "reasons" | "evidence"> => ({
  answer: decision.answer,
  waitUntil: decision.answer === "wait" ? decision.until : null,
  reasons: decision.answer === "call" ? [] : decision.reasons,
  evidence: decision.evidence,
});
