/** What may be called now, what may not, and why: of a campaign in a funnel, of a contact number by number. */
import { z } from "zod";
import { CAMPAIGN_STATES } from "../../campaigns/campaign.ts";
import { id, idParams, instant } from "./common.ts";
import { route } from "./route.ts";

const count = z.number().int().min(0);
const at = instant.nullable();
const confidence = z.enum(["high", "medium", "low"]);

const held = z
  .object({
    answer: z.enum(["wait", "never"]),
    code: z.string(),
    /** Of the house ("campaign/calling-window@1") or of a law ("us-fl@2021-07-01"). */
    rule: z.string(),
    citation: z.string().nullable(),
    confidence,
    detail: z.string().meta({ description: "As the gate said it of one of these contacts" }),
    words: z.string(),
    count: count.meta({ description: "Contacts counted here: those for whom it is the first reason" }),
    concernedCount: count.meta({ description: "All contacts that it holds, also those counted under another reason" }),
    nextOpensAt: at.meta({ description: "When the first of them may be called; null: not by waiting" }),
    nextOpensCount: count,
  })
  .meta({ id: "HeldReason" });

/** Each contact is counted once: finished + inHand + waiting + held + dialableNow = loaded. */
export const funnel = z
  .object({
    campaignId: id,
    state: z.enum(CAMPAIGN_STATES),
    assumesRunning: z.boolean().meta({ description: "The campaign does not run: the funnel says what would be if it did" }),
    askedAt: instant,
    loaded: count,
    finished: z.object({ count, reasons: z.array(z.object({ code: z.string(), words: z.string(), count })) }),
    inHand: z.object({ count, onHopper: count, inAttempt: count }),
    waiting: z.object({ count, reasons: z.array(z.object({ code: z.string(), words: z.string(), count, nextDueAt: at })) }),
    held: z.object({ count, reasons: z.array(held) }),
    dialableNow: count,
    openings: z.array(z.object({ opensAt: instant, count })),
    isSampled: z.boolean().meta({ description: "Some contacts with a past stand for others: figures are estimates" }),
    judgedCount: count,
  })
  .meta({ id: "Dialability" });

const preview = z
  .object({
    now: funnel,
    then: funnel,
    moved: z.array(z.object({ code: z.string(), words: z.string(), from: count, to: count })),
  })
  .meta({ id: "DialabilityPreview" });

const reason = z.object({
  code: z.string(),
  words: z.string(),
  rule: z.string(),
  detail: z.string(),
  citation: z.string().nullable(),
  confidence,
});

const names = z.array(z.string());
const evidence = z.object({
  rules: names,
  tzdb: z.string(),
  zones: names,
  jurisdictions: names,
  placeSource: z.string(),
  localTimes: z.array(z.object({ zone: z.string(), local: z.string() })),
  counts: z.record(z.string(), z.number()),
  doNotCallIds: names,
  consentIds: names,
  legalRules: names,
  waivedRules: names,
  registers: names,
});

export const contactDecision = z
  .object({
    contactId: id,
    askedAt: instant,
    campaigns: z.array(
      z.object({
        campaignId: id,
        name: z.string(),
        state: z.enum(CAMPAIGN_STATES),
        standing: z
          .object({
            state: z.enum(["ready", "on-hopper", "in-attempt", "finished"]),
            nextPosition: z.number().int(),
            dueAt: at,
            waitReason: z.string().nullable(),
            finishedReason: z.string().nullable(),
          })
          .nullable(),
        numbers: z.array(
          z.object({
            position: z.number().int(),
            phone: z.string(),
            badReason: z.string().nullable(),
            isNext: z.boolean(),
            answer: z.enum(["call", "wait", "never"]),
            waitUntil: at,
            reasons: z.array(reason),
            evidence,
          }),
        ),
      }),
    ),
  })
  .meta({ id: "ContactDecision" });

export const dialabilityRoutes = {
  dialability: route({
    method: "get",
    path: "/v1/campaigns/{id}/dialability",
    tag: "Campaigns",
    summary: "How many contacts may be called now, and what holds the others",
    may: "read-campaigns",
    params: idParams,
    response: { status: 200, about: "The funnel; it may be up to a minute old", schema: funnel },
    errors: [404],
  }),
  previewDialability: route({
    method: "post",
    path: "/v1/campaigns/{id}/dialability/preview",
    tag: "Campaigns",
    summary: "How other settings would move the funnel; nothing is saved",
    may: "run-campaigns",
    params: idParams,
    body: z
      .strictObject({ settings: z.record(z.string(), z.unknown()).meta({ description: "Some of CampaignSettings" }) })
      .meta({ id: "DialabilityPreviewWish" }),
    response: { status: 200, about: "The funnel now and then, and what moved", schema: preview },
    errors: [403, 404, 409, 422],
  }),
  contactDecision: route({
    method: "get",
    path: "/v1/contacts/{id}/decision",
    tag: "Contacts",
    summary: "May this contact be called now, on each of its numbers, and why",
    may: "read-contacts",
    params: idParams,
    query: z.strictObject({ campaignId: id.optional() }),
    response: {
      status: 200,
      about: "What the gate says, for each campaign that has the contact or for the one named",
      schema: contactDecision,
    },
    errors: [404],
  }),
};
